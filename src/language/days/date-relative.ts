/** Reads dates that lean on today: «بكرة», «بعد يومين», «الخميس الجاي», «نهاية الشهر», "next weekend". */

import { isNumbered } from "../numbers/numbered-nouns.ts";
import { lookUp, type Met, type Pieces, wordAt } from "../pieces.ts";
import { denyingWords } from "../replies/denials.ts";
import { addDays, addMonths, weekdayOf } from "../times/clock.ts";
import { readSpan } from "../times/spans.ts";
import { edgeBeginnings, readEdge, readWeekend } from "./date-edges.ts";
import { readMonth } from "./date-explicit.ts";
import {
  beforeWeekday,
  comingWords,
  pastWords,
  relatives,
  thisWords,
  type WeekdayWord,
  weekdays,
} from "./date-words.ts";

export type Leaning = {
  readonly date: string;
  /** The last day of a weekend; the second choice of a weekday that is today. */
  readonly until?: string;
  readonly or?: string;
  readonly calendar: "gregorian" | "hijri";
  /** Set for a weekday: the date that it falls on may follow («الخميس ٢٦ نوفمبر»). */
  readonly weekday?: number;
  readonly next: number;
  readonly start: number;
  readonly end: number;
};

const endBefore = (pieces: Pieces, next: number): number => pieces[next - 1]?.end ?? 0;
const gregorian = "gregorian" as const;

/** The date that begins at piece `at` and leans on `today`. */
export function readLeaning(pieces: Pieces, at: number, today: string): Leaning | undefined {
  const piece = pieces[at];
  if (!piece || piece.type === "mark") return undefined;
  return (
    readNear(pieces, at, today) ??
    readAhead(pieces, at, today) ??
    readWeekday(pieces, at, today) ??
    readWeekend(pieces, at, today) ??
    readEdge(pieces, at, today)
  );
}

const afterWords = new Set(["بعد", "عقب", "وبعد", "after", "ba3d", "ba3ed", "b3d", "3ogob", "3ugub", "3ogb"]);
/** «اليوم» and «الليلة» behind these are a day or a night of a rate: «سعر الليلة», «في اليوم». */
const ratesBefore = new Set(
  "سعر كم قيمه اجره تكلفه ريال ريالا في نفس طول باقي عدد دوام كل per each every الواحده جنيه درهم".split(" "),
);
const partsOfToday = new Set(["morning", "afternoon", "evening", "night", "noon"]);

/** «اليوم», «بكرة», «بعد بكرة», "the day after tomorrow", "this evening". */
function readNear(pieces: Pieces, at: number, today: string): Leaning | undefined {
  const begin = pieces[at];
  if (!begin) return undefined;
  let from = at;
  let added = 0;
  if (begin.word === "day" && wordAt(pieces, at + 1) === "after") from += 1;
  while (afterWords.has(wordAt(pieces, from)) && from < at + 3) {
    from += 1;
    added += 1;
  }
  if (begin.word === "this" && partsOfToday.has(wordAt(pieces, at + 1))) {
    // The part of the day is a time, and keeps its word.
    return { date: today, calendar: gregorian, next: at + 1, start: begin.start, end: begin.end };
  }
  const met = lookUp(relatives, pieces[from]);
  const word = pieces[from];
  if (added === 0 && isTheDay(pieces, at))
    return {
      date: today,
      calendar: gregorian,
      next: at + 2,
      start: begin.start,
      end: endBefore(pieces, at + 2),
    };
  if (!met || !word || (from > at && met.entry !== 1) || !isNear(pieces, from, met)) return undefined;
  const afterPrefix = added > 0 && begin.word.startsWith("و") ? 1 : 0;
  const date = addDays(today, met.entry + added);
  const start = added > 0 ? begin.start + afterPrefix : word.start + met.skip;
  return { date, calendar: gregorian, next: from + 1, start, end: word.end };
}

/** "el yom" is today; "el yom el 5mees" and "el yom elli ba3do" are other days. */
function isTheDay(pieces: Pieces, at: number): boolean {
  if (!/^(?:el|al|il)$/.test(wordAt(pieces, at)) || !/^yo+m$|^youm$/.test(wordAt(pieces, at + 1)))
    return false;
  if (ratesBefore.has(wordAt(pieces, at - 1)) || /^(?:kol|fi|fe|fel|b|kam|kam)$/.test(wordAt(pieces, at - 1)))
    return false;
  const behind = wordAt(pieces, at + 2);
  return (
    !/^(?:el|al|il|elli|illi|elly|da|dah|ely)$/.test(behind) && lookUp(weekdays, pieces[at + 2]) === undefined
  );
}

/** «اسمي باكر», "my name is Bakir", «باكر العلي»: who it is, and no day. */
function isCalledSo(pieces: Pieces, at: number): boolean {
  if (!/^(?:باكر|باجر|ba[ck]h?e?i?r|baacher|bachr|bachur)$/.test(wordAt(pieces, at))) return false;
  const before = wordAt(pieces, at - 1) === "is" ? wordAt(pieces, at - 2) : wordAt(pieces, at - 1);
  const behind = wordAt(pieces, at + 1);
  return naming.test(before) || (/^ال[\u0620-\u064a]{2,}ي$/.test(behind) && !partOfDay.test(behind));
}
const naming = /^(?:اسمي|اسمه|باسم|الاسم|الاخ|السيد|استاذ|الاستاذ|ابو|[ie]smi|[ie]smo|name|named|called|mr)$/;
const partOfDay = /^(?:الضحي|العشي|الجاي|الحالي|الثاني|التالي)$/;

function isNear(pieces: Pieces, at: number, met: Met<number>): boolean {
  if (isCalledSo(pieces, at)) return false;
  // «الصباح الباكر» is early, and no tomorrow.
  if (met.entry === 1 && met.article) return wordAt(pieces, at) !== "الباكر";
  if (met.entry !== 0 || !met.article) return true;
  const word = wordAt(pieces, at);
  if (word.charAt(met.skip - 1) === "ب" && met.skip > 0) return false;
  if (/^(?:التالي|الثاني|الواحد|الواحده|واحده|وحده|الكامل|الوطني)$/.test(wordAt(pieces, at + 1)))
    return false;
  const before = pieces[at - 1];
  return !(before?.type === "digits" || ratesBefore.has(before?.word ?? ""));
}

const aheadWords = new Set([...afterWords, "كمان", "خلال", "in", "within", "khilal", "kaman"]);
const fromHere = /^(?:اليوم|الان|الحين|دلوقتي|now|today)$/;

/** «بعد أسبوعين», "in 3 days", "two weeks from now". Hours and minutes are times, not dates. */
function readAhead(pieces: Pieces, at: number, today: string): Leaning | undefined {
  const begin = pieces[at];
  if (!begin) return undefined;
  const led = aheadWords.has(begin.word);
  if (!led && !isCounting(pieces, at)) return undefined;
  const span = readSpan(pieces, led ? at + 1 : at);
  if (!span || span.article || (led && span.skip > 0)) return undefined;
  const { years, months, weeks, hours, minutes } = span.length;
  // «خلال ٤٨ ساعة» is two days ahead; other hours are a time.
  const days = span.length.days + (hours % 24 === 0 ? hours / 24 : 0);
  if (hours % 24 > 0 || minutes > 0 || years > 20 || months > 240 || days > 3650 || weeks > 520)
    return undefined;
  const anchored =
    /^(?:من|from)$/.test(wordAt(pieces, span.next)) && fromHere.test(wordAt(pieces, span.next + 1));
  if (!led && !anchored) return undefined;
  // «بعد شهر رمضان», «بعد يوم الخميس»: the noun belongs to a name.
  if (span.bare && (readMonth(pieces, span.next) ?? lookUp(weekdays, pieces[span.next]))) return undefined;
  const next = anchored ? span.next + 2 : span.next;
  const date = addDays(addMonths(today, years * 12 + months), weeks * 7 + days);
  const start = begin.start + (led ? prefixOf(begin.word) : span.start - begin.start);
  return { date, calendar: gregorian, next, start, end: endBefore(pieces, next) };
}

const prefixOf = (word: string): number => (word === "وبعد" ? 1 : 0);
const isCounting = (pieces: Pieces, at: number): boolean =>
  pieces[at]?.type === "digits" || /^(?:two|three|four|five|six|a|an|one)$/.test(wordAt(pieces, at));

const dayNouns = new Set([
  "يوم",
  "ليوم",
  "بيوم",
  "ويوم",
  "اليوم",
  "yom",
  "youm",
  "yoom",
  "yawm",
  "yaum",
  "el",
  "al",
  "il",
]);

/** Words beside a day that leave no other reading of its name: «من الحد للاربع», «قصدي الحد مش السبت». */
const leadsToDay = new Set(
  "من لين الي حتي لحد لغايه الين خليها خليه خلها خله خلوها اقصد قصدي مو مش لا بدل وليس مب mn men le la2 khaleeha 5aleeha asdy 2asdy".split(
    " ",
  ),
);
const deniesBehind: ReadonlySet<string> = new Set([...denyingWords, "بدل"]);

/** «سوق الخميس», «صلاة الجمعة», "Black Friday": the day is part of a name. */
const namedAfterDay =
  /^(?:[وبل]?(?:سوق|جامع|مسجد|حي|مدرسه|صلاه|خطبه|شارع|طريق|قريه)|black|white|yellow|taco|ash|palm|good)$/;

/** Whether the word really names a day here, by what its table entry needs. */
function namesDay(pieces: Pieces, at: number, { entry, article }: Met<WeekdayWord>): boolean {
  const before = wordAt(pieces, at - 1);
  const behind = wordAt(pieces, at + 1);
  if ((entry.needs === "day" && isNumbered(pieces, at)) || namedAfterDay.test(before)) return false;
  if (/^(?:كل|every|each|مشيط)$/.test(before) || /^(?:مشيط|mushait|mushayt|mshait)$/.test(behind))
    return false;
  // «يوم ثلاثة ديسمبر» is the third.
  if (entry.needs === "day" && readMonth(pieces, at + 1)) return false;
  if (entry.needs === "nothing" || dayNouns.has(before)) return true;
  if (pieces[at]?.type === "arabic" && comingWords.has(behind)) return true;
  if (entry.needs === "article") return article;
  if (entry.needs === "day") return article && isAmongDays(pieces, at, before, behind);
  if (beforeWeekday.has(before) || pieces.length === 1 || /^[,\d]/.test(behind)) return true;
  // "Shoulder's gone again, Wed afternoon", not "the sun in the morning".
  return /^(?:|,|\.|;|\n)$/.test(before) && partsOfToday.has(behind);
}

function isAmongDays(pieces: Pieces, at: number, before: string, behind: string): boolean {
  const other = wordAt(pieces, at - 1) === "," ? at - 2 : at - 1;
  if (pieces.length === 1 || lookUp(weekdays, pieces[other])) return true;
  if (deniesBehind.has(behind)) return lookUp(weekdays, pieces[at + 2]) !== undefined;
  return leadsToDay.has(before) && !/^(?:الاد|الاق|الاع|من|اد|اق)/.test(behind);
}

/** «الخميس» (the next one; on a Thursday today or in a week), «الخميس الجاي», «الخميس اللي بعده», "next Thursday", "Thursday next week". */
export function readWeekday(pieces: Pieces, at: number, today: string): Leaning | undefined {
  const lead = readLead(pieces, at);
  const met = lookUp(weekdays, pieces[lead.next]);
  const word = pieces[lead.next];
  if (!met || !word || !namesDay(pieces, lead.next, met)) return undefined;
  const behind = readBehind(pieces, lead.next + 1);
  const which = lead.which ?? behind.which;
  const ahead = (met.entry.weekday - weekdayOf(today) + 7) % 7;
  const afterSunday = met.entry.weekday - weekdayOf(today);
  const days = {
    coming: ahead === 0 ? 7 : ahead,
    after_coming: (ahead === 0 ? 7 : ahead) + 7,
    this: ahead,
    past: ahead - 7,
    next_week: afterSunday + 7,
    this_week: afterSunday,
  };
  const next = lead.which === undefined ? behind.next : lead.next + 1;
  const start = lead.next > at ? (pieces[at]?.start ?? word.start) : word.start + met.skip;
  const base = { calendar: gregorian, next, start, end: endBefore(pieces, next) };
  const { weekday } = met.entry;
  if (which !== undefined) return { ...base, date: addDays(today, days[which]), weekday };
  const plain = { ...base, date: addDays(today, ahead), weekday };
  return ahead === 0 ? { ...plain, or: addDays(today, 7) } : plain;
}

type Which = "coming" | "after_coming" | "this" | "past" | "next_week" | "this_week";
type Modifier = { readonly which: Which | undefined; readonly next: number };

/** "next", "this", "the" before an English weekday; «el» before one in Arabizi. */
function readLead(pieces: Pieces, at: number): Modifier {
  const word = wordAt(pieces, at);
  if (word === "next" || word === "coming") return { which: "coming", next: at + 1 };
  if (word === "this" || word === "هذا") return { which: "this", next: at + 1 };
  if (word === "last") return { which: "past", next: at + 1 };
  const article = word === "el" || word === "al" || word === "il";
  return { which: undefined, next: article && weekdays.has(wordAt(pieces, at + 1)) ? at + 1 : at };
}

/** «الجاي», «اللي جاي», «اللي بعده», «الأسبوع القادم», "after next", "next week" behind a weekday. */
function readBehind(pieces: Pieces, at: number): Modifier {
  const word = wordAt(pieces, at);
  const second = wordAt(pieces, at + 1);
  const skip = /^(?:من|of|في|the)$/.test(word) ? 1 : 0;
  const week = wordAt(pieces, at + skip);
  if (week === "الاسبوع" && comingWords.has(wordAt(pieces, at + skip + 1))) {
    return { which: "next_week", next: at + skip + 2 };
  }
  if (week === "next" && wordAt(pieces, at + skip + 1) === "week")
    return { which: "next_week", next: at + skip + 2 };
  if (thisWords.has(week) && /^(?:week|الاسبوع)$/.test(wordAt(pieces, at + skip + 1))) {
    return { which: "this_week", next: at + skip + 2 };
  }
  if (word === "after" && second === "next") return { which: "after_coming", next: at + 2 };
  if (word === "بعد" && comingWords.has(second)) return { which: "after_coming", next: at + 2 };
  const that = /^(?:اللي|الي|الذي|elly|elli|illi)$/.test(word);
  if (that && /^(?:بعده|بعدها|بعد|يليه|ba3do|ba3dah|ba3da|ba3d|b3d)$/.test(second)) {
    // «الخميس اللي بعد الجاي», "elly ba3d eljay"
    const article = /^(?:el|al)$/.test(wordAt(pieces, at + 2)) ? 1 : 0;
    const next = at + 2 + (comingWords.has(wordAt(pieces, at + 2 + article)) ? 1 + article : 0);
    return { which: "after_coming", next };
  }
  if (/^ba?3d$/.test(word) && comingWords.has(second)) return { which: "after_coming", next: at + 2 };
  if (that && comingWords.has(second)) return { which: "coming", next: at + 2 };
  if (that && /^(?:فات|راح|مضي)$/.test(second)) return { which: "past", next: at + 2 };
  if (/^(?:el|al)$/.test(word) && comingWords.has(second)) return { which: "coming", next: at + 2 };
  // An English "next" behind a day belongs to what follows it ("Thursday next to the mall").
  if (comingWords.has(word) && !/^(?:next|coming)$/.test(word)) {
    const after = /^(?:اللي|الي)$/.test(second) && /^بعده?ا?$/.test(wordAt(pieces, at + 2));
    return after ? { which: "after_coming", next: at + 3 } : { which: "coming", next: at + 1 };
  }
  if (pastWords.has(word)) return { which: "past", next: at + 1 };
  if (thisWords.has(word) && word !== "this") return { which: "this", next: at + 1 };
  return { which: undefined, next: at };
}

/** Every word that a date of this file can begin with, apart from numbers. */
export const leaningWords: readonly string[] = [
  ...relatives.keys(),
  ...weekdays.keys(),
  ...aheadWords,
  ...edgeBeginnings,
  ..."day next coming this last هذا el al il a an".split(" "),
];
