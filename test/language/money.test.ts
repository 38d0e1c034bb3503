import { describe, expect, it } from "vitest";
import type { Currency } from "../../src/domain/money.ts";
import { findMoney } from "../../src/language/money/money.ts";
import { expectSound, expectSoundOnAnyText } from "./finder.ts";

type Row = readonly [
  variety: string,
  text: string,
  words: string,
  minor: number,
  currency: Currency,
  basis?: string,
];

const rows: Row[] = [
  ["gulf", "بكم؟ عندي 45 ريال", "45 ريال", 4500, "SAR"],
  ["gulf", "ميزانيتي 500", "500", 50000, "SAR"],
  ["gulf", "ميزانيتي حدود ٥٠٠ لليلة", "٥٠٠", 50000, "SAR", "night"],
  ["gulf", "٣٠٠ ر.س لليله", "٣٠٠ ر.س", 30000, "SAR", "night"],
  ["gulf", "ابي فندق بخمسين ريال", "خمسين ريال", 5000, "SAR"],
  ["gulf", "الف ريال بالشهر", "الف ريال", 100000, "SAR", "month"],
  ["gulf", "ابيها بالف ومية ريال", "الف ومية ريال", 110000, "SAR"],
  ["gulf", "ريالين بس", "ريالين", 200, "SAR"],
  ["gulf", "٢٥٠٠ ريال شهريا", "٢٥٠٠ ريال", 250000, "SAR", "month"],
  ["gulf", "سعر الليلة 400 ريال", "400 ريال", 40000, "SAR", "night"],
  ["gulf", "جوال مستعمل بحدود ١٥٠٠ بالدمام", "١٥٠٠", 150000, "SAR"],
  ["gulf", "سيارة ما تزيد عن 40 الف", "40 الف", 4000000, "SAR"],
  ["english", "a sofa, up to 800, jeddah", "800", 80000, "SAR"],
  ["english", "a playstation, max 1500", "1500", 150000, "SAR"],
  ["arabizi", "laptop max 2000 fe geddah", "2000", 200000, "SAR"],
  ["gulf", "السعر 1,500", "1,500", 150000, "SAR"],
  ["gulf", "بمليون ونص ريال", "مليون ونص ريال", 150000000, "SAR"],
  ["gulf", "ابيعها بالف ونص ريال", "الف ونص ريال", 150000, "SAR"],
  ["gulf", "السعر ١٥٠٠ر", "١٥٠٠ر", 150000, "SAR"],
  ["gulf", "ميزانيتي بين ٣٠٠ و٥٠٠", "٥٠٠", 50000, "SAR"],
  ["gulf", "ميزانيتي ألفين وخمسمية", "ألفين وخمسمية", 250000, "SAR"],
  ["egyptian", "خمس تلاف جنيه", "خمس تلاف جنيه", 500000, "EGP"],
  ["egyptian", "معايا 300 جنيه", "300 جنيه", 30000, "EGP"],
  ["egyptian", "عايز اوضة ب 1200 جنيه في الليلة", "1200 جنيه", 120000, "EGP", "night"],
  ["egyptian", "ميزانيتي ألفين جنيه", "ألفين جنيه", 200000, "EGP"],
  ["egyptian", "50 قرش", "50 قرش", 50, "EGP"],
  ["msa", "المبلغ ٤٥٫٥٠ ريالاً", "٤٥٫٥٠ ريالاً", 4550, "SAR"],
  ["msa", "الميزانية: 45 ريالًا و50 هللة", "45 ريالًا و50 هللة", 4550, "SAR"],
  ["msa", "خمسة آلاف ريال إجمالي", "خمسة آلاف ريال", 500000, "SAR", "total"],
  ["msa", "بمبلغ 120 درهمًا إماراتيًا", "120 درهمًا إماراتيًا", 12000, "AED"],
  ["msa", "عشرة دنانير كويتية", "عشرة دنانير كويتية", 10000, "KWD"],
  ["msa", "10.250 دينار كويتي", "10.250 دينار كويتي", 10250, "KWD"],
  ["msa", "مئة دولار أمريكي", "مئة دولار أمريكي", 10000, "USD"],
  ["msa", "نصف ريال", "نصف ريال", 50, "SAR"],
  ["msa", "معي 20 ريال قطري", "20 ريال قطري", 2000, "QAR"],
  ["msa", "ألف ريال للإقامة كاملة", "ألف ريال", 100000, "SAR", "stay"],
  ["msa", "1500 ﷼", "1500 ﷼", 150000, "SAR"],
  ["arabizi", "mizaniyati 300 riyal fel leila", "300 riyal", 30000, "SAR", "night"],
  ["arabizi", "talatmeya gneh", "talatmeya gneh", 30000, "EGP"],
  ["arabizi", "5 alaf riyal", "5 alaf riyal", 500000, "SAR"],
  ["arabizi", "b 500 reyal", "500 reyal", 50000, "SAR"],
  ["arabizi", "mezaniyti 700", "700", 70000, "SAR"],
  ["arabizi", "200 gneh", "200 gneh", 20000, "EGP"],
  ["arabizi", "1000 riyal bel shahr", "1000 riyal", 100000, "SAR", "month"],
  ["english", "SAR 300 per night", "SAR 300", 30000, "SAR", "night"],
  ["english", "my budget is 300 riyals a night", "300 riyals", 30000, "SAR", "night"],
  ["english", "half a million riyals", "half a million riyals", 50000000, "SAR"],
  ["english", "my budget is 2.5k", "2.5k", 250000, "SAR"],
  ["msa", "قيمة الفاتورة ٣٢٠٫٥", "٣٢٠٫٥", 32050, "SAR"],
  ["english", "budget 450", "450", 45000, "SAR"],
  ["english", "budget: about 1,250.75 SAR in total", "1,250.75 SAR", 125075, "SAR", "total"],
  ["english", "$19.99", "$19.99", 1999, "USD"],
  ["english", "20 euros for the whole stay", "20 euros", 2000, "EUR", "stay"],
  ["english", "£5", "£5", 500, "GBP"],
  ["english", "fifty riyals", "fifty riyals", 5000, "SAR"],
  ["english", "AED 99/night", "AED 99", 9900, "AED", "night"],
  ["english", "2k riyals monthly", "2k riyals", 200000, "SAR", "month"],
  ["english", "SR.45", "SR.45", 4500, "SAR"],
  ["english", "0.29 SAR", "0.29 SAR", 29, "SAR"],
  ["english", "nightly budget 300", "300", 30000, "SAR", "night"],
];

const cases = rows.map(([variety, text, words, minor, currency, basis]) => ({
  variety,
  text,
  words,
  minor,
  currency,
  basis,
}));

describe("findMoney", () => {
  it.each(cases)("reads a sum ($variety: $text)", ({ text, words, minor, currency, basis }) => {
    const found = findMoney(text);
    expectSound(text, found);
    const money = { amountMinor: minor, currency };
    expect(found.map(({ value, text: exact }) => [exact, value])).toEqual([
      [words, basis ? { money, basis } : { money }],
    ]);
  });

  it.each([
    "ليلتين لشخصين",
    "جوالي 0501234567",
    "٣ كيلو",
    "طلب 20418",
    "ابي سعر غرفة لـ 3 ليالي",
    "50 ريال يمني",
    "كم ريال؟",
    "15/3/2026",
    "budget hotel for 3 guests",
    "price for 2 nights",
    "try 2 times",
    "0 ريال",
    "عندي 500",
    "le 5",
    "el sa3a 10 le 6 ashkhas",
    "a hall for up to 200 guests",
    "less than 100 pages",
    "ارض اقل من ٥٠٠ متر",
    "بحدود ٢٠٠ كرتون",
  ])("sees no money where there is none (%s)", (text) => {
    expect(findMoney(text)).toEqual([]);
  });

  it("reads two sums, each with its own basis", () => {
    const found = findMoney("من 200 ريال لليلة إلى 5000 ريال بالشهر");
    expect(found.map(({ value }) => [value.money.amountMinor, value.basis])).toEqual([
      [20000, "night"],
      [500000, "month"],
    ]);
  });

  it("keeps every halala exact", () => {
    for (let minor = 1; minor < 20_000; minor += 7) {
      const text = `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, "0")} SAR`;
      expect(findMoney(text).map(({ value }) => value.money.amountMinor)).toEqual([minor]);
    }
  });

  it("is sound on any text", () => {
    expectSoundOnAnyText(findMoney, [
      "ريال",
      "SAR",
      "45",
      "خمسين",
      "و",
      "هللة",
      "ميزانيتي",
      "per night",
      "$",
      "نص",
      "ألف",
    ]);
  });
});
