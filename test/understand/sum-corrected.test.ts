/** A sum that has become another, and the answer before a change. */
import { describe, expect, it } from "vitest";
import { gist, holding, read, readingBack, valuesOf } from "./reader.ts";

const riyals = (amount: number) => ({ amountMinor: amount * 100, currency: "SAR" }) as const;
const sale = (price: number) =>
  readingBack("c2c_mediation", { role: "buy", item: "كامري 2020", city: "Riyadh", price: riyals(price) });

describe("a sum that became another", () => {
  it.each([
    ["he dropped it to 50,000. just do it", 52000, 50000],
    ["نزل السعر 2500 خلاص", 2800, 2500],
    ["نزلها ل 2500", 2800, 2500],
    ["اتفقت معه على 2600", 2800, 2600],
    ["the seller lowered the price to 49000", 52000, 49000],
    ["nazzal el se3r le 2500", 2800, 2500],
    ["البايع رفع السعر إلى 3000", 2800, 3000],
  ])("takes its place: %s", (text, held, now) => {
    expect(valuesOf(read(text, sale(held)), "correct")).toEqual({ price: riyals(now) });
  });

  it.each([
    ["نزل 500", 2800],
    ["he dropped the phone in 2020", 52000],
    ["نزل التطبيق قبل 3 ايام", 2800],
    ["وصل المشتري؟", 2800],
    ["ما اتفقنا على 2500", 2800],
    ["المشتري ما وافق على 2600", 2800],
    ["المشتري نزل 2500 وانا رفضت", 2800],
    ["لو نزل 2500 ابيعه", 2800],
    ["اذا نزل السعر الى 2500 لا ابي", 2800],
    ["هل نزل السعر 2500", 2800],
    ["وافق على 2500؟", 2800],
    ["ليش طلع السعر 3300", 2800],
    ["he wants it dropped to 2500", 2800],
    ["law nazzal 2500", 2800],
    ["زودوا 100", 2800],
    ["add 100", 2800],
    ["خليها اقل بـ 100", 2800],
    ["كامري 2019 مو 2020", 2800],
  ])("is not read of %s", (text, held) => {
    expect(valuesOf(read(text, sale(held)), "correct")).not.toHaveProperty("price");
  });

  it("stands beside a question, which is asked on", () => {
    const reading = read("نزل السعر 2500 خلاص، والفلوس عند مين تكون؟", sale(2800));
    expect(valuesOf(reading, "correct")).toEqual({ price: riyals(2500) });
    expect(reading.understandings).toHaveLength(2);
  });
});

describe("an answer in front of a change", () => {
  const parcel = { from_city: "Dammam", to_city: "Riyadh", contents: "قطع غيار", weight_kg: 12 };
  const paper = {
    doc_type: "exit_reentry",
    beneficiary: "شغالة",
    duration: "P2M",
    national_id: "2411223346",
  };
  const stay = { city: "Madinah", checkin: "2026-12-06", nights: 3, guests: 3 };

  it.each([
    ["بكره، لا الوزن 15 مو 12", "2026-11-23"],
    ["tomorrow, and the weight is 15 not 12", "2026-11-23"],
    ["الخميس، وخليها 15 كيلو", "2026-11-26"],
    ["bokra, la el wazn 15 mo 12", "2026-11-23"],
  ])("is taken with it: %s", (text, day) => {
    const reading = read(text, holding("parcel_delivery", "pickup_date", parcel));
    expect(valuesOf(reading, "correct")).toEqual({ weight_kg: 15 });
    expect(valuesOf(reading, "answers")).toEqual({ pickup_date: day });
  });

  it.each(["ناصر الدوسري، وخل التأشيرة ثلاث شهور مو شهرين", "ناصر الدوسري وخليها ثلاث شهور مو شهرين"])(
    "is a name: %s",
    (text) => {
      const reading = read(text, holding("gov_paperwork", "name", paper));
      expect(valuesOf(reading, "correct")).toEqual({ duration: "P3M" });
      expect(valuesOf(reading, "answers")).toEqual({ name: "ناصر الدوسري" });
    },
  );

  it("is no name where the words only lead to the change", () => {
    const reading = read("طيب معليش، خليها 4 ليالي", holding("hotel_booking", "name", stay));
    expect(valuesOf(reading, "correct")).toEqual({ nights: 4 });
    expect(gist(reading)).not.toContain("answers");
  });
});

describe("one more of the same", () => {
  const paper = {
    doc_type: "passport_children",
    beneficiary: "waladi",
    national_id: "1098765439",
    name: "Faisal",
  };

  it.each([
    "0566001122, w zeed jawaz binti ba3d, ya3ni ithnein",
    "0566001122 وزيد جواز بنتي بعد يعني اثنين",
    "0566001122, add my daughter's passport too, so two",
  ])("counts two, and stays whose the first is: %s", (text) => {
    const reading = read(text, holding("gov_paperwork", "phone", paper));
    expect(valuesOf(reading, "answers")).toEqual({ phone: "+966566001122", quantity: 2 });
    expect(gist(reading)).toEqual(["answers", "wish"]);
  });
});
