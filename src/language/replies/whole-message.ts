/** A short message held against patterns from end to end, with words before and behind that say nothing of their own. */
import { fold, tokens } from "../letters/normalise.ts";

/** Words that may stand before and after, and say nothing of their own; «ما أعرفه، ليش تبونه؟» asks, too. */
export const before =
  "(?:(?:ما اعرفه|ما اعرفها|ما اعرف|ما ادري|مدري|مادري|معرفش|معرفوش|مش عارف|مش عارفه|مو معي|مش معايا|لا اعرفه|لا اعرف|ما عندي|i don'?t know(?: it)?|don'?t know(?: it)?|dont have it|i don'?t have it|madri|ma a3ref|ma3rafsh|طيب|طب|و|يعني|بس|لا|اوكي|عفوا|معليش|يا|اخي|هلا|ok|okay|but|and|so|sorry|wait|hmm|um|tab|tayeb|ya3ni|bas|أنا|انا) )*";
const after =
  "(?: (?:يعني|اصلا|بالضبط|بالظبط|انتم|انت|اخي|طيب|هنا|الحين|sir|please|pls|exactly|here|anyway|though|now|asln))*";

/** A message that is one of these and nothing else; `\\b` also ends an Arabizi word with its digits. */
export const anyOf = (list: readonly string[]): RegExp =>
  new RegExp(`^${before}(?:${list.map((one) => one.replaceAll("\\b", "(?![a-z0-9])")).join("|")})${after}$`);

/** The most words that a question back or a pause is said in. */
export const mostWords = 12;
const mostLetters = 120;

/** A message's folded words, parted by single spaces. */
export const foldedWords = (text: string): string =>
  fold(
    tokens(text)
      .map((token) => token.text)
      .join(" "),
  );

/** The same of a message that is short enough for these patterns; undefined of any other. */
export function saidShortly(text: string): string | undefined {
  return text.length <= mostLetters && tokens(text).length <= mostWords ? foldedWords(text) : undefined;
}
