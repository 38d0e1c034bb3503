/**
 * Finds the dates of a message and says which day each one is: relative, weekdays, Gregorian and Hijri (Umm al-Qura), ranges. The
 * finder keeps a date that has passed; whether it will do is the flow's question.
 */
import type { Found, Moment } from "../found.ts";
import { numberWords } from "../numbers/number-words.ts";
import { isNumbered } from "../numbers/numbered-nouns.ts";
import { readUnit } from "../numbers/units.ts";
import { foundAt, lookUp, type Piece, type Pieces, piecesOf, wordAt } from "../pieces.ts";
import { keepRecent } from "../recent-texts.ts";
import { addMonths, firstOfMonth, localDate, weekdayOf } from "../times/clock.ts";
import { type Explicit, readDay, readExplicit, resolveDay } from "./date-explicit.ts";
import {
  counted,
  type DateReading,
  isCounted,
  noSuchDate,
  type Reading,
  readSharedMonth,
  type Single,
  withUntil,
} from "./date-ranges.ts";
import { type Leaning, leaningWords, readLeaning, readWeekday } from "./date-relative.ts";
import { monthBeginnings, months, ordinals } from "./date-words.ts";
import { readDayOnly } from "./day-alone.ts";
import { followsDay } from "./days-since.ts";
import { namedBeginnings, readNamedDay } from "./named-days.ts";

/**
 * Every date, in order, without overlaps, read against the moment's local day. «الخميس» is the next one, on a Thursday ambiguous;
 * «الخميس الجاي» and "next Thursday" are the coming one, the week after only with «اللي بعده» or "after next"; a day and month without
 * a year is the coming one; «نهاية الأسبوع» is Friday until Saturday; numbers are day/month.
 */
export function findDates(text: string, { now, zone }: Moment): readonly Found<DateReading>[] {
  const today = localDate(now, zone);
  if (daily.today !== today) daily = { today, find: keepRecent((words) => datesOn(words, today)) };
  return daily.find(text);
}

type OfDay = { readonly today: string; readonly find: (text: string) => readonly Found<DateReading>[] };
let daily: OfDay = { today: "", find: () => [] };

function datesOn(text: string, today: string): readonly Found<DateReading>[] {
  const pieces = piecesOf(text);
  const found: Found<DateReading>[] = [];
  let since: Since | undefined;
  for (let at = 0; at < pieces.length; ) {
    if (!mayBegin(pieces[at])) {
      at += 1;
      continue;
    }
    const reading = readDate(pieces, at, { today, since });
    if (!reading) {
      at += 1;
      continue;
    }
    found.push(foundAt(text, reading.value, reading.start, reading.end));
    if (reading.value.type === "date") {
      since = { date: reading.value.until ?? reading.value.date, next: reading.next };
    }
    at = reading.next;
  }
  return found;
}

/** One look-up that spares most words the whole grammar. */
const beginnings: ReadonlyMap<string, true> = new Map(
  [
    ...leaningWords,
    ...months.keys(),
    ...monthBeginnings.keys(),
    ...ordinals.keys(),
    ...numberWords.keys(),
    ...namedBeginnings,
  ].map((word) => [word, true]),
);
const mayBegin = (piece: Piece | undefined): boolean =>
  piece?.type === "digits" || lookUp(beginnings, piece) !== undefined;

/** The day named before, and the piece behind it. */
type Since = { readonly date: string; readonly next: number };
type Days = { readonly today: string; readonly since: Since | undefined };

function readDate(pieces: Pieces, at: number, { today, since }: Days): Reading | undefined {
  const named = readNamedDay(pieces, at, today);
  if (named) {
    const { date, ...place } = named;
    return { ...place, value: { type: "date", date, calendar: "gregorian" } };
  }
  const ranged = readSharedMonth(pieces, at, today);
  if (ranged) return ranged;
  const leaning = readLeaning(pieces, at, today);
  if (leaning) return fromLeaning(pieces, leaning, today);
  const explicit = readExplicit(pieces, at);
  if (explicit) return fromExplicit(pieces, explicit, today);
  const later = since !== undefined && since.date > today && followsDay(pieces, since.next, at);
  return readDayOnly(pieces, at, later ? since.date : today);
}

function fromLeaning(pieces: Pieces, leaning: Leaning, today: string): Reading {
  const { date, until, or, calendar, next, start, end } = leaning;
  const joined = joinDate(pieces, leaning, today);
  if (joined) return joined;
  if (or !== undefined) return { value: { type: "ambiguous", options: [date, or] }, next, start, end };
  const value: DateReading = { type: "date", date, calendar };
  if (until !== undefined) return { value: { ...value, until }, next, start, end };
  return withUntil(pieces, { value, next, start, end }, undefined, today);
}

/** Between a day and the date that says it again: «الخميس الموافق ٢٦ نوفمبر», "Thu, 26 Nov", «بكرة الاثنين». */
const sameAs = /^(?:الموافق|موافق|,|\(|المصادف|يوم|بتاريخ|the)$/;

/** A weekday, «بكرة» or «اليوم» followed by the same day in other words is one date; by another day, a contradiction. */
function joinDate(pieces: Pieces, leaning: Leaning, today: string): Reading | undefined {
  let at = leaning.next;
  while (sameAs.test(wordAt(pieces, at)) && at < leaning.next + 2) at += 1;
  const place = { start: leaning.start };
  if (leaning.weekday === undefined) {
    const weekday = readWeekday(pieces, at, today);
    if (weekday?.weekday === undefined || weekday.weekday !== weekdayOf(leaning.date)) return undefined;
    const { date, calendar } = leaning;
    return { ...place, value: { type: "date", date, calendar }, next: weekday.next, end: weekday.end };
  }
  const explicit = readExplicit(pieces, at) ?? readNumberedDay(pieces, at, leaning, today);
  if (!explicit) return undefined;
  const { next, end, calendar } = explicit;
  const date = resolveDay(explicit, today);
  if (date === undefined) return { ...place, value: noSuchDate, next, end };
  if (weekdayOf(date) !== leaning.weekday) {
    return { ...place, value: { type: "impossible", reason: "contradiction" }, next, end };
  }
  return withUntil(pieces, { ...place, value: { type: "date", date, calendar }, next, end }, explicit, today);
}

/** "Sunday 29th", «الأحد ٢٩»: the day of the month behind a weekday, where the next such day falls on it; «الأحد ٩» may be an hour. */
function readNumberedDay(
  pieces: Pieces,
  at: number,
  { weekday }: Leaning,
  today: string,
): Explicit | undefined {
  const day = readDay(pieces, at);
  const isDay = day?.ordinal ? pieces[at]?.type === "digits" : (day?.day ?? 0) > 12;
  if (!day || !isDay || isCounted(pieces, day.next)) return undefined;
  const months = [today, addMonths(firstOfMonth(today), 1)];
  for (const month of months.map((date) => Number(date.slice(5, 7)))) {
    const date = resolveDay({ day: day.day, month, calendar: "gregorian" }, today);
    if (date !== undefined && weekdayOf(date) === weekday) return { ...day, month, calendar: "gregorian" };
  }
  return undefined;
}

function fromExplicit(pieces: Pieces, explicit: Explicit, today: string): Reading | undefined {
  const { next, start, end, calendar } = explicit;
  // "1/2 kilo" and «٢/٣ أشخاص» are amounts, "December 2 rooms" counts rooms; «شقة ٣/٤» is a door.
  const bare = explicit.year === undefined && pieces[next - 1]?.type === "digits";
  const slashed = bare && wordAt(pieces, next - 2) === "/";
  if (slashed && (isNumbered(pieces, next - 3) || /^(?:inch|%|ريال|sar|riyals?)$/.test(wordAt(pieces, next))))
    return undefined;
  if (bare && readUnit(counted, pieces, next) !== undefined) return undefined;
  const date = resolveDay(explicit, today);
  if (date === undefined) return { value: noSuchDate, next, start, end };
  const read = { value: { type: "date", date, calendar } as const, next, start, end };
  return withUntil(pieces, withSame(pieces, read, today), explicit, today);
}

/** «٢٦ نوفمبر الخميس», «١٦/٦/١٤٤٨ الموافق ٢٦/١١/٢٠٢٦»: the same day said again belongs to it. */
function withSame(pieces: Pieces, read: Single, today: string): Single {
  let at = read.next;
  while (sameAs.test(wordAt(pieces, at)) && at < read.next + 2) at += 1;
  const weekday = readWeekday(pieces, at, today);
  if (weekday?.weekday === weekdayOf(read.value.date))
    return { ...read, next: weekday.next, end: weekday.end };
  const explicit = at > read.next ? readExplicit(pieces, at) : undefined;
  if (!explicit || resolveDay(explicit, today) !== read.value.date) return read;
  return { ...read, next: explicit.next, end: explicit.end };
}
