/** A thing named before anything is said of it: «بطارية ١٨ كيلو لينبع», «سرير أطفال عايزة أبيعه», "my bike is for sale". */

import { phraseAt, phrasesOf } from "../phrases.ts";
import type { Span, Word } from "../words.ts";
import { had, isImperative, skip, verbs, wants } from "./objects.ts";
import { mayBeVerb } from "./verb-forms.ts";

/** Said of the thing that stands before it: «كنبة للبيع», «لابتوب أبيه يروح …». */
const saidOfIt = phrasesOf(
  "للبيع|for sale|is for sale|are for sale|needs to|has to|is going|لازم|يروح|تروح|رايح|رايحه|رايحين|يوصل|توصل|ابي|ابغى|ابغا|نبي|عايز|عايزه|عاوز|عاوزه|محتاج|محتاجه|ابيه|ابيها|ابغاه|ابغاها|عايزها|عايزاه|needs to|need to|has to|have to|must|to go|going to|lazem|troo7|yroo7|3ayez|3ayza|abi|abgha",
);

/** Who is spoken to. */
const addressed = phrasesOf(
  "يا|يمه|يبه|ياخي|اخوي|اخي|اختي|ولدي|وليدي|استاذ|طيب|ايه|اي|ايوه|نعم|اه|تمام|اوكي|اوك|خلاص|يعني|والله|لا|تقريبا|ok|okay|yes|no|idk|maybe|well|so|about|around|aih|aywa|sir|bro|dear|guys|hi|hello|ya",
);

/** Behind a mark, or joined by «و», it is said of the thing only with a pronoun for it: «سرير، أبي أودّيه». */
function isSaidOf(text: string, words: readonly Word[], at: number): boolean {
  const length = phraseAt(saidOfIt, words, at);
  const [before, word] = [words[at - 1], words[at]];
  if (length === 0 || !before || !word) return false;
  const isApart = /[.,،;؛:\n]/.test(text.slice(before.end, word.start)) || /^و/.test(word.key);
  return (
    // «الراجل عايز عربون»: who wishes stands there, too.
    (!isApart && phraseAt(wants, words, at) === 0) ||
    words
      .slice(at, at + length + (isApart ? 3 : 2))
      .some(({ key, text: said }) => ofIt.test(key) || ofIt.test(said))
  );
}

const ofIt = /^[\u0620-\u064a]{3,}(?:ه|ها|هم)$|^(?:it|them)$|^[a-z0-9]{4,}(?:h|ha|hom|oh|o)$/;

const owners = new Set("my our the a an".split(" "));

/**
 * At the beginning of a clause: «بطارية ١٨ كيلو», «سرير أطفال عايزة أبيعه». Only where what follows is said of a thing: an amount of it,
 * that it is for sale, wanted or must go somewhere.
 */
export function frontedStarts(
  text: string,
  words: readonly Word[],
  counted: readonly Span[],
  ends: (word: Word, index: number) => boolean,
): number[] {
  return words.flatMap((_, from) => {
    const before = words[from - 1];
    if (before && !/[.!?؟;؛\n،,]/.test(text.slice(before.end, words[from]?.start))) return [];
    if (phraseAt(addressed, words, from) > 0) return [];
    for (let to = from; to < Math.min(words.length, from + 5); to++) {
      const word = words[to];
      if (!word) return [];
      const isCounted = counted.some(({ start, end }) => word.start >= start && word.start < end);
      if (to === from && owners.has(word.text)) continue;
      if (to > from && (isCounted || isSaidOf(text, words, to))) return [skip(words, from, [])];
      if (isImperative(word, words[to + 1]) || /^و?خلي$/.test(word.key)) return [];
      if (isCounted || ends(word, to) || phraseAt(verbs, words, to) > 0 || mayBeVerb(word)) return [];
      if (phraseAt(wants, words, to) > 0 || phraseAt(had, words, to) > 0) return [];
    }
    return [];
  });
}
