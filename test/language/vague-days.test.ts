import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findVagueDays } from "../../src/language/days/vague-days.ts";
import { anyMessage, expectSoundSpans } from "./fuzz.ts";

describe("findVagueDays", () => {
  it.each([
    // Gulf
    ["ابي موعد بعد العيد", "بعد العيد"],
    ["خلوها الاسبوع الجاي", "الاسبوع الجاي"],
    ["هالاسبوع", "هالاسبوع"],
    ["قبل رمضان", "قبل رمضان"],
    // Egyptian
    ["الشهر اللي جاي إن شاء الله", "الشهر اللي جاي"],
    ["بعد عيد الفطر", "بعد عيد الفطر"],
    // Standard Arabic
    ["خلال الأسبوع القادم", "الأسبوع القادم"],
    ["في شهر رمضان المبارك", "في شهر رمضان المبارك"],
    // Arabizi
    ["ba3d el 3eid", "ba3d el 3eid"],
    ["elosbo3 el gay", "elosbo3 el gay"],
    // English
    ["sometime next week", "next week"],
    ["after Eid al-Fitr", "after Eid al-Fitr"],
    ["this month please", "this month"],
  ])("finds the day without a date in «%s»", (text, words) => {
    expect(findVagueDays(text).map((found) => found.text)).toEqual([words]);
  });

  it.each([
    "ملابس العيد",
    "عيد ميلاد بنتي",
    "كل أسبوع",
    "لمدة شهر",
    "a week",
    "Ramadan tent",
    "العيد الوطني",
  ])("finds none in «%s»", (text) => {
    expect(findVagueDays(text)).toEqual([]);
  });

  it("gives sound spans for any text", () => {
    fc.assert(fc.property(anyMessage, (text) => expectSoundSpans(text, findVagueDays(text))));
  });
});
