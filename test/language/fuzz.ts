/** Messages for fuzzing the finders: real words and marks in any order, and plain noise. */
import fc from "fast-check";
import { expect } from "vitest";
import type { Found } from "../../src/language/found.ts";

const words =
  "ابي من إلى ٣ 5 ١٢ خمسة وعشرين مية ألف ونص إلا ربع نص ليلتين كيلو شهر أسبوع سنة يوم الخميس الأحد الجاي اللي بعده بكرة بعد اليوم نهاية الشهر رمضان ربيع الأول نوفمبر ديسمبر ١٤٤٨هـ 2026 25/11 31/11 30 فبراير الساعة العصر المغرب مساء م ص at from to - : / , . ؟ half past four pm two next Thursday after 3rd of a an and w bokra khamsa الوَاحِد ـــ \u200f \u2068 ½ مرررررة لل ول و ﻻ 👍 \n 999999999999999999 0 00 00:00 24:00 كل 1448 29 Feb weekend".split(
    " ",
  );
const spoken = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 4 })), { maxLength: 14 })
  .chain((parts) => fc.constantFrom(" ", "", "  ").map((gap) => parts.join(gap)));

export const anyMessage = fc.oneof(spoken, fc.string({ unit: "binary", maxLength: 80 }), fc.string());

/** Each find is exactly its slice, in order, and no two share a character. */
export function expectSoundSpans(text: string, found: readonly Found<unknown>[]): void {
  let end = 0;
  for (const one of found) {
    expect(one.start).toBeGreaterThanOrEqual(end);
    expect(one.end).toBeGreaterThan(one.start);
    expect(text.slice(one.start, one.end)).toBe(one.text);
    end = one.end;
  }
}
