import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTimes } from "../../src/language/times/times.ts";
import { anyMessage, expectSoundSpans } from "./fuzz.ts";

/** Sunday 22 November 2026, noon in Riyadh. */
const noon = { now: Date.parse("2026-11-22T09:00:00Z"), zone: "Asia/Riyadh" };

/** message · `HH:MM`, «~» when approximate, `→HH:MM` for a range, [words]. */
const table: readonly (readonly [string, string])[] = [
  ["الساعة الحادية عشرة إلا ربعًا", "10:45 [الساعة الحادية عشرة إلا ربعًا]"],
  ["الساعة الثانية عشرة ونصفًا", "12:30 [الساعة الثانية عشرة ونصفًا]"],
  ["el sa3a 3 ela rob3", "14:45 [el sa3a 3 ela rob3]"],
  // Gulf
  ["٥ العصر", "17:00 [٥ العصر]"],
  ["٩ الصبح", "09:00 [٩ الصبح]"],
  ["تعالوا بعد العشاء", "20:00~ [بعد العشاء]"],
  ["بعد صلاة المغرب", "18:30~ [بعد صلاة المغرب]"],
  ["١٠ بالليل", "22:00 [١٠ بالليل]"],
  ["العصر الساعة ٥", "17:00 [العصر الساعة ٥]"],
  ["حوالي الساعة ٤ ونص", "16:30~ [الساعة ٤ ونص]"],
  ["عقب المغرب", "18:30~ [عقب المغرب]"],
  ["بين الساعة ٤ والساعة ٦ عصرًا", "16:00→18:00 [الساعة ٤ والساعة ٦ عصرًا]"],
  ["mn 6 almghrb l 9 bllail", "18:00→21:00 [6 almghrb l 9 bllail]"],
  ["8 bllail", "20:00 [8 bllail]"],
  ["5 al3asr", "17:00 [5 al3asr]"],
  ["الساعه 8 مساءا", "20:00 [الساعه 8 مساءا]"],
  ["10ص الى 2م", "10:00→14:00 [10ص الى 2م]"],
  ["من 10 ص الى 1 م", "10:00→13:00 [10 ص الى 1 م]"],
  ["mn 2 el thohr l 8", "14:00→20:00 [2 el thohr l 8]"],
  ["الثلاثاء 10 ص", "10:00 [10 ص]"],
  ["كتاب من 10 ص", ""],
  ["من ٤ الى ٦ العصر", "16:00→18:00 [٤ الى ٦ العصر]"],
  ["من ١٠ الى ١ لعشرة اشخاص", "10:00→13:00 [١٠ الى ١]"],
  ["من عشر الصبح لي وحدة الظهر", "10:00→13:00 [عشر الصبح لي وحدة الظهر]"],
  ["من تسع لين الظهر", "09:00→12:00~ [تسع لين الظهر]"],
  ["الاربعاء من ٤ الى ٦ ونكون ٨ اشخاص", "16:00→18:00 [٤ الى ٦]"],
  ["من ٤ الى ٦ حق ٨ اشخاص", "16:00→18:00 [٤ الى ٦]"],
  // Egyptian
  ["الساعة تلاتة ونص العصر", "15:30 [الساعة تلاتة ونص العصر]"],
  ["بكره بليل", "21:00~ [بليل]"],
  ["٥ ونص", "17:30 [٥ ونص]"],
  ["٧ إلا ربع", "06:45 [٧ إلا ربع]"],
  ["الساعة تمانية بليل", "20:00 [الساعة تمانية بليل]"],
  ["الساعة تلاتة ونص وخمسة", "15:35 [الساعة تلاتة ونص وخمسة]"],
  ["بكرة الصبح بدري", "09:00~ [الصبح]"],
  ["من ٤ ل ٦ المغرب", "16:00→18:00 [٤ ل ٦ المغرب]"],
  ["بكرة من ٤ ل ٦ وعايزين شاشة", "16:00→18:00 [٤ ل ٦]"],
  ["من ١٠ لمدة ساعتين", "10:00 [١٠]"],
  // Standard Arabic
  ["الساعة خمسة", "17:00 [الساعة خمسة]"],
  ["الساعة الثامنة", "08:00 [الساعة الثامنة]"],
  ["الساعة الخامسة والنصف مساءً", "17:30 [الساعة الخامسة والنصف مساءً]"],
  ["الظهر", "12:00~ [الظهر]"],
  ["منتصف الليل", "00:00~ [منتصف الليل]"],
  ["من ٥ إلى ٧ مساءً", "17:00→19:00 [٥ إلى ٧ مساءً]"],
  ["٣ بعد الظهر", "15:00 [٣ بعد الظهر]"],
  ["بعد ساعتين", "14:00~ [بعد ساعتين]"],
  ["مساء الخميس", "19:00~ [مساء]"],
  ["الساعة ١٧:٣٠", "17:30 [الساعة ١٧:٣٠]"],
  ["الثلاثاء عند الخامسة", "17:00 [الخامسة]"],
  ["الاثنين الثامنة مساءً", "20:00 [الثامنة مساءً]"],
  ["بين الثانية والرابعة عصرًا", "14:00→16:00 [الثانية والرابعة عصرًا]"],
  ["٥:٣٠ م", "17:30 [٥:٣٠ م]"],
  // Arabizi
  ["5 el 3asr", "17:00 [5 el 3asr]"],
  ["el sa3a 7 w nos", "07:30 [el sa3a 7 w nos]"],
  ["sa3a khamsa", "17:00 [sa3a khamsa]"],
  ["bokra el sob7", "09:00~ [sob7]"],
  ["7 illa rob3", "06:45 [7 illa rob3]"],
  ["ba3d el 3esha", "20:00~ [ba3d el 3esha]"],
  ["ba3d el maghreb", "18:30~ [ba3d el maghreb]"],
  ["men 4 le 6 el 3asr", "16:00→18:00 [4 le 6 el 3asr]"],
  ["yom el thalath 5 el 3a9r", "17:00 [5 el 3a9r]"],
  ["bacher el 9ob7 10", "10:00 [9ob7 10]"],
  ["men 6 el masa le 9 el masa", "18:00→21:00 [6 el masa le 9 el masa]"],
  ["el a7ad el sa3a 11 el 9eb7", "11:00 [el sa3a 11 el 9eb7]"],
  ["el arb3a 3 el 3asser", "15:00 [3 el 3asser]"],
  ["men el 9 lel 12", "09:00→12:00 [9 lel 12]"],
  ["el a7ad mn 10 sa3ten", "10:00 [10]"],
  ["el sabt el 10 9aba7an", "10:00 [10 9aba7an]"],
  ["el 2arbi3a2 6 masa2an", "18:00 [6 masa2an]"],
  ["bukra 8 blail", "20:00 [8 blail]"],
  ["el 5amis 2 w nos el dohr", "14:30 [2 w nos el dohr]"],
  // English
  ["half past four", "16:30 [half past four]"],
  ["quarter to five", "16:45 [quarter to five]"],
  ["5pm", "17:00 [5pm]"],
  ["8 p.m.", "20:00 [8 p.m.]"],
  ["17:30", "17:30 [17:30]"],
  ["09:30", "09:30 [09:30]"],
  ["noon", "12:00 [noon]"],
  ["at 5 sharp", "17:00 [5 sharp]"],
  ["by 1400 hours", "14:00 [1400 hours]"],
  ["0900 hours", "09:00 [0900 hours]"],
  ["25/11 morning", "09:00~ [morning]"],
  ["from 5 to 7", "17:00→19:00 [5 to 7]"],
  ["mn 10 l 12 le 6 afrad", "10:00→12:00 [10 l 12]"],
  ["from 9 to 5", "09:00→17:00 [9 to 5]"],
  ["10 to 2 pm", "10:00→14:00 [10 to 2 pm]"],
  ["between 4 and 6", "16:00→18:00 [4 and 6]"],
  ["at 5 tomorrow", "17:00 [5]"],
  ["tomorrow evening at 8", "20:00 [evening at 8]"],
  ["tonight at 8", "20:00 [8]"],
  ["five thirty pm", "17:30 [five thirty pm]"],
  ["in half an hour", "12:30~ [in half an hour]"],
  ["12 am", "00:00 [12 am]"],
  ["Wed afternoon, 3pm", "15:00 [afternoon, 3pm]"],
  ["Monday at half nine", "09:30 [half nine]"],
  ["Sat 28 Nov 1400 hrs", "14:00 [1400 hrs]"],
  ["tomorrow at 0900", "09:00 [0900]"],
  ["around 6ish this evening", "18:00~ [6ish this evening]"],
  ["Tuesday 10 sharp", "10:00 [10 sharp]"],
  ["from nine to noon", "09:00→12:00 [nine to noon]"],
  ["Wednesday 9 to 1, 20 trainees", "09:00→13:00 [9 to 1]"],
  ["from 10 for two hours, 6 people", "10:00 [10]"],
];

const shown = (text: string): string =>
  findTimes(text, noon)
    .map(({ value, text: words }) => {
      const until = value.until === undefined ? "" : `→${value.until}`;
      return `${value.time}${until}${value.approximate ? "~" : ""} [${words}]`;
    })
    .join(" | ");

describe("findTimes", () => {
  it.each(table)("reads «%s» as %s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    "صباح الخير",
    "مساء النور",
    "good morning",
    "شحن إلى المغرب",
    "at 5 star hotel",
    "من ٣ إلى ٦ ديسمبر",
    "من 5 الى 7 كيلو",
    "from 2 to 3 bedrooms",
    "2 nights",
    "I am 5 years old",
    "الساعة كم",
    "٥ ونص كيلو",
    "بعد ٣ ايام",
    "25:00",
    "ظهري يوجعني",
    "عشا لشخصين",
    "كم سعر الليلة",
    "3 م",
    "في الثالثة من عمره",
    "ابني في الخامسة",
    "at 1500 riyals",
    "half ten boxes",
    "sharpen 2 sharp knives",
    "about 10ish chairs",
    "translate 1200 hours of video",
    "a 2000 h course",
    "training of 1000 hours",
    "kids from 5 to 9",
    "flat 12, room 5:30",
    "a scale 1:50 drawing",
    "الطريق على الثانية",
    "البنت بعد الثالثة",
    "الإشارة قبل الثانية",
    "الأعمار من ٥ إلى ٩",
    "اطفال من ٣ لـ ٦",
    "مقاس من ٦ إلى ٨",
    "رسم مقياس 1:50",
    "من ٤ الى ٦ وجبات",
    "الخميس ٢ ل ٤ اشخاص",
    "Thursday 4 to 6 guests",
    "tomorrow 2 to 3 bedrooms",
    "من ٣ ساعات وانا انتظر",
    "mn 3 sa3at w ana astana",
    "from 10 hours of video",
  ])("finds no time in «%s»", (text) => {
    expect(findTimes(text, noon)).toEqual([]);
  });

  it("counts hours ahead on the clock of the office's zone", () => {
    const cairo = { now: Date.parse("2026-07-01T20:30:00Z"), zone: "Africa/Cairo" };
    expect(findTimes("بعد ساعة", cairo).map(({ value }) => value.time)).toEqual(["00:30"]);
  });

  it("gives sound spans and real times for any text", () => {
    fc.assert(
      fc.property(anyMessage, (text) => {
        const found = findTimes(text, noon);
        expectSoundSpans(text, found);
        for (const { value } of found) {
          expect(value.time).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
          if (value.until !== undefined) expect(value.until).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a part of the day before its hour", () => {
  const moment = { now: Date.parse("2026-11-22T10:00:00+03:00"), zone: "Asia/Riyadh" };
  const timesOf = (text: string) => findTimes(text, moment).map(({ value }) => value.time);

  it.each([
    ["بالليل بعد الشغل يعني ٨ ونص", "20:30"],
    ["مساء الأربعاء الساعة ٨", "20:00"],
    ["in the evening after work, around half past 7", "19:30"],
    ["dinner on 10 december 8 in the night", "20:00"],
    ["only one evening", "19:00"],
    ["one in the afternoon", "13:00"],
    ["الصبح قبل الدوام الساعة ٦", "06:00"],
  ])("is told with it: %s", (text, time) => {
    expect(timesOf(text)).toEqual([time]);
  });

  it.each([
    ["مو بالليل، الساعة ٨", "08:00"],
    ["بالليل أو الساعة ٨ الصبح", "08:00"],
    ["in the evening, or at 08:30", "08:30"],
  ])("leaves an hour alone that is another: %s", (text, time) => {
    expect(timesOf(text)).toContain(time);
  });

  it("takes no digit of an Arabizi word for an hour", () => {
    expect(timesOf("elsob7 walla el 3asr")).toEqual(["09:00", "16:00"]);
  });
});
