/** Numbers that count a thing named in free words: "three white shirts", «خمس طابعات». */
import { consonantsOf } from "../../language/letters/consonants.ts";
import { firstFrom, type Span, type Word } from "../words.ts";
import type { Candidate } from "./candidate.ts";

/**
 * Which of the free `numbers` counts the thing: the last before its words, with nothing between but values already given ("white").
 */
export function countsOf(
  text: string,
  thing: Span,
  numbers: readonly Candidate[],
  given: readonly Span[],
): Candidate | undefined {
  return numbers.findLast(({ end }) => {
    if (end > thing.start) return false;
    const between = given.filter((one) => one.start >= end && one.end <= thing.start);
    let left = text.slice(end, thing.start);
    for (const one of between) left = left.replace(text.slice(one.start, one.end), "");
    return /^\s*(?:(?:nos?|pcs|units?|pieces?|pairs?|x|×)\b\.?)?\s*(?:of(?: (?:the|these|those|your|my))?)?\s*$/i.test(
      left,
    );
  });
}

/** A year is no count. */
const isYear = ({ value }: Candidate): boolean => typeof value === "number" && value >= 1900 && value <= 2100;

/** Does the word name the same as one of the thing's words: «300 مقعد» of «مقاعد مدرسية», "5000 kob" of "akwab"? */
function isOfThing(thing: string, noun: string): boolean {
  const root = consonantsOf(noun);
  return root.length >= 2 && thing.split(/\s+/).some((word) => consonantsOf(word).startsWith(root));
}

/**
 * The number that counts the thing from behind: the one with the thing's own noun, else the only one that stands right behind it, parted by a
 * comma ("nitrile gloves, 10,000"). `inside`: it was read as part of the thing, whose words end before it.
 */
export function countBehind(
  text: string,
  words: readonly Word[],
  { start, end }: Span,
  numbers: readonly Candidate[],
  given: readonly Span[],
): { readonly number: Candidate; readonly inside: boolean } | undefined {
  const thing = text.slice(start, end);
  for (const number of numbers.filter((one) => one.start > start)) {
    const noun = words[firstFrom(words, number.end)];
    const named = text.slice(start, Math.min(end, number.start));
    const isNear = noun !== undefined && /^\s*$/.test(text.slice(number.end, noun.start));
    if (isNear && isOfThing(named, noun.text)) return { number, inside: number.start < end };
  }
  const behind = numbers.filter((one) => one.start >= end && !isYear(one));
  const [number] = behind;
  // "gloves supplier, 10,000": words that are another value may stand between.
  const from = given.reduce((last, one) => (one.start > last && one.start - last <= 1 ? one.end : last), end);
  const isNext = number && /^\s*[,،]\s*$/.test(text.slice(from, number.start)) && !/\d/.test(thing);
  return number && isNext && behind.length === 1 ? { number, inside: false } : undefined;
}
