/**
 * The parts that words make of an address: a district or street with its name, a building with its number, a landmark behind either.
 * addresses.ts joins them.
 */

import { relatives } from "../days/date-words.ts";
import type { Span } from "../found.ts";
import { fold, type Token } from "../letters/normalise.ts";
import { isCommonWithPrefix, isCommonWord } from "../words.ts";
import {
  belongsBack,
  betweenParts,
  buildingHeads,
  districtHeads,
  englishStops,
  englishTails,
  goesOn,
  isNumbering,
  landmarkHeads,
  namedBuildings,
  neverNames,
  streetHeads,
  zodiac,
} from "./address-words.ts";
import type { FoundPlace } from "./places.ts";

type Words = readonly Token[];

/** Is there nothing but space between two neighbouring words? */
function touches(text: string, left: Token | undefined, right: Token | undefined): boolean {
  return (
    left !== undefined &&
    right !== undefined &&
    /^[ \u00a0\-'’.]{0,2}$/.test(text.slice(left.end, right.start))
  );
}

/** Parts that words make, in order and without overlaps. */
export function wordParts(text: string, words: Words, places: readonly FoundPlace[]): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const begun = found.at(-1);
    const next = words[at + 1];
    const touching = touches(text, words[at], next);
    const to =
      (touching ? (readNamed(text, words, at, places) ?? readBuilding(text, words, at)) : undefined) ??
      (begun && isJoinedTo(text, begun.end, words[at]?.start ?? 0)
        ? readLandmark(text, words, at, places)
        : undefined);
    if (to !== undefined) {
      const last = streetHeads.test(words[at]?.text ?? "") ? withHouse(text, words, to, places) : to;
      found.push({ start: numbered(text, words, at, begun?.end ?? 0), end: words[last - 1]?.end ?? 0 });
      at = last - 1;
      continue;
    }
    const back = readEnglish(text, words, at, begun?.end ?? 0);
    if (!back) continue;
    const last = englishStreets.test(words[at]?.text ?? "") ? withHouse(text, words, at + 1, places) : at + 1;
    found.push({ start: back.start, end: words[last - 1]?.end ?? back.end });
    at = last - 1;
  }
  return found;
}

/** Where a part's own word begins: «بحي» begins at «حي». */
function startOf(word: Token | undefined): number {
  if (!word) return 0;
  const prefix =
    /^[وفبلكع]{1,2}(?=(?:ال)?(?:حي|حاره|ضاحيه|مخطط|شارع|طريق|دوار|ميدان|تقاطع|كورنيش|مبني|عمار|بنايه|برج|فيلا|فله|شقه|دور|طابق|وحده|مجمع))/.exec(
      word.text,
    );
  return word.start + (prefix?.[0].length ?? 0);
}

/** «15 شارع طلعت حرب»: the house's number stands before its street. */
function numbered(text: string, words: Words, at: number, from: number): number {
  const before = words[at - 1];
  const house =
    before && /^\d{1,4}$/.test(before.text) && before.start >= from && touches(text, before, words[at]);
  return house && streetHeads.test(words[at]?.text ?? "") ? before.start : startOf(words[at]);
}

const houseNumber = /^\d{1,4}$/;
const englishStreets = /^(?:street|st|road|rd|avenue|ave)$/;

/**
 * «شارع صاري 9», «شارع صاري رقم 9»: the house's number behind its street, where nothing that it could count or be the hour of follows. The
 * index behind it, else `to`.
 */
function withHouse(text: string, words: Words, to: number, places: readonly FoundPlace[]): number {
  const at = /^(?:رقم|no|number)$/.test(words[to]?.text ?? "") ? to + 1 : to;
  const house = words[at];
  // Four digits are a sum as easily («شارع العليا 3000»), unless they are said to be a number.
  const mayBeHouse = (at > to ? houseNumber : /^\d{1,3}$/).test(house?.text ?? "");
  // «شارع 15 9» is no street and its house.
  if (!house || !mayBeHouse || houseNumber.test(words[to - 1]?.text ?? "")) return to;
  if (!touches(text, words[to - 1], words[to]) || (at > to && !touches(text, words[to], house))) return to;
  const next = words[at + 1];
  const goesAlong = next && touches(text, house, next) && (isPlaceAt(next, places) || opensPart(next.text));
  return goesAlong || endsClause.test(text.slice(house.end, house.end + 40)) ? at + 1 : to;
}

/** The text, or this clause of it, is over: not «9.5», «9:30», «9 كيلو». */
const endsClause = /^[ \u00a0]*(?:$|[\n،؛;!؟?()]|[.,](?!\d))/;

const isPlaceAt = (word: Token | undefined, places: readonly FoundPlace[]): boolean =>
  word !== undefined && places.some(({ start, end }) => start < word.end && end > word.start);

/** «حي الملقا», «شارع الأمير محمد بن عبدالعزيز», «شارع 15»: the index behind it. */
function readNamed(
  text: string,
  words: Words,
  at: number,
  places: readonly FoundPlace[],
): number | undefined {
  const head = words[at]?.text ?? "";
  const street = streetHeads.test(head);
  if (!street && !districtHeads.test(head)) return undefined;
  if (/طريق$/.test(head) && (words[at - 1]?.text === "عن" || !isRoadName(words[at + 1]?.text ?? ""))) {
    return undefined;
  }
  if (street && /^\d{1,4}$/.test(words[at + 1]?.text ?? "")) return at + 2;
  return readName(text, words, at + 1, places);
}

/** «طريق الملك فهد», «طريق الثمامة»; not «بطريق الخطأ», «طريق أسهل». */
const isRoadName = (word: string): boolean =>
  /^\d/.test(word) || goesOn(word) || (word.startsWith("ال") && !isCommonWord(word));

/** A proper name of up to six words that begins at `from`. */
function readName(
  text: string,
  words: Words,
  from: number,
  places: readonly FoundPlace[],
): number | undefined {
  const first = words[from]?.text ?? "";
  if (first.length < 2 || isNoName(first) || /^\d/.test(first)) return undefined;
  if (isCommonWord(first) && !first.startsWith("ال") && !goesOn(first)) return undefined;
  let to = from + 1;
  while (to < words.length && to - from < 6 && touches(text, words[to - 1], words[to])) {
    const word = words[to]?.text ?? "";
    if (isNoName(word) || isPlaceAt(words[to], places) || opensPart(word)) break;
    const before = words[to - 1]?.text ?? "";
    const needed = goesOn(before) && !/^\d/.test(word);
    const plain = !before.startsWith("ال") && !isCommonWord(word) && !/^\d/.test(word);
    const second = plain && (word.startsWith("ال") || (to === from + 1 && isArabicName(before, word)));
    if (!needed && !second && !belongsBack(word)) break;
    to += 1;
  }
  return to;
}

/** «شارع الاميرة بكرة»: a day is no part of a name, whatever stands before it. */
const isNoName = (word: string): boolean => neverNames.has(word) || relatives.has(word);

const opensPart = (word: string): boolean =>
  streetHeads.test(word) || districtHeads.test(word) || buildingHeads.test(word) || landmarkHeads.has(word);

/** «طلعت حرب»: two bare words that are nothing else. */
const isArabicName = (one: string, other: string): boolean =>
  [one, other].every((word) => /^[\u0620-\u06ff]{3,}$/.test(word) && !isCommonWithPrefix(word));

/** «مبنى 12», «الدور الثاني», "villa 4", «برج المملكة»: the index behind it. */
function readBuilding(text: string, words: Words, at: number): number | undefined {
  const head = words[at]?.text ?? "";
  if (!buildingHeads.test(head)) return undefined;
  const label = /^(?:رقم|no|number|raqam|ra2m)$/.test(words[at + 1]?.text ?? "") ? 2 : 1;
  const next = words[at + label]?.text ?? "";
  if (isNumbering(next) && !isCounted(words[at + label + 1]?.text)) return at + label + 1;
  const named = next.startsWith("ال") && !neverNames.has(next) && !zodiac.has(next);
  const proper = named && (/برج$/.test(head) || !isCommonWord(next));
  return label === 1 && namedBuildings.test(head) && proper && touches(text, words[at], words[at + 1])
    ? at + 2
    : undefined;
}

/** «شقة 3 غرف» counts rooms, «دور 2 أيام» days. */
const isCounted = (word: string | undefined): boolean =>
  word !== undefined &&
  /^(?:غرف|غرفه|اشخاص|ليالي|ايام|ريال|نجوم|rooms?|bedrooms?|nights?|people|guests?|stars?)$/.test(word);

/** «جنب مسجد النور», behind a part: up to four words. */
function readLandmark(
  text: string,
  words: Words,
  at: number,
  places: readonly FoundPlace[],
): number | undefined {
  if (!landmarkHeads.has(words[at]?.text ?? "")) return undefined;
  let to = at + 1;
  while (to < words.length && to - at <= 4 && touches(text, words[to - 1], words[to])) {
    const word = words[to]?.text ?? "";
    if (neverNames.has(word) && word !== "من") break;
    if (
      isPlaceAt(words[to], places) ||
      /^(?:رقم|رقمي|جوالي|بكره|اليوم|وابغي|و|and|my|please|tomorrow|at)$/.test(word)
    )
      break;
    to += 1;
  }
  return to > at + 1 ? to : undefined;
}

/** "Al Malqa district", "King Fahd Road": the words before the one at `at`; "2nd floor" too. */
function readEnglish(text: string, words: Words, at: number, from: number): Span | undefined {
  const tail = words[at];
  if (!tail) return undefined;
  const before = words[at - 1];
  if (
    tail.text === "floor" &&
    before &&
    /^(?:\d+(?:st|nd|rd|th)|first|second|third|ground)$/.test(before.text)
  ) {
    return before.start >= from ? { start: before.start, end: tail.end } : undefined;
  }
  if (!englishTails.has(tail.text)) return undefined;
  let first = at;
  while (first > 0 && at - first < 5 && touches(text, words[first - 1], words[first])) {
    const word = words[first - 1];
    const stop = !word || englishStops.has(word.text) || word.start < from || !/^[a-z0-9']/.test(word.text);
    if (stop || (isCommonWord(word.text) && !goesOn(word.text) && !belongsBack(word.text))) break;
    if (/^\d+$/.test(word.text) && first === at) return undefined;
    first -= 1;
    if (/^\d+$/.test(word.text)) break;
  }
  return first < at ? { start: words[first]?.start ?? 0, end: tail.end } : undefined;
}

/** Only marks, and words like «في» or "no.", stand between. */
export function isJoinedTo(text: string, from: number, to: number): boolean {
  return to >= from && to - from < 40 && betweenParts.test(fold(text.slice(from, to)));
}
