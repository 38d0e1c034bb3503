/** What puts a read-back off, and what only says when or how. */
import { describe, expect, it } from "vitest";
import { readPause } from "../../src/language/replies/pauses.ts";

describe("readPause", () => {
  it.each([
    "لا ترسلوه",
    "لا تحجزون الحين",
    "لا تحجز قبل ما اقول",
    "ايه بس لا ترسلون لين اقول لكم",
    "تمام بس استنوا تأكيدي",
    "لا تعتمدونه لين اشوف زوجتي",
    "متحجزش دلوقتي",
    "متبعتوش حاجة لسه",
    "don't book yet",
    "don't place it before i confirm",
    "ok but wait for my call",
    "la te7jez al7een",
    "mat7gezsh delwa2ty",
  ])("hears that nothing is to be done yet: %s", (text) => {
    expect(readPause(text)).toBe(true);
  });

  it.each([
    "لا ترسله قبل العصر",
    "لا تحجز فندق ثاني",
    "لا تحجزوا غرفة بالدور الارضي",
    "don't send it before friday",
    "don't book a room on the ground floor",
    "لا تلغيه",
    "متتأخرش",
  ])("takes no term and no thing for that: %s", (text) => {
    expect(readPause(text)).toBe(false);
  });
});
