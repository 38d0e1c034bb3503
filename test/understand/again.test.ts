import { describe, expect, it } from "vitest";
import type { Understanding } from "../../src/domain/understanding.ts";
import { againIn } from "../../src/understand/wishes/again.ts";
import { classifier, context } from "./reader.ts";

type Again = Extract<Understanding, { type: "again" }>;

function again(text: string): Again | undefined {
  const reading = classifier.read(text, { ...context, lastService: "hotel_booking" });
  return reading.understandings.find((one) => one.type === "again");
}

describe("againIn", () => {
  it.each([
    // Gulf
    "نفس طلبي الأخير بس لثلاثة",
    "كرروا الطلب السابق",
    "مثل المره اللي فاتت",
    "ابي نفس الحجز",
    // Egyptian
    "زي المرة اللي فاتت بالظبط",
    "عايز زي آخر طلب",
    // Standard Arabic
    "أرغب في تكرار طلبي السابق",
    "مثل طلبي الأخير مع تغيير التاريخ",
    // Arabizi
    "nafs el talab el akheer",
    "zay el mara elli fatet",
    // English
    "like my last order, but for three people",
    "same hotel as last time",
    "repeat my previous booking please",
    "the usual please",
    "same order again",
  ])("hears the wish in «%s»", (text) => {
    expect(againIn(text)).toBeDefined();
  });

  it.each([
    "نفس المشكلة",
    "وين طلبي الأخير",
    "في نفس اليوم",
    "at the same time",
    "I last ordered books",
    "المرة اللي فاتت كان السعر أقل",
    "same day delivery",
  ])("hears none in «%s»", (text) => {
    expect(againIn(text)).toBeUndefined();
  });
});

describe("a wish for the same again", () => {
  it("takes what is different for the service of the newest order", () => {
    const found = again("نفس طلبي الأخير بس لثلاثة أشخاص يوم ٥ ديسمبر");
    expect(found?.service).toBe("hotel_booking");
    expect(Object.fromEntries(Object.entries(found?.fields ?? {}).map(([k, v]) => [k, v.value]))).toEqual({
      guests: 3,
      checkin: "2026-12-05",
    });
  });

  it("belongs to the service that is named beside it", () => {
    expect(again("send a parcel like last time to Dammam")?.service).toBe("parcel_delivery");
    expect(again("same hotel as last time, in Abha")?.fields.hotel).toBeUndefined();
  });

  it("leaves an order that is to be cancelled, found or changed to those", () => {
    expect(again("الغي نفس الطلب السابق")).toBeUndefined();
    expect(again("وين نفس الطلب السابق")).toBeUndefined();
  });
});
