/**
 * What a partner reads of an order: before acceptance what it must know to decide, after it what it needs to carry the order out, and
 * never papers or numbers of identity. Where the flow's contact rule is `relay`, nothing by which it could reach the customer. Pure.
 */
import type { AnswerValue, Fields } from "../domain/answer.ts";
import { findIbans, findNationalIds } from "../language/ids.ts";
import { findPhones } from "../language/phones.ts";

/** A question as far as showing its answer goes. */
export type ShownQuestion = { readonly name: string; readonly type: string };

export type ShownTo = {
  /** The partner has the order, not only an offer of it. */
  readonly hasIt: boolean;
  readonly contact: "after_acceptance" | "relay";
};

/** Stay with the office whoever carries the order out. */
const never: ReadonlySet<string> = new Set([
  "national_id",
  "establishment_number",
  "iban",
  "photo",
  "document",
]);
/** Who and where the customer is. */
const ofCustomer: ReadonlySet<string> = new Set(["phone", "person_name", "address", "location"]);

/** The answers that the partner may read, in the order of the questions; what tells of the customer in their own words is blotted out. */
export function shownFields<Q extends ShownQuestion>(
  questions: readonly Q[],
  fields: Fields,
  { hasIt, contact }: ShownTo,
): readonly { readonly question: Q; readonly value: AnswerValue }[] {
  const mayReach = hasIt && contact === "after_acceptance";
  return questions.flatMap((question) => {
    const value = fields[question.name]?.value;
    if (value === undefined || never.has(question.type)) return [];
    if (!mayReach && ofCustomer.has(question.type)) return [];
    return [{ question, value: mayReach || typeof value !== "string" ? value : withoutContacts(value) }];
  });
}

/** The text with phones, IBANs and numbers of identity blotted out. */
export function withoutContacts(text: string): string {
  const found = [...findPhones(text), ...findIbans(text), ...findNationalIds(text)];
  let [left, before] = [text, text.length];
  for (const { start, end } of found.sort((a, b) => b.start - a.start)) {
    if (end > before) continue;
    left = `${left.slice(0, start)}•••${left.slice(end)}`;
    before = start;
  }
  return left;
}
