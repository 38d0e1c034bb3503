/** What is only said in passing gives no value: a price that is too high, a day that is a name, a travel day, a van for the same parcel. */
import { describe, expect, it } from "vitest";
import { gist, holding, read, valuesOf } from "./reader.ts";

const room = holding("hotel_booking", undefined, { city: "Jeddah", checkin: "2026-12-03", nights: 3 });
const parcel = { contents: "كتب", weight_kg: 3, from_city: "Riyadh", to_city: "Jeddah" };

describe("a price that is found too high", () => {
  it.each(["رسوم 25 ريال كثير", "25 ريال غالي", "25 riyals fee is too much", "٢٥ ريال مبالغ فيها"])(
    "is no budget and no count: %s",
    (text) => {
      for (const asked of [room, holding("hotel_booking", "guests", { city: "Jeddah", nights: 3 })])
        expect(read(text, asked).understandings.filter((one) => "fields" in one)).toEqual([]);
    },
  );

  it.each([
    ["ميزانيتي 500 ريال بالكثير", 50000],
    ["الميزانية مو أكثر من 500", 50000],
    ["الميزانية ما تزيد عن ٥٠٠", 50000],
    ["our budget is not more than 500", 50000],
    ["budget shouldn't exceed 700", 70000],
  ])("leaves a budget alone: %s", (text, amountMinor) => {
    expect(valuesOf(read(text, room), "answers").budget).toEqual({ amountMinor, currency: "SAR" });
  });
});

describe("a name that is a day elsewhere", () => {
  it.each(["اسمي باكر العلي", "باكر العلي", "my name is Bakir Hassan", "باسم باكر"])(
    "is no tomorrow: %s",
    (text) => {
      const reading = read(text, holding("hotel_booking", "name", { city: "Jeddah", nights: 3 }));
      expect(valuesOf(reading, "answers")).not.toHaveProperty("checkin");
    },
  );

  it.each(["باكر", "باكر العصر", "باكر الضحى", "bakir"])("leaves the day alone: %s", (text) => {
    const reading = read(text, holding("hotel_booking", "checkin", { city: "Jeddah", nights: 3 }));
    expect(valuesOf(reading, "answers").checkin).toBe("2026-11-23");
  });
});

describe("the day of a journey", () => {
  it.each([
    ["3ayez agaded passport ibni w ana mesafer ma3 mrati bokra", "ibni"],
    ["عايز اجدد باسبور ابني وانا مسافر بكرة", "ابني"],
  ])("is not when the paper is needed: %s", (text, beneficiary) => {
    const values = valuesOf(read(text), "request");
    expect(values).toMatchObject({ doc_type: "passport_children", beneficiary });
    expect(values).not.toHaveProperty("deadline");
  });

  it("leaves the day before which it is needed alone", () => {
    expect(valuesOf(read("ابي اجدد جوازي قبل ما اسافر يوم الخميس"), "request").deadline).toBe("2026-11-26");
  });
});

describe("an address with the day behind it", () => {
  it("gives both", () => {
    const text = "حي النخيل شارع الاميرة بكرة الساعة 4 العصر، المستلم ناصر العتيبي وجوالي 0551234567";
    const { contents, from_city, to_city } = parcel;
    const open = holding("parcel_delivery", "pickup", { contents, from_city, to_city });
    expect(valuesOf(read(text, open), "answers")).toEqual({
      pickup: { text: "حي النخيل شارع الاميرة" },
      pickup_date: "2026-11-23",
      pickup_time: "16:00",
      recipient_name: "ناصر العتيبي",
      phone: "+966551234567",
    });
  });
});

describe("an approval with what only might be another service", () => {
  it("begins nothing and tells staff", () => {
    const reading = read("اعتمد، وابي سيارة تشيل الكرتون", holding("parcel_delivery", undefined, parcel));
    expect(gist(reading)).toEqual(["wish"]);
    expect(reading.understandings).toMatchObject([{ text: "وابي سيارة تشيل الكرتون" }]);
  });
});

describe("a limit on the budget", () => {
  it.each([
    "ابي قاعة اجتماعات في الرياض ل10 اشخاص بكرة الساعة 9 والميزانية مو اكثر من 500",
    "i need a meeting room in jeddah tomorrow for 10 people and our budget is not more than 500",
  ])("begins no second service: %s", (text) => {
    expect(gist(read(text))).toEqual(["virtual_office"]);
  });
});

describe("the end of one of two phones", () => {
  const open = holding("parcel_delivery", undefined, {
    ...parcel,
    recipient_phone: "+966559876543",
    phone: "+966501234567",
  });

  it.each([
    ["رقم المستلم آخره 44", { recipient_phone: "+966559876544" }],
    ["رقم سارة آخره 44 مو 43", { recipient_phone: "+966559876544" }],
    ["الرقم آخره 44", {}],
  ])("is the named one's or is asked: %s", (text, expected) => {
    expect(valuesOf(read(text, open), "correct")).toEqual(expected);
  });
});
