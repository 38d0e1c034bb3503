/** What every finder promises, for the tests of this folder: exact words, in order, no overlaps, never a throw, whatever the text. */
import fc from "fast-check";
import { expect } from "vitest";
import type { Found } from "../../src/language/found.ts";

export type Finder<T> = (text: string) => readonly Found<T>[];

/** The promises that hold of any result. */
export function expectSound<T>(text: string, found: readonly Found<T>[]): void {
  let last = 0;
  for (const { start, end, text: words } of found) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(words).toBe(text.slice(start, end));
    last = end;
  }
}

const alphabet = [
  ..."ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ",
  ..."abcdefghijklmnopqrstuvwxyzABCDEFXYZ",
  ..."0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
  ..." \n\t.,،:;؛-–_/+()[]#@%$€£﷼'\"«»؟?!*=&",
  "\u064b",
  "\u0651",
  "\u0640",
  "\u200f",
  "\u2068",
  "\u200d",
  "\ud83d",
  "😀",
  "İ",
  "ﷺ",
];

/** Texts of the finder's own words, numbers and noise, and any text at all. */
function anyText(words: readonly string[]): fc.Arbitrary<string> {
  const noise = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 12 });
  const digits = fc.stringMatching(/^[0-9٠-٩]{1,20}$/);
  const mixed = fc
    .array(fc.oneof(fc.constantFrom(...words), noise, digits), { maxLength: 10 })
    .map((parts) => parts.join(" "));
  return fc.oneof(mixed, fc.string({ unit: "binary", maxLength: 60 }), noise);
}

/** Tries the finder on a thousand texts. */
export function expectSoundOnAnyText<T>(find: Finder<T>, words: readonly string[]): void {
  fc.assert(
    fc.property(anyText(words), (text) => expectSound(text, find(text))),
    { numRuns: 1000 },
  );
}
