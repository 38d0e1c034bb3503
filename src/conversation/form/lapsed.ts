/** A permit may run out while a form is open: what can't be offered any more is not placed, and the customer hears why. */
import type { Draft } from "../../domain/conversation.ts";
import type { Flow } from "../flow/flow.ts";
import { isPermitted, lackingField } from "../flow/permits.ts";
import { questionNamed } from "../flow/pinned.ts";
import { askMenu } from "../hearing/menu.ts";
import { addLine, dropDraft, putDraft, type Work } from "../work.ts";

/** Takes away what may not be offered now: the whole form, or the option that it chose. False where all of it may be. */
export function dropLapsed(work: Work, draft: Draft, flow: Flow): boolean {
  if (!isPermitted(work.catalogue, flow, work.at)) {
    dropDraft(work, draft.id);
    addLine(work, "side_questions.not_offered", { title: flow.title[work.language] });
    if (!work.drafts.some(({ abandoned }) => !abandoned)) askMenu(work, "not_understood.menu");
    return true;
  }
  const name = lackingField(work.catalogue, flow, draft.fields, work.at);
  if (name === undefined) return false;
  const { [name]: lapsed, ...fields } = draft.fields;
  const option = questionNamed(flow, name)?.options?.find(({ id }) => id === lapsed?.value);
  putDraft(work, { ...draft, fields, proposed: draft.proposed.filter((one) => one !== name) });
  work.open = undefined;
  addLine(work, "side_questions.not_offered", { title: option?.label[work.language] ?? name });
  return true;
}
