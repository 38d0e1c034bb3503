/** What is known of a customer (from earlier orders, or said before any form was open), proposed in a read-back and never asked for again. */
import type { Field, Fields } from "../../domain/answer.ts";
import type { Draft } from "../../domain/conversation.ts";
import { parseAnswer } from "../answers/index.ts";
import type { Flow, Question } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { askMenu } from "../hearing/menu.ts";
import { showNamed } from "../show/show.ts";
import { activeDraft, addLine, type Work } from "../work.ts";
import { settle } from "./fill.ts";

/** Values for the read-back. Optional questions are left alone, and a form without a read-back gets none. */
export function proposedFields(work: Work, flow: Flow): Fields {
  const proposed: Record<string, Field> = {};
  if (!flow.confirm) return proposed;
  for (const { name, asked, remember_as } of flow.questions) {
    const known = remember_as === undefined ? undefined : work.known[remember_as];
    if (known && asked !== "optional" && asked !== "by_variant")
      proposed[name] = { value: known.value, evidence: { ...known.evidence, by: "known" } };
  }
  return proposed;
}

/** A form that waited while something became known. The same draft when there is nothing to add. */
export function withProposals(work: Work, draft: Draft): Draft {
  const flow = flowOf(work.catalogue, draft);
  const missing = Object.entries(proposedFields(work, flow)).filter(([name]) => !draft.fields[name]);
  if (missing.length === 0) return draft;
  const { fields } = settle(flow, draft.fields, Object.fromEntries(missing));
  return { ...draft, fields, proposed: [...draft.proposed, ...missing.map(([name]) => name)] };
}

/**
 * «0501234567» before anything was asked for: kept for the form that will want it. False for every other message, and while anything
 * is open that it may answer.
 */
export function keepLonePhone(work: Work, text: string): boolean {
  const { catalogue, open } = work;
  const idle = open === undefined || (open.type === "which_service" && open.text === "");
  if (activeDraft(work) || !idle) return false;
  const owner = phoneOwner(work);
  const read = owner && parseAnswer(owner.question, text, { now: work.at, zone: catalogue.zone });
  if (!owner || read?.type !== "parsed" || text.trim().length > read.end - read.start) return false;
  const field: Field = {
    value: read.value,
    evidence: { text, start: read.start, end: read.end, messageId: work.said?.id ?? "", by: "exact" },
  };
  const { flow, question, key } = owner;
  work.known = { ...work.known, [key]: field };
  const what = showNamed(catalogue, flow, { [question.name]: field }, [question.name], work.language);
  addLine(work, "form.noted", { what });
  askMenu(work, "greeting.how_can_we_help");
  return true;
}

/** The customer's own phone, which their platform vouches for: proposed where nothing else is known. */
export function rememberPhone(work: Work, number: string): void {
  const key = phoneOwner(work)?.key;
  if (key === undefined || work.known[key]) return;
  const messageId = work.said?.id ?? "";
  const evidence = { text: number, start: 0, end: number.length, messageId, by: "known" } as const;
  work.known = { ...work.known, [key]: { value: number, evidence } };
}

/** Says that the customer's own number is noted, for a form that will want it. False where no form ever would. */
export function noteOwnPhone(work: Work): boolean {
  const owner = phoneOwner(work);
  const field = owner && work.known[owner.key];
  if (!owner || !field) return false;
  const { name } = owner.question;
  const what = showNamed(work.catalogue, owner.flow, { [name]: field }, [name], work.language);
  addLine(work, "form.noted", { what });
  return true;
}

/** The first question of the catalogue that remembers the customer's own phone. */
function phoneOwner(
  work: Work,
): { readonly flow: Flow; readonly question: Question; readonly key: string } | undefined {
  for (const flow of work.catalogue.flows.values()) {
    const question = flow.questions.find(({ type, remember_as }) => type === "phone" && remember_as);
    if (question?.remember_as) return { flow, question, key: question.remember_as };
  }
  return undefined;
}
