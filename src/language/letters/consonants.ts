/**
 * The consonants of a word, in one alphabet: «مقعد» and «مقاعد», "akwab" and "kob", «مقاس» and "magas" meet. A likeness for words that
 * stand close together; vowels, doubled letters and what the dialects exchange (ق, ج and "g") fall away.
 */
import { fold } from "./normalise.ts";

/** Letters and letter groups of each sound, longest first; what is in none is a vowel. */
const sounds: readonly (readonly [string, string])[] = [
  ["3'", "G"],
  ["7'", "X"],
  ["kh", "X"],
  ["gh", "G"],
  ["sh", "C"],
  ["ch", "C"],
  ["th", "T"],
  ["dh", "D"],
  ...pairs("بBپBbBpB"),
  ...pairs("تTطTثTtT6T"),
  ...pairs("دDضDذDdD"),
  ...pairs("زZظZzZ"),
  ...pairs("سSصSsS9S"),
  ...pairs("شC"),
  ...pairs("حHهH7HhH"),
  ...pairs("خX5X"),
  ...pairs("عE3E"),
  ...pairs("غG"),
  ...pairs("قGجGكKkKgGqGjG8GcK"),
  ...pairs("فFfFvF"),
  ...pairs("لLlL"),
  ...pairs("مMmM"),
  ...pairs("نNnN"),
  ...pairs("رRrR"),
];

function pairs(list: string): (readonly [string, string])[] {
  return [...list].flatMap((letter, n, all) => (n % 2 === 0 ? [[letter, all[n + 1] ?? ""] as const] : []));
}

/** In capitals, without vowels: "magas" and «مقاس» are "MGS". The feminine ending counts for nothing, as "fatooret" and «فاتورة» show. */
export function consonantsOf(word: string): string {
  const folded = fold(word).replace(/(?:ه|ات|[ae]h|[aei]t)$/, "");
  let found = "";
  for (let at = 0; at < folded.length; ) {
    const sound = sounds.find(([letters]) => folded.startsWith(letters, at));
    if (sound && !found.endsWith(sound[1])) found += sound[1];
    at += sound?.[0].length ?? 1;
  }
  return found;
}
