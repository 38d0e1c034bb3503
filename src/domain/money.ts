/** Money: always an integer count of the currency's smallest unit, never a floating number of riyals. */

export type Currency = "SAR" | "AED" | "KWD" | "QAR" | "BHD" | "OMR" | "EGP" | "USD" | "EUR" | "GBP" | "TRY";

/** 45 riyals are `{ amountMinor: 4500, currency: "SAR" }`. */
export type Money = { readonly amountMinor: number; readonly currency: Currency };

/** Digits after the point (ISO 4217): three for the Gulf dinars and the Omani rial, two for the rest. */
export function minorDigits(currency: Currency): number {
  return currency === "KWD" || currency === "BHD" || currency === "OMR" ? 3 : 2;
}

/** 4500 halalas are 45 riyals: a sum as a number of its currency's main unit, for comparing with a number that is said. */
export const inMainUnit = ({ amountMinor, currency }: Money): number =>
  amountMinor / 10 ** minorDigits(currency);

/** 45 riyals are 4500 halalas; what is smaller than the smallest unit is rounded. */
export const ofMainUnit = (number: number, currency: Currency): Money => ({
  amountMinor: Math.round(number * 10 ** minorDigits(currency)),
  currency,
});
