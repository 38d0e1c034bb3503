/** Ranges of days: two that share a month («من ٣ إلى ٦ ديسمبر»), and the end that follows a date («… إلى ٢٨», "until Sunday"). */
import type { BadReason } from "../../domain/understanding.ts";
import { nounFamilies } from "../numbers/number-words.ts";
import { isNumbered } from "../numbers/numbered-nouns.ts";
import { readUnit, unitIndex } from "../numbers/units.ts";
import { type Piece, type Pieces, wordAt } from "../pieces.ts";
import { behindDay, type Explicit, readDay, readExplicit, resolveDay } from "./date-explicit.ts";
import { readLeaning, readWeekday } from "./date-relative.ts";
import { untilWords } from "./date-words.ts";
import { ofMonthNamed } from "./of-month.ts";

/** What a date comes to. */
export type DateReading =
  /** `until`: the last day of a range («من ٣ إلى ٦ ديسمبر», a weekend). `calendar`: the one that the customer counted in. */
  | {
      readonly type: "date";
      readonly date: string;
      readonly calendar: "gregorian" | "hijri";
      readonly until?: string;
    }
  /** A weekday said on that very weekday: today, or in a week. */
  | { readonly type: "ambiguous"; readonly options: readonly string[] }
  /** `no_such_date` (31 November), or `contradiction` («الخميس ٢٥ نوفمبر» when that is a Wednesday). */
  | { readonly type: "impossible"; readonly reason: BadReason };

/** What is read at a place; `next`: the piece behind it. */
export type Reading = {
  readonly value: DateReading;
  readonly next: number;
  readonly start: number;
  readonly end: number;
};

export const noSuchDate: DateReading = { type: "impossible", reason: "no_such_date" };

/** Nouns that make the number before them a count, not a day: «٣ ديسمبر - ٥ أشخاص». */
export const counted = unitIndex([
  ...nounFamilies.flatMap((family) => family.slice(0, 1)),
  "guests",
  "rooms",
  "am",
  "pm",
]);
const hourWords =
  /^(?:[:%]|صباحا|مسا|العصر|عصرا|الصبح|الظهر|ظهرا|المغرب|العشا|الفجر|ليلا|الليل|ريال|sar|riyals?)$/;
/** Does a noun or an hour follow, so that the number before `next` is no day? */
export const isCounted = (pieces: Pieces, next: number): boolean =>
  readUnit(counted, pieces, next) !== undefined || hourWords.test(wordAt(pieces, next));

/** Past the connector of a range at piece `at`: «إلى», "-", «لـ»; undefined when there is none. */
function pastConnector(pieces: Pieces, at: number): number | undefined {
  if (!untilWords.has(wordAt(pieces, at)) && !/^(?:l|le|lel|la)$/.test(wordAt(pieces, at))) return undefined;
  const to = wordAt(pieces, at + 1) === "ل" ? at + 2 : at + 1;
  return /^(?:يوم|the|تاريخ|yom|youm|yoom)$/.test(wordAt(pieces, to)) ? to + 1 : to;
}

/** «من ٣ إلى ٦ ديسمبر», "3-6 December": two days that share one month. */
export function readSharedMonth(pieces: Pieces, at: number, today: string): Reading | undefined {
  const first = readDay(pieces, at);
  const from = first && pastConnector(pieces, first.next);
  if (!first || from === undefined || isNumbered(pieces, at)) return undefined;
  const second = readDay(pieces, from);
  const month = second && (behindDay(pieces, second, second.next) ?? ofMonthNamed(pieces, second, today));
  if (!month) return undefined;
  const shared = { calendar: month.calendar, ...(month.year === undefined ? {} : { year: month.year }) };
  // «من ٢٨ إلى ٢ ديسمبر» begins in the month before.
  const earlier = first.day > month.day;
  const firstMonth = earlier ? ((month.month + 10) % 12) + 1 : month.month;
  const yearBack = earlier && month.month === 1 && shared.year !== undefined ? { year: shared.year - 1 } : {};
  const date = resolveDay({ ...shared, ...yearBack, day: first.day, month: firstMonth }, today);
  const until = date && resolveDay({ ...shared, day: month.day, month: month.month }, date);
  const place = { next: month.next, start: first.start, end: month.end };
  if (date === undefined || until === undefined) return { ...place, value: noSuchDate };
  const value: DateReading = { type: "date", date, calendar: month.calendar };
  return { ...place, value: until > date ? { ...value, until } : value };
}

/** A reading that is a day. */
export type Single = Reading & { readonly value: Extract<DateReading, { type: "date" }> };

/** Adds the end of a range when one follows: a date, a weekday, or for an explicit date a bare day («٢٥ نوفمبر إلى ٢٨»). */
export function withUntil(
  pieces: Pieces,
  read: Single,
  explicit: Explicit | undefined,
  today: string,
): Reading {
  const word = pieces[read.next];
  const from = pastConnector(pieces, read.next) ?? (joinsByLam(word) ? read.next : undefined);
  if (from === undefined) return read;
  const last = readLast(pieces, from, read.value.date, explicit, today);
  if (!last || last.date <= read.value.date) return read;
  return { ...read, value: { ...read.value, until: last.date }, next: last.next, end: last.end };
}

const joinsByLam = (piece: Piece | undefined): boolean =>
  piece?.type === "arabic" &&
  (piece.word === "ل" || piece.word.startsWith("لل") || piece.word.startsWith("لبعد"));

type Last = { readonly date: string; readonly next: number; readonly end: number };

function readLast(
  pieces: Pieces,
  at: number,
  first: string,
  explicit: Explicit | undefined,
  today: string,
): Last | undefined {
  const from = wordAt(pieces, at) === "ل" ? at + 1 : at;
  const other = readExplicit(pieces, from);
  if (other) {
    const date = resolveDay(other, first);
    return date === undefined ? undefined : { date, next: other.next, end: other.end };
  }
  const weekday = readWeekday(pieces, from, first);
  if (weekday) return { date: weekday.or ?? weekday.date, next: weekday.next, end: weekday.end };
  const leaning = readLeaning(pieces, from, today);
  if (leaning) return { date: leaning.until ?? leaning.date, next: leaning.next, end: leaning.end };
  const day = explicit && readDay(pieces, from);
  if (!explicit || !day || isCounted(pieces, day.next)) return undefined;
  // "20 december le etnein" is for two.
  if (pieces[from]?.type !== "digits" && /^l[ae]?l?$/.test(wordAt(pieces, from - 1))) return undefined;
  const { year: _, ...sameMonth } = explicit;
  const date = resolveDay({ ...sameMonth, day: day.day, month: laterMonth(explicit, day.day) }, first);
  return date === undefined ? undefined : { date, next: day.next, end: day.end };
}

const laterMonth = ({ day, month }: Explicit, last: number): number =>
  last > day ? month : (month % 12) + 1;
