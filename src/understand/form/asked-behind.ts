/**
 * «خدامتين فلبينية وهندية، كم يطلع السعر؟» under a question for words: the answer, and behind it a question of its own. Where the question
 * begins; undefined for a message that is one or the other.
 */
import type { Word } from "../words.ts";

const opens =
  /^[وف]?(?:كم|كام|بكم|بكام|چم|جم|وش|ايش|ليش|ليه|هل|متي|امتي|كيف|ازاي|فين|وين|ايه|ممكن|ينفع|how|what|when|why|do|does|is|can|could|will|which|where|kam|bekam|wesh|emta|mata|hal|ezay|feen|fen)$/;
const fewestWords = 2;

/** The offset of the question's first word. */
export function questionBehind(text: string, words: readonly Word[]): number | undefined {
  if (!/[?؟]\s*$/.test(text)) return undefined;
  const at = words.findIndex((word, index) => {
    const before = words[index - 1];
    if (!before || index < fewestWords || words.length - index < fewestWords) return false;
    if (!opens.test(word.key) && !opens.test(word.text)) return false;
    return /[،,.;\n]/.test(text.slice(before.end, word.start));
  });
  const first = words[at];
  const isPlain = first && !/[?؟]/.test(text.slice(0, first.start));
  return isPlain && !words.slice(0, 1).some(({ key, text: said }) => opens.test(key) || opens.test(said))
    ? first.start
    : undefined;
}
