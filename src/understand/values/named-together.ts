/** Two of a field's well-known values, told in one breath. */
import type { PhraseFound } from "../phrases.ts";
import type { Word } from "../words.ts";

/** "Arabic and English", «عربي وإنجليزي»: what is named along with the one before belongs to it. */
export function both(words: readonly Word[], places: readonly PhraseFound[]): readonly PhraseFound[] {
  const found: PhraseFound[] = [];
  for (const place of places) {
    const before = found.at(-1);
    const gap = before ? words.slice(before.index + before.length, place.index) : [];
    const isJoint = gap.length === 1 && /^(?:and|و|w|&)$/.test(gap[0]?.text ?? "");
    const isJoined = gap.length === 0 && /^و(?=.{4})/.test(words[place.index]?.key ?? "");
    if (before && (isJoint || isJoined))
      found.splice(-1, 1, { index: before.index, length: place.index + place.length - before.index });
    else found.push(place);
  }
  return found;
}
