/**
 * Finds the numbers of a message, with what they count where the question names its units: «٣ ليالي», «ليلتين», "two nights", «كيلو
 * ونص». Digits that belong to a phone, a date or a time are found too; whoever fills fields takes the longer reading.
 */
import { ordinals } from "../days/date-words.ts";
import type { Found } from "../found.ts";
import { foundAt, type Piece, type Pieces, piecesOf, wordAt } from "../pieces.ts";
import { fractionOf, type Quantity, readFraction, readNumber, readPart } from "./quantities.ts";
import { readUnit, type UnitIndex, type UnitMet, unitIndex } from "./units.ts";

export type Counted = { readonly number: number; readonly unit?: string };
type Reading = Counted & { readonly next: number; readonly start: number; readonly end: number };

/**
 * Every number, in order, without overlaps. With `units` a number takes the unit behind it, and the noun alone counts: its dual is
 * 2, its bare singular 1 («ليلة واحدة», "a night"). `unit` is the entry of `units` that matched, in whatever form the customer used;
 * the span covers the unit. A fraction alone («نص») counts only with a unit or as the whole message.
 */
export function findNumbers(text: string, units?: readonly string[]): Found<Counted>[] {
  // What nearly everybody answers, read without the grammar.
  if (/^[1-9]\d{0,8}$/.test(text))
    return [{ value: { number: Number(text) }, start: 0, end: text.length, text }];
  const pieces = piecesOf(text);
  const index = unitIndex(units);
  const found: Found<Counted>[] = [];
  for (let at = 0; at < pieces.length; ) {
    const reading = readAt(pieces, at, index);
    if (!reading) {
      at += 1;
      continue;
    }
    const { number, unit, start, end } = reading;
    const negative = isNegative(pieces, at, reading);
    const value = { number: negative ? -number : number, ...(unit === undefined ? {} : { unit }) };
    found.push(foundAt(text, value, negative ? start - 1 : start, end));
    at = reading.next;
  }
  return found;
}

function readAt(pieces: Pieces, at: number, index: UnitIndex): Reading | undefined {
  return readCount(pieces, at, index) ?? readShare(pieces, at, index) ?? readNoun(pieces, at, index);
}

/** The word before says that this "one" is a pronoun, and that a number is asked for, not given. */
const pronounBefore = new Set(
  "this that which no the every any another في فيه من مع عن كل ولا اي علي عند الي لقيت".split(" "),
);
const notCounting = new Set(["كم", "كل", "لكل", "اي", "سعر", "بسعر", "per", "each", "every", "kam"]);

/** «٣ ليالي», «خمسة وعشرين», "2 and a half kilos", «2 كيلو ونص». */
function readCount(pieces: Pieces, at: number, index: UnitIndex): Reading | undefined {
  const number = readNumber(pieces, at) ?? readForSix(pieces, at, index);
  if (!number) return undefined;
  const area = timesOf(pieces, number, index);
  if (area) return area;
  const share = slashed(pieces, number, index);
  const reading = withUnit(pieces, share ?? withFraction(pieces, number, fractionOf(pieces, number)), index);
  return isPronoun(pieces, at, number) && reading.end === number.end ? undefined : reading;
}

const squared = /^(?:متر|امتار|م|m|metres?|meters?|metr)$/;

/** «٤×٥ متر», "5x4 metres", «٤ في ٥ متر»: the floor that both sides make. */
function timesOf(pieces: Pieces, side: Quantity, index: UnitIndex): Reading | undefined {
  if (!/^(?:x|×|\*|في|by|ضرب)$/.test(wordAt(pieces, side.next))) return undefined;
  const other = readNumber(pieces, side.next + 1);
  if (!other || other.number <= 0 || !squared.test(wordAt(pieces, other.next))) return undefined;
  const unit = readUnit(index, pieces, other.next);
  if (unit?.unit === undefined) return undefined;
  return {
    ...named(unit),
    number: side.number * other.number,
    next: unit.next,
    start: side.start,
    end: unit.end,
  };
}

/** «لست» is "I am not", unless what it counts follows: «لست أشخاص» is for six people. */
function readForSix(pieces: Pieces, at: number, index: UnitIndex): Quantity | undefined {
  const piece = pieces[at];
  if (!piece || !/^[لو]ست$/.test(piece.word)) return undefined;
  const unit = readUnit(index, pieces, at + 1);
  if (unit?.unit === undefined || unit.count !== undefined) return undefined;
  return { number: 6, digits: false, next: at + 1, start: piece.start + 1, end: piece.end };
}

/** «واحد صاحبي», «من واحد», "this one", «وحدة تخزين»: somebody or something, not a count of one. */
function isPronoun(pieces: Pieces, at: number, number: Quantity): boolean {
  const piece = pieces[at];
  const word = piece?.word ?? "";
  const before = wordAt(pieces, at - 1);
  if (number.number !== 1 || number.digits || pieces.length === 1) return false;
  if (word === "one") return pronounBefore.has(before);
  if (piece?.type !== "arabic") return false;
  return word === "وحده" || number.start > piece.start || pronounBefore.has(before);
}

/** `of`: what the fraction is a part of, one of the unit unless told otherwise. */
function withFraction<T extends { number: number; next: number; end: number }>(
  pieces: Pieces,
  read: T,
  of = 1,
): T {
  const fraction = readFraction(pieces, read.next);
  if (!fraction || !Number.isInteger(read.number) || read.number + fraction.delta < 0) return read;
  return { ...read, number: read.number + fraction.delta * of, next: fraction.next, end: fraction.end };
}

/** "1/2 kilo": a fraction in digits, only where a unit follows; else it is a date. */
function slashed(pieces: Pieces, top: Quantity, index: UnitIndex): Quantity | undefined {
  if (!top.digits || pieces[top.next]?.word !== "/") return undefined;
  const bottom = readNumber(pieces, top.next + 1);
  if (!bottom || ![2, 3, 4].includes(bottom.number) || top.number >= bottom.number) return undefined;
  if (!readUnit(index, pieces, bottom.next)) return undefined;
  return { ...top, number: top.number / bottom.number, next: bottom.next, end: bottom.end };
}

/** "2 double rooms", "three big boxes": what may stand before the noun and is none itself. */
const adjectives = new Set(
  "single double twin triple family king queen deluxe standard adjoining connecting separate large big small medium tiny heavy light sealed new old used full whole different identical official original birth academic university school white black brown blue wooden plastic cardboard paper company work more other adult".split(
    " ",
  ),
);

function unitBehind(pieces: Pieces, at: number, index: UnitIndex): UnitMet | undefined {
  // "2 nos. single rooms"
  if (wordAt(pieces, at) === "nos")
    return unitBehind(pieces, wordAt(pieces, at + 1) === "." ? at + 2 : at + 1, index);
  const word = wordAt(pieces, at);
  const unit = readUnit(index, pieces, at);
  // «اتنين وطفل»: the child is counted beside the two.
  if (unit && word.startsWith("و") && unit.unit?.startsWith("و") === false) return undefined;
  if (unit) return unit;
  const behind = word === "of" || adjectives.has(word) ? readUnit(index, pieces, at + 1) : undefined;
  return word === "of" || behind?.english ? behind : undefined;
}

function withUnit(pieces: Pieces, number: Quantity, index: UnitIndex): Reading {
  const unit = unitBehind(pieces, number.next, index);
  if (!unit || (unit.count === 2 && !isPluralHere(pieces, number)) || (unit.article && !unit.english))
    return number;
  return withFraction(pieces, { ...number, ...named(unit), next: unit.next, end: unit.end });
}

/** «أربعة بالغين»: behind a number the dual of adults is their plural. */
const isPluralHere = (pieces: Pieces, { number, next }: Quantity): boolean =>
  number >= 3 && number <= 20 && wordAt(pieces, next) === "بالغين";

const named = ({ unit }: UnitMet): { unit?: string } => (unit === undefined ? {} : { unit });

/** «نص كيلو», "half a kilo", «ربع مليون»; alone only as the whole message. */
function readShare(pieces: Pieces, at: number, index: UnitIndex): Reading | undefined {
  const part = readPart(pieces, at);
  if (!part) return undefined;
  const article = ["a", "an"].includes(pieces[part.next]?.word ?? "");
  const behind = article ? part.next + 1 : part.next;
  const unit = readUnit(index, pieces, behind);
  if (unit && unit.count !== 2) {
    // In the Gulf «ثلث» before people or nights is three.
    const three = wordAt(pieces, at).endsWith("ثلث") && unit.count === undefined && unit.unit !== undefined;
    if (three) return { ...named(unit), number: 3, next: unit.next, start: part.start, end: unit.end };
    return { ...named(unit), number: part.number, next: unit.next, start: part.start, end: unit.end };
  }
  const whole = readNumber(pieces, behind);
  if (whole && !whole.digits && whole.number >= 12) {
    const number = part.number * whole.number;
    return withUnit(pieces, { ...whole, number, start: part.start }, index);
  }
  return pieces.length === 1 ? part : undefined;
}

/** «ليلتين» 2, «ليلة واحدة» and "a night" 1, «كيلو ونص» 1.5. */
function readNoun(pieces: Pieces, at: number, index: UnitIndex): Reading | undefined {
  const unit = readUnit(index, pieces, at);
  if (unit?.count === undefined) return undefined;
  const { count } = unit;
  const before = pieces[at - 1];
  // «٢ وطفل»: one more beside the two.
  const isJoined = unit.start > (pieces[at]?.start ?? 0) && pieces[at]?.word.startsWith("و");
  if (count === 1 && !isJoined && isRate(before)) return undefined;
  const base = { ...named(unit), number: count, next: unit.next, start: unit.start, end: unit.end };
  const more = withFraction(pieces, base);
  if (more !== base) return more;
  const number = readNumber(pieces, unit.next);
  if (number && !number.digits && number.number === count && sameWords(pieces, unit.next, number)) {
    return { ...base, next: number.next, end: number.end };
  }
  if (count === 2) return base;
  // «شخص ثالث», «ليلة ثانية»: one more, whatever there are.
  if (isOrdinal(pieces[unit.next]?.word ?? "")) return undefined;
  if (unit.unit === undefined || unit.article || notCounting.has(before?.word ?? "")) return undefined;
  if (number?.digits === true) return undefined;
  if (!unit.english || /^(?:w|we|wa|wi)$/.test(before?.word ?? "")) return base;
  // English needs its article, and "500 a night" is a rate.
  if (before?.word !== "a" && before?.word !== "an") return undefined;
  return isRate(pieces[at - 2]) ? undefined : { ...base, start: before.start };
}

const isOrdinal = (word: string): boolean => ordinals.has(word.replace(/(?<=..)ه$/, ""));

/** An amount before the noun makes it a price's unit: «٥٠٠ ريال لليلة», "500 a night". */
function isRate(before: Piece | undefined): boolean {
  return (
    before?.type === "digits" ||
    /^(?:sar|sr|riyals?|usd|aed|egp|ريال|ريالات|درهم|دينار|جنيه|دولار)$/.test(before?.word ?? "")
  );
}

/** «ليلة واحدة», not «ليلة وواحد»: the number word stands bare. */
const sameWords = (pieces: Pieces, at: number, number: Quantity): boolean =>
  pieces[at]?.start === number.start;

/** A minus counts only when the number is the whole message; else it is a dash or a bullet. */
function isNegative(pieces: Pieces, at: number, { start, next }: Reading): boolean {
  return at === 1 && next === pieces.length && pieces[0]?.word === "-" && pieces[0].end === start;
}
