/**
 * Reads a length of time at a place in a message: «شهرين», «سنة ونص», "two weeks", "2 hours 30 minutes". How long something lasts
 * (durations.ts) and how far ahead a date or an hour lies («بعد أسبوع») are both read with it.
 */
import { arabiziDuals } from "../numbers/number-words.ts";
import { readFraction, readNumber, readPart } from "../numbers/quantities.ts";
import { lookUp, type Pieces } from "../pieces.ts";

export type SpanUnit = "years" | "months" | "weeks" | "days" | "hours" | "minutes";
export type Length = Readonly<Record<SpanUnit, number>>;
export type Span = {
  readonly length: Length;
  /** Only a singular noun: «أسبوع» may be a week long, or something else; the reader looks at its neighbours. */
  readonly bare: boolean;
  readonly article: boolean;
  /** Letters before the noun («ل» of «لسنة»). */
  readonly skip: number;
  readonly unit: SpanUnit;
  readonly next: number;
  readonly start: number;
  readonly end: number;
};

type UnitWord = { readonly unit: SpanUnit; readonly count: 1 | 2 | undefined };

/** Singular, dual, plural words of each unit, folded. English words are counted by numbers and "a". */
const unitWords: ReadonlyMap<string, UnitWord> = new Map(
  `
years 1: سنه عام عاما sana
years 2: سنتين سنتان عامين عامان
years: سنين سنوات اعوام year years yr yrs yrz sanawat seneen sneen senen y
months 1: شهر شهرا shahr shaher shahar sheher
months 2: شهرين شهران
months: شهور اشهر month months mo mos mth mths mnth mnths monts moths mnts shohoor shuhoor ashhor shohor shuhur shohour shhor shhoor ash-hor a4hor
weeks 1: اسبوع اسبوعا osbo3 usbu3 osboo3 usboo3 esbo3 2osboo3
weeks 2: اسبوعين اسبوعان fortnight
weeks: اسابيع week weeks wk wks weks asabee3 asabe3 w
days 1: يوم yom youm yoom
days 2: يومين يومان
days: ايام يوما day days ayyam ayam d
hours 1: ساعه sa3a saa3a
hours 2: ساعتين ساعتان
hours: ساعات hour hours hr hrs sa3at sa3aat h
minutes 1: دقيقه d2ee2a da2i2a
minutes 2: دقيقتين دقيقتان
minutes: دقايق دقائق minute minutes min mins da2aye2 dagayeg
`
    .trim()
    .split("\n")
    .flatMap((line): [string, UnitWord][] => {
      const [head = "", words = ""] = line.split(": ");
      const [unit, count] = head.replace(":", "").split(" ");
      const word: UnitWord = {
        unit: unit as SpanUnit,
        count: count === "1" ? 1 : count === "2" ? 2 : undefined,
      };
      const noun = words.split(" ")[0] ?? "";
      const duals = word.count === 1 ? (arabiziDuals.get(noun) ?? []) : [];
      return [
        ...words.split(" ").map((form): [string, UnitWord] => [form, word]),
        ...duals.map((form): [string, UnitWord] => [form, { ...word, count: 2 }]),
      ];
    }),
);

const nothing: Length = { years: 0, months: 0, weeks: 0, days: 0, hours: 0, minutes: 0 };
/** What a fraction of a unit is said in: half a year is 6 months. A month is 30 days here. */
const smaller: Readonly<Record<SpanUnit, readonly [SpanUnit, number]>> = {
  years: ["months", 12],
  months: ["days", 30],
  weeks: ["days", 7],
  days: ["hours", 24],
  hours: ["minutes", 60],
  minutes: ["minutes", 1],
};

/** `amount` of a unit in whole numbers: 1.5 years are a year and 6 months. */
function lengthOf(amount: number, unit: SpanUnit): Length {
  const whole = Math.floor(amount);
  const rest = amount - whole;
  const [below, ratio] = smaller[unit];
  if (rest === 0 || unit === "minutes") return { ...nothing, [unit]: Math.round(amount) };
  if (unit === "weeks") return lengthOf(amount * 7, "days");
  return { ...nothing, [unit]: whole, [below]: Math.round(rest * ratio) };
}

function sum(one: Length, other: Length): Length {
  return {
    years: one.years + other.years,
    months: one.months + other.months,
    weeks: one.weeks + other.weeks,
    days: one.days + other.days,
    hours: one.hours + other.hours,
    minutes: one.minutes + other.minutes,
  };
}

const order: readonly SpanUnit[] = ["years", "months", "weeks", "days", "hours", "minutes"];
const joiners = new Set(["و", "w", "we", "wa", "and"]);

/** The length of time that begins at piece `at`, with its smaller parts («ساعة و 20 دقيقة»). */
export function readSpan(pieces: Pieces, at: number): Span | undefined {
  const first = readOne(pieces, at);
  if (!first) return undefined;
  const tail = joiners.has(pieces[first.next]?.word ?? "") ? first.next + 1 : first.next;
  const second = readOne(pieces, tail);
  if (!second || order.indexOf(second.unit) <= order.indexOf(first.unit)) return first;
  const prefixed = second.skip === 1 && pieces[tail]?.word.charAt(0) === "و";
  const separate = tail > first.next;
  // "2 hours 30 minutes" needs no «و»; a bare noun does: «شهر يوم» is nothing.
  const bareDigits = pieces[tail]?.type === "digits";
  if (second.article || (second.skip > 0 && !prefixed) || !(separate || prefixed || bareDigits)) return first;
  return {
    ...first,
    length: sum(first.length, second.length),
    bare: false,
    next: second.next,
    end: second.end,
  };
}

function readOne(pieces: Pieces, at: number): Span | undefined {
  return readCounted(pieces, at) ?? readShare(pieces, at) ?? readNoun(pieces, at);
}

function withFraction(pieces: Pieces, amount: number, next: number, end: number): [number, number, number] {
  const fraction = readFraction(pieces, next);
  if (!fraction || !Number.isInteger(amount) || amount + fraction.delta <= 0) return [amount, next, end];
  return [amount + fraction.delta, fraction.next, fraction.end];
}

/** «3 شهور», "two and a half hours", «سنتين» after a number word is not one. */
function readCounted(pieces: Pieces, at: number): Span | undefined {
  const number = readNumber(pieces, at);
  const begin = pieces[at];
  if (!number || !begin || number.number <= 0 || number.number > 10_000) return undefined;
  const [before, next, end] = withFraction(pieces, number.number, number.next, number.end);
  // "a 6-month lease".
  const hyphen = pieces[next]?.word === "-" && pieces[next]?.start === end;
  const behind = hyphen || pieces[next]?.word === "of" ? next + 1 : next;
  const unit = lookUp(unitWords, pieces[behind]);
  const piece = pieces[behind];
  if (!unit || !piece || unit.entry.count === 2 || unit.skip > 0 || unit.article) return undefined;
  if (hyphen && !/^(?:year|month|week|day|hour|minute)$/.test(piece.word)) return undefined;
  if (/^[ydhw]$/.test(piece.word) && piece.start !== end) return undefined;
  const [amount, after, stop] = withFraction(pieces, before, behind + 1, piece.end);
  return {
    length: lengthOf(amount, unit.entry.unit),
    bare: false,
    article: false,
    skip: number.start - begin.start,
    unit: unit.entry.unit,
    next: after,
    start: number.start,
    end: stop,
  };
}

/** «نص ساعة», "half an hour". */
function readShare(pieces: Pieces, at: number): Span | undefined {
  const part = readPart(pieces, at);
  const begin = pieces[at];
  if (!part || !begin) return undefined;
  const behind = /^an?$/.test(pieces[part.next]?.word ?? "") ? part.next + 1 : part.next;
  const unit = lookUp(unitWords, pieces[behind]);
  const piece = pieces[behind];
  if (!unit || !piece || unit.entry.count === 2 || unit.skip > 0 || unit.article) return undefined;
  return {
    length: lengthOf(part.number, unit.entry.unit),
    bare: false,
    article: false,
    skip: part.start - begin.start,
    unit: unit.entry.unit,
    next: behind + 1,
    start: part.start,
    end: piece.end,
  };
}

/** «شهرين», «سنة ونص», «أسبوع واحد», "a week". */
function readNoun(pieces: Pieces, at: number): Span | undefined {
  const begin = pieces[at];
  if (begin?.type === "digits" || begin?.type === "mark") return undefined;
  const english = begin?.word === "a" || begin?.word === "an";
  const piece = english ? pieces[at + 1] : begin;
  const met = lookUp(unitWords, piece);
  if (!begin || !piece || !met || (english && !/[a-rt-z]$/.test(piece.word))) return undefined;
  const count = english && met.entry.count !== 2 ? 1 : met.entry.count;
  if (count === undefined || (piece.word.length < 2 && english)) return undefined;
  const { unit } = met.entry;
  const behind = english ? at + 2 : at + 1;
  const [amount, next, end] = withFraction(pieces, count, behind, piece.end);
  const one = readNumber(pieces, next);
  const said = one && !one.digits && one.number === count && one.start === pieces[next]?.start;
  return {
    length: lengthOf(amount, unit),
    bare: count === 1 && amount === 1 && !said && !english,
    article: met.article,
    skip: met.skip,
    unit,
    next: said ? one.next : next,
    start: begin.start + (english ? 0 : met.skip),
    end: said ? one.end : end,
  };
}
