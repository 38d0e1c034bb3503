import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDurations } from "../../src/language/times/durations.ts";
import { anyMessage, expectSoundSpans } from "./fuzz.ts";

const table: readonly (readonly [string, string, number, string])[] = [
  // Gulf
  ["ابغى اخزن عفش البيت شهرين", "P2M", 60, "شهرين"],
  ["احجز لي قاعه بكره ساعتين", "PT2H", 0.0833, "ساعتين"],
  ["٣ شهور", "P3M", 90, "٣ شهور"],
  ["اقل من شهر", "P1M", 30, "شهر"],
  ["ليوم كامل", "P1D", 1, "يوم كامل"],
  ["اسبوع واحد", "P1W", 7, "اسبوع واحد"],
  ["سنتين ونص", "P2Y6M", 910, "سنتين ونص"],
  ["ست شهور", "P6M", 180, "ست شهور"],
  // Egyptian
  ["محتاج مكتب يومين", "P2D", 2, "يومين"],
  ["نص ساعة بس", "PT30M", 0.0208, "نص ساعة"],
  ["خمستاشر يوم", "P15D", 15, "خمستاشر يوم"],
  ["سنة ونص", "P1Y6M", 545, "سنة ونص"],
  ["تلت شهور", "P3M", 90, "تلت شهور"],
  // Standard Arabic
  ["لمدة سنة", "P1Y", 365, "سنة"],
  ["أسبوع", "P1W", 7, "أسبوع"],
  ["عشرة أيام", "P10D", 10, "عشرة أيام"],
  ["ثلاث سنوات", "P3Y", 1095, "ثلاث سنوات"],
  ["شهر ونصف", "P1M15D", 45, "شهر ونصف"],
  ["ساعة و 20 دقيقة", "PT1H20M", 0.0556, "ساعة و 20 دقيقة"],
  ["سنة وشهرين", "P1Y2M", 425, "سنة وشهرين"],
  ["عامين", "P2Y", 730, "عامين"],
  ["مكتب أعمل فيه شهراً", "P1M", 30, "شهراً"],
  ["أسبوعًا كاملًا", "P1W", 7, "أسبوعًا كاملًا"],
  // Arabizi
  ["shahrain", "P2M", 60, "shahrain"],
  ["3 shohoor", "P3M", 90, "3 shohoor"],
  ["sa3ten", "PT2H", 0.0833, "sa3ten"],
  ["osbo3", "P1W", 7, "osbo3"],
  ["shahr w nos", "P1M15D", 45, "shahr w nos"],
  ["talat shohor", "P3M", 90, "talat shohor"],
  ["sanaten", "P2Y", 730, "sanaten"],
  ["osbo3een", "P2W", 14, "osbo3een"],
  ["6 ashhur", "P6M", 180, "6 ashhur"],
  ["3 chhour", "P3M", 90, "3 chhour"],
  // English
  ["three and a half months", "P3M15D", 105, "three and a half months"],
  ["a fortnight", "P2W", 14, "a fortnight"],
  ["two weeks", "P2W", 14, "two weeks"],
  ["store it for three months", "P3M", 90, "three months"],
  ["half a day", "PT12H", 0.5, "half a day"],
  ["2 hours 30 minutes", "PT2H30M", 0.1042, "2 hours 30 minutes"],
  ["a year and two months", "P1Y2M", 425, "a year and two months"],
  ["coworking desk for a month", "P1M", 30, "a month"],
  ["an hour and a half", "PT1H30M", 0.0625, "an hour and a half"],
  ["a month and a week", "P1M7D", 37, "a month and a week"],
  ["a 6-month lease", "P6M", 180, "6-month"],
  ["تأمين لولدي سنتين", "P2Y", 730, "سنتين"],
  ["a contract for two years, old car", "P2Y", 730, "two years"],
];

describe("findDurations", () => {
  it.each(table)("reads «%s» as %s", (text, iso, days, words) => {
    const found = findDurations(text);
    expect(found.map(({ value, text: slice }) => [value.iso, value.days, slice])).toEqual([
      [iso, days, words],
    ]);
  });

  it.each([
    "بعد أسبوع",
    "in 3 days",
    "3 days from now",
    "two weeks ago",
    "ولدت من شهر",
    "منتهية منذ سنتين",
    "mn shahrain",
    "كل شهر",
    "كم ايجار مكتب بالشهر",
    "500 a month",
    "per day",
    "الساعة 5",
    "يوم الخميس",
    "شهر رمضان",
    "شهر 12",
    "اشتروا لي ساعه من امازون",
    "المبلغ كامل",
    "مخالفة مضى عليها أسبوعان",
    "صار لي شهرين انتظر",
    "بقاله شهرين مقبضش",
    "مر عليها اكثر من سنة",
    "been waiting for two weeks",
    "it has been three weeks",
    "sarli shahrain",
    "el osboo3 el jay",
    // How old somebody is
    "جواز حفيدي صالح عمره اثنعش سنة",
    "بنتي عمرها ٨ شهور",
    "موعد لولد ابن ٧ سنين",
    "طفل عمره حوالي سنتين",
    "طفلة ٨ شهور من العمر",
    "my son is 12 years old",
    "a girl aged 6 months",
    "walady 3omro 9 seneen",
    // How long somebody has worked
    "محاسب عندي ٦ سنين خبرة",
    "خبرتي ١٠ سنوات",
    "an engineer with 5 years of experience",
    "3andy 6 seneen khebra",
  ])("finds no length in «%s»", (text) => {
    expect(findDurations(text)).toEqual([]);
  });

  it("gives sound spans and ISO durations for any text", () => {
    fc.assert(
      fc.property(anyMessage, (text) => {
        const found = findDurations(text);
        expectSoundSpans(text, found);
        for (const { value } of found) {
          expect(value.iso).toMatch(/^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?$/);
          expect(value.days).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
