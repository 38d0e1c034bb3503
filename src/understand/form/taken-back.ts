/**
 * A value that is taken back in the same breath: «٤ كيلو تقريبا.. لا وزنتها طلعت خمسة ونص», "tomorrow no wait I have a shift, Tuesday". A no right
 * behind it, what is told meanwhile, and another value of the kind.
 */
import type { Candidate } from "../values/candidate.ts";
import { asNumber } from "../values/half-numbers.ts";
import type { Word } from "../words.ts";

/** Looked for before anything else: nearly no message has one. */
const anyNo =
  /[^\s][\s,،.…!]+(?:لا+|لأ+|لحظ[ةه]|استن[ىي]|no+|nope|wait|la+2?|la7za|estanna?|خل[يو]?[هاةم]*|make|khal\p{L}*|5al\p{L}*)(?=[\s,،.…!])/iu;
const noes = /^(?:لا+|لأ+|لحظه|استني|no+|nope|wait|la+2?|la7za|estanna?)$/;
/** «لا تتصلون», "no need": the no is theirs. */
const denied =
  /^(?:[تين][\u0620-\u064a]{3,}|ا?[اعد]رف|ادري|باس|داعي|مشكله|شي|شيء|احد|اقل|اكثر|ازيد|غير|زياده|مانع|عليك|عليكم|need|problem|worries|rush|more|less|later|earlier|idea|matter|longer|thanks|until|for|till)$/;
/** Before it a no is the other half of a question. */
const orNot = /^(?:ولا|او|ام|والا|or|wella|wala|walla)$/;
/** May stand between a value and the no that takes it back. */
const beside =
  /^(?:تقريبا|حوالي|بس|والله|يعني|about|or|so|maybe|approx|roughly|pm|am|ta2reeban|tagreeban|walla|wallah|yom|el|kilo|kg|sar|ريال|كيلو)$/;
/** Such a no lets the new value follow at once; «الجمعة لا السبت» means Friday. */
const takesAtOnce = /^(?:no+|nope|wait|لحظه|استني|la7za|estanna?)$/;
const mostTold = 8;
/** «بكره عندي زحمه خلوها الاربع»: what it is to be instead, behind a reason. */
const lets = /^(?:خل[يو]?(?:وا)?(?:ها|ه|هم)?|make|khal\p{L}*|5al\p{L}*)$/u;
const mostReason = 4;
/** «خلوها يوم الأربعاء». */
const mostBehindLet = 2;

/** «ضد الغير... لا خله شامل»: do the words between two values let the second be instead of the first? */
export function letsInstead(between: readonly Word[]): boolean {
  const isLet = ({ text, key }: Word) => lets.test(text) || lets.test(key);
  const last = between.slice(-lastWords);
  if (between.length > 0 && between.length <= mostTold + mostReason && last.some(isLet)) return true;
  return between.length <= mostReason && between.some(isLet);
}
const lastWords = 3;

/** The values of the message that were taken back. */
export function takenBack(
  text: string,
  words: readonly Word[],
  candidates: () => readonly Candidate[],
): readonly Candidate[] {
  if (!anyNo.test(text)) return [];
  return words.flatMap(({ text: said, key }, at) => {
    const isLet = lets.test(said) || lets.test(key);
    if (at === 0 || !(noes.test(said) || noes.test(key) || isLet)) return [];
    if (denied.test(words[at + 1]?.text ?? "") || orNot.test(words[at - 1]?.text ?? "")) return [];
    return takenBy(text, words, { at, isLet }, candidates());
  });
}

function takenBy(
  text: string,
  words: readonly Word[],
  { at, isLet }: { readonly at: number; readonly isLet: boolean },
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const no = words[at] as Word;
  const first = candidates.findLast(({ end }) => end <= no.start);
  const reason = words.filter((word) => first && word.start >= first.end && word.end <= no.start);
  if (!first || !(reason.every(isBeside) || (isLet && reason.length <= mostReason))) return [];
  const isKind = (one: Candidate): boolean => {
    const { type, field, unit } = first.type === "number" ? (asNumber(one) ?? one) : one;
    return type === first.type && field === first.field && (unit === first.unit || unit === undefined);
  };
  const same = (one: Candidate): boolean => JSON.stringify(one.value) === JSON.stringify(first.value);
  const next = candidates.find((one) => one.start >= no.end && isKind(one) && !same(one));
  if (!next) return [];
  const told = words.filter((word) => word.start >= no.end && word.end <= next.start);
  const paused = /(?:\.\.|…)/.test(text.slice(first.end, no.start));
  const atOnce =
    told.length === 0 && !paused && !isLet && !takesAtOnce.test(no.text) && !takesAtOnce.test(no.key);
  if (atOnce || told.length > (isLet ? mostBehindLet : mostTold)) return [];
  return candidates.filter((one) => isKind(one) && one.end <= next.start && same(one));
}

const isBeside = ({ text, key }: Word): boolean =>
  beside.test(text) || beside.test(key) || noes.test(text) || noes.test(key);
