/** Reads the edges of a week, a month and a year: «نهاية الشهر», «أول رمضان», "mid December", «الويكند». */

import { type Pieces, wordAt } from "../pieces.ts";
import { addDays, addMonths, dateOf, daysInMonth, weekdayOf } from "../times/clock.ts";
import { readMonth, resolveDay } from "./date-explicit.ts";
import type { Leaning } from "./date-relative.ts";
import { comingWords } from "./date-words.ts";
import { daysInHijriMonth, toHijri } from "./hijri.ts";

const endBefore = (pieces: Pieces, next: number): number => pieces[next - 1]?.end ?? 0;
const gregorian = "gregorian" as const;

const endWords = new Set("نهايه اخر اواخر سلخ بنهايه باخر end nhayet akher a5er ending".split(" "));
const beginWords = new Set(
  "اول بدايه مطلع اوايل باول ببدايه لاول غره beginning start first awel awwal awal ewal bedayet".split(" "),
);
const middleWords = new Set("منتصف نص نصف وسط بمنتصف mid middle noss nos".split(" "));
const weekendWords = new Set("ويكند الويكند ويكاند الويكاند بالويكند weekend wkend".split(" "));

/** Friday and Saturday: «الويكند», «نهاية الأسبوع», "this weekend". Within one, what is left of it; with «الجاي» the one after. */
export function readWeekend(pieces: Pieces, at: number, today: string): Leaning | undefined {
  const begin = pieces[at];
  if (!begin) return undefined;
  const next = weekendEnd(pieces, at);
  if (next === undefined) return undefined;
  const coming = comingWords.has(wordAt(pieces, next)) && begin.type === "arabic";
  const isNext = coming || begin.word === "next";
  const weekday = weekdayOf(today);
  const inside = weekday >= 5;
  const friday = addDays(today, inside ? (isNext ? 12 - weekday : 5 - weekday) : 5 - weekday);
  const saturday = addDays(friday, 1);
  const date = friday < today ? today : friday;
  const behind = coming ? next + 1 : next;
  const base = {
    date,
    calendar: gregorian,
    next: behind,
    start: begin.start,
    end: endBefore(pieces, behind),
  };
  return date === saturday ? base : { ...base, until: saturday };
}

function weekendEnd(pieces: Pieces, at: number): number | undefined {
  const word = wordAt(pieces, at);
  const from = word === "next" || word === "this" ? at + 1 : at;
  if (weekendWords.has(wordAt(pieces, from))) return from + 1;
  if (/^(?:ال|بال)?ويك$/.test(word) && wordAt(pieces, at + 1) === "اند") return at + 2;
  if (!endWords.has(word)) return undefined;
  const noun = /^(?:of|the)$/.test(wordAt(pieces, at + 1)) ? at + 2 : at + 1;
  const week = wordAt(pieces, noun) === "the" ? noun + 1 : noun;
  return /^(?:الاسبوع|week|elosbo3|osbo3)$/.test(wordAt(pieces, week)) ? week + 1 : undefined;
}

type Edge = "end" | "begin" | "middle";

/** «نهاية الشهر», «أول الشهر الجاي», «آخر رمضان», "end of next month", "mid December", «أول السنة». Gregorian unless a Hijri month is named. */
export function readEdge(pieces: Pieces, at: number, today: string): Leaning | undefined {
  const begin = pieces[at];
  if (!begin) return undefined;
  const edge: Edge | undefined = endWords.has(begin.word)
    ? "end"
    : beginWords.has(begin.word)
      ? "begin"
      : middleWords.has(begin.word)
        ? "middle"
        : undefined;
  if (edge === undefined) return undefined;
  let from = at + 1;
  if (/^(?:يوم|day)$/.test(wordAt(pieces, from)) && edge !== "middle") from += 1;
  while (/^(?:of|the|من|في|-|el|al|il)$/.test(wordAt(pieces, from)) && from < at + 4) from += 1;
  const named = edgeOfNamed(pieces, from, edge, today);
  const read = named ?? edgeOfThis(pieces, from, edge, today);
  const prefix = /^[بل](?=نهايه|اخر|اول|بدايه|منتصف)/.test(begin.word) ? 1 : 0;
  return read && { ...read, start: begin.start + prefix, end: endBefore(pieces, read.next) };
}

type Bounds = Pick<Leaning, "date" | "calendar" | "next">;

function edgeOfNamed(pieces: Pieces, at: number, edge: Edge, today: string): Bounds | undefined {
  const from = wordAt(pieces, at) === "شهر" ? at + 1 : at;
  const month = readMonth(pieces, from);
  if (!month) return undefined;
  // "start dec 15": the day is said.
  if (edge === "begin" && /^[1-3]?\d(?:st|nd|rd|th)?$/.test(wordAt(pieces, month.next))) return undefined;
  const { calendar, next } = month;
  const first = resolveDay({ day: 1, month: month.month, calendar }, firstOfMonth(today, calendar));
  if (first === undefined) return undefined;
  const atEdge = edgeDate(first, edge, calendar);
  if (atEdge >= today) return { date: atEdge, calendar, next };
  const later = resolveDay({ day: 1, month: month.month, calendar }, today);
  return later === undefined ? undefined : { date: edgeDate(later, edge, calendar), calendar, next };
}

function firstOfMonth(date: string, calendar: "gregorian" | "hijri"): string {
  return calendar === "hijri" ? addDays(date, 1 - toHijri(date).day) : `${date.slice(0, 8)}01`;
}

function edgeDate(first: string, edge: Edge, calendar: "gregorian" | "hijri"): string {
  if (edge === "begin") return first;
  if (edge === "middle") return addDays(first, 14);
  const [year = 0, month = 1] = first.split("-").map(Number);
  if (calendar === "gregorian") return addDays(first, daysInMonth(year, month) - 1);
  const hijri = toHijri(first);
  return addDays(first, daysInHijriMonth(hijri.year, hijri.month) - 1);
}

function edgeOfThis(pieces: Pieces, at: number, edge: Edge, today: string): Bounds | undefined {
  const lead = /^(?:next|this|هذا|هالشهر)$/.test(wordAt(pieces, at)) ? at + 1 : at;
  const noun = wordAt(pieces, wordAt(pieces, at) === "هالشهر" ? at : lead);
  const coming = comingWords.has(wordAt(pieces, lead + 1)) && pieces[lead]?.type === "arabic";
  const isNext = coming || wordAt(pieces, at) === "next";
  const next = coming ? lead + 2 : lead + 1;
  if (/^(?:الشهر|شهر|month|هالشهر|elshahr|shahr)$/.test(noun)) {
    if (noun === "شهر" && !coming) return undefined;
    const month = edgeDate(addMonths(`${today.slice(0, 8)}01`, isNext ? 1 : 0), edge, gregorian);
    const date = month < today ? edgeDate(addMonths(`${today.slice(0, 8)}01`, 1), edge, gregorian) : month;
    return { date, calendar: gregorian, next };
  }
  if (/^(?:السنه|العام|year|elsana)$/.test(noun) && edge !== "middle") {
    const year = Number(today.slice(0, 4));
    const date = edge === "end" ? dateOf(year + (isNext ? 1 : 0), 12, 31) : dateOf(year + 1, 1, 1);
    return date === undefined ? undefined : { date, calendar: gregorian, next };
  }
  // "the first week of December" is no day.
  if (/^(?:الاسبوع|week)$/.test(noun) && edge === "begin" && wordAt(pieces, at - 1) !== "first") {
    return { date: addDays(today, 7 - weekdayOf(today)), calendar: gregorian, next };
  }
  return undefined;
}

/** Every word that an edge or a weekend can begin with. */
export const edgeBeginnings: readonly string[] = [
  ...endWords,
  ...beginWords,
  ...middleWords,
  ...weekendWords,
  ..."next this ويك الويك بالويك".split(" "),
];
