/** Finds how long something is to last: «٣ شهور», «لمدة سنة», «ساعتين», "two weeks", "half a day". */
import { comingWords } from "../days/date-words.ts";
import type { Found } from "../found.ts";
import { fold } from "../letters/normalise.ts";
import { foundAt, lookUp, type Pieces, piecesOf } from "../pieces.ts";
import { type Length, readSpan, type Span } from "./spans.ts";

/** `iso`: ISO 8601 («أسبوع» is `P1W`). `days`: its length, a month taken as 30 days and a year as 365; hours are parts of a day. */
export type Duration = { readonly iso: string; readonly days: number };

/**
 * Every duration, in order. What lies ahead («بعد أسبوع», "in 3 days") is a date, what lies behind («من شهر») is told of, «كل شهر», «بالشهر» and "500 a month" are rates,
 * «الساعة» is a time, «يوم الخميس» a weekday: none of these is found. A bare «يوم» or «ساعة» (also: a watch) needs «لمدة», «ل», «كامل», or
 * to be the whole message.
 */
export function findDurations(text: string): Found<Duration>[] {
  const pieces = piecesOf(text);
  const found: Found<Duration>[] = [];
  for (let at = 0; at < pieces.length; ) {
    const span = readSpan(pieces, at);
    if (!span) {
      at += 1;
      continue;
    }
    const end = wholeEnd(pieces, span);
    if (lasts(pieces, at, span, end > span.end)) {
      found.push(foundAt(text, { iso: isoOf(span.length), days: daysOf(span.length) }, span.start, end));
    }
    at = span.next;
  }
  return found;
}

/** How old somebody is said to be: «عمره ١٢ سنة», "9 years old", «٨ شهور من العمر». */
export function findAges(text: string): Found<Duration>[] {
  if (!ofAges.test(fold(text))) return [];
  const pieces = piecesOf(text);
  return pieces.flatMap((_, at) => {
    const span = readSpan(pieces, at);
    if (!span || !isAge(pieces, at, span)) return [];
    return [foundAt(text, { iso: isoOf(span.length), days: daysOf(span.length) }, span.start, span.end)];
  });
}

/** Nearly every message tells no age. */
const ofAges =
  /عمر|اعمار|سنه|سنها|سني|ابن|بنت|\bage|\bold\b|\byo\b|[3o]mr|senn|\b[ei]bn\b|\bbent\b|\bbint\b|ولدي|حفيد|\bson\b|daughter|waladi|weldi|b[ei]?nti|[ie]bni/;

const ahead = new Set(
  "بعد عقب كمان قبل منذ since in after before ago every each per كل لكل بكل اي قبله ba3d ba3ed kol".split(
    " ",
  ),
);
/** "3 months ago", "8 months left". */
const behindWords = /^(?:ago|left|remaining)$/;
const lasting = new Set(
  "مده لمده مدته المده فتره لفتره duration mudda modda mode lemodet lemodat".split(" "),
);
const full: ReadonlyMap<string, true> = new Map(
  ["كامل", "كامله", "كاملا", "kamel", "kamla", "full"].map((word) => [word, true]),
);

/** «يوم كامل»: the word for "whole" belongs to it. */
function wholeEnd(pieces: Pieces, span: Span): number {
  const behind = pieces[span.next];
  return behind && lookUp(full, behind)?.skip === 0 ? behind.end : span.end;
}

function lasts(pieces: Pieces, at: number, span: Span, isFull: boolean): boolean {
  const before = pieces[at - 1]?.word ?? "";
  if (ahead.has(before) || behindWords.test(pieces[span.next]?.word ?? "") || isSince(pieces, at))
    return false;
  if (isAhead(pieces, span.next)) return false;
  if (pieces[at]?.word === "a" || pieces[at]?.word === "an") return !isRated(pieces, at);
  if (isTold(pieces, at) || isAge(pieces, at, span) || isExperience(pieces, at, span)) return false;
  if (span.article || isDefinite(pieces, at, span)) return lasting.has(before) && !span.bare;
  if (!span.bare) return true;
  return isFull || lasting.has(before) || standsAlone(pieces, at, span);
}

/** "el shahr", "osboo3 el jay", «شهر الجاي»: one that is known, no length. */
function isDefinite(pieces: Pieces, at: number, { bare, next }: Span): boolean {
  if (!bare) return false;
  const article = /^(?:el|al|il)$/;
  const behind = article.test(pieces[next]?.word ?? "") ? next + 1 : next;
  return article.test(pieces[at - 1]?.word ?? "") || comingWords.has(pieces[behind]?.word ?? "");
}

/** «مضى عليها أسبوعان», «صار له شهرين», "it has been three weeks", «بقاله سنة»: so long it has been, which nobody wishes for. */
const toldBefore =
  /^(?:و?مض[يت]\p{L}*|و?مر|و?مرت|و?عدي|و?عدت|فات|فاتت|و?(?:صار|صاير)(?:لي|له|لها|لنا|لهم)?|بقال\p{L}*|بقي(?:لي|له|لها)|been|past|wait(?:ed|ing)|مستني\p{L}*|(?:ال)?باقي|[يت]?متبقي|[يت]تبق[يى]|منتظر\p{L}*|[ان]نتظر\p{L}*|استنيت|ba2al\p{L}*|b2al\p{L}*|9ar\p{L}*|sar(?:li|lo|lah|lha|lna)?)$/u;
const toldFillers =
  /^(?:لي|له|لها|لنا|لهم|فيه|فيها|فيهم|عليه|عليها|علي|عليهم|الان|حتي|اكثر|اكتر|من|about|over|for|another|almost|nearly|more|than|the)$/;

function isTold(pieces: Pieces, at: number): boolean {
  let before = at - 1;
  while (toldFillers.test(pieces[before]?.word ?? "") && before > at - 4) before -= 1;
  const word = pieces[before]?.word ?? "";
  // "Still valid for 8 months", not "a visa valid for 8 months".
  return toldBefore.test(word) || (word === "valid" && pieces[before - 1]?.word === "still");
}

/** «عمره ١٢ سنة», «ابن ٧ سنين», "aged 3 months", "12 years old", «٨ شهور من العمر»: how old somebody is. */
const ageBefore =
  /^[وفب]?(?:ال)?(?:عمر(?:ه|ها|هم|ي|ك|نا)?|سن(?:ها|ي)|اعمار(?:هم|هن)?|aged?|ages|3[oau]?mr(?:o|u|oh|ah|aha|ha|i|y|ohom)?|senn?(?:o|aha|ha|i))$/;
const ageFillers = /^(?:is|of|about|almost|nearly|حوالي|تقريبا|الان|الحين|دلوقتي|now|just|only|:)$/;
const childOf = /^(?:ابن|بنت|ebn|ibn|bent|bint)$/;

function isAge(pieces: Pieces, at: number, { unit, bare, next }: Span): boolean {
  if (unit !== "years" && unit !== "months") return false;
  const behind = pieces[next]?.word ?? "";
  if (behind === "old" || behind === "yo") return true;
  if (behind === "من" && /^(?:ال)?عمر/.test(pieces[next + 1]?.word ?? "")) return true;
  let before = at - 1;
  while (ageFillers.test(pieces[before]?.word ?? "") && before > at - 3) before -= 1;
  const word = pieces[before]?.word ?? "";
  return ageBefore.test(word) || (!bare && (childOf.test(word) || isNamedChild(pieces, before)));
}

/** «بنتي مريم ٦ سنين», "my son Omar 9 years": a child by its name, and how old it is. */
const childNamed =
  /^[ولب]?(?:ابني|بنتي|ولدي|حفيدي|حفيدتي|son|daughter|grandson|granddaughter|[ie]bni|bn?e?nti|waladi|weldi)$/;
const isNamedChild = (pieces: Pieces, at: number): boolean =>
  childNamed.test(pieces[at - 1]?.word ?? "") &&
  !lengthLeads.has(pieces[at]?.word ?? "") &&
  !ahead.has(pieces[at]?.word ?? "") &&
  !lasting.has(pieces[at]?.word ?? "") &&
  pieces[at]?.type !== "digits";

/** «٦ سنين خبرة», «خبرتي ١٠ سنوات», "6 years of experience": how long somebody has worked. */
const experience = /^(?:ال)?(?:خبر(?:ه|ات|تي|ته|تها)|experience|exp|[5k]h?[ie]bra)$/;

function isExperience(pieces: Pieces, at: number, { next }: Span): boolean {
  const words = [pieces[at - 1], pieces[next], pieces[next + 1]].map((piece) => piece?.word ?? "");
  const [before = "", behind = "", last = ""] = words;
  const led = /^(?:of|in|من)$/.test(behind) ? last : behind;
  return experience.test(before) || experience.test(led);
}

/** «من شهر», «منذ سنتين»: that long ago; «أقل من شهر» is a length. */
function isSince(pieces: Pieces, at: number): boolean {
  if (!/^(?:من|mn|men)$/.test(pieces[at - 1]?.word ?? "")) return false;
  return !/^(?:اقل|اكثر|اكتر|ازيد|a2al|aktar)$/.test(pieces[at - 2]?.word ?? "");
}

/** "3 days from now". */
function isAhead(pieces: Pieces, next: number): boolean {
  return pieces[next]?.word === "from" && /^(?:now|today)$/.test(pieces[next + 1]?.word ?? "");
}

const lengthLeads = new Set(
  "for about of around over under than lasting within in only just is be".split(" "),
);

/** "500 a month", "SAR 500 an hour". */
function isRated(pieces: Pieces, at: number): boolean {
  const before = pieces[at - 1];
  // "20,000 boxes a month", "20 tons of rice a month", but "3 rooms for a month".
  const near = pieces.slice(Math.max(0, at - 5), at - 1);
  if (before?.type === "latin" && !lengthLeads.has(before.word) && near.some(({ type }) => type === "digits"))
    return true;
  return (
    before?.type === "digits" ||
    /^(?:sar|sr|riyals?|usd|aed|egp|dollars?|once|twice|times)$/.test(before?.word ?? "")
  );
}

/** A bare singular: week, month and year unless a date follows («شهر رمضان», «شهر ١٢»); day, hour and minute only with «ل» or alone. */
function standsAlone(pieces: Pieces, at: number, span: Span): boolean {
  const behind = pieces[span.next];
  if (pieces.length === 1) return true;
  const word = pieces[at]?.word ?? "";
  const prefix = word.slice(0, span.skip);
  if (word.slice(span.skip) === "عام" || prefix.endsWith("ب")) return false;
  if (behind?.type === "digits") return false;
  if (span.unit === "weeks" || span.unit === "years") return true;
  if (span.unit === "months") return behind === undefined || !namesDate(pieces, span.next);
  return prefix.endsWith("ل") && (behind === undefined || !namesDate(pieces, span.next));
}

/** What turns «شهر» and «يوم» into the name of a date: «شهر رمضان», «يوم الخميس», «شهر العسل». */
const dateNames =
  /^(?:ال|رمضان|شعبان|شوال|رجب|محرم|صفر|ربيع|جمادي|ذو|ذي|جاي|قادم|مقبل|ماضي|واحد|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر)/;
const namesDate = (pieces: Pieces, at: number): boolean => dateNames.test(pieces[at]?.word ?? "");

const dateLetters = [
  ["years", "Y"],
  ["months", "M"],
  ["days", "D"],
] as const;

/** ISO 8601. Weeks stand alone (`P2W`), beside other parts they are days (`P1M7D`). */
function isoOf(length: Length): string {
  const { years, months, weeks, days, hours, minutes } = length;
  if (weeks > 0 && years + months + days + hours + minutes === 0) return `P${weeks}W`;
  const whole = { years, months, days: days + weeks * 7 };
  const date = dateLetters
    .map(([unit, letter]) => (whole[unit] > 0 ? `${whole[unit]}${letter}` : ""))
    .join("");
  const time = `${hours > 0 ? `${hours}H` : ""}${minutes > 0 ? `${minutes}M` : ""}`;
  return time === "" ? `P${date === "" ? "0D" : date}` : `P${date}T${time}`;
}

function daysOf({ years, months, weeks, days, hours, minutes }: Length): number {
  const total = years * 365 + months * 30 + weeks * 7 + days + hours / 24 + minutes / 1440;
  return Math.round(total * 1e4) / 1e4;
}
