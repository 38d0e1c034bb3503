/**
 * Days that people name without saying which one: «بعد العيد», «الأسبوع الجاي», "next month". They answer a question for a day and are
 * no date: the office asks which day is meant, it never guesses.
 */

import type { Found } from "../found.ts";
import { foundAt, type Pieces, piecesOf, wordAt } from "../pieces.ts";
import { comingWords } from "./date-words.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const leads = set(
  "بعد قبل في خلال ايام يوم اول ثاني ثالث رابع وقت ليله عقب لبعد لين after before in during on ba3d ba3ed 2abl gabl fi ayyam",
);
/** Feasts by the moon, and seasons: their days are not known before they are announced, or are many. */
const feasts = set(
  "العيد عيد الفطر الاضحي رمضان الحج عرفه الاجازه الصيف الراتب الاختبارات المدارس eid ramadan hajj holidays summer el3eid el3id 3eid 3id ramadhan",
);
const feastTails = set("الفطر الاضحي الجاي المبارك القادم fitr adha al el");
/** «كعك العيد», «عيد ميلاد»: the feast is no day there. */
const notFeast = set("ميلاد العمال الام الحب زواج birthday");
const spans = set(
  "الاسبوع الشهر السنه الصيف week month year osbo3 osboo3 usboo3 esbo3 elosbo3 elosboo3 shahr elshahr",
);
const these = set("هالاسبوع هالشهر هالسنه هاليومين هالايام قريب قريبا soon");

type Place = { readonly next: number; readonly start: number; readonly end: number };

/** Every such day, in order. */
export function findVagueDays(text: string): Found<true>[] {
  const pieces = piecesOf(text);
  const found: Found<true>[] = [];
  for (let at = 0; at < pieces.length; ) {
    const place = readSpanOfDays(pieces, at) ?? readFeast(pieces, at);
    if (place) found.push(foundAt(text, true as const, place.start, place.end));
    at = place?.next ?? at + 1;
  }
  return found;
}

/** «الأسبوع الجاي», «هالشهر», "next week", "this month". */
function readSpanOfDays(pieces: Pieces, at: number): Place | undefined {
  const begin = pieces[at];
  if (!begin) return undefined;
  const [second, third] = [wordAt(pieces, at + 1), wordAt(pieces, at + 2)];
  if (these.has(begin.word) && begin.word.startsWith("هال"))
    return { next: at + 1, start: begin.start, end: begin.end };
  if (begin.type === "latin") {
    const led = /^(?:next|this|coming|following)$/.test(begin.word) && spans.has(second);
    const named =
      spans.has(begin.word) && (comingWords.has(second) || (second === "el" && comingWords.has(third)));
    if (!led && !(named && !/^(?:week|month|year)$/.test(begin.word))) return undefined;
    const next = at + (second === "el" ? 3 : 2);
    return { next, start: begin.start, end: pieces[next - 1]?.end ?? begin.end };
  }
  if (!spans.has(begin.word)) return undefined;
  const that = /^(?:اللي|الي)$/.test(second);
  const behind = that ? third : second;
  if (!comingWords.has(behind) && !(that && behind === "بعده")) return undefined;
  const next = at + (that ? 3 : 2);
  return { next, start: begin.start, end: pieces[next - 1]?.end ?? begin.end };
}

/** «بعد العيد», «في رمضان», "after Eid al-Fitr". */
function readFeast(pieces: Pieces, at: number): Place | undefined {
  const begin = pieces[at];
  if (!begin || !leads.has(begin.word)) return undefined;
  let from = at + 1;
  while (
    from < at + 4 &&
    (leads.has(wordAt(pieces, from)) || /^(?:the|el|al|شهر|موسم)$/.test(wordAt(pieces, from)))
  )
    from += 1;
  if (!feasts.has(wordAt(pieces, from)) || notFeast.has(wordAt(pieces, from + 1))) return undefined;
  let next = from + 1;
  while (
    next < from + 4 &&
    (feastTails.has(wordAt(pieces, next)) ||
      (wordAt(pieces, next) === "-" && feastTails.has(wordAt(pieces, next + 1))))
  )
    next += 1;
  return { next, start: begin.start, end: pieces[next - 1]?.end ?? begin.end };
}
