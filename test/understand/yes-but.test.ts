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
    "kolo tamam bs es2al 3an el ftar",
    "tamam e3tamed bas es2alo 3ala el ftar",
  ])("agrees, and tells staff the rest: %s", (text) => {
    expect(meant(text)).toEqual(["wish", "confirm"]);
  });

  it.each([
    "تمام بس اسأل على الفطار",
    "آه كله تمام بس اسأل عن السعر الأول",
    "ok but check the price first",
    "كله تمام بس اسألوا الفندق قبل",
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
