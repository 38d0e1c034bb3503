/** Fixed phrases found among a message's words: lists are written as people write, and compared folded, word by word. */
import { consonantsOf } from "../language/letters/consonants.ts";
import { tokens } from "../language/letters/normalise.ts";
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

/** As `phrasesOf`, and Arabic phrases also by their consonants, so that they are met in Arabizi however it is spelled. */
export function soundingPhrases(...lists: readonly string[]): Phrases {
  const sounding = lists
    .flatMap((list) => list.split("|"))
    .flatMap((phrase) => soundOf(tokens(phrase).map(({ text }) => text)) ?? []);
  const made = new Map<string, (readonly string[])[]>();
  for (const words of sounding) made.set(words[0] ?? "", [...(made.get(words[0] ?? "") ?? []), words]);
  return joinPhrases(phrasesOf(...lists), made);
}

/** Fewer consonants in all are too many words' («موعد» and «معدة» have the same three). */
const leastSounds = 4;

/** Undefined for phrases with words that say too little by their consonants alone. */
function soundOf(words: readonly string[]): [readonly string[]] | undefined {
  if (!words.every((word) => /^[\u0620-\u064a]+$/.test(word))) return undefined;
  const sounds = words.flatMap((word) => {
    const bare = word.replace(/^ال(?=..)/, "");
    return bare === word ? [consonantsOf(word)] : ["el", consonantsOf(bare)];
  });
  const all = sounds.filter((sound) => sound !== "el");
  const isEnough = all.join("").length >= leastSounds + (all.length > 1 ? 1 : 0);
  return isEnough && all.every((sound) => sound.length > 1) ? [sounds] : undefined;
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
  const { key, text } = word;
  const written =
    longest(phrases.get(key), words, index) || (text === key ? 0 : longest(phrases.get(text), words, index));
  // "ra8m el fatoora" is more than the «رقم» that it begins with.
  if (word.sound !== undefined) return Math.max(written, longest(phrases.get(word.sound), words, index));
  if (written > 0 || !beginsJoined(key)) return written;
  return longest(behindLetter(phrases, key.slice(1)), words, index);
}

/** Asked of every word for every list: the first letter decides for most. */
function beginsJoined(key: string): boolean {
  const first = key.charAt(0);
  if (first !== "و" && first !== "ب" && first !== "ل" && first !== "ف") return false;
  return joinedLetter.test(key);
}

/** «لدينا» is "we have", and no «دينا». */
const joinedLetter = /^(?!لدي)(?:[وبلف][\u0620-\u064a]{4,}|و[\u0620-\u064a]{2,})/;

/** A short word behind a joined letter is only known as the beginning of a longer phrase: «وكم سعر», but not «ومن». */
function behindLetter(phrases: Phrases, bare: string): readonly (readonly string[])[] | undefined {
  const found = phrases.get(bare);
  return bare.length >= 4 ? found : found?.filter(({ length }) => length > 1);
}

/** The first word is known to be the phrase's own, as written or behind a letter joined to it («بفندق»). */
function longest(
  candidates: readonly (readonly string[])[] | undefined,
  words: readonly Word[],
  index: number,
): number {
  if (candidates === undefined) return 0;
  for (const phrase of candidates) if (goesOn(phrase, words, index)) return phrase.length;
  return 0;
}

function goesOn(phrase: readonly string[], words: readonly Word[], index: number): boolean {
  for (let at = 1; at < phrase.length; at++)
    if (!isSaid(words[index + at], phrase[at] as string)) return false;
  return true;
}

const isSaid = (word: Word | undefined, part: string): boolean =>
  word !== undefined && (word.key === part || word.text === part || word.sound === part);

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
  for (let index = 0; index < words.length; index++) if (phraseAt(phrases, words, index) > 0) return true;
  return false;
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

/**
 * Many lists by the words that their phrases begin with: each word of a message is looked up once for all of them, and only lists that
 * it may begin a phrase of are searched. Gives these, in no order.
 */
export function begunAmong<T>(
  all: readonly T[],
  phrasesOf: (one: T) => Phrases,
): (words: readonly Word[]) => ReadonlySet<T> {
  const byFirst = new Map<string, T[]>();
  for (const one of all)
    for (const first of phrasesOf(one).keys()) {
      const begun = byFirst.get(first);
      if (begun) begun.push(one);
      else byFirst.set(first, [one]);
    }
  return (words) => {
    const found = new Set<T>();
    for (const word of words)
      for (const first of firstsOf(word)) for (const one of byFirst.get(first) ?? []) found.add(one);
    return found;
  };
}

/** All that `phraseAt` looks a phrase up by. */
function firstsOf({ key, text, sound }: Word): readonly string[] {
  const firsts = text === key ? [key] : [key, text];
  if (sound !== undefined) firsts.push(sound);
  else if (beginsJoined(key)) firsts.push(key.slice(1));
  return firsts;
}
