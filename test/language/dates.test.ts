import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DateReading } from "../../src/language/days/date-ranges.ts";
import { findDates } from "../../src/language/days/dates.ts";
import { isDate } from "../../src/language/times/clock.ts";
import { anyMessage, expectSoundSpans } from "./fuzz.ts";

const zone = "Asia/Riyadh";
/** 22 November 2026 is a Sunday, the 26th a Thursday, the 27th a Friday. */
const on = (date: string): { now: number; zone: string } => ({
  now: Date.parse(`${date}T12:00:00+03:00`),
  zone,
});
const sunday = on("2026-11-22");

function shown(text: string, moment = sunday): string {
  const value = (read: DateReading): string => {
    if (read.type === "impossible") return read.reason;
    if (read.type === "ambiguous") return read.options.join(" or ");
    const until = read.until === undefined ? "" : `→${read.until}`;
    return `${read.date}${until}${read.calendar === "hijri" ? " hijri" : ""}`;
  };
  return findDates(text, moment)
    .map((found) => `${value(found.value)} [${found.text}]`)
    .join(" | ");
}

/** Read on Sunday, 22 November 2026. «الحد» is Sunday beside another day, and a limit elsewhere. */
const table: readonly (readonly [string, string])[] = [
  ["من الحد الى الاربع", "2026-11-22 or 2026-11-29 [الحد] | 2026-11-25 [الاربع]"],
  ["قصدي الحد مش السبت", "2026-11-22 or 2026-11-29 [الحد] | 2026-11-28 [السبت]"],
  ["مش التلات، الأربع", "2026-11-24 [التلات] | 2026-11-25 [الأربع]"],
  ["خليها الحد الأدنى", ""],
  ["yom el thlatha mn 4 l 6", "2026-11-24 [el thlatha]"],
  ["ghorfa alsbt bellail", "2026-11-28 [alsbt]"],
  ["althlatha w alarb3a", "2026-11-24 [althlatha] | 2026-11-25 [alarb3a]"],
  ["maw3d asnan el yom bl dmam", "2026-11-22 [el yom]"],
  ["b kam el yom", ""],
  ["el yom el 5mees", "2026-11-26 [el 5mees]"],
  ["t3alo bchr 9 el 9b7", "2026-11-23 [bchr]"],
  ["bkra 5 al3asr", "2026-11-23 [bkra]"],
  ["I am also alert, album and all", ""],
  ["arriving on 12 Decmeber", "2026-12-12 [12 Decmeber]"],
  ["يوم ٣ ديمسبر", "2026-12-03 [٣ ديمسبر]"],
  ["24 septmber", "2027-09-24 [24 septmber]"],
  ["12 members", ""],
  ["yom el etneen", "2026-11-23 [el etneen]"],
  ["yom el thalath", "2026-11-24 [el thalath]"],
  ["yoom el jem3a", "2026-11-27 [el jem3a]"],
  ["yom el 2ethnein", "2026-11-23 [el 2ethnein]"],
  ["el 2arbi3a2", "2026-11-25 [el 2arbi3a2]"],
  ["mn 3 december l 7 december", "2026-12-03→2026-12-07 [3 december l 7 december]"],
  ["yom 3 fe shahr 12", "2026-12-03 [3 fe shahr 12]"],
  ["a5er el shahr", "2026-11-30 [a5er el shahr]"],
  ["awal december", "2026-12-01 [awal december]"],
  ["3ogob bacher", "2026-11-24 [3ogob bacher]"],
  ["من أربعة ديسمبر لي سبعة ديسمبر", "2026-12-04→2026-12-07 [أربعة ديسمبر لي سبعة ديسمبر]"],
  ["يوم تلاتة ديسمبر", "2026-12-03 [تلاتة ديسمبر]"],
  ["غرة ديسمبر", "2026-12-01 [غرة ديسمبر]"],
  ["غرفه ف تبوك اليله", "2026-11-22 [اليله]"],
  ["من ٢٨ نوفمبر ونرجع يوم ٢", "2026-11-28 [٢٨ نوفمبر] | 2026-12-02 [٢]"],
  ["in on 18 December, out on the 24th", "2026-12-18 [18 December] | 2026-12-24 [24th]"],
  ["arriving 18 December, leaving the 24th", "2026-12-18 [18 December] | 2026-12-24 [24th]"],
  [
    "My visa expires 5 March 2027. Hotel in Jeddah from the 25th, 2 nights",
    "2027-03-05 [5 March 2027] | 2026-11-25 [25th]",
  ],
  ["جوازي ينتهي ٥ مارس ٢٠٢٧ وأبي الموعد يوم ٢٥", "2027-03-05 [٥ مارس ٢٠٢٧] | 2026-11-25 [٢٥]"],
  ["My visa expires 20 December, hotel from the 25th", "2026-12-20 [20 December] | 2026-11-25 [25th]"],
  ["arriving on 12th", "2026-12-12 [12th]"],
  ["the 25th works for me", "2026-11-25 [25th]"],
  ["٢٥/١١ الصبح", "2026-11-25 [٢٥/١١]"],
  ["25 Nov 3 people", "2026-11-25 [25 Nov]"],
  ["ابي شقة بالدور ال٣ يوم ٢٥", "2026-11-25 [٢٥]"],
  ["Sunday 29th till Wednesday", "2026-11-29→2026-12-02 [Sunday 29th till Wednesday]"],
  ["on 12th, please", "2026-12-12 [12th]"],
  ["orthopaedics, Wed afternoon", "2026-11-25 [Wed]"],
  ["Christmas Eve", "2026-12-24 [Christmas Eve]"],
  // Gulf
  ["الخميص الجاي", "2026-11-26 [الخميص الجاي]"],
  ["يوم ٥ بالشهر", "2026-12-05 [٥ بالشهر]"],
  ["٥ الشهر الجاي", "2026-12-05 [٥ الشهر الجاي]"],
  ["ال٢٥", "2026-11-25 [٢٥]"],
  ["٥ ريال بالشهر", ""],
  ["ابيه اليوم", "2026-11-22 [اليوم]"],
  ["احجز لي بكره الصبح", "2026-11-23 [بكره]"],
  ["باكر العصر", "2026-11-23 [باكر]"],
  ["في الصباح الباكر", ""],
  ["لليلة واحدة غداً", "2026-11-23 [غداً]"],
  ["عقب بكره", "2026-11-24 [عقب بكره]"],
  ["الليلة", "2026-11-22 [الليلة]"],
  ["يوم الربوع", "2026-11-25 [الربوع]"],
  ["الثلوث الجاي", "2026-11-24 [الثلوث الجاي]"],
  ["بالخميس", "2026-11-26 [الخميس]"],
  ["الثلاثاء مو الربوع", "2026-11-24 [الثلاثاء] | 2026-11-25 [الربوع]"],
  ["الخميس اللي بعده", "2026-12-03 [الخميس اللي بعده]"],
  ["هذا الخميس", "2026-11-26 [هذا الخميس]"],
  ["نبي نسكن بالويكند", "2026-11-27→2026-11-28 [بالويكند]"],
  ["يوم ٢٥ شهر ١٢", "2026-12-25 [٢٥ شهر ١٢]"],
  ["من الخميس للسبت", "2026-11-26→2026-11-28 [الخميس للسبت]"],
  // Egyptian
  ["يوم خمسة وعشرين من الشهر", "2026-11-25 [خمسة وعشرين من الشهر]"],
  ["النهارده", "2026-11-22 [النهارده]"],
  ["بعد بكرة", "2026-11-24 [بعد بكرة]"],
  ["يوم الحد الجاي", "2026-11-29 [الحد الجاي]"],
  ["الاتنين", "2026-11-23 [الاتنين]"],
  ["كمان يومين", "2026-11-24 [كمان يومين]"],
  ["آخر الأسبوع", "2026-11-27→2026-11-28 [آخر الأسبوع]"],
  ["يوم التلات", "2026-11-24 [التلات]"],
  // Standard Arabic
  ["يوم التأسيس", "2027-02-22 [يوم التأسيس]"],
  ["بعد اليوم الوطني", ""],
  ["اليوم الوطني", "2027-09-23 [اليوم الوطني]"],
  ["غدًا", "2026-11-23 [غدًا]"],
  ["بعد غد", "2026-11-24 [بعد غد]"],
  ["يوم الخميس القادم", "2026-11-26 [الخميس القادم]"],
  ["الخميس", "2026-11-26 [الخميس]"],
  ["بعد ٣ أيام", "2026-11-25 [بعد ٣ أيام]"],
  ["بعد أسبوع", "2026-11-29 [بعد أسبوع]"],
  ["خلال أسبوعين", "2026-12-06 [خلال أسبوعين]"],
  ["نهاية الشهر", "2026-11-30 [نهاية الشهر]"],
  ["أول الشهر الجاي", "2026-12-01 [أول الشهر الجاي]"],
  ["نهاية الشهر القادم", "2026-12-31 [نهاية الشهر القادم]"],
  ["نهاية الأسبوع", "2026-11-27→2026-11-28 [نهاية الأسبوع]"],
  ["منتصف ديسمبر", "2026-12-15 [منتصف ديسمبر]"],
  ["٢٥ نوفمبر", "2026-11-25 [٢٥ نوفمبر]"],
  ["٢٠ نوفمبر", "2027-11-20 [٢٠ نوفمبر]"],
  ["٢٠ نوفمبر ٢٠٢٦", "2026-11-20 [٢٠ نوفمبر ٢٠٢٦]"],
  ["الخامس والعشرين من نوفمبر", "2026-11-25 [الخامس والعشرين من نوفمبر]"],
  ["الأول من يناير سنة 2027م", "2027-01-01 [الأول من يناير سنة 2027م]"],
  ["خمسة وعشرين نوفمبر", "2026-11-25 [خمسة وعشرين نوفمبر]"],
  ["١٥ كانون الأول", "2026-12-15 [١٥ كانون الأول]"],
  ["٥ شباط", "2027-02-05 [٥ شباط]"],
  ["من ٣ إلى ٦ ديسمبر", "2026-12-03→2026-12-06 [٣ إلى ٦ ديسمبر]"],
  ["من 28 نوفمبر إلى 2 ديسمبر", "2026-11-28→2026-12-02 [28 نوفمبر إلى 2 ديسمبر]"],
  ["من ٢٨ إلى ٢ ديسمبر", "2026-11-28→2026-12-02 [٢٨ إلى ٢ ديسمبر]"],
  ["٢٥ نوفمبر إلى ٢٨", "2026-11-25→2026-11-28 [٢٥ نوفمبر إلى ٢٨]"],
  ["١٥ رجب", "2026-12-24 hijri [١٥ رجب]"],
  ["5 رمضان 1448", "2027-02-12 hijri [5 رمضان 1448]"],
  ["1/9/1448", "2027-02-08 hijri [1/9/1448]"],
  ["١٥/٧/١٤٤٨هـ", "2026-12-24 hijri [١٥/٧/١٤٤٨هـ]"],
  ["٥ من شهر ربيع الأول", "2027-08-07 hijri [٥ من شهر ربيع الأول]"],
  ["١٢ ذو الحجة", "2027-05-18 hijri [١٢ ذو الحجة]"],
  ["آخر رمضان", "2027-03-08 hijri [آخر رمضان]"],
  ["١ محرم ١٤٤٧", "2025-06-26 hijri [١ محرم ١٤٤٧]"],
  ["الخميس الموافق ٢٦ نوفمبر", "2026-11-26 [الخميس الموافق ٢٦ نوفمبر]"],
  ["أمس", "2026-11-21 [أمس]"],
  // Arabizi
  ["ennaharda", "2026-11-22 [ennaharda]"],
  ["ba3d bokra", "2026-11-24 [ba3d bokra]"],
  ["bokra", "2026-11-23 [bokra]"],
  ["bukra el sob7", "2026-11-23 [bukra]"],
  ["ba3d bokra", "2026-11-24 [ba3d bokra]"],
  ["elyom", "2026-11-22 [elyom]"],
  ["yom el khamees", "2026-11-26 [el khamees]"],
  ["el gom3a", "2026-11-27 [el gom3a]"],
  ["ba3d yomein", "2026-11-24 [ba3d yomein]"],
  ["10 ramadan", "2027-02-17 hijri [10 ramadan]"],
  ["el gom3a el gaya", "2026-11-27 [el gom3a el gaya]"],
  // English
  ["on wensday", "2026-11-25 [wensday]"],
  ["the 25th of next month", "2026-12-25 [25th of next month]"],
  ["New Year's Eve", "2026-12-31 [New Year's Eve]"],
  ["ship it tomorrow please", "2026-11-23 [tomorrow]"],
  ["after tomorrow", "2026-11-24 [after tomorrow]"],
  ["the day after tomorrow", "2026-11-24 [day after tomorrow]"],
  ["tonight", "2026-11-22 [tonight]"],
  ["in 3 days", "2026-11-25 [in 3 days]"],
  ["two weeks from now", "2026-12-06 [two weeks from now]"],
  ["next Thursday", "2026-11-26 [next Thursday]"],
  ["the Thursday after next", "2026-12-03 [Thursday after next]"],
  ["Thursday next week", "2026-12-03 [Thursday next week]"],
  ["on Sat", "2026-11-28 [Sat]"],
  ["this weekend", "2026-11-27→2026-11-28 [this weekend]"],
  ["Nov 25th", "2026-11-25 [Nov 25th]"],
  ["25th of November, 2027", "2027-11-25 [25th of November, 2027]"],
  ["3-6 December", "2026-12-03→2026-12-06 [3-6 December]"],
  ["Dec 3 to 6", "2026-12-03→2026-12-06 [Dec 3 to 6]"],
  ["on the 25th", "2026-11-25 [25th]"],
  ["Thu, 26 Nov", "2026-11-26 [Thu, 26 Nov]"],
  ["end of next month", "2026-12-31 [end of next month]"],
  ["in 48 hours", "2026-11-24 [in 48 hours]"],
  ["السبت القادم الموافق 28 نوفمبر", "2026-11-28 [السبت القادم الموافق 28 نوفمبر]"],
  // Digits
  ["25/11", "2026-11-25 [25/11]"],
  ["25-11-2026", "2026-11-25 [25-11-2026]"],
  ["25.11.2026", "2026-11-25 [25.11.2026]"],
  ["2026-11-25", "2026-11-25 [2026-11-25]"],
  ["11/25/2026", "2026-11-25 [11/25/2026]"],
  ["٢٥/١١/٢٦", "2026-11-25 [٢٥/١١/٢٦]"],
  ["25/11 - 28/11", "2026-11-25→2026-11-28 [25/11 - 28/11]"],
  // No such day, or two that quarrel
  ["31 نوفمبر", "no_such_date [31 نوفمبر]"],
  ["٣٠ فبراير", "no_such_date [٣٠ فبراير]"],
  ["31/11/2026", "no_such_date [31/11/2026]"],
  ["30 رمضان 1448", "no_such_date [30 رمضان 1448]"],
  ["الخميس ٢٥ نوفمبر", "contradiction [الخميس ٢٥ نوفمبر]"],
  // Two in one message
  ["أقصد الأحد الجاي مو السبت", "2026-11-29 [الأحد الجاي] | 2026-11-28 [السبت]"],
];

describe("findDates", () => {
  it.each(table)("reads «%s» as %s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    ["الخميس", "2026-11-26 or 2026-12-03 [الخميس]"],
    ["Thursday", "2026-11-26 or 2026-12-03 [Thursday]"],
    ["الخميس الجاي", "2026-12-03 [الخميس الجاي]"],
    ["next thursday", "2026-12-03 [next thursday]"],
    ["هذا الخميس", "2026-11-26 [هذا الخميس]"],
    ["اليوم الخميس", "2026-11-26 [اليوم الخميس]"],
    ["الخميس ٢٦ نوفمبر", "2026-11-26 [الخميس ٢٦ نوفمبر]"],
    ["الجمعة", "2026-11-27 [الجمعة]"],
  ])("on a Thursday reads «%s» as %s", (text, expected) => {
    expect(shown(text, on("2026-11-26"))).toBe(expected);
  });

  it("inside a weekend takes what is left of it, and with «الجاي» the one after", () => {
    expect(shown("الويكند", on("2026-11-27"))).toBe("2026-11-27→2026-11-28 [الويكند]");
    expect(shown("weekend", on("2026-11-28"))).toBe("2026-11-28 [weekend]");
    expect(shown("الويكند الجاي", on("2026-11-28"))).toBe("2026-12-04→2026-12-05 [الويكند الجاي]");
  });

  it("counts from the office's day, also when UTC is a day behind", () => {
    const afterMidnight = { now: Date.parse("2026-11-22T22:00:00Z"), zone };
    expect(shown("بكرة", afterMidnight)).toBe("2026-11-24 [بكرة]");
  });

  it("takes the next month that has the day when only a day is named", () => {
    expect(shown("يوم ٢٠")).toBe("2026-12-20 [٢٠]");
    expect(shown("يوم ٣١")).toBe("2026-12-31 [٣١]");
  });

  it.each([
    "كم سعر الليلة",
    "٥٠٠ ريال في اليوم",
    "خميس مشيط",
    "فيه احد بشري يرد علي",
    "كل خميس",
    "24/7",
    "1/2 kilo",
    "الباك اب ٦ شهور",
    "on 5th floor",
    "movers from 3rd to 5th floor, in Riyadh",
    "I live on 5th, near the mall",
    "from 2nd to 3rd avenue",
    "on 2nd and 3rd floor",
    "the 3rd time I ask",
    "in the 3rd grade",
    "the 2nd one please",
    "the 21st century",
    "flat 4/12",
    "3/4 inch pipe",
    "in December 2 rooms",
    "Black Friday discounts",
    "شقتي في الدور ال٥ بالرياض",
    "الطابق الـ١٠",
    "طريق الـ٣٠",
    "ولدي بالصف ال٣",
    "المرة ال٣ اللي اتصل فيها",
    "الدفعة ال٢ من الإيجار",
    "شقة ٣/٤",
    "سوق الخميس",
    "صلاة الجمعة",
    "ديسمبر ٢ غرف",
    "ana sakna fe el dor el talet",
    "0501234567",
    "050-123-4567",
    "I sat down",
    "it may 5",
    "١٠-١٢ شخص",
    "3 أشخاص",
    "نص كيلو",
    "أربعة",
    "بعد ساعتين",
    "نوفمبر 2026",
    "after the meeting",
    "I'm Bachir",
    "ana bachar",
  ])("finds no date in «%s»", (text) => {
    expect(shown(text)).toBe("");
  });

  it("gives sound spans and real dates for any text on any day", () => {
    fc.assert(
      fc.property(anyMessage, fc.integer({ min: 0, max: 3650 }), (text, days) => {
        const found = findDates(text, { now: sunday.now + days * 86_400_000, zone });
        expectSoundSpans(text, found);
        for (const { value } of found) {
          if (value.type === "date") expect(isDate(value.date)).toBe(true);
          if (value.type === "date" && value.until !== undefined) expect(value.until > value.date).toBe(true);
          if (value.type === "ambiguous") expect(value.options.every(isDate)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
