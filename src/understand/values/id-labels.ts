/** "My iqama 2345678904", «رقم إقامتي»: what only names the number of a person is no paper that is asked for. */
import type { Word } from "../words.ts";

const document =
  /^[وب]?(?:ال)?(?:اقام(?:ه|تي|ته|تها)|هوي(?:ه|تي|ته|تها)|جواز(?:ي|ه|ها)?)$|^(?:iqamat?i?|eqama|i2ama|ikama|akama|id|howeya|hawiya|passport)$/;
const between =
  /^(?:number|no|num|nr|is|my|the|رقم|رقمها|رقمه|رقمي|هي|هو|وطنيه|الوطنيه|وطني|raqam|ra2m|el|al|hoa|heya)$/;
const number = /^(?:number|no|num|nr|رقم|رقمها|رقمه|raqam|ra2m|rakam)$/;
/** «جددوا إقامتي 2345678904»: there it is what is asked for. */
const deed =
  /^(?:renew\w*|extend\w*|new|issue|transfer|[وف]?[اينت]?جدد\S*|[وف]?تجديد|تمديد|اصدار|استخراج|اطلع|نقل|ta[jg]dee?d|a?[jg]add?ed\S*)$/;
const id = /^\d{9,11}$/;
const mostBetween = 3;

const is = (pattern: RegExp, word: Word | undefined): boolean =>
  word !== undefined && (pattern.test(word.text) || pattern.test(word.key));

/** The same words, those that label a number blank; the very same list where there are none. */
export function withoutIdLabels(words: readonly Word[]): readonly Word[] {
  const labels = new Set(words.flatMap((_, index) => (isLabel(words, index) ? [index] : [])));
  return labels.size === 0 ? words : words.map((word, index) => (labels.has(index) ? blank(word) : word));
}

function isLabel(words: readonly Word[], index: number): boolean {
  const before = /^(?:my|the|his|her|el|al)$/.test(words[index - 1]?.text ?? "") ? index - 2 : index - 1;
  if (!is(document, words[index]) || is(deed, words[before])) return false;
  if (is(number, words[index - 1]) || is(number, words[index + 1])) return true;
  let behind = index + 1;
  while (behind <= index + mostBetween && is(between, words[behind])) behind += 1;
  return id.test(words[behind]?.text ?? "");
}

const blank = ({ start, end }: Word): Word => ({ text: "#", key: "#", start, end });
