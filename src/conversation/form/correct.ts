/** Corrections of the form that is open, at any time. Without one, an order that is placed is meant (`amend.ts`). */
import type { Draft } from "../../domain/conversation.ts";
import type { OrderRef } from "../../domain/ids.ts";
import { flowOf, questionNamed } from "../flow/pinned.ts";
import { askDecision } from "../hearing/decisions.ts";
import { amend, type Correction, textOf } from "../order/amend.ts";
import { withPartsKept } from "../reading/part-corrected.ts";
import { joinedTexts } from "../reading/text-added.ts";
import { activeDraft, type Work } from "../work.ts";
import { askField } from "./ask.ts";
import { takeFields } from "./form.ts";
import { inThousands } from "./in-thousands.ts";

/** @param named the order that the message mentions by its reference */
export function correct(work: Work, correction: Correction, named?: OrderRef): void {
  const draft = activeDraft(work);
  if (!draft) {
    amend(work, correction, named);
    return;
  }
  const some = Object.keys(correction.fields).length + Object.keys(correction.bad ?? {}).length > 0;
  const flow = flowOf(work.catalogue, draft);
  const text = textOf(work);
  const said = joinedTexts(flow, draft.fields, correction.fields, text);
  const fields = inThousands(draft.fields, withPartsKept(flow, draft.fields, said, text));
  if (some) takeFields(work, draft, { fields, bad: correction.bad });
  if (work.asked) return;
  const question = correction.ask
    ?.map((name) => questionNamed(flow, name))
    .find((found) => found !== undefined);
  if (question) askToChange(work, activeDraft(work) ?? draft, question.name);
  else if (!some) askWhatToChange(work, draft);
}

/** Asks one field anew, though it holds a value: that stays until another is given. */
export function askToChange(work: Work, draft: Draft, name: string): void {
  const question = questionNamed(flowOf(work.catalogue, draft), name);
  if (question) askField(work, draft, question);
}

/** "Change", without saying what: asks only that. */
export function askWhatToChange(work: Work, draft: Draft): void {
  askDecision(work, { type: "change_what", draft: draft.id });
}
