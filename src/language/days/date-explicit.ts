/**
 * Reads dates that name their day: «٢٥ نوفمبر», "Nov 25th", "25/11/2026", «١٥ رجب ١٤٤٨», «الأول من ديسمبر». Nothing is resolved here but
 * the calendar: which year is meant, and whether the day exists, is decided by `resolveDay`.
 */

import { numberWords } from "../numbers/number-words.ts";
import { readNumber } from "../numbers/quantities.ts";
import { lookUp, type Pieces, wordAt } from "../pieces.ts";
import { dateOf } from "../times/clock.ts";
import { type MonthWord, monthBeginnings, months, ordinals } from "./date-words.ts";
import { fromHijri, toHijri } from "./hijri.ts";

type At = { readonly next: number; readonly start: number; readonly end: number };
export type DayOfMonth = {
  readonly day: number;
  readonly month: number;
  readonly year?: number;
  readonly calendar: "gregorian" | "hijri";
};
export type Explicit = DayOfMonth & At;

/**
 * The Gregorian date of a day; without a year, the first such day from `notBefore` on. Undefined when that year has no such day
 * (31 November, 30th of a 29-day Hijri month).
 */
export function resolveDay(
  { day, month, year, calendar }: DayOfMonth,
  notBefore: string,
): string | undefined {
  if (calendar === "hijri") {
    if (year !== undefined) return fromHijri({ year, month, day });
    const from = toHijri(notBefore);
    const passed = month * 100 + day < from.month * 100 + from.day;
    return fromHijri({ year: from.year + (passed ? 1 : 0), month, day });
  }
  if (year !== undefined) return dateOf(year, month, day);
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = notBefore.split("-").map(Number);
  const passed = month * 100 + day < fromMonth * 100 + fromDay;
  return dateOf(fromYear + (passed ? 1 : 0), month, day);
}

/** The date that begins at piece `at`, in any form that names its day and month. */
export function readExplicit(pieces: Pieces, at: number): Explicit | undefined {
  const piece = pieces[at];
  if (!piece || piece.type === "mark") return undefined;
  return (
    (piece.type === "digits" ? readNumeric(pieces, at) : undefined) ??
    readDayMonth(pieces, at) ??
    readMonthDay(pieces, at)
  );
}

export type Day = At & { readonly day: number; readonly ordinal: boolean };

const suffixes = new Set(["st", "nd", "rd", "th"]);

/** A day of the month, 1–39 (what is above 31 is told as no such day): "25th", «خمسة وعشرين», «الخامس والعشرين», "twenty fifth". */
export function readDay(pieces: Pieces, at: number): Day | undefined {
  const begin = pieces[at];
  if (!begin || begin.type === "mark") return undefined;
  const number = readNumber(pieces, at);
  const ordinal = readOrdinal(pieces, number && !number.digits && number.number >= 20 ? number.next : at);
  if (number && ordinal && ordinal.day < 10) {
    return { ...ordinal, day: number.number + ordinal.day, start: number.start };
  }
  if (!number) return ordinal;
  if (!Number.isInteger(number.number) || number.number < 1 || number.number > 39) return undefined;
  if (number.digits && begin.word.length > 2) return undefined;
  const suffix = suffixes.has(pieces[number.next]?.word ?? "");
  const next = suffix ? number.next + 1 : number.next;
  return {
    day: number.number,
    ordinal: suffix,
    next,
    start: number.start,
    end: pieces[next - 1]?.end ?? number.end,
  };
}

function readOrdinal(pieces: Pieces, at: number): Day | undefined {
  const met = lookUp(ordinals, pieces[at]);
  const begin = pieces[at];
  if (!met || !begin) return undefined;
  const base = { ordinal: true, start: begin.start + met.skip };
  const behind = lookUp(numberWords, pieces[at + 1]);
  const more = pieces[at + 1];
  if (behind && more && !behind.entry.english && met.entry <= 11) {
    const { value, type } = behind.entry;
    if (value === 10 && behind.skip === 0 && more.word.startsWith("عشر")) {
      return { ...base, day: met.entry === 11 ? 11 : met.entry + 10, next: at + 2, end: more.end };
    }
    if (type === "ten" && value <= 30 && behind.skip === 1 && more.word.startsWith("و")) {
      return { ...base, day: (met.entry === 11 ? 1 : met.entry) + value, next: at + 2, end: more.end };
    }
  }
  return met.entry === 11 ? undefined : { ...base, day: met.entry, next: at + 1, end: begin.end };
}

/** A month's name, of one word or two; "al-" between them is skipped. */
export function readMonth(pieces: Pieces, at: number): (MonthWord & At) | undefined {
  const piece = pieces[at];
  if (!piece || piece.type === "mark" || piece.type === "digits") return undefined;
  const beginning = lookUp(monthBeginnings, piece);
  if (beginning) {
    let second = at + 1;
    while (/^(?:al|el|-|ul)$/.test(pieces[second]?.word ?? "") && second < at + 3) second += 1;
    const word = pieces[second];
    const month = word && months.get(`${beginning.entry} ${word.word}`);
    if (month) return { ...month, next: second + 1, start: piece.start + beginning.skip, end: word.end };
  }
  const met = lookUp(months, piece);
  return met && { ...met.entry, next: at + 1, start: piece.start + met.skip, end: piece.end };
}

const yearWords = new Set([",", "سنه", "عام", "لعام", "لسنه", "year"]);
const eraWords = new Set(["ه", "هج", "هجري", "هجريه", "م", "ميلادي", "h", "ah", "ad"]);
const isYear = (year: number, calendar: string): boolean =>
  calendar === "hijri" ? year >= 1300 && year <= 1600 : year >= 1900 && year <= 2999;

/** The year behind a month, with «سنة», a comma, and «هـ» or «م». */
function withYear(pieces: Pieces, date: Explicit): Explicit {
  const at = yearWords.has(pieces[date.next]?.word ?? "") ? date.next + 1 : date.next;
  const piece = pieces[at];
  if (!piece || !/^\d{4}$/.test(piece.word) || !isYear(Number(piece.word), date.calendar)) return date;
  return withEra(pieces, { ...date, year: Number(piece.word), next: at + 1, end: piece.end });
}

function withEra(pieces: Pieces, date: Explicit): Explicit {
  const era = pieces[date.next];
  return era && eraWords.has(era.word) ? { ...date, next: date.next + 1, end: era.end } : date;
}

const between = new Set(["من", "of", "-", "/", "men", "min"]);
const monthNouns = new Set(["شهر", "بشهر", "shahr", "month"]);

/** «٢٥ نوفمبر», "25th of November 2026", «٥ من شهر رمضان», «٢٥ شهر ١١». */
function readDayMonth(pieces: Pieces, at: number): Explicit | undefined {
  const day = readDay(pieces, at);
  return day && behindDay(pieces, day, day.next);
}

/** The month (and year) at piece `at` for a day already read. */
export function behindDay(pieces: Pieces, day: Day, at: number): Explicit | undefined {
  const inMonth = /^(?:في|fe|fi|b)$/.test(wordAt(pieces, at)) && monthNouns.has(wordAt(pieces, at + 1));
  let from = inMonth || between.has(wordAt(pieces, at)) ? at + 1 : at;
  const noun = monthNouns.has(pieces[from]?.word ?? "");
  if (noun) from += 1;
  const month = readMonth(pieces, from);
  const date = { day: day.day, start: day.start };
  if (month) {
    const { calendar, next, end } = month;
    return withYear(pieces, { ...date, month: month.month, calendar, next, end });
  }
  const number = noun ? pieces[from] : undefined;
  if (!number || !/^\d{1,2}$/.test(number.word) || Number(number.word) > 12 || number.word === "0")
    return undefined;
  const month12 = { month: Number(number.word), calendar: "gregorian" as const };
  return withYear(pieces, { ...date, ...month12, next: from + 1, end: number.end });
}

const timeNouns =
  /^(?:ايام|يوم|يوما|ليال|ليالي|ليله|اسبوع|اسابيع|شهر|شهور|اشهر|شهرا|سنه|سنين|سنوات|days?|nights?|weeks?|months?|years?|ayam|layali|shohoor|sneen)$/;

const subjects = new Set(["i", "we", "you", "they", "he", "she", "it", "this", "that", "who"]);

/** "Nov 25th", "November 25, 2026", «نوفمبر ٢٥». */
function readMonthDay(pieces: Pieces, at: number): Explicit | undefined {
  const month = readMonth(pieces, at);
  if (!month || (month.key === "may" && subjects.has(pieces[at - 1]?.word ?? ""))) return undefined;
  const from = pieces[month.next]?.word === "the" ? month.next + 1 : month.next;
  const piece = pieces[from];
  if (piece?.type !== "digits" && piece?.type !== "latin") return undefined;
  const day = readDay(pieces, from);
  if (!day || pieces[day.next]?.word === ":" || /^[ap]m$/.test(pieces[day.next]?.word ?? ""))
    return undefined;
  // «باك اب ٦ شهور»: what counts something is no day.
  if (timeNouns.test(pieces[day.next]?.word ?? "")) return undefined;
  const { calendar, start } = month;
  return withYear(pieces, {
    day: day.day,
    month: month.month,
    calendar,
    next: day.next,
    start,
    end: day.end,
  });
}

const separators = new Set(["/", "-", "\\"]);
const dateBefore = new Set(["يوم", "ليوم", "بيوم", "بتاريخ", "تاريخ", "on", "date", "yom", "youm"]);

/** "25/11", "25-11-2026", "2026-11-25", "25.11.2026", «١/٩/١٤٤٨»: the day first, unless that cannot be. */
function readNumeric(pieces: Pieces, at: number): Explicit | undefined {
  const first = pieces[at];
  if (!first) return undefined;
  const dotted = /^(\d{1,4})\.(\d{1,2})\.(\d{2,4})$/.exec(first.word);
  if (dotted)
    return inThree(pieces, dotted.slice(1).map(Number), { next: at + 1, start: first.start, end: first.end });
  const [mark, second] = [pieces[at + 1], pieces[at + 2]];
  if (!mark || !second || !separators.has(mark.word) || !/^\d{1,4}$/.test(first.word)) return undefined;
  // The middle of "050-123-4567" begins no date; the second end of "25/11 - 28/11" does.
  const chained = wordAt(pieces, at - 1) === mark.word && pieces[at - 2]?.type === "digits";
  if (!/^\d{1,2}$/.test(second.word) || chained) return undefined;
  const third = pieces[at + 3]?.word === mark.word ? pieces[at + 4] : undefined;
  if (third?.type === "digits") {
    const longer = pieces[at + 5]?.word === mark.word && pieces[at + 6]?.type === "digits";
    if (longer || !/^\d{1,4}$/.test(third.word)) return undefined;
    const parts = [first, second, third].map(({ word }) => Number(word));
    return inThree(pieces, parts, { next: at + 5, start: first.start, end: third.end });
  }
  const whole = pieces.length === 3 || dateBefore.has(pieces[at - 1]?.word ?? "");
  if (mark.word === "-" && !whole) return undefined;
  return inTwo(Number(first.word), Number(second.word), {
    next: at + 3,
    start: first.start,
    end: second.end,
  });
}

function inThree(pieces: Pieces, parts: readonly number[], place: At): Explicit | undefined {
  const [a = 0, b = 0, c = 0] = parts;
  const yearFirst = a > 99;
  const year = yearFirst ? a : c > 99 ? c : 2000 + c;
  if (yearFirst && c > 99) return undefined;
  const calendar = isYear(year, "hijri") ? "hijri" : "gregorian";
  if (!isYear(year, calendar)) return undefined;
  const [day, month] = yearFirst ? [c, b] : b > 12 && a <= 12 ? [b, a] : [a, b];
  if (day === 0 || month === 0) return undefined;
  return withEra(pieces, { day, month, year, calendar, ...place });
}

function inTwo(a: number, b: number, place: At): Explicit | undefined {
  // "24/7" is always, not a day in July.
  if (a === 0 || b === 0 || (a === 24 && b === 7)) return undefined;
  const [day, month] = b > 12 ? [b, a] : [a, b];
  if (month > 12 || day > 31) return undefined;
  return { day, month, calendar: "gregorian", ...place };
}
