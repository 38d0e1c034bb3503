import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findNumbers } from "../../src/language/numbers/numbers.ts";
import { anyMessage, expectSoundSpans } from "./fuzz.ts";

const units = ["ليلة", "nights", "شخص", "كيلو", "غرفة", "متر مربع"];

/** message · what is found, as `number unit [words]`, joined by « | ». */
const table: readonly (readonly [string, string])[] = [
  // Gulf
  ["ابي احجز فندق ليلتين لشخصين", "2 ليلة [ليلتين] | 2 شخص [شخصين]"],
  ["وزنها ١٠ كيلو", "10 كيلو [١٠ كيلو]"],
  ["ثلاث غرف و خمسطعش شخص", "3 غرفة [ثلاث غرف] | 15 شخص [خمسطعش شخص]"],
  ["حدود كيلو ونص", "1.5 كيلو [كيلو ونص]"],
  ["غرفة وحدة بس", "1 غرفة [غرفة وحدة]"],
  ["ثلثمية وخمسين", "350 [ثلثمية وخمسين]"],
  ["ثلاثطعش ليله", "13 ليلة [ثلاثطعش ليله]"],
  ["لثلث اشخاص", "3 شخص [ثلث اشخاص]"],
  ["لست اشخاص", "6 شخص [ست اشخاص]"],
  ["لست متاكد", ""],
  ["بست ميه", "600 [ست ميه]"],
  ["لست الاف", "6000 [ست الاف]"],
  ["لشخصين بميزانية ٥٠٠ ريال لليلة", "2 شخص [شخصين] | 500 [٥٠٠]"],
  ["واحدة بس", "1 [واحدة]"],
  ["معي شخص ثالث", ""],
  ["ابي ليلة ثانية", ""],
  ["محتاج مندوب يوصل ورق لواحد صاحبي", ""],
  ["استئجار وحدة تخزين", ""],
  ["مليون ونص", "1500000 [مليون ونص]"],
  ["نص درزن كتب", "6 [نص درزن]"],
  // Egyptian
  ["عايز اوضة لتلاتة", "3 [تلاتة]"],
  ["خمستاشر كيلو الا ربع", "14.75 كيلو [خمستاشر كيلو الا ربع]"],
  ["تلتميت جنيه", "300 [تلتميت]"],
  ["تلات تلاف وميتين", "3200 [تلات تلاف وميتين]"],
  ["نص كيلو", "0.5 كيلو [نص كيلو]"],
  ["اتناشر", "12 [اتناشر]"],
  // Standard Arabic
  ["خمسة وعشرين", "25 [خمسة وعشرين]"],
  ["مية وخمسين", "150 [مية وخمسين]"],
  ["مئة وخمسة وعشرون كيلوجرامًا", "125 كيلو [مئة وخمسة وعشرون كيلوجرامًا]"],
  ["ألفين", "2000 [ألفين]"],
  ["ثلاثة عشر ألفًا وأربعمائة", "13400 [ثلاثة عشر ألفًا وأربعمائة]"],
  ["أحد عشر ضيفًا", "11 [أحد عشر]"],
  ["ثلاث ليالٍ", "3 ليلة [ثلاث ليالٍ]"],
  ["ليلة واحدة", "1 ليلة [ليلة واحدة]"],
  ["٢٠ مترًا أو ٣٠ متر مربع", "20 [٢٠ مترًا] | 30 متر مربع [٣٠ متر مربع]"],
  ["العدد ٣٫٥ و ١٬٥٠٠ و ۱۲", "3.5 [٣٫٥] | 1500 [١٬٥٠٠] | 12 [۱۲]"],
  ["ربع مليون", "250000 [ربع مليون]"],
  ["٥٠ ألف", "50000 [٥٠ ألف]"],
  // Arabizi
  ["wa7ed", "1 [wa7ed]"],
  ["khamsa w 3eshreen", "25 [khamsa w 3eshreen]"],
  ["thalatha layali", "3 ليلة [thalatha layali]"],
  ["a7jez ghorfa layleten", "1 غرفة [ghorfa] | 2 ليلة [layleten]"],
  ["arba3a kilo w nos", "4.5 كيلو [arba3a kilo w nos]"],
  ["ethnain", "2 [ethnain]"],
  ["talata", "3 [talata]"],
  ["khamsmeya", "500 [khamsmeya]"],
  ["3ashara kilo", "10 كيلو [3ashara kilo]"],
  // English
  ["two dozen", "24 [two dozen]"],
  ["half a dozen boxes", "6 [half a dozen]"],
  ["thirtyfive", "35 [thirtyfive]"],
  ["for two nights", "2 nights [two nights]"],
  ["one hundred and fifty", "150 [one hundred and fifty]"],
  ["twenty-five", "25 [twenty-five]"],
  ["two and a half kilos", "2.5 كيلو [two and a half kilos]"],
  ["half a kilo", "0.5 كيلو [half a kilo]"],
  ["1/2 kilo", "0.5 كيلو [1/2 kilo]"],
  ["a kilo and a half", "1.5 كيلو [kilo and a half]"],
  ["5kg and 1,500.50", "5 كيلو [5kg] | 1500.5 [1,500.50]"],
  ["a couple of nights", "2 nights [couple of nights]"],
  ["stay a night", "1 nights [a night]"],
  ["1½ kg", "1.5 كيلو [1½ kg]"],
  ["three thousand two hundred", "3200 [three thousand two hundred]"],
];

const shown = (text: string): string =>
  findNumbers(text, units)
    .map(({ value, text: words }) => `${value.number}${value.unit ? ` ${value.unit}` : ""} [${words}]`)
    .join(" | ");

describe("findNumbers", () => {
  it.each(table)("reads «%s» as %s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    "كم ليلة؟",
    "سعر الليلة",
    "500 a night",
    "يوم الاثنين",
    "فيه احد يرد",
    "لست متأكد",
    "a7jez",
    "RRRD2929",
    "this one",
    "نص العقد",
  ])("counts nothing with a unit in «%s»", (text) => {
    const found = findNumbers(text, units);
    expect(found.filter(({ value }) => value.unit !== undefined || value.number !== 500)).toEqual([]);
  });

  it("gives no unit when none was asked for, and still reads weights", () => {
    expect(findNumbers("كيلو ونص").map(({ value }) => value)).toEqual([{ number: 1.5 }]);
    expect(findNumbers("3 nights").map(({ value, text }) => [value, text])).toEqual([[{ number: 3 }, "3"]]);
  });

  it("prefers the longer of two units that begin alike", () => {
    const areas = ["متر مربع", "متر"];
    expect(findNumbers("٣٠ متر مربع و ٢٠ متر", areas).map(({ value }) => value.unit)).toEqual(areas);
  });

  it("takes a minus only when the number is the whole message", () => {
    expect(shown("-5")).toBe("-5 [-5]");
    expect(shown("- 5 كتب")).toBe("5 [5]");
    expect(shown("3-6")).toBe("3 [3] | 6 [6]");
  });

  it("leaves alone what is too long for a number", () => {
    expect(shown("1234567890123456")).toBe("");
    expect(shown("1,2,3")).toBe("");
  });

  it("gives sound spans and finite numbers for any text", () => {
    fc.assert(
      fc.property(anyMessage, (text) => {
        const found = findNumbers(text, units);
        expectSoundSpans(text, found);
        for (const { value } of found) expect(Number.isFinite(value.number)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
