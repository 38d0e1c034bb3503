/**
 * Addresses in a customer's words: districts, streets, buildings, links to a map, and the Kingdom's short national addresses. Parts that
 * stand together are one address, with the city beside them.
 */
import type { Address } from "../domain/answer.ts";
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
import type { Found } from "./found.ts";
import { fold, type Token, tokens } from "./normalise.ts";
import { type FoundPlace, findPlaces } from "./places.ts";
import { findShortAddresses } from "./short-addresses.ts";
import { findUrls } from "./urls.ts";
import { isCommonWithPrefix, isCommonWord } from "./words.ts";

export { findShortAddresses } from "./short-addresses.ts";

type Span = { readonly start: number; readonly end: number };
type Words = readonly Token[];

const mapLink =
  /\/\/(?:maps\.app\.goo\.gl|goo\.gl\/maps|(?:www\.)?google\.[a-z.]+\/maps|maps\.google\.|maps\.apple\.com|(?:www\.)?waze\.com|(?:www\.)?openstreetmap\.org|what3words\.com|w3w\.co)/i;

/**
 * Addresses, in order. `text` is the customer's own words from the first part to the last, `city` the English name of a city inside
 * or right beside them, `short` the short national address among them. A city alone is no address.
 */
export function findAddresses(text: string): Found<Address>[] {
  const words = tokens(text);
  const places = findPlaces(text).filter(({ value }) => value.kind === "city");
  const shorts = findShortAddresses(text);
  const links = findUrls(text).filter(({ value }) => mapLink.test(value));
  const parts = [...wordParts(text, words, places), ...shorts, ...links].sort(
    (one, other) => one.start - other.start,
  );
  return joined(text, parts, places).map((span) => {
    const city = cityOf(text, span, places);
    const short = shorts.find(({ start }) => start >= span.start && start < span.end);
    const value = {
      text: text.slice(span.start, span.end),
      ...(city && { city: city.value.en }),
      ...(short && { short: short.value }),
    };
    return { value, ...span, text: value.text };
  });
}

/** Is there nothing but space between two neighbouring words? */
function touches(text: string, left: Token | undefined, right: Token | undefined): boolean {
  return (
    left !== undefined &&
    right !== undefined &&
    /^[ \u00a0\-'’.]{0,2}$/.test(text.slice(left.end, right.start))
  );
}

/** Parts that words make, in order and without overlaps. */
function wordParts(text: string, words: Words, places: readonly FoundPlace[]): Span[] {
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
      found.push({ start: numbered(text, words, at, begun?.end ?? 0), end: words[to - 1]?.end ?? 0 });
      at = to - 1;
      continue;
    }
    const back = readEnglish(text, words, at, begun?.end ?? 0);
    if (back) found.push(back);
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
  if (/طريق$/.test(head) && words[at - 1]?.text === "عن") return undefined;
  if (street && /^\d{1,4}$/.test(words[at + 1]?.text ?? "")) return at + 2;
  return readName(text, words, at + 1, places);
}

/** A proper name of up to six words that begins at `from`. */
function readName(
  text: string,
  words: Words,
  from: number,
  places: readonly FoundPlace[],
): number | undefined {
  const first = words[from]?.text ?? "";
  if (first.length < 2 || neverNames.has(first) || /^\d/.test(first)) return undefined;
  if (isCommonWord(first) && !first.startsWith("ال") && !goesOn(first)) return undefined;
  let to = from + 1;
  while (to < words.length && to - from < 6 && touches(text, words[to - 1], words[to])) {
    const word = words[to]?.text ?? "";
    if (neverNames.has(word) || isPlaceAt(words[to], places) || opensPart(word)) break;
    const before = words[to - 1]?.text ?? "";
    const needed = goesOn(before) && !/^\d/.test(word);
    const plain = !before.startsWith("ال") && !isCommonWord(word) && !/^\d/.test(word);
    const second = plain && (word.startsWith("ال") || (to === from + 1 && isArabicName(before, word)));
    if (!needed && !second && !belongsBack(word)) break;
    to += 1;
  }
  return to;
}

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
function isJoinedTo(text: string, from: number, to: number): boolean {
  return to >= from && to - from < 40 && betweenParts.test(fold(text.slice(from, to)));
}

/** Parts joined into addresses; cities and postal codes between and beside them go along. */
function joined(text: string, parts: readonly Span[], places: readonly FoundPlace[]): Span[] {
  const made: Span[] = [];
  for (const part of parts) {
    const last = made.at(-1);
    const bridge = last && places.find(({ start, end }) => start >= last.end && end <= part.start);
    const near =
      last &&
      (isJoinedTo(text, last.end, part.start) ||
        (bridge && isJoinedTo(text, last.end, bridge.start) && isJoinedTo(text, bridge.end, part.start)));
    if (last && part.start < last.end) continue;
    if (last && near) made[made.length - 1] = { start: last.start, end: withPostalCode(text, part.end) };
    else made.push({ start: part.start, end: withPostalCode(text, part.end) });
  }
  return made;
}

function withPostalCode(text: string, end: number): number {
  const code =
    /^[\s,،-]{1,3}(?:الرمز البريدي|الرمز البريدى|zip|postal code)?[\s:]{0,2}[\d٠-٩]{5}(?:-[\d٠-٩]{4})?(?![\d٠-٩\p{L}])/u.exec(
      text.slice(end, end + 40),
    );
  return code && !/^\s*(?:ريال|sar|sr)/i.test(text.slice(end + code[0].length)) ? end + code[0].length : end;
}

/** The city inside the span, else right behind or right before it. */
function cityOf(text: string, span: Span, places: readonly FoundPlace[]): FoundPlace | undefined {
  const inside = places.find(({ start, end }) => start >= span.start && end <= span.end);
  if (inside) return inside;
  const behind = places.find(({ start }) => start >= span.end);
  if (behind && isJoinedTo(text, span.end, behind.start)) return behind;
  const before = places.findLast(({ end }) => end <= span.start);
  return before && isJoinedTo(text, before.end, span.start) ? before : undefined;
}
