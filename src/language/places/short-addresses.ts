/** The Kingdom's short national addresses: four letters and four digits ("RRRD2929"), however they are spaced and in any digits. */

import type { Found } from "../found.ts";
import { fold } from "../letters/normalise.ts";
import { latinDigits } from "../numbers/digit-runs.ts";
import { isCommonWord } from "../words.ts";

const gap = "[\\s\\-_:.\\u200e\\u200f\\u2066-\\u2069]";
const pattern = new RegExp(
  `(?<![A-Za-z\\d@/.])([A-Za-z](?: ?[A-Za-z]){3})(${gap}{0,3})(\\d(?:[ -]?\\d){3})(?![A-Za-z\\d@]|[.,:/]\\d)`,
  "g",
);
const cues = /عنوان|وطني|مختصر|address|national|short|3onwan|3enwan|3nwan|onwan|enwan|watani/;
/** Words that stand before a year or a number. */
const otherWords = new Set(
  "sale code june july year room gate flat unit line form page case size zone bldg type visa card cash bank plus save deal free gift jan feb sept since till nov dec oct august sar iphone base note book model ford over upto tel mob fax".split(
    " ",
  ),
);

/**
 * Short national addresses as the post writes them, in capitals without a space. Apart ("RRRD 2929") or where the letters are a word,
 * only when written in capitals, beside a word for addresses, or as the whole message.
 */
export function findShortAddresses(text: string): Found<string>[] {
  const plain = latinDigits(text);
  const cued = cues.test(fold(text));
  const found: Found<string>[] = [];
  for (const match of plain.matchAll(pattern)) {
    const [whole, letters = "", between = "", digits = ""] = match;
    const [start, end] = [match.index, match.index + whole.length];
    const word = letters.replaceAll(" ", "");
    const alone = text.trim().length <= whole.length + 1;
    const spaced = word.length < letters.length || /[ -]/.test(digits);
    const apart = between !== "" || spaced;
    const ordinary = isCommonWord(word.toLowerCase()) || otherWords.has(word.toLowerCase());
    if (spaced && word.length === letters.length && !cued && !alone) continue;
    if (spaced && word.length < letters.length && !/^(?:\S )+\S$/.test(whole)) continue;
    const trusted = apart ? /^[A-Z]+$/.test(word) || cued || alone : true;
    if (!trusted || (ordinary && !(cued && !apart))) continue;
    found.push({
      value: `${word.toUpperCase()}${digits.replace(/\D/g, "")}`,
      start,
      end,
      text: text.slice(start, end),
    });
  }
  return found;
}
