/** Days that a message only tells of, and the one of several that is meant. */
import type { FieldSpec } from "../../domain/understanding.ts";
import type { Moment } from "../../language/found.ts";
import { localDate } from "../../language/times/clock.ts";
import { hasPhrase } from "../phrases.ts";
import { firstFrom, type Word } from "../words.ts";
import type { Candidate } from "./candidate.ts";
import { cuesOf } from "./cues.ts";
import type { Extraction, Given } from "./extraction.ts";

/** A day that has gone by is told of, not asked for («شكرًا على أمس»), unless a cue says otherwise. */
export function isPast({ type, value }: Candidate, { now, zone }: Moment): boolean {
  return type === "date" && typeof value === "string" && value < localDate(now, zone);
}

/** «بكرة … مفيش النهاردة؟ طيب بكرة»: of several days the one that is come back to. */
export function saidTwice(days: readonly Candidate[]): readonly Candidate[] {
  const again = days.filter((one, n) => days.slice(0, n).some(({ value }) => value === one.value));
  return again.length === 1 ? again : days;
}

const limit =
  /^[\s,،]*(?:bel ?k[ae]?t[ei]+r|bil ?k[ae]?th[ei]+r|بالكتير|بالكثير|ع الاكثر|على الاكثر|علي الاكثر|كحد اقصى|كحد أقصى|كاخر موعد|اخر شي|at (?:the )?latest|at most|latest|max)(?=$|[\s،,.!])/iu;

/** «عندي مقابلة الخميس …، الأربعاء بالكثير»: where a form asks for one day, of several the one that is called the last. */
export function atTheLatest(all: readonly Candidate[], { text, spec }: Extraction): readonly Candidate[] {
  const days = all.filter(({ type }) => type === "date");
  if (days.length < 2 || spec.fields.filter(({ type }) => type === "date").length > 1) return all;
  const [last, another] = days.filter(({ end }) => limit.test(text.slice(end)));
  return last && !another ? all.filter((one) => one === last || one.type !== "date") : all;
}

const either = /^[\s,،]*(?:او|أو|ولا|والا|or|aw|wala|wella)\s+(?:يوم\s+|yom\s+|on\s+|ال|the\s+)?$/iu;

/** «الاحد او الاثنين», "tomorrow or Friday": where a form asks for one day, the first of two that will do. */
export function firstOfEither(all: readonly Candidate[], { text, spec }: Extraction): readonly Candidate[] {
  const days = all.filter(({ type }) => type === "date").sort((a, b) => a.start - b.start);
  const [first, second] = days;
  if (!first || !second || days.length > 2) return all;
  if (spec.fields.filter(({ type }) => type === "date").length > 1) return all;
  const between = all
    .filter(({ type, start, end }) => type === "time" && start >= first.end && end <= second.start)
    .reduce((last, { end }) => Math.max(last, end), first.end);
  return either.test(text.slice(between, second.start)) ? all.filter((one) => one !== second) : all;
}

/** What a day is told for that is not asked of us: «عندي عرس الجمعة», "my exam on Monday". */
const occasion =
  /(?:^|\s)و?(?:عند[ينهاكم]+|لدي(?:نا)?|3and[iy]|3ind[iy]|my|our|have|got|a|an)\s+(?:(?:عرس|زواج|فرح|حفل[هة]?|مناسب[هة]|عزيم[هة]|عزا|اختبار|امتحان|مقابل[هة]|دوام|اجتماع|سفر|رحل[هة])|(?:3ers|farah|zawaj|ekhtebar|emte7an|wedding|exam|interview|flight|meeting|party|funeral|shift))\S*\s*(?:يوم|on|is|yom|el|this|next)?\s*$/iu;

/** Of several days, without those that something of the customer's own is on. */
export function withoutOccasions(all: readonly Candidate[], { text }: Extraction): readonly Candidate[] {
  const days = all.filter(({ type }) => type === "date");
  const told = days.filter(({ start }) => occasion.test(text.slice(0, start)));
  return told.length > 0 && told.length < days.length ? all.filter((one) => !told.includes(one)) : all;
}

/** So many days ahead a day without its year has only just gone by: «فصلوني يوم ١ نوفمبر» in the same November. */
const farAhead = 270;
const dayMs = 86_400_000;

/** A day of the last months that only a year would make one to come. */
function isJustGone({ type, value, text }: Candidate, { now, zone }: Moment): boolean {
  if (type !== "date" || typeof value !== "string" || /\p{N}{4}/u.test(text)) return false;
  return (Date.parse(value) - Date.parse(localDate(now, zone))) / dayMs > farAhead;
}

/** Words for what happened right before a day that is told of: "fell on Friday", «طحت يوم الجمعة». */
const happened =
  /^(?:fell|hurt|broke|twisted|injured|started|began|happened|since|was|were|cut|disconnect|bought|received|fired|dismissed|signed|issued|dated|died|طحت|طاح|وقعت|انكسر\p{L}*|بدات|حصل|فصلوني|فصلتني|استلمت|جاني|جاتني|شريت|اشتريت|دفعت|منذ|(?:ه|ح|بي|ب)?[يت]قطعو(?:ا|ن)|(?:ه|ح|بي|ب)?[يت]فصلو(?:ا|ن)|صدر|صدرت|tayy?7|te7t|wa2a3t|7asal|7a9al|estalamt|stelemt|tfasalt|fasalooni)$/u;
const farthestBack = 3;

/** Does what stands before the day say that it is only told of? A field's own cues are no such words. */
function isHappening(field: FieldSpec, { start }: Candidate, words: readonly Word[]): boolean {
  const at = firstFrom(words, start);
  const before = words.slice(Math.max(0, at - farthestBack), at);
  const told = before.findLast(({ text }) => happened.test(text));
  return told !== undefined && !hasPhrase(cuesOf(field).phrases, [told]);
}

/** «سخن من امبارح»: a day that is only told of, in a word, when something else is asked for. */
export function isTold(
  { name, future }: FieldSpec,
  candidate: Candidate,
  { moment, asked, correcting }: Extraction,
) {
  if (!future || asked === name || correcting) return false;
  return isPast(candidate, moment) && !/\p{N}/u.test(candidate.text);
}

/** May the field take this day, or is it one that has gone by, or that something else happened on? */
export function isForField(field: FieldSpec, candidate: Candidate, extraction: Extraction): boolean {
  const { moment, asked, correcting, words } = extraction;
  if (candidate.type !== "date" || asked !== undefined || correcting) return true;
  if (isTold(field, candidate, extraction)) return false;
  return !isJustGone(candidate, moment) && !isHappening(field, candidate, words);
}

/** "We fly back on the 7th, so check-out is 7 Dec": one new day, said twice, is one change. */
export function saysDayAgain({ type, value }: Candidate, given: Given): boolean {
  return type === "date" && [...given.values()].some((one) => one.type === type && one.value === value);
}
