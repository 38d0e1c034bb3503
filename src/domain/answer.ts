/** Answers: the closed set of types that a question can have, and the value that each one gives. */
import type { DocumentId } from "./ids.ts";
import { inMainUnit, type Money } from "./money.ts";

export const answerTypes = [
  "text",
  "number",
  "integer",
  "choice",
  "yes_no",
  "date",
  "time",
  "duration",
  "place",
  "address",
  "location",
  "phone",
  "money",
  "person_name",
  "national_id",
  "establishment_number",
  "iban",
  "url",
  "photo",
  "document",
] as const;

export type AnswerType = (typeof answerTypes)[number];

/**
 * Types whose parser alone decides whether a message answers the open question. For the rest (free words) the understanding
 * reads the message first: «وين طلبي؟» is never the contents of a parcel.
 */
export const closedAnswerTypes: ReadonlySet<AnswerType> = new Set<AnswerType>([
  "number",
  "integer",
  "choice",
  "yes_no",
  "date",
  "time",
  "duration",
  "place",
  "location",
  "phone",
  "money",
  "national_id",
  "establishment_number",
  "iban",
  "url",
]);

export type Location = { readonly latitude: number; readonly longitude: number };
/** `city` is the English name of a gazetteer place, `short` a short national address (RRRD2929). */
export type Address = {
  readonly text: string;
  readonly city?: string;
  readonly short?: string;
  readonly location?: Location;
};
export type FileRef = {
  readonly id: DocumentId;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
};

/**
 * A value as contracts.md ("Values") shows it: number and integer as numbers; yes_no a boolean; choice the option's id; place the
 * English name; date `YYYY-MM-DD`; time `HH:MM`; duration ISO 8601; phone E.164; ids, IBAN, url, names and text strings.
 */
export type AnswerValue = number | string | boolean | Money | Location | Address | readonly FileRef[];

export const isMoney = (value: AnswerValue | undefined): value is Money =>
  typeof value === "object" && "amountMinor" in value;

/** A number, or a sum in its currency's main unit; undefined of any other value. */
export function numberIn(value: AnswerValue | undefined): number | undefined {
  if (typeof value === "number") return value;
  return isMoney(value) ? inMainUnit(value) : undefined;
}

/** The words that a value came from: UTF-16 offsets into the text of message `messageId`. */
export type Evidence = {
  readonly text: string;
  readonly messageId: string;
  readonly start: number;
  readonly end: number;
  /** Who read it: a rule, the embedded classifier's extractor, a model, the channel or an earlier order (`known`), another
   *  field (`derived`), a member of staff, or a program through the API. */
  readonly by: "exact" | "embedded" | "llm" | "known" | "derived" | "agent" | "api";
};

export type Field = { readonly value: AnswerValue; readonly evidence: Evidence };
export type Fields = Readonly<Record<string, Field>>;
