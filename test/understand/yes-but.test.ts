/** A yes to a read-back with what the office is to ask or tell meanwhile, and what only opens a sentence. */
import { describe, expect, it } from "vitest";
import { read, readingBack } from "./reader.ts";

const form = readingBack("hotel_booking", { city: "Makkah", checkin: "2026-11-26", nights: 2, guests: 2 });
const meant = (text: string) => read(text, form).understandings.map(({ type }) => type);

describe("a yes with a but", () => {
  it.each([
    "آه كله تمام بس اسأل على الفطار",
    "كل شي تمام بس بلغوا الفندق اننا نوصل بالليل",
    "ماشي اعتمد بس قولوا لهم معنا طفل",
    "looks good, just ask about breakfast",
    "place it but tell them we arrive at night",
    "all good but tell them not to ring the bell",
    "كله تمام بس قولوا لهم لا يدقون الجرس",
    "kolo tamam bs es2al 3an el ftar",
    "tamam e3tamed bas es2alo 3ala el ftar",
    "تمام توكلوا بس لا تنسون الفاتورة",
    "اوكي توكلوا على الله ولا تنسون الفاتورة",
    "نعم، ولكن لا تنسوا الاتصال بي",
    "ايوه كله تمام بس متنسوش الفطار",
    "yes go ahead but don't forget the invoice",
    "yes and don't forget breakfast",
  ])("agrees, and tells staff the rest: %s", (text) => {
    expect(meant(text)).toEqual(["wish", "confirm"]);
  });

  it.each([
    "تمام بس اسأل على الفطار",
    "تمام بس لا تنسون السعر",
    "yes but don't forget to change the date",
    "آه كله تمام بس اسأل عن السعر الأول",
    "ok but check the price first",
    "كله تمام بس اسألوا الفندق قبل",
    "كله تمام بس اسأل لو ينفع بكره",
    "كله تمام بس شوف لي غيره",
    "صح بس تاكد من العنوان",
    "كل شي صحيح بس قولوا لهم لا يجون",
    "اعتمد بس قول لهم يستنون مكالمتي",
    "all good but ask my wife",
    "looks good but check with me",
    "all good but tell them not to come",
    "all good but check if tomorrow works",
    "yes but check the date is wrong",
    "kolo tamam bs es2al law yenfa3 bokra",
  ])("places nothing where it only opens, or waits for an answer: %s", (text) => {
    expect(meant(text)).toEqual(["wish"]);
  });

  it.each([
    "كله تمام بس خليها ثلاث ليالي",
    "all good but make it 3 nights",
    "كله تمام بس كم السعر؟",
    "بس اسأل على الفطار",
  ])("is no yes beside a change or a question: %s", (text) => {
    expect(meant(text)).not.toContain("confirm");
  });
});
