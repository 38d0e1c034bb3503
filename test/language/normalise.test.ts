import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldWithMap, tokens } from "../../src/language/letters/normalise.ts";
import { anyMessage } from "./fuzz.ts";

describe("fold", () => {
  it.each([
    ["أحمد إلى آخر ٱلكتاب", "احمد الي اخر الكتاب"],
    ["مَدِينَةٌ", "مدينه"],
    ["مسؤول شيء قراءة", "مسوول شي قراه"],
    ["جــــدة", "جده"],
    ["٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹", "0123456789 0123456789"],
    ["٣٫٥ و ١٬٢٠٠،", "3.5 و 1,200,"],
    ["مرررررة hellooooo", "مره hello"],
    ["Café ÜBER ＡＢ１", "cafe uber ab1"],
    ["ﻻ ﷲ", "لا الله"],
    ["\u2068x\u2069\u200f’", "x'"],
    ["کتاب یک", "كتاب يك"],
  ])("reads «%s» as «%s»", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("keeps a doubled letter and repeated digits", () => {
    expect(fold("الله aab 5555")).toBe("الله aab 5555");
  });

  it("changes nothing when done again", () => {
    fc.assert(
      fc.property(anyMessage, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it("handles 200,000 characters without a deep stack", () => {
    expect(fold("أب".repeat(100_000))).toHaveLength(200_000);
  });
});

describe("foldWithMap", () => {
  it("finds the way back over marks, tatweel and squeezed letters", () => {
    const text = "طُـرد مرررة ٥";
    const { folded, span } = foldWithMap(text);
    expect(folded).toBe("طرد مره 5");
    expect(span(0, 3).text).toBe("طُـرد");
    expect(span(4, 7).text).toBe("مرررة");
    expect(span(8, 9).text).toBe("٥");
  });

  it("never leaves the original", () => {
    fc.assert(
      fc.property(anyMessage, (text) => {
        const { folded, at, span } = foldWithMap(text);
        expect(folded).toBe(fold(text));
        expect(at(folded.length)).toBe(text.length);
        for (let index = 0; index < folded.length; index += 1) {
          const { start, end } = span(index, index + 1);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(at(index)).toBeLessThanOrEqual(at(index + 1));
        }
      }),
    );
  });
});

describe("tokens", () => {
  it("parts Arabic words from digits and keeps Arabizi whole", () => {
    expect(tokens("٥كجم 3ayez 1.5 kg, «مَرحباً»").map(({ text }) => text)).toEqual([
      "5",
      "كجم",
      "3ayez",
      "1.5",
      "kg",
      "مرحبا",
    ]);
  });

  it("gives the offsets of the original words", () => {
    const text = "شُكرًا جدًا!";
    expect(tokens(text).map(({ start, end }) => text.slice(start, end))).toEqual(["شُكرًا", "جدًا"]);
  });
});
