/**
 * The office's own order numbers, as customers write them: "BR-20418", "br 20418", «ب ر ٢٠٤١٨», «طلب رقم 20418», or the number alone.
 * Prices, postal codes, bills, phones and codes are not orders.
 */
import { type OrderRef, orderRefOf } from "../domain/ids.ts";
import type { Found } from "./found.ts";
import { fold } from "./letters/normalise.ts";
import { latinDigits } from "./numbers/digit-runs.ts";
import { keepRecent } from "./recent-texts.ts";

const named =
  /(?:(?<![A-Za-z\d])b[.\s]?r|(?<![\p{L}\d])(?:[وفلب]?ب\s?[.-]?\s?ر|[وفلب]?بي\s?[اآأ]ر))[\s\-‐‑–—_#:.]{0,3}([1-9]\d{4,14})(?!\d)/giu;
const bare = /(?<![A-Za-z\d.,:/@_+-])([1-9]\d{4,8})(?![A-Za-z\d@_])(?![.,:/-]\d)/g;

/** Words that make a number near them an order's. Folded. */
const orderWords =
  /(?<![\p{L}\d])(?:[وفبلك]{0,2}(?:ال)?(?:طلبي?|طلبيه|طلبيتي|طلبات|طلبنا|طلبك|اوردر|اوردري|شحنه|شحنتي|حجز|حجزي|معامله|معاملتي|تابع|تتبع)|orders?|bookings?|reservation|request|shipment|reference|ref|ticket|talab|talabi|talaby|6alab|6alabi|orderi|shahna|sha7na|7agz|7ajz|track|status)(?![\p{L}\d])/gu;
/** Words that make it something else. Folded. */
const otherWords =
  /بريدي|سداد|رمز|كود|سجل|جوال|هاتف|موبايل|تلفون|رقمي|مبني|فاتوره|التتبع|حساب|موديل|ميزاني|سعر|مبلغ|عداد|وحده|ايبان|هويه|اقامه|الخصم|بوليصه|لوحه|\b(?:code|otp|pin|zip|postal|phone|mobile|tel|building|unit|invoice|tracking|awb|bill|account|model|budget|price|sadad|iban|id|iqama|sar|sr|usd|aed|cvv)\b|[$€£﷼]/gu;
/** Directly after the number: it counts or costs something. */
const counted =
  /^\s*(?:ريال|ر\.?\s?س|sar\b|sr\b|riyal|rial|دولار|درهم|جنيه|دينار|يورو|usd|aed|egp|dollar|dirham|pound|euro|هلل|[$€£﷼%]|كيلو|كجم|جرام|قرام|غرام|طن|متر|قطع|حب[هة]|كرتون|صندوق|شخص|ليل|يوم|kg|kilo|gram|pcs|pieces|boxes|cartons|items|meters?|m2|units|people)/iu;
const aloneWithLabel =
  /^[\s#.,!؟?:-]*(?:رقم|الرقم|رقمه|no|nr|number|num|raqam|ra2am|هو|هي|is|its|it's)*[\s#.,:-]*$/u;

function foundAt(text: string, number: string, start: number, end: number): Found<OrderRef> {
  return { value: orderRefOf(Number(number)), start, end, text: text.slice(start, end) };
}

const lastIndexOf = (pattern: RegExp, text: string): number =>
  [...text.matchAll(pattern)].at(-1)?.index ?? -1;

/** Is a bare number an order's? The nearest word before it decides; without one, only words about orders or an empty message. */
function isOrder(text: string, start: number, end: number): boolean {
  const after = fold(text.slice(end, end + 40));
  if (counted.test(after)) return false;
  const before = fold(text.slice(Math.max(0, start - 60), start));
  const order = lastIndexOf(orderWords, before);
  const other = lastIndexOf(otherWords, before);
  if (other > order) return false;
  if (order >= 0) return true;
  const whole = start <= 60 && text.length - end <= 40;
  if (whole && aloneWithLabel.test(before.replace(/\n/g, " ")) && /^[\s.,!?#:-]*$/.test(after)) return true;
  return lastIndexOf(orderWords, after) >= 0 && lastIndexOf(otherWords, after) < 0;
}

/**
 * Order references, in order of mention, as the office writes them (BR-20418). With the letters before it a number of 5–15 digits
 * counts; without them one of 5–9 digits near a word about orders, or as the whole message.
 */
export const findOrderRefs: (text: string) => readonly Found<OrderRef>[] = keepRecent(readOrderRefs);

function readOrderRefs(text: string): Found<OrderRef>[] {
  const plain = latinDigits(text);
  const found: Found<OrderRef>[] = [];
  for (const match of plain.matchAll(named)) {
    found.push(foundAt(text, match[1] ?? "", match.index, match.index + match[0].length));
  }
  for (const match of plain.matchAll(bare)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (found.some((ref) => start < ref.end && end > ref.start) || !isOrder(text, start, end)) continue;
    found.push(foundAt(text, match[1] ?? "", start, end));
  }
  return found.sort((one, other) => one.start - other.start);
}
