/** A price alone, as somebody types it into a box or a message of their own: «45», «٤٥ ريال», "SAR 45.50", «خمسين ريال». Pure. */
import type { Money } from "../../domain/money.ts";
import { fold } from "../letters/normalise.ts";
import { findNumbers } from "../numbers/numbers.ts";
import { findMoney } from "./money.ts";

/** A minus right before a number; «45-50» is none, but two. */
const minus = /(?:^|\s)[-−–]\s*\d/u;

/**
 * The one price that a text names; a bare number is in riyals. Less than nothing stays so, for whoever judges it. Undefined where there is none,
 * or more than one.
 */
export function readPriceText(text: string): Money | undefined {
  const folded = fold(text);
  const [sum, another] = findMoney(text);
  if (another || (sum && /\p{Nd}/u.test(text.slice(0, sum.start) + text.slice(sum.end)))) return undefined;
  const money = sum?.value.money ?? bare(folded);
  if (!money) return undefined;
  return minus.test(folded) ? { ...money, amountMinor: -money.amountMinor } : money;
}

/** «45», «1,250.50», «٩٩٫٥», «خمسين»: exact, so no way through binary fractions. */
function bare(folded: string): Money | undefined {
  const plain = folded.replaceAll("٫", ".").replace(/[,٬](?=\d{3}(?!\d))/g, "");
  const [, riyals, part = ""] = /^[^\d.]*(\d{1,13})(?:\.(\d{1,2}))?[^\d.]*$/.exec(plain) ?? [];
  if (riyals !== undefined)
    return { amountMinor: Number(riyals) * 100 + Number(part.padEnd(2, "0")), currency: "SAR" };
  if (/\d/.test(plain)) return undefined;
  const [number, more] = findNumbers(folded);
  if (!number || more || !Number.isInteger(number.value.number)) return undefined;
  return { amountMinor: number.value.number * 100, currency: "SAR" };
}
