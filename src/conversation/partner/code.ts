/**
 * The one-time code that makes a chat a partner's, as a message holds it: alone, behind `/start`, or in a sentence that a link put into the
 * partner's mouth. 130 bits: nobody guesses one, so wrong ones need no count. And words for the partner, as customers lead them.
 */
import type { Content } from "../../domain/message.ts";
import { tokens } from "../../language/letters/normalise.ts";

/** Without letters and digits that look like others. */
export const partnerCodeSigns = "abcdefghijkmnpqrstuvwxyz23456789";
export const partnerCodeMark = "pt";
export const partnerCodeLength = 26;

const codeShape = new RegExp(
  `(?<![a-z0-9])${partnerCodeMark}[${partnerCodeSigns}]{${partnerCodeLength}}(?![a-z0-9])`,
  "i",
);
const longest = 200;

/** The code in a message, as it is hashed; undefined when it holds none. */
export function findPartnerCode(content: Content): string | undefined {
  if (content.type !== "text" || content.text.length > longest) return undefined;
  return codeShape.exec(content.text)?.[0].toLowerCase();
}

/** The message without its code: it is stored nowhere as it was. */
export function withoutPartnerCode(content: Content): Content {
  return content.type === "text" ? { ...content, text: content.text.replace(codeShape, "•••") } : content;
}

const leads =
  /^\s*(?:لل?(?:مندوب|سائق|جهة|جهه|شريك|عيادة|عياده|فندق|مكتب المنفذ)|إلى المندوب|الى المندوب|قل للمندوب|قولوا للمندوب|بلغوا المندوب|رد للمندوب|to (?:the )?(?:partner|courier|driver|provider|clinic|hotel)|tell (?:the )?(?:courier|driver|partner)|lel ?mandoob|ll ?mandoob)\s*[:：،,\-–]\s*(.+)$/isu;

/** «للمندوب: الباب الخلفي»: the words behind, meant for whoever carries the customer's order out. */
export function toPartnerWords(text: string): string | undefined {
  const words = leads.exec(text)?.[1]?.trim();
  return words !== undefined && tokens(words).length > 0 ? words : undefined;
}
