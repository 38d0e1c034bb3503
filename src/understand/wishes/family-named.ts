/** Somebody's family, or two things known by heart, named one after the other: all of them are meant, and not only the first. */

import type { PhraseFound } from "../phrases.ts";
import { mayBeVerb } from "../texts/verb-forms.ts";
import { isKinWord } from "../values/kin.ts";
import type { Word } from "../words.ts";

/** «مراتي وابني», «للسواق والشغالة», "my wife and my son": those named in a row are one place, unless the next one does something. */
export function withHousehold(
  words: readonly Word[],
  places: readonly PhraseFound[],
): readonly PhraseFound[] {
  const found: PhraseFound[] = [];
  for (const place of places) {
    const before = found.at(-1);
    const next = words[place.index + place.length];
    const acts = next !== undefined && mayBeVerb(next) && !isRelative(words, place);
    if (before && isNext(words, before, place) && !acts)
      found.splice(-1, 1, { index: before.index, length: place.index + place.length - before.index });
    else found.push(place);
  }
  return found;
}

/** «الكهرباء والموية», "black and white": known words that an "and" joins are one place. */
export function withAll(words: readonly Word[], places: readonly PhraseFound[]): readonly PhraseFound[] {
  const found: PhraseFound[] = [];
  for (const place of places) {
    const before = found.at(-1);
    if (before && isNext(words, before, place))
      found.splice(-1, 1, { index: before.index, length: place.index + place.length - before.index });
    else found.push(place);
  }
  return found;
}

/** Are several relatives named there? */
export const isFamily =
  (words: readonly Word[]) =>
  ({ index, length }: PhraseFound): boolean =>
    words.slice(index + 1, index + length).some(({ text }) => isKinWord(text.replace(/^و/, "")));

function isNext(words: readonly Word[], before: PhraseFound, place: PhraseFound): boolean {
  const end = before.index + before.length;
  if (place.index === end) return /^و/.test(words[place.index]?.key ?? "");
  return place.index === end + 1 && joints.test(words[end]?.text ?? "");
}

const joints = /^(?:و|and|w|we|&)$/;

const isRelative = (words: readonly Word[], { index, length }: PhraseFound): boolean =>
  words
    .slice(index, index + length)
    .some(({ text }) => isKinWord(text) || isKinWord(text.replace(/^[ول](?=...)/, "")));
