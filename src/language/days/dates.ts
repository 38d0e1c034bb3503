/**
 * Finds the dates of a message and says which day each one is: relative, weekdays, Gregorian and Hijri (Umm al-Qura), ranges. The
 * finder keeps a date that has passed; whether it will do is the flow's question.
 */
import type { BadReason } from "../../domain/understanding.ts";
import type { Found, Moment } from "../found.ts";
import { nounFamilies, numberWords } from "../numbers/number-words.ts";
import { isNumbered } from "../numbers/numbered-nouns.ts";
import { readUnit, unitIndex } from "../numbers/units.ts";
import { foundAt, lookUp, type Piece, type Pieces, piecesOf, wordAt } from "../pieces.ts";
import { keepRecent } from "../recent-texts.ts";
import { addDays, localDate, weekdayOf } from "../times/clock.ts";
import { behindDay, type Day, type Explicit, readDay, readExplicit, resolveDay } from "./date-explicit.ts";
import { type Leaning, leaningWords, readLeaning, readWeekday } from "./date-relative.ts";
import { comingWords, monthBeginnings, months, ordinals, pastWords, untilWords } from "./date-words.ts";
import { isLedDay } from "./day-ordinals.ts";
import { followsDay } from "./days-since.ts";
import { namedBeginnings, readNamedDay } from "./named-days.ts";

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

type Reading = {
  readonly value: DateReading;
  readonly next: number;
  readonly start: number;
  readonly end: number;
};

/**
 * Every date, in order, without overlaps, read against the moment's local day. «الخميس» is the next one, on a Thursday ambiguous;
 * «الخميس الجاي» and "next Thursday" are the coming one, the week after only with «اللي بعده» or "after next"; a day and month without
 * a year is the coming one; «نهاية الأسبوع» is Friday until Saturday; numbers are day/month.
 */
export function findDates(text: string, { now, zone }: Moment): readonly Found<DateReading>[] {
  const today = localDate(now, zone);
  if (day.today !== today) day = { today, find: keepRecent((words) => datesOn(words, today)) };
  return day.find(text);
}

type OfDay = { readonly today: string; readonly find: (text: string) => readonly Found<DateReading>[] };
let day: OfDay = { today: "", find: () => [] };

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

const noSuchDate: DateReading = { type: "impossible", reason: "no_such_date" };

/** Nouns that make the number before them a count, not a day: «٣ ديسمبر - ٥ أشخاص». */
const counted = unitIndex([
  ...nounFamilies.flatMap((family) => family.slice(0, 1)),
  "guests",
  "rooms",
  "am",
  "pm",
]);
const hourWords =
  /^(?:[:%]|صباحا|مسا|العصر|عصرا|الصبح|الظهر|ظهرا|المغرب|العشا|الفجر|ليلا|الليل|ريال|sar|riyals?)$/;
const isCounted = (pieces: Pieces, next: number): boolean =>
  readUnit(counted, pieces, next) !== undefined || hourWords.test(wordAt(pieces, next));

/** Past the connector of a range at piece `at`: «إلى», "-", «لـ»; undefined when there is none. */
function pastConnector(pieces: Pieces, at: number): number | undefined {
  if (!untilWords.has(wordAt(pieces, at)) && !/^(?:l|le|lel|la)$/.test(wordAt(pieces, at))) return undefined;
  const to = wordAt(pieces, at + 1) === "ل" ? at + 2 : at + 1;
  return /^(?:يوم|the|تاريخ|yom|youm|yoom)$/.test(wordAt(pieces, to)) ? to + 1 : to;
}

/** «من ٣ إلى ٦ ديسمبر», "3-6 December": two days that share one month. */
function readSharedMonth(pieces: Pieces, at: number, today: string): Reading | undefined {
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

/** «من ١ إلى ٤ الشهر الجاي», "1 to 4 of next month". */
function ofMonthNamed(pieces: Pieces, day: Day, today: string): Explicit | undefined {
  const of = readOfMonth(pieces, day.next, true);
  if (of?.ahead === undefined) return undefined;
  const month = of.ahead === 1 ? addDays(`${today.slice(0, 8)}01`, 32) : today;
  const { start } = day;
  return {
    day: day.day,
    month: Number(month.slice(5, 7)),
    calendar: "gregorian",
    start,
    next: of.next,
    end: of.end,
  };
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
  const months = [today, addDays(`${today.slice(0, 8)}01`, 32)];
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

type Single = Reading & { readonly value: Extract<DateReading, { type: "date" }> };

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

/** Adds the end of a range when one follows: a date, a weekday, or for an explicit date a bare day («٢٥ نوفمبر إلى ٢٨»). */
function withUntil(pieces: Pieces, read: Single, explicit: Explicit | undefined, today: string): Reading {
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

const dayNouns = new Set(["يوم", "ليوم", "بيوم", "بتاريخ", "تاريخ", "yom", "youm", "yoom", "yawm"]);

/** «من الشهر», «الشهر الجاي», "of next month" behind a day: which month it is, counted from this one, where that is said. */
type OfMonth = { readonly ahead: 0 | 1 | undefined; readonly next: number; readonly end: number };

function readOfMonth(pieces: Pieces, at: number, isDay: boolean): OfMonth | undefined {
  let from = at;
  while (/^(?:من|في|of|the|men|fel|fe)$/.test(wordAt(pieces, from)) && from < at + 2) from += 1;
  const lead = /^(?:next|this|هذا|نفس)$/.test(wordAt(pieces, from)) ? wordAt(pieces, from) : "";
  const noun = lead === "" ? from : from + 1;
  const word = wordAt(pieces, noun);
  if (!/^(?:الشهر|بالشهر|هالشهر|month|elshahr|shahr)$/.test(word)) return undefined;
  if (pastWords.has(wordAt(pieces, noun + 1))) return undefined;
  const coming = comingWords.has(wordAt(pieces, noun + 1)) && pieces[noun]?.type === "arabic";
  // «٥ بالشهر», "5 a month" are a rate.
  const told = isDay || coming || lead !== "" || wordAt(pieces, at) === "من" || wordAt(pieces, at) === "of";
  if (!told) return undefined;
  const next = coming ? noun + 2 : noun + 1;
  const ahead = coming || lead === "next" ? 1 : lead === "" && word !== "هالشهر" ? undefined : 0;
  return { ahead, next, end: pieces[next - 1]?.end ?? 0 };
}

/** «ال٢٥», «الـ٢٥»: the article right before the digits. */
function hasArticle(pieces: Pieces, at: number): boolean {
  const before = pieces[at - 1];
  const digits = pieces[at];
  if (!before || digits?.type !== "digits" || !/^(?:و|ب|ل|ف)?ال$/.test(before.word)) return false;
  return digits.start === before.end && /^[1-3]?\d$/.test(digits.word) && !isCounted(pieces, at + 1);
}

/** «يوم ٢٥», «٢٥ من الشهر», "on the 25th": the coming one; in a month that has it. */
function readDayOnly(pieces: Pieces, at: number, today: string): Reading | undefined {
  const before = wordAt(pieces, at - 1);
  const named =
    (dayNouns.has(before) && !/^(?:كل|اي|كم)$/.test(wordAt(pieces, at - 2))) || hasArticle(pieces, at);
  const read = readDay(pieces, at);
  if (!read || read.day > 31 || (isNumbered(pieces, at) && !dayNouns.has(before))) return undefined;
  const month = readOfMonth(pieces, read.next, named);
  const led = isLedDay(pieces, at, read);
  if (!named && !led && !month) return undefined;
  if (!named && !month && !(read.ordinal && pieces[at]?.type === "digits")) return undefined;
  const day = month ? { ...read, next: month.next, end: month.end } : read;
  if (isCounted(pieces, day.next)) return undefined;
  const place = { next: day.next, start: day.start, end: day.end };
  const thisMonth = `${today.slice(0, 8)}01`;
  const first = month?.ahead === 1 ? addDays(thisMonth, 32).slice(0, 8).concat("01") : thisMonth;
  for (
    let count = 0, from = first;
    count < 4;
    count += 1, from = addDays(from, 32).slice(0, 8).concat("01")
  ) {
    const date = resolveDay({ day: day.day, month: Number(from.slice(5, 7)), calendar: "gregorian" }, from);
    if (date === undefined || date < today) continue;
    const explicit = {
      day: day.day,
      month: Number(date.slice(5, 7)),
      calendar: "gregorian" as const,
      ...place,
    };
    return withUntil(
      pieces,
      { ...place, value: { type: "date", date, calendar: "gregorian" } },
      explicit,
      today,
    );
  }
  return undefined;
}
