/** Money: always an integer count of the currency's smallest unit, never a floating number of riyals. */

export type Currency = "SAR" | "AED" | "KWD" | "QAR" | "BHD" | "OMR" | "EGP" | "USD" | "EUR" | "GBP" | "TRY";

/** 45 riyals are `{ amountMinor: 4500, currency: "SAR" }`. */
export type Money = { readonly amountMinor: number; readonly currency: Currency };

/** Digits after the point (ISO 4217): three for the Gulf dinars and the Omani rial, two for the rest. */
export function minorDigits(currency: Currency): number {
  return currency === "KWD" || currency === "BHD" || currency === "OMR" ? 3 : 2;
}
