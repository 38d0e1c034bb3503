/**
 * Reads one number at a place in a message, digits or words: «خمسة وعشرين», «مية وخمسين», "two thousand five hundred", «٥٠ ألف», and
 * the fractions behind it («ونص», "and a half", «إلا ربع»). Dates, times, durations and counts all stand on it.
 */

import { readCoin } from "../money/currencies.ts";
import { lookUp, type Pieces } from "../pieces.ts";
import { type NumberWord, numberWords } from "./number-words.ts";

/** A number from folded offset `start` to `end`; `next` is the index of the piece behind it. */
export type Quantity = {
  readonly number: number;
  readonly digits: boolean;
  readonly next: number;
  readonly start: number;
  readonly end: number;
};

/** "1,500" is 1500; "1.5", «٣٫٥» and "1,5" are decimals; "1.500.000" is thousands. Undefined for a list ("1,2,3") or over 15 digits. */
function readDigits(word: string): number | undefined {
  if (word.length > 20) return undefined;
  if (/^\d+$/.test(word)) return word.length > 15 ? undefined : Number(word);
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(word)) return Number(word.replaceAll(",", ""));
  if (/^[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(word)) return Number(word.replaceAll(".", ""));
  if (/^[1-9]\d{0,2}(?:\.\d{3})+,\d{1,2}$/.test(word)) {
    return Number(word.replaceAll(".", "").replace(",", "."));
  }
  return /^\d+[.,]\d+$/.test(word) ? Number(word.replace(",", ".")) : undefined;
}

const joiners = new Set(["و", "w", "we", "wa", "o", "and"]);

type Next = { readonly entry: NumberWord; readonly joined: boolean; readonly at: number };

/** The number word that goes on from piece `index`, with «و» or "and" before it or bare. */
function nextWord(pieces: Pieces, index: number): Next | undefined {
  const piece = pieces[index];
  if (!piece) return undefined;
  const before = pieces[index - 1];
  const hyphen = piece.word === "-" && before?.type === "latin" && before.end === piece.start;
  const separate = joiners.has(piece.word);
  const at = separate || hyphen ? index + 1 : index;
  const met = lookUp(numberWords, pieces[at]);
  if (!met || met.skip > 1) return undefined;
  const prefixed = met.skip === 1;
  if (prefixed && (separate || pieces[at]?.word.charAt(0) !== "و")) return undefined;
  return { entry: met.entry, joined: separate || prefixed, at };
}

/** What is counted so far: `sum` of closed thousands, and `current` below them. */
type Count = { readonly sum: number; readonly current: number };

function addSmall(count: Count, { entry, joined }: Next): Count | undefined {
  const { sum, current } = count;
  const { value, type, english } = entry;
  const tail = current % 100;
  const open = tail === 0 && current + sum > 0;
  const add = { sum, current: current + value };
  if (value === 0) return undefined;
  if (english) {
    if (type === "one" && !joined && tail >= 20 && tail % 10 === 0) return add;
    return open ? add : undefined;
  }
  if (!joined) return undefined;
  if (type === "one") return open || (tail >= 20 && tail % 10 === 0) ? add : undefined;
  if (type === "ten") return tail < 10 ? add : undefined;
  return open ? add : undefined;
}

function addWord(count: Count, next: Next): Count | undefined {
  const { sum, current } = count;
  const { entry, joined } = next;
  if (entry.type === "part" || entry.type === "joint") return undefined;
  if (entry.type === "thousand") {
    if (joined) return current === 0 && sum > 0 ? { sum: sum + entry.value, current } : undefined;
    if (current === 0 || (entry.value !== 1000 && entry.value !== 1e6)) return undefined;
    return { sum: sum + current * entry.value, current: 0 };
  }
  if (entry.type === "hundred") {
    // "two dozen".
    if (entry.value === 12)
      return joined || current === 0 || sum > 0 ? undefined : { sum, current: current * 12 };
    if (joined) return current === 0 && sum > 0 ? { sum, current: entry.value } : undefined;
    if (current === 0 && sum > 0 && entry.english === false) return undefined;
    return current > 0 && current < (entry.english ? 100 : 10) && entry.value === 100
      ? { sum, current: current * 100 }
      : undefined;
  }
  if (
    entry.type === "teen" &&
    !joined &&
    entry.value === 10 &&
    !entry.english &&
    current > 0 &&
    current < 10
  ) {
    return { sum, current: current + 10 };
  }
  return addSmall(count, next);
}

type First = {
  readonly count: Count;
  readonly digits: boolean;
  readonly skip: number;
  readonly next: number;
};

function firstWord(pieces: Pieces, index: number): First | undefined {
  const met = lookUp(numberWords, pieces[index]);
  if (!met) return undefined;
  const { entry, skip, article } = met;
  const begun = { digits: false, skip, next: index + 1 };
  if (entry.type === "part" || pieces[index]?.word === "k") return undefined;
  // «الاثنين» is Monday.
  if (article && entry.type === "one" && entry.value === 2) return undefined;
  if (entry.type === "joint") {
    const ten = lookUp(numberWords, pieces[index + 1]);
    if (ten?.entry.value !== 10 || ten.skip > 0 || ten.entry.english) return undefined;
    return { ...begun, count: { sum: 0, current: 10 + entry.value }, next: index + 2 };
  }
  return {
    ...begun,
    count: entry.type === "thousand" ? { sum: entry.value, current: 0 } : { sum: 0, current: entry.value },
  };
}

/** «بست ميه», «لست آلاف»: alone «لست» is "I am not"; before a hundred or a thousand it is six behind a letter. */
function sixOf(pieces: Pieces, index: number): First | undefined {
  if (!/^[بلوف]ست$/.test(pieces[index]?.word ?? "")) return undefined;
  const next = lookUp(numberWords, pieces[index + 1]);
  const isScale = next?.skip === 0 && (next.entry.value === 100 || next.entry.value === 1000);
  return isScale ? { digits: false, skip: 1, next: index + 1, count: { sum: 0, current: 6 } } : undefined;
}

/** «متين ريال», «متين وعشرة ريال»: two hundred as it is spoken in Egypt; alone, or before other things, the word says that something is sturdy. */
function twoHundredOf(pieces: Pieces, index: number): First | undefined {
  const word = pieces[index]?.word ?? "";
  if (!/^ب?متين$/.test(word)) return undefined;
  const joined = lookUp(numberWords, pieces[index + 1])?.skip === 1;
  const counts = (joined ? [index + 2, index + 3] : [index + 1]).some((at) => isUnit(pieces, at));
  const skip = word.startsWith("ب") ? 1 : 0;
  return counts ? { digits: false, skip, next: index + 1, count: { sum: 0, current: 200 } } : undefined;
}

const isUnit = (pieces: Pieces, at: number): boolean =>
  readCoin(pieces, at) !== undefined || /^(?:الف|متر|كيلو)$/.test(pieces[at]?.word ?? "");

function firstPiece(pieces: Pieces, index: number): First | undefined {
  const piece = pieces[index];
  const spoken = sixOf(pieces, index) ?? twoHundredOf(pieces, index);
  if (spoken) return spoken;
  if (piece?.type !== "digits") return firstWord(pieces, index);
  const number = readDigits(piece.word);
  if (number === undefined) return undefined;
  return { count: { sum: 0, current: number }, digits: true, skip: 0, next: index + 1 };
}

/** No number that people say takes more pieces; a row of a thousand «ألف» must not cost a second. */
const longest = 24;

/** The number that begins at piece `index`, without fractions behind it. */
export function readNumber(pieces: Pieces, index: number): Quantity | undefined {
  const first = firstPiece(pieces, index);
  const begin = pieces[index];
  if (!first || !begin) return undefined;
  let { count, next } = first;
  while (next < index + longest) {
    const word = nextWord(pieces, next);
    if (!word) break;
    // Digits go on only into «ألف», «مية», "k": «5 وعشرين» is two numbers.
    const scale = word.entry.type === "thousand" || (word.entry.type === "hundred" && !word.joined);
    if (first.digits && count.sum === 0 && !scale) break;
    const added = addWord(count, word);
    if (!added) break;
    count = added;
    next = word.at + 1;
  }
  return {
    number: Math.round((count.sum + count.current) * 1e6) / 1e6,
    digits: first.digits,
    next,
    start: begin.start + first.skip,
    end: pieces[next - 1]?.end ?? begin.end,
  };
}

const signs: ReadonlyMap<string, number> = new Map([
  ["½", 0.5],
  ["¼", 0.25],
  ["¾", 0.75],
]);
const articles = new Set(["a", "an"]);
const less = new Set(["الا", "illa", "ella", "ila"]);

/** A fraction that is a word or sign of its own: «نص», "half", "½"; without what it is of. */
export function readPart(pieces: Pieces, index: number): Quantity | undefined {
  const piece = pieces[index];
  if (!piece) return undefined;
  const sign = signs.get(piece.word);
  if (sign !== undefined) {
    return { number: sign, digits: true, next: index + 1, start: piece.start, end: piece.end };
  }
  const met = lookUp(numberWords, piece);
  if (met?.entry.type !== "part") return undefined;
  const start = piece.start + met.skip;
  return { number: met.entry.value, digits: false, next: index + 1, start, end: piece.end };
}

/**
 * What a fraction behind a number is of: «مليون ونص» is half a million more, «ألف ونص» half a thousand. Digits alone are counted in ones.
 */
export function fractionOf(pieces: Pieces, { number, next }: Quantity): number {
  if (pieces[next - 1]?.type === "digits") return 1;
  if (number >= 1e6 && number % 1e6 === 0) return 1e6;
  return number >= 1000 && number % 1000 === 0 ? 1000 : 1;
}

/** What is added to (or taken from) a number by the words behind it: «ونص» 0.5, "and a quarter" 0.25, «إلا ربع» −0.25. */
export function readFraction(
  pieces: Pieces,
  index: number,
): { readonly delta: number; readonly next: number; readonly end: number } | undefined {
  const piece = pieces[index];
  if (!piece) return undefined;
  const minus = less.has(piece.word);
  const separate = minus || joiners.has(piece.word);
  let at = separate ? index + 1 : index;
  if (separate && articles.has(pieces[at]?.word ?? "")) at += 1;
  const part = readPart(pieces, at);
  const of = pieces[at];
  if (!part || !of) return undefined;
  const prefixed = part.start > of.start && of.word.charAt(0) === "و";
  if (!separate && !prefixed && !signs.has(of.word)) return undefined;
  return { delta: minus ? -part.number : part.number, next: part.next, end: part.end };
}
