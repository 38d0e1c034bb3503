/** «نفس رقمي» under the question for another's phone: one number for both, or one's own asked for first and taken for both. */
import type { Draft } from "../../domain/conversation.ts";
import type { ReadFields, Understanding } from "../../domain/understanding.ts";
import { readSameness } from "../../language/people/same-phone.ts";
import { parseAnswer } from "../answers/index.ts";
import type { Catalogue, Question } from "../flow/flow.ts";
import { flowOf, questionNamed } from "../flow/pinned.ts";
import { askField } from "../form/ask.ts";
import { activeDraft, type Work } from "../work.ts";

/** The form's other phone that is asked of everybody. */
function otherPhone(catalogue: Catalogue, draft: Draft, { name }: Question): Question | undefined {
  return flowOf(catalogue, draft).questions.find(
    (other) => other.type === "phone" && other.asked === "required" && other.name !== name,
  );
}

/** The reading of such an answer; undefined for every other, and where the form has no second phone. */
export function readSamePhone(
  catalogue: Catalogue,
  draft: Draft,
  question: Question,
  text: string,
  now: number,
): Understanding | undefined {
  const said = question.type === "phone" ? readSameness(text) : undefined;
  // «رقمي …» under the question for one's own is just that.
  const isOwn = question.remember_as !== undefined;
  if (!said || (said === "own" && isOwn)) return undefined;
  const other = otherPhone(catalogue, draft, question);
  if (!other) return undefined;
  const whole = { text, start: 0, end: text.length };
  const held = draft.fields[other.name]?.value;
  if (held !== undefined) return { type: "answers", fields: { [question.name]: { value: held, ...whole } } };
  const digits = /\p{Nd}{4}/u.test(text);
  if (said === "own" && digits) return undefined;
  const read = parseAnswer(question, text, { now, zone: catalogue.zone });
  if (read.type !== "parsed") return { type: "same_phone" };
  const field = {
    value: read.value,
    text: text.slice(read.start, read.end),
    start: read.start,
    end: read.end,
  };
  return { type: "answers", fields: { [question.name]: field, [other.name]: field } };
}

/** Asks for the other phone; what is answered holds for both. */
export function askOtherFirst(work: Work): "heard" | "missed" {
  const draft = activeDraft(work);
  const asked =
    draft && work.open?.type === "field"
      ? questionNamed(flowOf(work.catalogue, draft), work.open.field)
      : undefined;
  const other = draft && asked && otherPhone(work.catalogue, draft, asked);
  if (!draft || !other) return "missed";
  askField(work, draft, other);
  if (work.open?.type === "field") work.open = { ...work.open, also: asked.name };
  return "heard";
}

/** The answer to a question that was asked for two fields at once. */
export function withBoth({ open }: Pick<Work, "open">, fields: ReadFields): ReadFields {
  const answer = open?.type === "field" && open.also !== undefined ? fields[open.field] : undefined;
  if (!answer || open?.type !== "field" || open.also === undefined || fields[open.also]) return fields;
  return { ...fields, [open.also]: answer };
}
