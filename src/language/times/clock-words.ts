/** Reads an hour of the clock at a place in a message, before it is known which half of the day it is in: "5:30", «٧ إلا ربع», "half past four". */
import { months, relatives, weekdays } from "../days/date-words.ts";
import { numberWords } from "../numbers/number-words.ts";
import { isNumbered } from "../numbers/numbered-nouns.ts";
import { readNumber } from "../numbers/quantities.ts";
import { lookUp, type Piece, type Pieces, wordAt } from "../pieces.ts";

export type ClockHour = {
  /** 0–24 as said. */
  readonly hour: number;
  /** Minutes to add to the hour; negative for «إلا ربع». */
  readonly minutes: number;
  /** Written as a 24-hour clock: "17:30", "09:00". */
  readonly literal: boolean;
  /** `certain` is a time by its form; `likely` is one unless a noun follows («٥ ونص»); `number` needs a word for the time beside it. */
  readonly sure: "certain" | "likely" | "number";
  readonly next: number;
  readonly start: number;
  readonly end: number;
};

/** The clock hour that begins at piece `at`. */
export function readClockHour(pieces: Pieces, at: number): ClockHour | undefined {
  return readColon(pieces, at) ?? readHundreds(pieces, at) ?? readPast(pieces, at) ?? readSpoken(pieces, at);
}

/** Behind an hour they say that it is one, or how exactly it is meant: "5 sharp", "6ish", «٥ تماما». */
export const exactWords: ReadonlySet<string> = new Set("o'clock oclock ish sharp تماما بالضبط".split(" "));

/** Before a number they make it an hour: "by 1400 hours". */
const beforeHour = new Set("at by around about from till until to before after @".split(" "));

const isDayOfWeek = (piece: Piece | undefined): boolean =>
  [weekdays, relatives].some((words) => lookUp<unknown>(words, piece) !== undefined);
const isDay = (piece: Piece | undefined): boolean =>
  [months, weekdays, relatives].some((words) => lookUp<unknown>(words, piece) !== undefined);

/** "at 1400 hrs", "0900": the 24-hour clock without a colon; "1200 hours of video" is a length. */
function readHundreds(pieces: Pieces, at: number): ClockHour | undefined {
  const piece = pieces[at];
  const [, hour, minutes] = /^([01]\d|2[0-3])([0-5]\d)$/.exec(piece?.word ?? "") ?? [];
  if (!piece || hour === undefined || minutes === undefined) return undefined;
  const noun = /^(?:hrs|hours|h)$/.test(wordAt(pieces, at + 1));
  const before = wordAt(pieces, at - 1);
  if (
    noun
      ? !hour.startsWith("0") && !beforeHour.has(before) && !isDay(pieces[at - 1])
      : !(hour.startsWith("0") && /^(?:at|@)$/.test(before))
  )
    return undefined;
  const next = noun ? at + 2 : at + 1;
  if (noun && /^(?:of|worth)$/.test(wordAt(pieces, next))) return undefined;
  const end = pieces[next - 1]?.end ?? piece.end;
  const clock = { hour: Number(hour), minutes: Number(minutes), literal: true };
  return { ...clock, sure: "certain", next, start: piece.start, end };
}

/** "17:30", "5:30"; "5.30" only beside a word for the time. */
function readColon(pieces: Pieces, at: number): ClockHour | undefined {
  const piece = pieces[at];
  if (piece?.type !== "digits") return undefined;
  const dotted = /^(\d{1,2})[.,]([0-5]\d)$/.exec(piece.word);
  if (dotted && Number(dotted[1]) <= 23) {
    const [hour, minutes] = [Number(dotted[1]), Number(dotted[2])];
    return {
      hour,
      minutes,
      literal: false,
      // "tuesday 9.30", unless something is counted by it.
      sure: isDayOfWeek(pieces[at - 1]) && !isNumbered(pieces, at) ? "likely" : "number",
      next: at + 1,
      start: piece.start,
      end: piece.end,
    };
  }
  const [mark, minutes] = [pieces[at + 1], pieces[at + 2]];
  if (mark?.word !== ":" || !minutes || mark.start !== piece.end || minutes.start !== mark.end)
    return undefined;
  if (!/^\d{1,2}$/.test(piece.word) || !/^[0-5]\d$/.test(minutes.word) || Number(piece.word) > 24)
    return undefined;
  if (wordAt(pieces, at - 1) === ":" || isNumbered(pieces, at)) return undefined;
  // "17:30:00" carries seconds.
  const seconds = wordAt(pieces, at + 3) === ":" && /^[0-5]\d$/.test(wordAt(pieces, at + 4));
  const next = seconds ? at + 5 : at + 3;
  return {
    hour: Number(piece.word),
    minutes: Number(minutes.word),
    literal: piece.word.startsWith("0"),
    sure: "certain",
    next,
    start: piece.start,
    end: pieces[next - 1]?.end ?? minutes.end,
  };
}

/** "half past four", "quarter to five", "ten past six". */
function readPast(pieces: Pieces, at: number): ClockHour | undefined {
  const begin = pieces[at];
  if (begin?.type !== "latin" && begin?.type !== "digits") return undefined;
  const from = begin.word === "a" ? at + 1 : at;
  const part = lookUp(numberWords, pieces[from]);
  const isPart = part?.entry.type === "part" && part.entry.english;
  const bare = isPart && from === at ? readHalf(pieces, at) : undefined;
  if (bare) return bare;
  const number = isPart ? undefined : readNumber(pieces, from);
  const minutes = isPart ? part.entry.value * 60 : number?.number;
  let behind = isPart ? from + 1 : (number?.next ?? from + 1);
  if (/^minutes?$/.test(wordAt(pieces, behind))) behind += 1;
  const word = wordAt(pieces, behind);
  const past = word === "past";
  const before = word === "to" || word === "till";
  if (
    minutes === undefined ||
    !Number.isInteger(minutes) ||
    minutes < 1 ||
    minutes > 30 ||
    !(past || before)
  ) {
    return undefined;
  }
  // "5 to 7" is a range; «to» tells minutes only behind a quarter or a number of them.
  if (before && !isPart && ![5, 10, 20, 25].includes(minutes)) return undefined;
  if (before && number?.digits === true && behind === number.next) return undefined;
  const hour = readNumber(pieces, behind + 1);
  if (!hour || !Number.isInteger(hour.number) || hour.number < 1 || hour.number > 12) return undefined;
  const { next, end } = hour;
  return {
    hour: hour.number,
    minutes: past ? minutes : -minutes,
    literal: false,
    sure: "certain",
    next,
    start: begin.start,
    end,
  };
}

/** "at half nine". */
function readHalf(pieces: Pieces, at: number): ClockHour | undefined {
  const piece = pieces[at];
  if (piece?.word !== "half" || !beforeHour.has(wordAt(pieces, at - 1))) return undefined;
  const hour = readNumber(pieces, at + 1);
  if (!hour || hour.digits || hour.number < 1 || hour.number > 12) return undefined;
  const { number, next, end } = hour;
  return { hour: number, minutes: 30, literal: false, sure: "certain", next, start: piece.start, end };
}

/** «خمسة», "5", «٥ ونص», «٧ إلا ربع», "five thirty". */
function readSpoken(pieces: Pieces, at: number): ClockHour | undefined {
  const number = readNumber(pieces, at) ?? readNamedHour(pieces, at);
  if (!number || !Number.isInteger(number.number) || number.number < 0 || number.number > 24)
    return undefined;
  if (number.digits && (pieces[at]?.word.length ?? 0) > 2) return undefined;
  // The month of «٢٥/١١ الصبح».
  if (wordAt(pieces, at - 1) === "/" && pieces[at - 2]?.type === "digits") return undefined;
  const { start } = number;
  const base = { hour: number.number, literal: false, start };
  const added = readMinutes(pieces, number.next);
  if (added) return { ...base, minutes: added.minutes, sure: "likely", next: added.next, end: added.end };
  const thirty = pieces[at]?.type === "latin" ? readNumber(pieces, number.next) : undefined;
  if (
    thirty &&
    !thirty.digits &&
    thirty.number >= 10 &&
    thirty.number < 60 &&
    Number.isInteger(thirty.number)
  ) {
    return { ...base, minutes: thirty.number, sure: "number", next: thirty.next, end: thirty.end };
  }
  const certain = /^[a-z]/.test(wordAt(pieces, number.next)) && number.number >= 1 && number.number <= 12;
  const clock = certain && exactWords.has(wordAt(pieces, number.next));
  const next = clock ? number.next + 1 : number.next;
  const end = clock ? (pieces[number.next]?.end ?? number.end) : number.end;
  return { ...base, minutes: 0, sure: clock ? "certain" : "number", next, end };
}

/** «الخامسة», «السابعة»: the hours of standard Arabic. */
const namedHours: ReadonlyMap<string, number> = new Map(
  "الواحده الثانيه الثالثه الرابعه الخامسه السادسه السابعه الثامنه التاسعه العاشره"
    .split(" ")
    .map((word, index): [string, number] => [word, index + 1]),
);

/** «الخامسة» and its kin, for who looks whether a time may begin here. */
export const hourNames: readonly string[] = [...namedHours.keys(), "الحاديه"];

function readNamedHour(pieces: Pieces, at: number): ReturnType<typeof readNumber> {
  const piece = pieces[at];
  const word = piece?.word.replace(/^و(?=ال)/, "") ?? "";
  const hour = namedHours.get(word);
  const tenth = /^عشره?$/.test(wordAt(pieces, at + 1));
  const teen = tenth && /^(?:الحاديه|الثانيه)$/.test(word);
  if (!piece || (hour === undefined && !teen)) return undefined;
  const number = teen ? (word === "الثانيه" ? 12 : 11) : (hour ?? 0);
  const next = teen ? at + 2 : at + 1;
  return { number, digits: false, next, start: piece.start, end: pieces[next - 1]?.end ?? piece.end };
}

type Minutes = { readonly minutes: number; readonly next: number; readonly end: number };
const fractions: ReadonlyMap<string, number> = new Map([
  ["نص", 30],
  ["نصف", 30],
  ["النصف", 30],
  ["ربع", 15],
  ["الربع", 15],
  ["ثلث", 20],
  ["تلت", 20],
  ["الثلث", 20],
  ["نصفا", 30],
  ["ربعا", 15],
  ["ثلثا", 20],
  ["خمس", 5],
  ["خمسه", 5],
  ["عشر", 10],
  ["عشره", 10],
  ["noss", 30],
  ["nos", 30],
  ["nuss", 30],
  ["nus", 30],
  ["rob3", 15],
  ["rub3", 15],
  ["telt", 20],
  ["tolt", 20],
  ["thelth", 20],
]);

/** «ونص», «إلا ربع», «ونص وخمس», «و 20 دقيقة» behind an hour. */
function readMinutes(pieces: Pieces, at: number): Minutes | undefined {
  const first = readMinutePart(pieces, at);
  if (!first) return undefined;
  const second = first.minutes === 30 ? readMinutePart(pieces, first.next) : undefined;
  return second && Math.abs(second.minutes) === 5
    ? { minutes: first.minutes + second.minutes, next: second.next, end: second.end }
    : first;
}

function readMinutePart(pieces: Pieces, at: number): Minutes | undefined {
  const word = wordAt(pieces, at);
  const minus = /^(?:الا|illa|ella|ela|ila|2ela|2illa)$/.test(word);
  const plus = /^(?:و|w|we|wa)$/.test(word);
  const glued = !minus && !plus && word.startsWith("و") ? word.slice(1) : undefined;
  const from = minus || plus ? at + 1 : at;
  const value = minus || plus ? fractions.get(wordAt(pieces, from)) : glued && fractions.get(glued);
  const piece = pieces[from];
  if (value && piece) return { minutes: minus ? -value : value, next: from + 1, end: piece.end };
  if (!minus && !plus) return undefined;
  const number = readNumber(pieces, from);
  const minute = number && /^(?:دقيقه|دقايق|minutes?|min)$/.test(wordAt(pieces, number.next));
  if (!minute || number.number < 1 || number.number > 59 || !Number.isInteger(number.number))
    return undefined;
  const end = pieces[number.next]?.end ?? number.end;
  return { minutes: minus ? -number.number : number.number, next: number.next + 1, end };
}
