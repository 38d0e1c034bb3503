/** Reads a time as it was said, before ranges: «الساعة خمسة ونص», «٥ العصر», "evening at 8", «بعد العشاء», and what makes a bare number an hour. */

import { readMonth } from "../days/date-explicit.ts";
import { relatives, untilWords, weekdays } from "../days/date-words.ts";
import { numberWords } from "../numbers/number-words.ts";
import { isNumbered } from "../numbers/numbered-nouns.ts";
import { lookUp, type Piece, type Pieces, wordAt } from "../pieces.ts";
import { type ClockHour, exactWords, hourNames, readClockHour } from "./clock-words.ts";
import { type DayPart, isExactPart, type PartName, readDayPart, timeOfPart } from "./day-parts.ts";
import { readSpan } from "./spans.ts";

/** A time as it was said: a clock hour with or without a part of the day, or a part alone. */
export type Said = {
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
  "الساعه ساعه بالساعه عالساعه للساعه والساعه at @ sa3a elsa3a alsa3a essa3a saa3a sa3ah saa3ah".split(" "),
);
/** Before an hour of standard Arabic they make it one: «عند الخامسة»; before a bare number they may mean anything. */
const beforeNamed = new Set("عند علي حتي الي في حوالي بعد قبل حدود".split(" "));
const aboutWords = new Set(
  "حوالي تقريبا حدود around about approximately roughly ~ بعد قبل after before nearly".split(" "),
);
const isAbout = (pieces: Pieces, at: number): boolean => aboutWords.has(wordAt(pieces, at - 1));

export function readSaid(pieces: Pieces, at: number, endsRange = false): Said | undefined {
  const part = readDayPart(pieces, at);
  if (part) return afterPart(pieces, at, part, endsRange);
  const el = /^(?:el|al)$/.test(wordAt(pieces, at)) ? at + 1 : at;
  const marked = markers.has(wordAt(pieces, el));
  if (marked) return readMarked(pieces, at, el + 1);
  const clock = readClockHour(pieces, at);
  if (!clock) return undefined;
  const own = readPartBehind(pieces, clock);
  if (own && !dayNames.test(wordAt(pieces, at))) {
    const { part, next, end } = own;
    return { clock, part, approximate: isAbout(pieces, at), next, start: clock.start, end };
  }
  // "2 sharp knives", "10ish chairs" count.
  const exact =
    exactWords.has(wordAt(pieces, clock.next - 1)) && wordAt(pieces, clock.next - 1) !== "o'clock";
  if (exact && !isFree(pieces, clock.next)) return undefined;
  const likely =
    clock.sure === "certain" || (clock.sure === "likely" && clock.hour <= 12 && isFree(pieces, clock.next));
  const ranged = clock.sure === "number" && (opensRange(pieces, at, clock) || lastsHours(pieces, at, clock));
  if (!likely && !ranged && !isNamedHour(pieces, at, clock)) return undefined;
  return { clock, approximate: isAbout(pieces, at), next: clock.next, start: clock.start, end: clock.end };
}

/** «الأربع بالليل» is Wednesday night; the hour wants «الساعة» before it. */
const dayNames = /^[وب]?(?:ال|لل)(?:اربع|ثلاث|تلات|حد|احد)$/;

/** «ابني في الخامسة» is five years old; «البنت بعد الثالثة» and «الإشارة قبل الثانية» are one of a row. */
const people =
  /^[وبل]?(?:ال|لل)?(?:ابن|بنت|ابنه|ولد|عيال|اولاد|بنات|اطفال|طفل|طفله|اخ|اخت|زوجه|عمر|اعمار|kids?|child|children|boys?|girls?|sons?|daughters?|ages?|aged)(?:ي|تي|ه|ها|نا|هم)?$/;
/** What goes from one number to another without an hour; "a room from 9 to 12" does not. */
const graded =
  /^[وبل]?(?:ال)?(?:مقاس|مقاسات|قياس|قياسات|صف|صفوف|دور|ادوار|طابق|مستوي|مستويات|مرحله|درجه|grades?|levels?|floors?|sizes?|scale|score|pages?|chapters?|years?|step)$/;
const pronouns = /^و?(?:هو|هي)$/;

/** «عند الخامسة», «بعد الرابعة»; «في الثالثة من عمره» is an age. */
function isNamedHour(pieces: Pieces, at: number, { next }: ClockHour): boolean {
  if (!hourNames.includes(wordAt(pieces, at)) || !beforeNamed.has(wordAt(pieces, at - 1))) return false;
  const before = wordAt(pieces, at - 2);
  if (people.test(before) || pronouns.test(before) || isNumbered(pieces, at - 1)) return false;
  return isFree(pieces, next) && wordAt(pieces, next) !== "من";
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
  const prefix = /^[بعلو](?=ال|ل)/.test(word) ? 1 : 0;
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
  const exact = exactBehind(pieces, part);
  if (exact) return exact;
  const time = timeOfPart(pieces, at, part, endsRange);
  if (time === undefined) return undefined;
  const { next, start, end } = part;
  return { time, part: part.part, approximate: !isExactPart(pieces, part), next, start, end };
}

/** "afternoon, 3pm": the hour behind the part tells it exactly. */
function exactBehind(pieces: Pieces, { next, start }: DayPart): Said | undefined {
  const clock = wordAt(pieces, next) === "," ? readClockHour(pieces, next + 1) : undefined;
  const own = clock && readPartBehind(pieces, clock);
  if (!clock || !own) return undefined;
  return { clock, part: own.part, approximate: false, next: own.next, start, end: own.end };
}

/** «الساعة» belongs to the hour, "at" does not. */
const startOfMarked = (pieces: Pieces, at: number, clock: ClockHour): number =>
  pieces[at]?.type === "arabic" ? (pieces[at]?.start ?? clock.start) : clock.start;

/** The part of the day behind an hour: "5 pm", «٥ بعد العصر», "8 in the evening". «ص» and «م» only in "5:30 م" or behind «الساعة». */
function readPartBehind(pieces: Pieces, clock: ClockHour): DayPart | undefined {
  if (clock.hour > 12 || (clock.literal && clock.hour === 0)) return undefined;
  const skip = exactWords.has(wordAt(pieces, clock.next)) ? 1 : 0;
  const part = readDayPart(pieces, clock.next + skip);
  if (!part) return undefined;
  const word = wordAt(pieces, part.next - 1);
  const letter = word === "ص" || word === "م";
  const before = wordAt(pieces, clock.next - 2);
  const marked = before === ":" || markers.has(before);
  if (letter && !(marked || clock.sure !== "number" || isGlued(pieces, clock))) return undefined;
  // "2 nights" and «٢ الليلة» are not two at night, "only one evening" is no hour of it.
  if (part.stands === "hour" && word === "night") return undefined;
  if (!marked && wordAt(pieces, clock.next - 1) === "one" && singleParts.test(wordAt(pieces, clock.next)))
    return undefined;
  // «٣ قبل الظهر» is no clock hour, «٣ بعد الظهر» is.
  if (part.relation === "before" && part.part !== "noon") return undefined;
  // "tonight" and «الليلة» are also a date, and keep their words for it.
  if (isTonight.test(word)) return { ...part, next: clock.next, end: clock.end };
  const afternoon = part.relation === "after" && part.part === "noon";
  return afternoon ? { ...part, part: "afternoon" } : part;
}

/** «10ص», «من 10 ص», «الثلاثاء 10 ص», and the «2 م» that ends a range begun so; «3م» alone may be metres, «10 ص» pages. */
function isGlued(pieces: Pieces, { next, end }: ClockHour): boolean {
  const letter = pieces[next];
  if (!letter) return false;
  if (letter.word !== "ص") return [3, 4].some((back) => wordAt(pieces, next - back) === "ص");
  const before = pieces[next - 2];
  return (
    letter.start === end ||
    (fromWords.has(before?.word ?? "") && pastConnector(pieces, next + 1, false) !== undefined) ||
    lookUp(weekdays, before) !== undefined ||
    lookUp(relatives, before) !== undefined
  );
}

const singleParts = /^(?:morning|afternoon|evening)$/;

const isTonight = /^(?:tonight|ب?الليله)$/;

const freeWords = new Set(
  "و او على في من حق لو اذا اذ ان عشان علشان and or on in if please plz pls for thanks شكرا ممكن بليز اذا and ok at today to with by".split(
    " ",
  ),
);

/** Nothing stands behind that the number could count: the end, a mark, a day, or a small word. */
export function isFree(pieces: Pieces, at: number): boolean {
  const piece = pieces[at];
  if (!piece) return true;
  if (piece.type === "mark") return !/[/%:\-$€£]/.test(piece.word);
  if (freeWords.has(piece.word) || isForSome(piece) || goesOn(piece)) return true;
  return (
    lookUp(relatives, piece) !== undefined || lookUp(weekdays, piece) !== undefined || piece.word === "يوم"
  );
}

/** «ونكون ٨ أشخاص»: the sentence goes on with «و» on its next word, which is no more of the number and no noun of its own. */
const goesOn = ({ word }: Piece): boolean => /^و\p{L}{3,}$/u.test(word) && !waws.test(word) && !isMore(word);
const waws =
  /^(?:ورق|ورد|وحد|ولد|ولاد|ولي|وجب|وظيف|وظايف|وثيق|وثايق|وساد|وساي|وسيل|وكيل|وكال|وصف|وزن|ورش|وقي|واط|واح|وجه|وشم|ولاي|وفود|وقت|وقف|وعاء|وشاح|وصل|وديع|ودايع|ورث|وارث|وسط|وزار|وزير|وزرا|واجه|واجب|واد)/;
/** «وعشرين», «ونص». */
const isMore = (word: string): boolean => numberWords.has(word.slice(1));

/** «لعشرة أشخاص»: for whom, behind an hour. */
function isForSome(piece: Piece): boolean {
  const met = piece.word.startsWith("ل") ? lookUp(numberWords, piece) : undefined;
  return (
    piece.word === "ل" || piece.word === "l" || piece.word === "le" || (met !== undefined && met.skip === 1)
  );
}

const fromWords = new Set("من from between بين مابين men mn min bain".split(" "));
const andWords = new Set(["و", "and", "w"]);

/** Past the connector of a range («إلى», "-", or «و» of «بين»); a glued «ل» stays with the word that it belongs to. */
export function pastConnector(pieces: Pieces, at: number, between: boolean): number | undefined {
  const word = wordAt(pieces, at);
  if (untilWords.has(word) || (between && andWords.has(word))) {
    return wordAt(pieces, at + 1) === "ل" ? at + 2 : at + 1;
  }
  return word === "ل" || arabiziTo.test(word)
    ? at + 1
    : /^لل/.test(word) || (between && word.startsWith("وال"))
      ? at
      : undefined;
}

const arabiziTo = /^(?:l|le|lel|la|ela|l7ad|la7ad)$/;

export const isBetween = (pieces: Pieces, at: number): boolean =>
  /^(?:between|بين|مابين|bain)$/.test(wordAt(pieces, at - 1));

/** "from 5 to 7", «من ٥ إلى ٧», "5-7pm": a bare hour that begins a range of hours, not of days, kilos or people. */
function opensRange(pieces: Pieces, at: number, clock: ClockHour): boolean {
  const el = /^(?:el|al|il)$/.test(wordAt(pieces, at - 1)) ? 1 : 0;
  const led = fromWords.has(wordAt(pieces, at - 1 - el));
  // "kids from 5 to 9", «المقاسات من ٥ إلى ٩».
  const before = led ? at - 1 - el : at;
  if (people.test(wordAt(pieces, before - 1)) || graded.test(wordAt(pieces, before - 1))) return false;
  const to = pastConnector(pieces, clock.next, isBetween(pieces, at));
  const marked = to !== undefined && markers.has(wordAt(pieces, to)) ? to + 1 : to;
  const last = marked === undefined ? undefined : readClockHour(pieces, marked);
  if (to !== undefined && !last && led && clock.hour >= 1 && clock.hour <= 12)
    return readDayPart(pieces, to)?.stands === "free";
  if (!last || clock.hour < 1 || clock.hour > 24 || last.hour < 1) return false;
  if (readPartBehind(pieces, last) || last.sure === "certain" || marked !== to) return true;
  if (!led && !followsDay(pieces, at)) return false;
  return clock.hour <= 12 && last.hour <= 12 && isFree(pieces, last.next) && !readMonth(pieces, last.next);
}

/** "Wednesday 9 to 1": the day leads to its hours as "from" does. */
const followsDay = (pieces: Pieces, at: number): boolean =>
  lookUp(weekdays, pieces[at - 1]) !== undefined || lookUp(relatives, pieces[at - 1]) !== undefined;

/** "from 10 for two hours", «من ١٠ ساعتين»: an hour and how long from then. */
function lastsHours(pieces: Pieces, at: number, { hour, next }: ClockHour): boolean {
  if (!fromWords.has(wordAt(pieces, at - 1)) || hour < 1 || hour > 12) return false;
  const span = readSpan(pieces, forWords.has(wordAt(pieces, next)) ? next + 1 : next);
  return span !== undefined && !span.bare && !span.article && span.skip <= 1 && span.unit === "hours";
}

const forWords = new Set("for لمده مده limodat lemodet".split(" "));
