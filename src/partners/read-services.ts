/** What a partner does and for how much, from the texts that were typed for it. */
import { type Currency, type Money, minorDigits } from "../domain/money.ts";
import { fold } from "../language/letters/normalise.ts";
import { allRead, type FieldReading, isBad, isRead, mostParts, partsOf } from "./partner-text.ts";

/** A service as people may name it: by its id, or by its title in either language. */
export type KnownService = {
  readonly id: string;
  readonly titles: readonly string[];
  /** Complaints, and what departments ask of each other: for departments alone. */
  readonly isInside?: true;
};

export function readServices(typed: string, known: readonly KnownService[]): FieldReading<readonly string[]> {
  const parts = partsOf(typed);
  if (parts.length > mostParts) return isBad("services", "too_many");
  const ids = parts.map((part): FieldReading<string> => {
    const service = serviceNamed(part, known);
    return service === undefined ? isBad("services", "not_a_service", part) : isRead(service);
  });
  const read = allRead(ids);
  return read.type === "bad" ? read : isRead([...new Set(read.value)]);
}

function serviceNamed(typed: string, known: readonly KnownService[]): string | undefined {
  const name = typed.trim();
  if (known.some(({ id }) => id === name)) return name;
  const folded = fold(name);
  return known.find(({ titles }) => titles.some((title) => fold(title) === folded))?.id;
}

/** `parcel_delivery 45; hotel_booking 30.50 USD`, in riyals where no currency is named. Only for services that the partner has. */
export function readPrices(
  typed: string,
  known: readonly KnownService[],
  services: readonly string[],
): FieldReading<Readonly<Record<string, Money>>> {
  // A comma may stand inside an amount.
  const entries = partsOf(typed, /[;؛\n]/).map((part): FieldReading<readonly [string, Money]> => {
    const priced = servicePriced(part, known);
    if (!priced) return isBad("prices", "not_a_service", part);
    if (!services.includes(priced.id)) return isBad("prices", "price_without_service", part);
    const money = readAmount(priced.amount);
    return money ? isRead([priced.id, money]) : isBad("prices", "not_an_amount", part);
  });
  const read = allRead(entries);
  return read.type === "bad" ? read : isRead(Object.fromEntries(read.value));
}

/** The service with the longest name that the text begins with, and what stands behind it. */
function servicePriced(
  typed: string,
  known: readonly KnownService[],
): { readonly id: string; readonly amount: string } | undefined {
  const text = fold(typed);
  const [first] = known
    .flatMap(({ id, titles }) => [id, ...titles].map((name) => ({ id, name: fold(name) })))
    .filter(({ name }) => text.startsWith(name) && /^(?:[\s:=]|$)/.test(text.slice(name.length)))
    .toSorted((a, b) => b.name.length - a.name.length);
  return first && { id: first.id, amount: text.slice(first.name.length).replace(/^[\s:=]+/, "") };
}

const currencyWords: readonly (readonly [RegExp, Currency])[] = [
  [/^(?:sar|sr|ريال|ر\.?س\.?|ريال سعودي)?$/, "SAR"],
  ...(["AED", "KWD", "QAR", "BHD", "OMR", "EGP", "USD", "EUR", "GBP", "TRY"] as const).map(
    (currency): [RegExp, Currency] => [new RegExp(`^${currency.toLowerCase()}$`), currency],
  ),
];

/** «1,250.50», «٩٩٫٥», "30 USD": above zero, up to ten million, exact. */
function readAmount(typed: string): Money | undefined {
  const plain = fold(typed)
    .trim()
    .replace(/,(?=\d{3}(?!\d))/g, "");
  const [, whole, part = "", word = ""] = /^(\d{1,7})(?:\.(\d{1,3}))?\s*(.*)$/.exec(plain) ?? [];
  const currency = currencyWords.find(([pattern]) => pattern.test(word.trim()))?.[1];
  if (whole === undefined || currency === undefined) return undefined;
  const digits = minorDigits(currency);
  if (part.length > digits) return undefined;
  const amountMinor = Number(whole) * 10 ** digits + Number(part.padEnd(digits, "0"));
  return amountMinor > 0 ? { amountMinor, currency } : undefined;
}
