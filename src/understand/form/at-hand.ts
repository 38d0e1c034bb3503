/**
 * «العقد وكشف الراتب معي», "I have the contract and the salary slips with me" under a read-back: what the customer has at hand goes along, and chooses no
 * other kind of the request. A number, a question or a correction in it is read as ever.
 */
import { denyingWords } from "../../language/replies/denials.ts";
import { partsOf } from "../wishes/clauses.ts";
import type { Word } from "../words.ts";
import { saysCorrection } from "./correction.ts";

const english =
  /^\s*(?:and |also |btw )?(?:i|we)(?:'ve| have)(?: got)? .{3,}? (?:with (?:me|us)|ready|at hand|at home)\s*[.!]*\s*$/iu;
const arabic =
  /^\s*و?(?:تر[اىي] )?(?:ال)?(?:عقد|عقود|[أا]وراق|مستندات|كشف|كشوف|كشوفات|فاتورة|فواتير|جواز|جوازات|هوية|إقامة|اقامة|شهادة|شهادات|ملف|صك|استمارة)(?:\s.*)?\s(?:معي|معاي|معايا|معنا|معانا|عندي|عندنا|جاهز|جاهزة|جاهزه|جاهزين|موجود|موجودة|موجودين)\s*[.!]*\s*$/u;
const mostWords = 14;

/** Whether a message tells nothing but this. */
export function isAtHand(text: string, words: readonly Word[]): boolean {
  if (words.length < 3 || words.length > mostWords || /[?؟\p{Nd}]/u.test(text)) return false;
  if (!english.test(text) && !arabic.test(text)) return false;
  return (
    !words.some(({ text: word }) => denyingWords.has(word)) &&
    !saysCorrection({ words, parts: partsOf(text, words) })
  );
}
