/**
 * Numbers that authorities and banks give: national id and iqama, establishment number, VAT number, IBAN, each with its own check
 * (design rules of the Saudi market: Luhn for ids, mod 97 for IBANs, none published for establishments). Offices' own order numbers
 * and links are in order-refs.ts and urls.ts.
 */

import type { Found } from "../found.ts";
import { fold } from "../letters/normalise.ts";
import { digitRuns, latinDigits } from "../numbers/digit-runs.ts";

export { findOrderRefs } from "../order-refs.ts";
export { findUrls } from "../urls.ts";

/** `bad_checksum`: it has the shape, and a digit is wrong. */
export type IdReading = { readonly type: "id"; readonly id: string } | { readonly type: "bad_checksum" };

/** The checksum of ids and cards (ISO/IEC 7812-1, annex B). `digits` are 0–9 only. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let back = 0; back < digits.length; back += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - back) - 48;
    const weighed = back % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return digits.length > 1 && sum % 10 === 0;
}

const foundIn = <T>(text: string, value: T, start: number, end: number): Found<T> => ({
  value,
  start,
  end,
  text: text.slice(start, end),
});

/** No letter or digit touches it, but the Arabic letters that join a preposition («ل1000000008»). */
function standsAlone(text: string, start: number, end: number): boolean {
  return (
    !/[A-Za-z\d+#_.@/-]$/.test(text.slice(Math.max(0, start - 1), start)) &&
    !/^[A-Za-z\d_@]|^[.,:/-]\d/.test(text.slice(end, end + 2))
  );
}

/** Whole numbers of `length` digits; in groups («1000 000 008») only after one of `cues`. */
function wholeNumbers(text: string, length: number, cues: RegExp): Found<string>[] {
  const found: Found<string>[] = [];
  for (const run of digitRuns(text)) {
    for (const { digits, start, end } of run.groups) {
      if (digits.length === length && standsAlone(text, start, end))
        found.push(foundIn(text, digits, start, end));
    }
    const grouped = run.groups.length > 1 && run.digits.length === length;
    if (grouped && cues.test(fold(text.slice(Math.max(0, run.start - 40), run.start)))) {
      found.push(foundIn(text, run.digits, run.start, run.end));
    }
  }
  return found;
}

const idCues = /هويه|اقامه|الاحوال|سجل مدني|السجل المدني|رقم الحدود|\bid\b|iqama|i2ama|eqama|howey|national/;

/** National ids (first digit 1) and iqamas (2): 10 digits, Luhn. `1000000008` passes. */
export function findNationalIds(text: string): Found<IdReading>[] {
  return wholeNumbers(text, 10, idCues)
    .filter(({ value }) => /^[12]/.test(value))
    .map((found) => ({
      ...found,
      value: isLuhn(found.value) ? { type: "id", id: found.value } : { type: "bad_checksum" },
    }));
}

const establishmentCues = /منشاه|المنشاه|موحد|الموحد|سجل|السجل|تجاري|establishment|unified|\bcr\b|700/;

/** Unified establishment numbers: 10 digits, the first a 7; no checksum is published. */
export function findEstablishmentNumbers(text: string): Found<IdReading>[] {
  return wholeNumbers(text, 10, establishmentCues)
    .filter(({ value }) => value.startsWith("7"))
    .map((found) => ({ ...found, value: { type: "id", id: found.value } }));
}

/** VAT numbers: 15 digits, the first and the last a 3; no checksum is published. */
export function findVatNumbers(text: string): Found<IdReading>[] {
  return wholeNumbers(text, 15, /ضريب|vat|tax/)
    .filter(({ value }) => /^3\d{13}3$/.test(value))
    .map((found) => ({ ...found, value: { type: "id", id: found.value } }));
}

/** Whole lengths of IBANs (SWIFT's IBAN registry), for the countries that customers here bank in. */
const ibanLengths: Readonly<Record<string, number>> = {
  SA: 24,
  AE: 23,
  KW: 30,
  QA: 29,
  BH: 22,
  OM: 23,
  EG: 29,
  JO: 30,
  LB: 28,
  IQ: 23,
  PS: 29,
  LY: 25,
  TN: 24,
  MR: 27,
  SD: 18,
  TR: 26,
  PK: 24,
  GB: 22,
  DE: 22,
  FR: 27,
  ES: 24,
  IT: 27,
  NL: 18,
  BE: 16,
  CH: 21,
  AT: 20,
  SE: 24,
  GR: 27,
  CY: 28,
  PT: 25,
};

/** ISO 13616: the first four characters moved to the end, letters as 10–35, the whole number mod 97 is 1. */
function isIban(iban: string): boolean {
  let rest = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    for (const digit of String(Number.parseInt(char, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

/** The characters of a possible IBAN that begins at `start`, spaces and dashes left out, up to `most` of them. */
function compactFrom(
  text: string,
  start: number,
  most: number,
  digitsOnly: boolean,
): { iban: string; end: number } {
  let iban = "";
  let end = start;
  for (let at = start; at < text.length && iban.length < most; at += 1) {
    const char = text.charAt(at);
    const wanted = iban.length < 2 ? /[A-Za-z]/ : iban.length < 4 || digitsOnly ? /\d/ : /[A-Za-z\d]/;
    if (wanted.test(char)) {
      iban += char.toUpperCase();
      end = at + 1;
    } else if (!/[ \u00a0\u202f\-\u200e\u200f\u2066-\u2069]/.test(char)) break;
  }
  return { iban, end };
}

/**
 * IBANs in any grouping. A Saudi one (SA and 22 digits) of the wrong length, or any whose mod 97 is not 1, is `bad_checksum`; other
 * countries' are read only at exactly their length. Vector: SA0380000000608010167519.
 */
export function findIbans(text: string): Found<IdReading>[] {
  const plain = latinDigits(text);
  const found: Found<IdReading>[] = [];
  for (const match of plain.matchAll(/(?<![A-Za-z\d])([A-Za-z]{2})[ \-:]?\d ?\d/g)) {
    const start = match.index;
    const country = (match[1] ?? "").toUpperCase();
    const length = ibanLengths[country];
    if (length === undefined || start < (found.at(-1)?.end ?? 0)) continue;
    const { iban, end } = compactFrom(plain, start, country === "SA" ? 34 : length, country === "SA");
    const whole = iban.length === length && !/^[A-Za-z\d]/.test(plain.slice(end, end + 1));
    if (whole) {
      found.push(
        foundIn(text, isIban(iban) ? { type: "id", id: iban } : { type: "bad_checksum" }, start, end),
      );
    } else if (country === "SA" && iban.length >= 18) {
      found.push(foundIn(text, { type: "bad_checksum" }, start, end));
    }
  }
  return found;
}
