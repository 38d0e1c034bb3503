/**
 * "No, the bookkeeping is a separate thing", «لا، المحاسبة طلب ثاني»: what was taken for a part of the open form is a request of its own.
 */
import type { Reading } from "../../domain/understanding.ts";
import { chances } from "../chances.ts";
import { phraseAt, phrasesOf } from "../phrases.ts";
import type { Word } from "../words.ts";

const apart = phrasesOf(
  "separate|a separate|separately|another|a different|different|an extra|a second|something else|apart|its own",
  "شي ثاني|شيء اخر|شي اخر|شي مختلف|شي منفصل|شغله ثانيه|موضوع ثاني|موضوع اخر|موضوع منفصل|طلب ثاني|طلب اخر|طلب منفصل|طلب مستقل|طلب لحاله|خدمه ثانيه|خدمه اخري|خدمه منفصله|حاجه تانيه|حاجه ثانيه|موضوع تاني|طلب تاني|منفصله|منفصل|مستقله|مستقل|لحالها|لحاله|لوحدها|لوحده",
  "shay thani|shi thani|she thani|shay tani|7aga tanya|haga tanya|mawdoo3 tani|mawdoo3 thani|talab thani|talab tani|montafesel|munfasel|le7alha|lewa7daha",
);
const noun =
  /^(?:things?|requests?|orders?|services?|matters?|issues?|ones?|thanks?|شكرا|خالص|يا|لو|سمحت\S*|please|pls)$/;
const leading =
  /^(?:no|nope|sorry|but|and|the|that|لا|لاء|بس|هو|هي|دي|ده|هذي|هذا|و|la|la2|laa|bas|el|al|da|di|hatha|hathi|is|are|it|its)$/;

const most = 10;

/** @param read reads words as if no form were open */
export function toldApart(
  text: string,
  words: readonly Word[],
  read: (part: string) => Reading,
): Reading | undefined {
  if (words.length > most || /[?؟]/.test(text)) return undefined;
  const from = words.findIndex(({ text: word, key }) => !leading.test(word) && !leading.test(key));
  const at = words.findIndex((_, index) => index > from && phraseAt(apart, words, index) > 0);
  if (from < 0 || at < 0) return undefined;
  const rest = words.slice(at + phraseAt(apart, words, at));
  if (!rest.every(({ text: word, key }) => noun.test(word) || noun.test(key))) return undefined;
  const named = words.slice(from, at).filter(({ text: word }) => !leading.test(word));
  const [first, last] = [named[0], named.at(-1)];
  if (!first || !last) return undefined;
  const reading = read(" ".repeat(first.start) + text.slice(first.start, last.end));
  const isOne = reading.understandings.length === 1 && reading.understandings[0]?.type === "request";
  return isOne && reading.confidence >= chances.another ? reading : undefined;
}
