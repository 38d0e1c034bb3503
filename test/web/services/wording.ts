/** What must not stand in a bubble: pieces that no sentence was made of, names of fields, and words of the other language. */
import type { MessageJson } from "../../../src/web/api/schemas.ts";

/** What a program shows where a value is missing, and what an ICU message shows where nobody filled it in. */
const unmade = /[{}]|\$\{|\bundefined\b|\bnull\b|\bNaN\b|\[object |Invalid Date|<\/?[a-z]/g;
/** Fields, options and stages have such names where they have two words. */
const named = /\b[a-z]+(?:_[a-z]+)+\b/g;
/** What an Arabic sentence holds of Latin letters: references, codes and addresses that say what they are. */
const codes = /\bBR-\d+\b|\bRRRD2929\b|https?:\S+/g;

/**
 * What is wrong with this line of the office.
 * @param said what the customer wrote in this chat: their own words may come back to them in any letters
 */
export function blemishesIn(
  { text = "", choices = [] }: MessageJson,
  language: "ar" | "en",
  said: readonly string[],
): readonly string[] {
  const shown = [text, ...choices.map(({ label }) => label)].join("\n");
  const ours = withoutWords(shown.replace(codes, " "), said);
  const foreign = language === "ar" ? /\p{Script=Latin}+/gu : /\p{Script=Arabic}+/gu;
  return [unmade, named, foreign].flatMap((pattern) => ours.match(pattern) ?? []);
}

/** The text without the words that somebody else wrote. */
function withoutWords(text: string, said: readonly string[]): string {
  const theirs = new Set(said.flatMap((one) => wordsOf(one)));
  return text.replace(/[\p{L}\p{N}_.-]+/gu, (word) =>
    wordsOf(word).some((one) => theirs.has(one)) ? " " : word,
  );
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}
