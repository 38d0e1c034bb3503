/**
 * «خدامتين فلبينية وهندية، كم يطلع السعر؟», «0541112223 وكم ياخذ؟», "how long does it take? my number is 055…": what the form waits for, and a
 * question of its own behind it or in front of it. Where the one ends and the other begins; whether the one answers and the other
 * asks is for whoever reads them.
 */
import { mayJoin, withoutJoint } from "../wishes/clause-bounds.ts";
import { topicOf, topicsOfServices } from "../wishes/commands.ts";
import { asksWhetherIncluded } from "../wishes/price-asked.ts";
import type { Span, Word } from "../words.ts";

/** A message that is both. `joined`: «و», "and", a number or only the mark behind it tells where the question begins. */
export type Beside = { readonly answer: Span; readonly question: Span; readonly joined: boolean };

const opens =
  /^[وف]?(?:كم|كام|بكم|بكام|چم|جم|قديش|وش|ايش|شو|شنو|ليش|ليه|لماذا|ما|هل|متي|امتي|كيف|شلون|وشلون|ازاي|فين|وين|اين|ايه|مين|من|ممكن|ينفع|how|what|what's|whats|when|why|do|does|did|is|are|can|could|will|would|which|where|who|kam|bekam|bkam|wesh|wsh|esh|eish|shu|sho|leish|leh|emta|mata|hal|ezay|feen|fen|wain|wen|momken|mumkin|yenfa3|meen|eh|be2ad|هو|هي|فيه|فيها|عندكم|عندكو|لديكم|feh|feeh|fih)$/;
/** «ما», «من» and "eh" are as often other words: they open a question only behind a mark. */
const opensFaintly =
  /^[وف]?(?:ما|من|ايه|هو|هي|فيه|فيها|eh|feh|fih|is|do|did|can|will|would|ممكن|ينفع|momken|mumkin|who|which|are)$/;
/** Words that only lead to the question: "wait, is it …", «طيب كم …». */
const leads =
  /^(?:و|w|wa|and|so|also|but|wait|ok|okay|btw|sorry|then|طيب|بس|لكن|لحظه|يعني|كمان|برضو|ايضا|tayeb|bas|ya3ni|kaman)$/;
const fewestWords = 2;

/** The message parted, or undefined for one that is only either. */
export function questionBeside(text: string, words: readonly Word[]): Beside | undefined {
  return inFront(text, words) ?? behind(text, words);
}

const isOpening = ({ key, text }: Word): boolean => opens.test(key) || opens.test(text);
const isFaint = ({ key, text }: Word): boolean => opensFaintly.test(key) || opensFaintly.test(text);

/** Behind the answer: from a word that asks, or else from where what the office is asked is named. */
function behind(text: string, words: readonly Word[]): Beside | undefined {
  if (words[0] && isOpening(words[0]) && words[0].key !== "ايه") return undefined;
  const places = words.flatMap((_, index) => placeBefore(text, words, index) ?? []);
  const { index, joined } =
    places.find((place) => opensAt(words, place.index, place.joined)) ??
    places.find((place) => namesTopic(text, words, place.index)) ??
    askedByMark(text, words, places) ??
    {};
  const [last, first] = index === undefined ? [] : [words[index - 1], words[index]];
  if (!last || !first || joined === undefined || /[?؟]/.test(text.slice(0, first.start))) return undefined;
  const question = { start: first.start, end: text.trimEnd().length };
  return { answer: { start: 0, end: last.end }, question, joined };
}

/** «الخميس الجاي، والإلغاء مجاني؟», «0512349876 السيارة باسم زوجتي عادي؟»: asked by nothing but its mark, behind a mark or a phone. */
function askedByMark(text: string, words: readonly Word[], places: readonly Place[]): Place | undefined {
  const isApart = ({ index, joined }: Place) => !joined || /^\d{9,}$/.test(words[index - 1]?.text ?? "");
  const last = /[?؟]\s*$/.test(text) ? places.findLast(isApart) : undefined;
  return last && { ...last, joined: true };
}

/** A message may be parted before this word. */
type Place = { readonly index: number; readonly joined: boolean };

/** At a mark, at a word that joins, or behind a number. */
function placeBefore(text: string, words: readonly Word[], index: number): Place | undefined {
  const [last, first] = [words[index - 1], words[index]];
  if (!last || !first || index > words.length - fewestWords) return undefined;
  const joined = !marks.test(text.slice(last.end, first.start));
  const mayPart = !joined || mayJoin(first) || /^و/.test(first.key) || givesDigits(last);
  return mayPart ? { index, joined } : undefined;
}

const marks = /[،,.;؛\n]/;

function opensAt(words: readonly Word[], index: number, joined: boolean): boolean {
  const opener = words[openingFrom(words, index)];
  const number = words[index - 1];
  return opener !== undefined && !(joined && isFaint(opener) && !(number && givesDigits(number)));
}

/** «والسعر كم؟», «هو بياخد قد ايه؟»: what the office is asked stands in a few words, wherever the asking one is. */
function namesTopic(text: string, words: readonly Word[], index: number): boolean {
  const few = words.slice(index, index + mostForTopic);
  const [first, last] = [few[0], few.at(-1)];
  if (!first || !last || givesDigits(first) || marks.test(text.slice(first.start, last.end))) return false;
  const said = withoutJoint(few);
  if (asksWhetherIncluded(said)) return true;
  const topic = topicOf(said);
  return topic !== undefined && topicsOfServices.has(topic);
}

const mostForTopic = 4;

/** Where a question opens behind the words that lead to it; none here is -1. */
function openingFrom(words: readonly Word[], index: number): number {
  for (let at = index; at < Math.min(index + 3, words.length); at++) {
    const word = words[at] as Word;
    if (isOpening(word)) return at;
    if (!leads.test(word.text) && !leads.test(word.key)) return -1;
  }
  return -1;
}

const givesDigits = ({ text }: Word): boolean => /^\d+$/.test(text);

function inFront(text: string, words: readonly Word[]): Beside | undefined {
  const [first] = words;
  const mark = text.search(/[?؟]/);
  if (!first || mark < 0 || openingFrom(words, 0) < 0) return undefined;
  const next = words.find(({ start }) => start > mark);
  if (!next || isOpening(next) || words.filter(({ end }) => end <= mark).length < fewestWords)
    return undefined;
  if (/[?؟]/.test(text.slice(next.start))) return undefined;
  const answer = { start: next.start, end: text.trimEnd().length };
  return { answer, question: { start: first.start, end: mark + 1 }, joined: false };
}

/** «ممكن؟», "is that ok?" beside a change: it asks nothing that is not known by its being done. */
const courtesies =
  /^(?:is|it|that|this|ok|okay|fine|alright|right|possible|can|could|would|will|you|u|do|be|please|pls|ممكن|ينفع|يمكن|هل|تقدرون|تقدروا|اذا|لو|سمحت|سمحتو|سمحتوا|صح|صحيح|ولا|لا|or|not|yes|no|تمام|كذا|كده|من|فضلك|فضلكم|momken|mumkin|yenfa3|law|sama7t|keda)$/;

export const asksNothing = (words: readonly Word[]): boolean =>
  words.every(({ key, text }) => courtesies.test(text) || courtesies.test(key));
