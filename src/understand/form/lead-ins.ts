/** What leads to an answer and away from it («العنوان هو», "it's", «… تقريبا»), and says nothing of its own. */
import type { FieldSpec } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { type Phrases, phraseAt, phrasesOf } from "../phrases.ts";
import { cuesOf } from "../values/cues.ts";
import { politeWords } from "../wishes/courtesies.ts";
import type { Span, Word } from "../words.ts";
import { hurry } from "./haste.ts";

const leadIns = phrasesOf(
  "هو|هي|هذا|هذه|هذي|ده|دي|انه|انها|عندي|اوكي|اوك|طيب|تمام|نعم|ايوه|ايه|اكتب|سجل|سجلوا|خليه|خليها|ابي|ابغى|يكون|عباره عن|مجرد|انا|كده|كدا|كذا|كذه|خلاص|اكيد|يب|اي|اه|ايوا|ماشي|حاضر|اجل|بس|فقط|يعني|اظن|that would be|that's|it is|it's|its|this is|they are|there are|there is|just|ok|okay|yes|well|write|put|the answer is|i have|i am|i'm|is|are|a|an|some|sure|yep|yeah|fine|only|oh|so|maybe|perhaps|idk|i dunno|dunno|not sure|i think|i guess|يمكن|ممكن|مدري|ما ادري|معرفش|مش عارف|تقريبا|howa|heya|da|di|tamam|aywa|mashy|okay",
);

/** «ايه ابي», «تمام كده», "idk maybe": agreement or doubt, and no answer. */
export function saysNothing(run: readonly Word[]): boolean {
  const left = run.filter((_, index) => !isLeadIn(run, index) && !isIn(hurry, run, index));
  return left.length === 0 || (left.length === 1 && verbsAlone.has(left[0]?.key ?? ""));
}

/** Is the word a lead-in, or inside one ("not sure")? */
const isLeadIn = (run: readonly Word[], index: number): boolean => isIn(leadIns, run, index);

function isIn(phrases: Phrases, run: readonly Word[], index: number): boolean {
  for (let from = Math.max(0, index - 3); from <= index; from++)
    if (from + phraseAt(phrases, run, from) > index) return true;
  return false;
}

/** «طيب ابي ارسل», "ok send": the wish again, without what is sent. */
const verbsAlone = new Set(
  "ارسل ارسال ابعت ابعث اشحن شحن اوصل توصيل احجز حجز send ship deliver book arsel ab3at a7jez".split(" "),
);

/** Do these spans say all that the words say, but for lead-ins and politeness? */
export function isAllSaid(words: readonly Word[], spans: readonly Span[]): boolean {
  if (spans.length === 0) return false;
  const left = words.filter((word) => !overlapsAny(word, spans));
  return left.every(
    (_, index) => phraseAt(leadIns, left, index) > 0 || phraseAt(politeWords, left, index) > 0,
  );
}

export function withoutLeadIn(words: readonly Word[], asked: FieldSpec): readonly Word[] {
  const { phrases } = cuesOf(asked);
  let index = 0;
  for (;;) {
    const length =
      phraseAt(leadIns, words, index) ||
      phraseAt(phrases, words, index) ||
      phraseAt(politeWords, words, index);
    if (length === 0 || index + length >= words.length) return words.slice(index);
    index += length;
  }
}

/** "natural soaps, about" 500 cartons: the last word belongs to the value behind it. */
export function withoutLeadOut(run: readonly Word[]): readonly Word[] {
  if (run.length > 1 && doubts.test(run.at(-1)?.text ?? "")) return withoutLeadOut(run.slice(0, -1));
  return run.slice(0, run.findLastIndex(({ key, text }) => !leadOuts.has(key) && !leadOuts.has(text)) + 1);
}

/** «المرور يعني مين»: asked back behind the answer. */
const doubts = /^(?:مين|ايش|وش|ايه|شو|شنو|يعني)$/;

const leadOuts = new Set(
  "about around approximately for by at on in to of with and a an the from start starts starting yebda tebda يبدا تبدا حوالي تقريبا بحدود نحو عدد في من الي على ب ل و يوم الساعه قبل".split(
    " ",
  ),
);

/** The longest stretch of words that no other field has taken; one that overlaps `wanted`, where some does. */
export function longestRun(
  words: readonly Word[],
  used: readonly Span[],
  wanted: readonly Span[] = [],
): readonly Word[] {
  const runs: Word[][] = [[]];
  for (const word of words) {
    if (overlapsAny(word, used)) runs.push([]);
    else runs.at(-1)?.push(word);
  }
  const near = runs.filter((run) => run.some((word) => overlapsAny(word, wanted)));
  return (near.length > 0 ? near : runs).reduce((best, run) => (run.length > best.length ? run : best));
}
