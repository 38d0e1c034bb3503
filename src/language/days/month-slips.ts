/**
 * Months that are misspelled by one letter behind a number: "12 Decmeber", «١٢ ديمسبر». Only long names, which are near to no other
 * word; the tables' own misspellings come first.
 */

import { isSlip } from "../letters/slips.ts";
import { months } from "./date-words.ts";

const names =
  "january february september october november december ديسمبر نوفمبر سبتمبر اكتوبر فبراير اغسطس".split(" ");
const shortest = 5;
const longest = 10;

/** The month that a word behind a number is a slip of; undefined where it is none, or is a month as written. `word` is folded. */
export function monthOfSlip(word: string): string | undefined {
  if (word.length < shortest || word.length > longest || months.has(word)) return undefined;
  const [name, other] = names.filter((one) => isSlip(word, one));
  return other === undefined ? name : undefined;
}
