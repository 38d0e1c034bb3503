/** Days that a message only tells of, and the one of several that is meant. */
import type { FieldSpec } from "../domain/understanding.ts";
import { localDate } from "../language/clock.ts";
import type { Moment } from "../language/found.ts";
import type { Candidate } from "./candidate.ts";
import type { Extraction } from "./extraction.ts";

/** A day that has gone by is told of, not asked for («شكرًا على أمس»), unless a cue says otherwise. */
export function isPast({ type, value }: Candidate, { now, zone }: Moment): boolean {
  return type === "date" && typeof value === "string" && value < localDate(now, zone);
}

/** «بكرة … مفيش النهاردة؟ طيب بكرة»: of several days the one that is come back to. */
export function saidTwice(days: readonly Candidate[]): readonly Candidate[] {
  const again = days.filter((one, n) => days.slice(0, n).some(({ value }) => value === one.value));
  return again.length === 1 ? again : days;
}

/** «سخن من امبارح»: a day that is only told of, in a word, when something else is asked for. */
export function isTold(
  { name, future }: FieldSpec,
  candidate: Candidate,
  { moment, asked, correcting }: Extraction,
) {
  return (
    future && asked !== name && !correcting && isPast(candidate, moment) && !/\p{N}/u.test(candidate.text)
  );
}
