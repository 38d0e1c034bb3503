/** Fixed phrases found among a message's words: lists are written as people write, and compared folded, word by word. */
import { tokens } from "../language/normalise.ts";
import type { Word } from "./words.ts";

/** First word of a phrase → the phrases that begin with it, longest first. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;
export type PhraseFound = { readonly index: number; readonly length: number };

/** Makes a list of phrases; they are separated by `|` or given one by one. */
export function phrasesOf(...lists: readonly string[]): Phrases {
  const made = new Map<string, (readonly string[])[]>();
  for (const phrase of lists.flatMap((list) => list.split("|"))) {
    const words = tokens(phrase).map(({ text }) => text);
    const [first] = words;
    if (first !== undefined) made.set(first, [...(made.get(first) ?? []), words]);
  }
  for (const phrases of made.values()) phrases.sort((a, b) => b.length - a.length);
  return made;
}

/** Both lists as one. */
export function joinPhrases(one: Phrases, other: Phrases): Phrases {
  const made = new Map(one);
  for (const [first, phrases] of other) {
    const all = [...(made.get(first) ?? []), ...phrases];
    made.set(
      first,
      all.sort((a, b) => b.length - a.length),
    );
  }
  return made;
}

/** How many words from `index` are one of the phrases: the longest, or 0. */
export function phraseAt(phrases: Phrases, words: readonly Word[], index: number): number {
  const word = words[index];
  if (!word) return 0;
  const bare = /^(?:[وبلف][\u0620-\u064a]{4,}|و[\u0620-\u064a]{2,})/.test(word.key)
    ? word.key.slice(1)
    : undefined;
  return (
    longest(phrases.get(word.key), words, index) ||
    longest(phrases.get(word.text), words, index) ||
    (bare === undefined ? 0 : longest(behindLetter(phrases, bare), words, index))
  );
}

/** A short word behind a joined letter is only known as the beginning of a longer phrase: «وكم سعر», but not «ومن». */
function behindLetter(phrases: Phrases, bare: string): readonly (readonly string[])[] | undefined {
  const found = phrases.get(bare);
  return bare.length >= 4 ? found : found?.filter(({ length }) => length > 1);
}

/** The first word is known to be the phrase's own, as written or behind a letter joined to it («بفندق»). */
function longest(
  candidates: readonly (readonly string[])[] = [],
  words: readonly Word[],
  index: number,
): number {
  const found = candidates.find((phrase) =>
    phrase.every((part, i) => i === 0 || words[index + i]?.key === part || words[index + i]?.text === part),
  );
  return found?.length ?? 0;
}

/** Every place where one of the phrases stands, in order, not overlapping. */
export function findPhrases(phrases: Phrases, words: readonly Word[]): PhraseFound[] {
  const found: PhraseFound[] = [];
  for (let index = 0; index < words.length; index++) {
    const length = phraseAt(phrases, words, index);
    if (length === 0) continue;
    found.push({ index, length });
    index += length - 1;
  }
  return found;
}

/** Does one of the phrases stand anywhere? */
export function hasPhrase(phrases: Phrases, words: readonly Word[]): boolean {
  return words.some((_, index) => phraseAt(phrases, words, index) > 0);
}

/** Are the words nothing but such phrases? False for no words at all. */
export function onlyPhrases(phrases: Phrases, words: readonly Word[]): boolean {
  let index = 0;
  while (index < words.length) {
    const length = phraseAt(phrases, words, index);
    if (length === 0) return false;
    index += length;
  }
  return words.length > 0;
}
