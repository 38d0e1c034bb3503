/** Values that belong together: both ends of a range of days or hours, and the parts of one number. */
import type { FieldSpec } from "../../domain/understanding.ts";
import { findDurations } from "../../language/times/durations.ts";
import { isJoined } from "./candidate.ts";
import { cuesOf } from "./cues.ts";
import type { Extraction, Given } from "./extraction.ts";

/** «من ٣ إلى ٦ ديسمبر» gives the first date to its field and the second to the one that an end leads to. */
export function giveRangeEnds(given: Given, { spec, correcting, filled = [], values }: Extraction): void {
  for (const [field, candidate] of [...given]) {
    if (candidate.until === undefined) continue;
    // "change it from Monday to Tuesday": the old value and the new one, where the form held the first or knows no end.
    const isOld = values?.[field.name]?.value === candidate.value;
    const hasEnd = spec.fields.some((other) => filled.includes(other.name) && endsRange(other));
    if (correcting && (isOld || !hasEnd)) {
      given.set(field, { ...candidate, value: candidate.until });
      continue;
    }
    // "change it to 4 to 7 December": the first "to" led both days to the end.
    const other = spec.fields.find(
      (other) =>
        other !== field &&
        other.type === field.type &&
        !given.has(other) &&
        endsRange(other) !== endsRange(field),
    );
    if (!other) continue;
    const { until, ...first } = candidate;
    const last = { ...first, value: until };
    given.set(field, endsRange(field) ? last : first);
    given.set(other, endsRange(field) ? first : last);
  }
}

/** «من اول الشهر … لين ارجع بعد ٣ شهور»: an end so many months or weeks on, beside a beginning, is how long. */
export function giveLength(given: Given, { spec, filled = [] }: Extraction): void {
  const length = spec.fields.find(({ type }) => type === "duration");
  if (!length || given.has(length) || filled.includes(length.name)) return;
  const days = [...given].filter(([{ type }]) => type === "date");
  const [end, another] = days.filter(([field, { text }]) => endsRange(field) && ahead.test(text));
  if (!end || another || days.length < 2) return;
  const [field, candidate] = end;
  const [found] = findDurations(candidate.text.replace(ahead, ""));
  if (!found) return;
  given.delete(field);
  given.set(length, { ...candidate, type: "duration", value: found.value.iso });
}
const ahead = /^(?:بعد|عقب|in|after|ba3d)\s+/iu;

/** «شخصين وطفلين»: two people and two children beside them are parts of one number, not the whole and a part of it. */
export function giveParts(given: Given, { spec, text, filled = [] }: Extraction): void {
  for (const [part, candidate] of [...given]) {
    if (part.partOf === undefined) continue;
    const [whole, before] = [...given].find(([{ name }]) => name === part.partOf) ?? [];
    const others = spec.fields.filter((field) => field.partOf === part.partOf && field !== part);
    const [other] = others;
    if (!whole || !before || !other || others.length > 1 || given.has(other)) continue;
    if (filled.includes(other.name) || !isJoined(text, before, candidate)) continue;
    // «شخصان بالغان» are the same two.
    if (text.slice(before.end, candidate.start).trim() === "") continue;
    given.delete(whole);
    given.set(other, before);
  }
}

/** Is a field led to by the words that end a range? */
export function endsRange(field: FieldSpec): boolean {
  const { phrases } = cuesOf(field);
  return ["until", "حتي", "الي"].some((word) => phrases.has(word));
}
