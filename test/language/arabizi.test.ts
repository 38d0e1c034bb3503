import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arabiziToArabic, detectLanguage } from "../../src/language/letters/arabizi.ts";
import { anyMessage } from "./fuzz.ts";

describe("arabiziToArabic", () => {
  it.each([
    ["abgha", "ابغي"],
    ["a7jez", "احجز"],
    ["7ajz", "حجز"],
    ["fondo2", "فندق"],
    ["3ayez", "عايز"],
    ["mandoob", "مندوب"],
    ["jeddah", "جده"],
    ["el-7agz", "الحجز"],
    ["elmosta3mal", "المستعمل"],
    ["shahna", "شحنه"],
    ["khedma", "خدمه"],
    ["ajaded", "اجدد"],
    ["7'eer", "خير"],
    ["qa3at", "قعات"],
  ])("reads %s as %s", (word, arabic) => {
    expect(arabiziToArabic(word)).toBe(arabic);
  });

  it("leaves Arabic words and numbers alone", () => {
    expect([arabiziToArabic("جدّة"), arabiziToArabic("٢٥"), arabiziToArabic("25")]).toEqual([
      "جده",
      "25",
      "25",
    ]);
  });

  it("ends for any word", () => {
    fc.assert(
      fc.property(anyMessage, (text) => {
        expect(typeof arabiziToArabic(text)).toBe("string");
      }),
    );
  });
});

describe("detectLanguage", () => {
  it.each([
    ["ابي ارسل شحنه", "ar"],
    ["ابي باقات نت من stc", "ar"],
    ["abi arsel shahna le jeddah", "ar"],
    ["3ayez a7gez kashf", "ar"],
    ["wain talabi", "ar"],
    ["bokra el sob7", "ar"],
    ["el mobile wesel wala lessa", "ar"],
    ["sawwooli cv", "ar"],
    ["pay stc bill 300 SAR", "en"],
    ["I want to send a parcel to Jeddah", "en"],
    ["where is my order", "en"],
    ["book a hotel room for two nights", "en"],
    ["please deliver it to شارع العليا tomorrow", "en"],
    ["hello", "en"],
    ["شكرا", "ar"],
  ] as const)("hears in «%s» %s", (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each(["Hi", "hi!", "Hiii 👋"])("does not tell by %s alone, which is said in both", (text) => {
    expect(detectLanguage(text)).toBeUndefined();
  });

  it("does not guess from a name, a city, a code, a number or an emoji", () => {
    for (const text of [
      "Jeddah",
      "Ahmed Ali",
      "RRRD2929",
      "5kg",
      "ok",
      "BR-20418",
      "👍",
      "",
      "15:30",
      "Hilton",
      "500 SAR",
      "STC 100 SAR",
      "Ana Lopez",
      "Hala Ahmad",
      "100 mb",
      "El Paso",
      "villa 12, Bel Air compound, 300 SAR",
    ]) {
      expect(detectLanguage(text), text).toBeUndefined();
    }
  });
});
