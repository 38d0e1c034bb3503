/** What an order costs, from the fixed lines of its flow. A line without VAT (a government fee passed on) is never taxed. */
import type { Both } from "../domain/language.ts";
import type { Price, PriceLine } from "../domain/order.ts";

/** Value-added tax in Saudi Arabia since July 2020 (ZATCA), in percent. */
const vatPercent = 15;

type RiyalLine = PriceLine & { readonly amount: { readonly currency: "SAR" } };

/**
 * The two lines of a service for an authority, kept apart: its fee passed on at exact cost, which is not taxed, and the office's own,
 * which is. Undefined while either is not known: half a price is none. An authority that asks for nothing has no line.
 * @param fees halalas without tax
 */
export function feeLines(
  fees: { readonly government?: number; readonly office?: number },
  labels: { readonly government: Both; readonly office: Both },
): readonly RiyalLine[] | undefined {
  const { government, office } = fees;
  if (government === undefined || office === undefined) return undefined;
  const line = (label: Both, amountMinor: number, vat: boolean): RiyalLine => ({
    label,
    amount: { amountMinor, currency: "SAR" },
    vat,
  });
  const own = line(labels.office, office, true);
  return government === 0 ? [own] : [line(labels.government, government, false), own];
}

/** An amount of the office's own with its tax, in halalas. */
export function withVat(amountMinor: number, registered: boolean): number {
  return registered ? amountMinor + Math.round((amountMinor * vatPercent) / 100) : amountMinor;
}

const taxOn = (lines: readonly PriceLine[]): number =>
  Math.round(
    (lines.filter((line) => line.vat).reduce((sum, line) => sum + line.amount.amountMinor, 0) * vatPercent) /
      100,
  );

/** Does the price end in its tax line, so that the amounts of its taxed lines are without tax? */
export function isTaxed({ lines }: Price): boolean {
  const last = lines.at(-1);
  const tax = taxOn(lines);
  return tax > 0 && last !== undefined && !last.vat && last.amount.amountMinor === tax;
}

/**
 * The price with its tax line; undefined when no line is known yet (the price comes for approval later).
 * @param lines amounts without tax
 * @param vat label of the tax line when the office is registered for VAT; undefined when it is not
 */
export function priceOf(lines: readonly PriceLine[], vat: Both | undefined): Price | undefined {
  const [first] = lines;
  if (!first) return undefined;
  const { currency } = first.amount;
  const tax = vat ? taxOn(lines) : 0;
  const net = lines.reduce((sum, line) => sum + line.amount.amountMinor, 0);
  const taxLine: PriceLine[] =
    vat && tax > 0 ? [{ label: vat, amount: { amountMinor: tax, currency }, vat: false }] : [];
  return { lines: [...lines, ...taxLine], total: { amountMinor: net + tax, currency } };
}
