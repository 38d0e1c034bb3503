/** Finds the times of day of a message: «٥ العصر», "half past four", «بعد العشاء», "from 5 to 7", «بعد ساعتين». */
import { localTime } from "./clock.ts";
import { type ClockHour, hourNames, readClockHour } from "./clock-words.ts";
import { readMonth } from "./date-explicit.ts";
import { relatives, untilWords, weekdays } from "./date-words.ts";
import {
  type DayPart,
  hourOfDay,
  isExactPart,
  type PartName,
  partBeginnings,
  readDayPart,
  timeOfPart,
} from "./day-parts.ts";
import type { Found, Moment } from "./found.ts";
import { numberWords } from "./number-words.ts";
import { foundAt, lookUp, type Piece, type Pieces, piecesOf } from "./pieces.ts";
import { readSpan } from "./spans.ts";

/** `time` and `until` are `HH:MM`. `approximate`: taken for this, and shown so («بعد العشاء» is 20:00). */
export type TimeReading = {
  readonly time: string;
  readonly approximate: boolean;
  readonly until?: string;
};

type Reading = {
  readonly value: TimeReading;
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
  const found: Found<TimeReading>[] = [];
  for (let at = 0; at < pieces.length; ) {
    const reading = readTime(pieces, at, moment);
    if (!reading) {
      at += 1;
      continue;
    }
    found.push(foundAt(text, reading.value, reading.start, reading.end));
    at = reading.next;
  }
  return found;
}

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

const wordAt = (pieces: Pieces, at: number): string => pieces[at]?.word ?? "";

function readTime(pieces: Pieces, at: number, moment: Moment): Reading | undefined {
  const piece = pieces[at];
  if (!piece || piece.type === "mark") return undefined;
  if (!mayBegin(piece)) return undefined;
  const said = readSaid(pieces, at);
  if (said) return withUntil(pieces, at, said);
  return readAhead(pieces, at, moment);
}

/** A time as it was said: a clock hour with or without a part of the day, or a part alone. */
type Said = {
  readonly clock?: ClockHour;
  readonly part?: PartName;
  /** A part alone. */
  readonly time?: string;
  readonly approximate: boolean;
  readonly next: number;
  readonly start: number;
  readonly end: number;
};

const markers = new Set(
  "الساعه ساعه الساعة بالساعه عالساعه للساعه at @ sa3a elsa3a alsa3a essa3a saa3a".split(" "),
);
const aboutWords = new Set(
  "حوالي تقريبا حدود around about approximately roughly ~ بعد قبل after before nearly".split(" "),
);
const isAbout = (pieces: Pieces, at: number): boolean => aboutWords.has(wordAt(pieces, at - 1));

function readSaid(pieces: Pieces, at: number, endsRange = false): Said | undefined {
  const part = readDayPart(pieces, at);
  if (part) return afterPart(pieces, at, part, endsRange);
  const el = /^(?:el|al)$/.test(wordAt(pieces, at)) ? at + 1 : at;
  const marked = markers.has(wordAt(pieces, el));
  if (marked) return readMarked(pieces, at, el + 1);
  const clock = readClockHour(pieces, at);
  if (!clock) return undefined;
  const own = readPartBehind(pieces, clock);
  if (own) {
    const { part, next, end } = own;
    return { clock, part, approximate: isAbout(pieces, at), next, start: clock.start, end };
  }
  const likely =
    clock.sure === "certain" || (clock.sure === "likely" && clock.hour <= 12 && isFree(pieces, clock.next));
  const ranged = clock.sure === "number" && opensRange(pieces, at, clock);
  if (!likely && !ranged) return undefined;
  return { clock, approximate: isAbout(pieces, at), next: clock.next, start: clock.start, end: clock.end };
}

/** «الساعة خمسة ونص مساء», "at 5". "at 5" needs nothing behind it that it could count. */
function readMarked(pieces: Pieces, at: number, from: number): Said | undefined {
  const word = wordAt(pieces, at);
  const about = aboutWords.has(wordAt(pieces, from));
  const clock = readClockHour(pieces, about ? from + 1 : from);
  if (!clock) return undefined;
  const own = readPartBehind(pieces, clock);
  const weak = word === "at" || word === "@" || word === "ساعه";
  if (weak && !own && clock.sure === "number" && !isFree(pieces, clock.next)) return undefined;
  const begin = pieces[at];
  const prefix = /^[بعل](?=ال|ل)/.test(word) ? 1 : 0;
  return {
    clock,
    ...(own ? { part: own.part } : {}),
    approximate: about || isAbout(pieces, at),
    next: own?.next ?? clock.next,
    start: weak || !begin ? clock.start : begin.start + prefix,
    end: own?.end ?? clock.end,
  };
}

/** «العصر الساعة ٥», "evening at 8"; else the part alone. */
function afterPart(pieces: Pieces, at: number, part: DayPart, endsRange: boolean): Said | undefined {
  const marked = markers.has(wordAt(pieces, part.next));
  const from = marked ? part.next + 1 : part.next;
  const clock = part.part === "am" || part.part === "pm" ? undefined : readClockHour(pieces, from);
  const taken =
    clock && clock.hour <= 12 && (marked || clock.sure === "certain" || isFree(pieces, clock.next));
  if (clock && taken && !readPartBehind(pieces, clock)) {
    const said = { clock, part: part.part, approximate: false, next: clock.next, end: clock.end };
    const start = isTonight.test(wordAt(pieces, at)) ? startOfMarked(pieces, part.next, clock) : part.start;
    if (part.stands !== "hour" || marked) return { ...said, start };
  }
  const time = timeOfPart(pieces, at, part, endsRange);
  if (time === undefined) return undefined;
  const { next, start, end } = part;
  return { time, part: part.part, approximate: !isExactPart(pieces, part), next, start, end };
}

/** «الساعة» belongs to the hour, "at" does not. */
const startOfMarked = (pieces: Pieces, at: number, clock: ClockHour): number =>
  pieces[at]?.type === "arabic" ? (pieces[at]?.start ?? clock.start) : clock.start;

/** The part of the day behind an hour: "5 pm", «٥ بعد العصر», "8 in the evening". «ص» and «م» only in "5:30 م" or behind «الساعة». */
function readPartBehind(pieces: Pieces, clock: ClockHour): DayPart | undefined {
  if (clock.hour > 12 || (clock.literal && clock.hour === 0)) return undefined;
  const skip = /^(?:تماما|بالضبط|o'clock|oclock)$/.test(wordAt(pieces, clock.next)) ? 1 : 0;
  const part = readDayPart(pieces, clock.next + skip);
  if (!part) return undefined;
  const word = wordAt(pieces, part.next - 1);
  const letter = word === "ص" || word === "م";
  const before = wordAt(pieces, clock.next - 2);
  const marked = before === ":" || markers.has(before);
  if (letter && !(marked || clock.sure !== "number")) return undefined;
  // "2 nights" and «٢ الليلة» are not two at night.
  if (part.stands === "hour" && word === "night") return undefined;
  // «٣ قبل الظهر» is no clock hour, «٣ بعد الظهر» is.
  if (part.relation === "before" && part.part !== "noon") return undefined;
  // "tonight" and «الليلة» are also a date, and keep their words for it.
  if (isTonight.test(word)) return { ...part, next: clock.next, end: clock.end };
  const afternoon = part.relation === "after" && part.part === "noon";
  return afternoon ? { ...part, part: "afternoon" } : part;
}

const isTonight = /^(?:tonight|ب?الليله)$/;

const freeWords = new Set(
  "و او على في من لو اذا اذ ان عشان علشان and or on in if please plz pls for thanks شكرا ممكن بليز اذا and ok at today to with by".split(
    " ",
  ),
);

/** Nothing stands behind that the number could count: the end, a mark, a day, or a small word. */
function isFree(pieces: Pieces, at: number): boolean {
  const piece = pieces[at];
  if (!piece) return true;
  if (piece.type === "mark") return !/[/%:\-$€£]/.test(piece.word);
  if (freeWords.has(piece.word)) return true;
  return (
    lookUp(relatives, piece) !== undefined || lookUp(weekdays, piece) !== undefined || piece.word === "يوم"
  );
}

const fromWords = new Set("من from between بين مابين men bain".split(" "));
const andWords = new Set(["و", "and", "w"]);

/** Past the connector of a range («إلى», "-", or «و» of «بين»); a glued «ل» stays with the word that it belongs to. */
function pastConnector(pieces: Pieces, at: number, between: boolean): number | undefined {
  const word = wordAt(pieces, at);
  if (untilWords.has(word) || (between && andWords.has(word))) {
    return wordAt(pieces, at + 1) === "ل" ? at + 2 : at + 1;
  }
  return word === "ل" ? at + 1 : /^(?:لل|وال)/.test(word) ? at : undefined;
}

const isBetween = (pieces: Pieces, at: number): boolean =>
  /^(?:between|بين|مابين|bain)$/.test(wordAt(pieces, at - 1));

/** "from 5 to 7", «من ٥ إلى ٧», "5-7pm": a bare hour that begins a range of hours, not of days, kilos or people. */
function opensRange(pieces: Pieces, at: number, clock: ClockHour): boolean {
  const led = fromWords.has(wordAt(pieces, at - 1));
  const to = pastConnector(pieces, clock.next, isBetween(pieces, at));
  const marked = to !== undefined && markers.has(wordAt(pieces, to)) ? to + 1 : to;
  const last = marked === undefined ? undefined : readClockHour(pieces, marked);
  if (!last || clock.hour < 1 || clock.hour > 24 || last.hour < 1) return false;
  if (readPartBehind(pieces, last) || last.sure === "certain" || marked !== to) return true;
  return (
    led && clock.hour <= 12 && last.hour <= 12 && isFree(pieces, last.next) && !readMonth(pieces, last.next)
  );
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
  const single = { value: { time: timeOf(bareMinute(said)), approximate }, next, start, end };
  const to = pastConnector(pieces, next, isBetween(pieces, at));
  const last = to === undefined ? undefined : readLast(pieces, to);
  if (!last) return single;
  const first = firstMinute(said, last);
  const until = lastMinute(last, first);
  if (until === first) return single;
  return {
    value: { time: timeOf(first), approximate: approximate || last.approximate, until: timeOf(until) },
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
  return { value: { time, approximate: true }, next: span.next, start: begin.start, end: span.end };
}
