/**
 * «… واتصلوا علي قبل», "…, whatsapp only", «… وفاتورة باسم الشركة»: how somebody is to be reached, and to whom the invoice is, is kept with what is
 * asked for beside it, and is none of it.
 */
import type { Reading, ReadingContext, Understanding } from "../../domain/understanding.ts";
import type { Span } from "../../language/found.ts";
import { findAsides, leadsToPhone } from "../../language/replies/asides.ts";

/** @param read reads the rest, at the same places. Undefined where nothing of that is said, or it is all that a first message says. */
export function withAsides(
  text: string,
  { open, lastService }: ReadingContext,
  read: (rest: string) => Reading,
): Reading | undefined {
  const asides = findAsides(text);
  const leads = leadsToPhone(text);
  if (asides.length === 0 && leads.length === 0) return undefined;
  const isAnswered = open !== undefined && open.awaiting !== "nothing";
  const bare = [...asides, ...leads].reduce(without, text);
  const isAlone = !says.test(bare.replace(joints, " "));
  if (isAlone && asides.length === 0) return isAnswered && digits.test(bare) ? read(bare) : undefined;
  const wishes = together(text, asides).map(
    (span): Understanding => ({ type: "wish", text: saidIn(text, span), ...span }),
  );
  if (isAlone && isAnswered && !digits.test(bare))
    return { understandings: wishes, confidence: 1, by: "exact" };
  // Of an order that was placed it is told, too; said first of all, it is a wish to be called.
  if (isAlone && !digits.test(bare))
    return lastService === undefined
      ? undefined
      : { understandings: [{ type: "out_of_scope" }], confidence: 1, by: "exact" };
  const reading = read(isAlone ? bare.replace(joints, (word) => " ".repeat(word.length)) : bare);
  const given = reading.understandings;
  // Of an order that was placed it is told as a whole.
  if (!isAnswered && lastService !== undefined && given.every(({ type }) => type === "out_of_scope"))
    return reading;
  // The words come before the yes that places the order.
  const all = given.some(({ type }) => type === "confirm") ? [...wishes, ...given] : [...given, ...wishes];
  return { ...reading, understandings: all };
}

/** «واتساب بس لا تتصلون» is one wish. */
function together(text: string, asides: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const span of asides) {
    const last = found.at(-1);
    if (last && /^[\s،,.]*$/u.test(text.slice(last.end, span.start)))
      found.splice(-1, 1, { start: last.start, end: span.end });
    else found.push(span);
  }
  return found;
}

/** Without the words that join it and ask kindly. */
const saidIn = (text: string, { start, end }: Span): string =>
  text.slice(start, end).replace(joint, "").replace(kindly, "").replace(kindlyBehind, "");
const joint =
  /^(?:(?:and|but|also|w|بس|كمان|و)\s+|و(?=(?:[اإأ]تصل|كلم|تواصل|دق|لا |[أا]ب[يغ]|فاتور|الله)))/iu;
const kindlyBehind = /\s+(?:please|pls|plz|لو سمحت\p{L}*)$/iu;
const kindly = /^(?:(?:الله يخليكم?|لو سمحت\p{L}*|من فضلك\p{L}*|please|pls|plz|kindly|just)\s+)+/iu;

const without = (text: string, { start, end }: Span): string =>
  text.slice(0, start) + " ".repeat(end - start) + text.slice(end);

const says = /\p{L}{2}/u;
const digits = /\p{Nd}/u;
/** Words that only lead on to it. */
const joints =
  /(?<![\p{L}\p{Nd}])(?:و?شي ثاني|و?شيء [اآ]خر|و?حاج[هة] (?:تاني[هة]|كمان)|و?بعد|وكمان|طيب|oh|um|uh|well|ok|w?ba3ad|w?shay thani|w?7aga kaman|wkaman|one more thing|another thing|also|and|but|so|btw|by the way|please|pls|بس|كمان|و|نسيت [اأ]قول\p{L}*|i forgot(?: to (?:say|mention))?|forgot to say|الله يخليكم?|لو سمحت\p{L}*|wshi tani|w kaman)(?![\p{L}\p{Nd}])/giu;
