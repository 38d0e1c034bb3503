/** Finds the times of day of a message: «٥ العصر», "half past four", «بعد العشاء», "from 5 to 7", «بعد ساعتين». */

import { readMonth } from "../days/date-explicit.ts";
import type { Found, Moment } from "../found.ts";
import { numberWords } from "../numbers/number-words.ts";
import { foundAt, lookUp, type Piece, type Pieces, piecesOf, wordAt } from "../pieces.ts";
import { denyingWords } from "../replies/denials.ts";
import { localTime } from "./clock.ts";
import { type ClockHour, hourNames, readClockHour } from "./clock-words.ts";
import { hourOfDay, type PartName, partBeginnings, readDayPart } from "./day-parts.ts";
import { isBetween, isFree, pastConnector, readSaid, type Said } from "./said-times.ts";
import { readSpan } from "./spans.ts";

/** `time` and `until` are `HH:MM`. `approximate`: taken for this, and shown so («بعد العشاء» is 20:00). */
export type TimeReading = {
  readonly time: string;
  readonly approximate: boolean;
  readonly until?: string;
};

/** A time from piece `at` up to piece `next`. */
type Reading = {
  readonly value: TimeReading;
  readonly at: number;
  readonly next: number;
  readonly start: number;
  readonly end: number;
};

/**
 * Every time of day, in order, without overlaps. A bare clock hour counts only with a word that makes it one («الساعة», "at", a range's
 * "from"); then 1–6 are in the afternoon, 7–11 in the morning, 12 is noon, as an office's day goes. Two-digit hours with a
 * leading zero, and hours above 12, are a 24-hour clock. The second end of a range is the next such hour after the first.
 */
export function findTimes(text: string, moment: Moment): Found<TimeReading>[] {
  const pieces = piecesOf(text);
  const readings: Reading[] = [];
  for (let at = 0; at < pieces.length; ) {
    const reading = readTime(pieces, at, moment);
    if (reading) readings.push(reading);
    at = reading?.next ?? at + 1;
  }
  return withPartBefore(pieces, readings).map(({ value, start, end }) => foundAt(text, value, start, end));
}

/**
 * «بالليل بعد الشغل يعني ٨ ونص»: a part of the day and, further on, an hour without one are one time. Not where the part is denied, the
 * hour has a part of its own, or a leading zero says the clock.
 */
function withPartBefore(pieces: Pieces, readings: readonly Reading[]): readonly Reading[] {
  const [part, hour, ...others] = readings;
  if (!part || !hour || others.length > 0 || !part.value.approximate || isDenied(pieces, part.at))
    return readings;
  const apart = hour.start - part.end;
  const digits = pieces.slice(hour.at, hour.next).find(({ type }) => type === "digits");
  if (!digits || apart > farthest) return readings;
  // «today evening 6pm»: the hour with its own part is the one that is meant.
  if (halves.test(wordAt(pieces, hour.next - 1)) && apart <= nextTo) return [hour];
  if (digits.word.startsWith("0") || hasPart(pieces, hour.at)) return readings;
  const [day, said] = [minutesOf(part.value.time), minutesOf(hour.value.time)];
  const half = 12 * 60;
  const moved =
    day >= half && said < half ? said + half : day < half && said >= half ? said - half : undefined;
  // Twelve is noon or midnight, and no part settles which.
  if (moved === undefined || said % half < 60) return readings;
  return [{ ...hour, value: { ...hour.value, time: timeOf(moved) } }];
}

const farthest = 48;
const nextTo = 12;
const halves = /^(?:am|pm|ص|م)$/;

/** «مو الصبح», "instead of the evening". */
function isDenied(pieces: Pieces, at: number): boolean {
  const before = wordAt(pieces, at - 1);
  const insteadOf = before === "of" && wordAt(pieces, at - 2) === "instead";
  return denyingWords.has(before) || insteadOf || /^(?:بدل|لا|غير|no)$/.test(before);
}

/** Does a part of the day stand anywhere from piece `from` on? */
const hasPart = (pieces: Pieces, from: number): boolean =>
  pieces.some((_, index) => index >= from && readDayPart(pieces, index) !== undefined);

/** One look-up that spares most words the whole grammar. */
const beginnings: ReadonlyMap<string, true> = new Map(
  [
    ...partBeginnings,
    ...numberWords.keys(),
    ...hourNames,
    ..."الساعه ساعه at @ sa3a elsa3a alsa3a essa3a saa3a a كمان خلال within".split(" "),
  ].map((word) => [word, true]),
);
const mayBegin = (piece: Piece): boolean =>
  piece.type === "digits" || lookUp(beginnings, piece) !== undefined;

function readTime(pieces: Pieces, at: number, moment: Moment): Reading | undefined {
  const piece = pieces[at];
  if (!piece || piece.type === "mark") return undefined;
  if (!mayBegin(piece)) return undefined;
  const said = readSaid(pieces, at);
  if (said) return withUntil(pieces, at, said);
  return readAhead(pieces, at, moment);
}

function minuteOf(clock: ClockHour, part: PartName | undefined): number {
  const hour = clock.literal ? clock.hour % 24 : hourOfDay(clock.hour, part);
  return (hour * 60 + clock.minutes + 1440) % 1440;
}
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

const bareMinute = (said: Said): number =>
  said.clock ? minuteOf(said.clock, said.part) : minutesOf(said.time ?? "00:00");

/** A bare or half-open hour that the other end of its range may move by 12 hours. */
const isLoose = (said: Said): boolean =>
  said.clock !== undefined && said.part === undefined && !said.clock.literal && said.clock.hour <= 12;

function withUntil(pieces: Pieces, at: number, said: Said): Reading {
  const { approximate, next, start, end } = said;
  const single = { value: { time: timeOf(bareMinute(said)), approximate }, at, next, start, end };
  const to = pastConnector(pieces, next, isBetween(pieces, at));
  const last = to === undefined ? undefined : readLast(pieces, to);
  if (!last) return single;
  const first = firstMinute(said, last);
  const until = lastMinute(last, first);
  if (until === first) return single;
  return {
    value: { time: timeOf(first), approximate: approximate || last.approximate, until: timeOf(until) },
    at,
    next: last.next,
    start,
    end: last.end,
  };
}

function readLast(pieces: Pieces, at: number): Said | undefined {
  const said = readSaid(pieces, at, true);
  if (said) return said;
  const clock = readClockHour(pieces, at);
  if (!clock || clock.hour > 24 || !isFree(pieces, clock.next) || readMonth(pieces, clock.next))
    return undefined;
  return { clock, approximate: false, next: clock.next, start: clock.start, end: clock.end };
}

/** A bare first hour is in the same half of the day as the second when that puts it before it: «من ٥ إلى ٧ مساء», "10 to 2 pm". */
function firstMinute(said: Said, last: Said): number {
  if (!isLoose(said) || !said.clock || last.part === undefined) return bareMinute(said);
  const end = bareMinute(last);
  const candidates = [
    minuteOf(said.clock, last.part),
    minuteOf(said.clock, "am"),
    minuteOf(said.clock, undefined),
  ];
  return candidates.find((minute) => minute < end) ?? bareMinute(said);
}

function lastMinute(last: Said, first: number): number {
  if (!isLoose(last) || !last.clock) return bareMinute(last);
  const [early, late] = [minuteOf(last.clock, "am"), minuteOf(last.clock, "pm")];
  const after = (minute: number): number => (minute - first + 1440) % 1440 || 1440;
  return after(early) < after(late) ? early : late;
}

const aheadWords = new Set("بعد عقب كمان خلال in within after ba3d".split(" "));

/** «بعد ساعتين», "in half an hour": so far from the message's own moment. */
function readAhead(pieces: Pieces, at: number, moment: Moment): Reading | undefined {
  const begin = pieces[at];
  if (!begin || !aheadWords.has(begin.word)) return undefined;
  const span = readSpan(pieces, at + 1);
  if (!span || span.article || span.skip > 0) return undefined;
  const { years, months, weeks, days, hours, minutes } = span.length;
  if (years + months + weeks + days > 0 || hours + minutes <= 0 || hours > 23) return undefined;
  if (span.bare && pieces[span.next]?.type === "digits") return undefined;
  const time = localTime(moment.now + (hours * 60 + minutes) * 60_000, moment.zone);
  return { value: { time, approximate: true }, at, next: span.next, start: begin.start, end: span.end };
}
