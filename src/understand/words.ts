/**
 * A message's words as the understanding compares them: folded, with Arabizi also in Arabic letters, each with its place in the
 * original. Texts longer than a channel's longest message are read up to there; offsets stay those of the original.
 */
import type { Span } from "../language/found.ts";
import { arabiziToArabic, detectLanguage } from "../language/letters/arabizi.ts";
import { nineOf } from "../language/letters/arabizi-letters.ts";
import { englishWords } from "../language/letters/arabizi-words.ts";
import { consonantsOf } from "../language/letters/consonants.ts";
import { fold, longestRead, tokens } from "../language/letters/normalise.ts";
import { conceptsOf } from "./learning/concepts.ts";
import { type Frequencies, type Vector, vectorOf, type Words } from "./learning/features.ts";
import { signOf } from "./learning/signs.ts";

/** `text` is the folded word, `key` what rules compare: the Arabic of an Arabizi word, else `text`. */
export type Word = {
  readonly text: string;
  readonly key: string;
  /** The consonants of an Arabizi word, in capitals: vowels and dialects aside it sounds so. */
  readonly sound?: string;
  readonly start: number;
  readonly end: number;
};
export type { Span };

/** UTF-16 units that are read; a longer text says what it wants within these. */
export const longestText = longestRead;

/** The words of a message, in order. */
export function wordsOf(text: string): Word[] {
  const found = tokens(text);
  if (detectLanguage(text) !== "ar") return found.map((token) => ({ ...token, key: token.text }));
  const isQaf = found.some((token) => token.text.includes("9")) && nineOf(fold(text)) === "q";
  return found.map((token) => {
    if (!isArabizi(token.text)) return { ...token, key: token.text };
    const said = isQaf ? withQaf(token.text) : token.text;
    return { ...token, key: arabiziToArabic(said), sound: consonantsOf(said) };
  });
}

/** "fonda9": 9 for ق; a number stays one. */
const withQaf = (word: string): string => (/\d\d/.test(word) ? word : word.replace(/9(?=[a-z']|$)/g, "q"));

/** What is counted of some of a message's words: each as written, in Arabic letters, and as concepts. */
export function countedOf(words: readonly Word[]): Words {
  const texts = words.map(({ text }) => text);
  const keys = words.map(({ key }) => key);
  return { words: texts, keys, concepts: conceptsOf(texts, keys, signOf) };
}

/** The vector of some of a message's words. */
export function vectorOfWords(words: readonly Word[], frequencies?: Frequencies): Vector {
  return vectorOf(countedOf(words), frequencies);
}

/** Words of a span, whole. */
export function wordsIn(words: readonly Word[], { start, end }: Span): Word[] {
  return words.filter((word) => word.start >= start && word.end <= end);
}

/** Index of the first word that begins at `offset` or behind it. */
export function firstFrom(words: readonly Word[], offset: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isArabizi(word: string): boolean {
  return /[a-z]/.test(word) && !englishWords.has(word);
}
