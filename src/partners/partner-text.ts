/**
 * A partner as people type it: one text a field, the same for a form and for a line of a CSV file. What is wrong with a text is a
 * named problem of its field, told in words by the pages. Lists are parted by `;`, a comma or a new line.
 */
import type { PartnerField } from "./vocabulary.ts";

export type PartnerText = Readonly<Record<PartnerField, string>>;

const partnerProblems = [
  "missing",
  "too_long",
  "too_many",
  "not_a_kind",
  "not_a_service",
  "not_a_place",
  "not_a_language",
  "not_a_count",
  "not_an_amount",
  "price_without_service",
  "not_a_phone",
  "not_an_email",
  "not_a_web_address",
  "host_not_named",
  "not_hours",
  "hours_overlap",
  "not_a_date",
  "dates_reversed",
  "not_a_licence",
  "not_yes_or_no",
  "not_a_state",
  "not_an_id",
] as const;

/** `text`: the part of the field that it is about, as it was typed; left out where that is all of it. */
export type PartnerProblem = {
  readonly field: PartnerField;
  readonly problem: (typeof partnerProblems)[number];
  readonly text?: string;
};

/** What a reader of one field finds: its value, or everything that is wrong with it. */
export type FieldReading<T> =
  | { readonly type: "read"; readonly value: T }
  | { readonly type: "bad"; readonly problems: readonly PartnerProblem[] };

export function isRead<T>(value: T): FieldReading<T> {
  return { type: "read", value };
}

export function isBad(
  field: PartnerField,
  problem: PartnerProblem["problem"],
  text?: string,
): FieldReading<never> {
  return { type: "bad", problems: [{ field, problem, ...(text !== undefined && { text }) }] };
}

/** The readings of a list's parts as the reading of the list. */
export function allRead<T>(readings: readonly FieldReading<T>[]): FieldReading<readonly T[]> {
  const problems = readings.flatMap((one) => (one.type === "bad" ? one.problems : []));
  if (problems.length > 0) return { type: "bad", problems };
  return isRead(readings.flatMap((one) => (one.type === "read" ? [one.value] : [])));
}

/** The parts of a list, trimmed, none of them empty. */
export function partsOf(text: string, between: RegExp = /[;؛,،\n]/): readonly string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Characters (UTF-16 units) that one field may have. */
export const longestField = 4_000;

/** Entries that a list may have. */
export const mostParts = 100;
