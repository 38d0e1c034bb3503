/** A value that a message might give, and which fields could hold it. */
import type { AnswerType, AnswerValue } from "../../domain/answer.ts";
import type { BadReason, FieldSpec, ServiceSpec } from "../../domain/understanding.ts";
import type { Moment } from "../../language/found.ts";
import type { Word } from "../words.ts";
import { cuesOf } from "./cues.ts";

/**
 * A value and the words it stands on. `field`: only that field can hold it (a choice's option). `unit`: the noun that a number counts.
 * `until`: the end of a range of dates or times.
 */
export type Candidate = {
  readonly type: AnswerType;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value?: AnswerValue;
  readonly bad?: BadReason;
  readonly unit?: string;
  readonly until?: string;
  readonly field?: string;
  /** No number is written: the noun alone counts («ليلة», "a room"). */
  readonly implied?: true;
  /** It goes on with a count right before it: "2 adults and a child". */
  readonly joined?: true;
  /** The name of a public body: for the fields that hold one, and no others. */
  readonly body?: true;
};

/** The `field` of a value that is said and that no field may take. */
export const nobodys = "";

export type Reading = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly spec: ServiceSpec;
  readonly moment: Moment;
};

/** Does the second value stand right behind the first, with nothing but «و», "and", "plus" or a comma between them? */
export function isJoined(
  text: string,
  { end }: Pick<Candidate, "end">,
  { start }: Pick<Candidate, "start">,
): boolean {
  return (
    start >= end && /^\s*(?:و|and|&|\+|plus|w|we|,|،)?\s*$/i.test(text.slice(end, start)) && start - end < 8
  );
}

/** Can this field hold the candidate? A number answers both kinds of number; a whole one is checked later. */
export function fits(field: FieldSpec, candidate: Candidate): boolean {
  if (candidate.field !== undefined) return candidate.field === field.name;
  if (candidate.body || field.format === "body") return candidate.body === true && field.format === "body";
  if (candidate.type === "number") {
    const isListed = candidate.joined && field.partOf !== undefined;
    if (candidate.implied && !isListed && field.take === "with_cue") return false;
    const counted = candidate.unit === undefined || hasUnit(field, candidate.unit);
    return (field.type === "number" || field.type === "integer") && counted;
  }
  return field.type === candidate.type;
}

/** Its cue is "quantity": how many of whatever the form is about. */
export function isQuantity(field: FieldSpec): boolean {
  return (field.type === "integer" || field.type === "number") && cuesOf(field).phrases.has("quantity");
}

/** Does the field count in this noun? */
export function hasUnit(field: FieldSpec, unit: string): boolean {
  return field.units.includes(unit) || (field.scales !== undefined && unit in field.scales);
}
