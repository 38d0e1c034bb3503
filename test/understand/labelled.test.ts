/** What stands behind the name of a question and a mark is what it is to hold, at a read-back and in the middle of a form. */
import { describe, expect, it } from "vitest";
import { gist, holding, read, valuesOf } from "./reader.ts";

const parcel = {
  from_city: "Riyadh",
  to_city: "Dammam",
  contents: "كتب",
  weight_kg: 4,
  pickup: { text: "حي النرجس" },
  dropoff: { text: "حي الشاطئ" },
  pickup_date: "2026-11-23",
  phone: "+966501112222",
  recipient_name: "فهد",
};
const readBack = holding("parcel_delivery", undefined, parcel);
const asksCode = holding("parcel_delivery", "recipient_national_address", parcel);
const visit = holding("clinic_booking", undefined, {
  speciality: "ent",
  city: "Abha",
  date: "2026-11-23",
  patient: "ابني",
  name: "سالم القحطاني",
  phone: "+966501112222",
});

describe("a value behind its name", () => {
  it.each([
    ["المستلم: ناصر", { recipient_name: "ناصر" }],
    ["Receiver: Imran Khan 0509998877", { recipient_name: "Imran Khan" }],
    ["المستلم: ناصر 0551234567", { recipient_name: "ناصر" }],
    ["المحتوى: ملابس، والوزن: ٦", { contents: "ملابس", weight_kg: 6 }],
    ["عدلوا المحتوى: ملابس وكتب، المستلم: علي", { contents: "ملابس وكتب", recipient_name: "علي" }],
    ["contents: clothes, weight: 5 kg", { contents: "clothes", weight_kg: 5 }],
    [
      "No!! both addresses are wrong. Pickup: Al Fanateer behind the corniche. Delivery: Al Malaz Riyadh",
      { pickup: { text: "Al Fanateer behind the corniche" }, dropoff: { text: "Al Malaz Riyadh" } },
    ],
    ["change the delivery address to Al Malaz", { dropoff: { text: "Al Malaz" } }],
    [
      "the pickup address should be Al Fanateer behind the corniche",
      { pickup: { text: "Al Fanateer behind the corniche" } },
    ],
  ])("is taken: %s", (text, expected) => {
    for (const open of [readBack, asksCode])
      expect(valuesOf(read(text, open), "correct")).toMatchObject(expected);
  });

  it.each([
    ["اكتبوا المراجع: يوسف", { patient: "يوسف" }],
    ["المراجع اسمه يوسف، ابني. الباقي تمام", { patient: "يوسف، ابني" }],
    ["patient: Yousef please", { patient: "Yousef" }],
  ])("is a patient's: %s", (text, expected) => {
    const reading = read(text, visit);
    expect(gist(reading)).toEqual(["correct"]);
    expect(valuesOf(reading, "correct")).toEqual(expected);
  });

  it("leaves a question beside it to be answered", () => {
    expect(gist(read("المستلم: علي، متى توصل؟", readBack))).toEqual(["correct", "office.duration"]);
  });

  it("leaves another service that is asked for beside it", () => {
    expect(gist(read("المستلم: ناصر. وابي كمان فندق في جدة الخميس", readBack))).toContain("hotel_booking");
  });

  it.each(["ملاحظة: الكرتون فيه زجاج", "note: fragile"])("is a note where it is called one: %s", (text) => {
    expect(gist(read(text, readBack))).toEqual(["wish"]);
  });

  it.each(["متى يوصل للمستلم؟", "should the address be in English?", "المستلم:", "كم الوزن: بالكيلو؟"])(
    "is none where nothing stands there, or it is asked: %s",
    (text) => {
      expect(valuesOf(read(text, readBack), "correct")).toEqual({});
    },
  );
});

describe("somebody told anew behind the name of the question", () => {
  const iqama = holding("gov_paperwork", undefined, {
    doc_type: "iqama_renewal",
    beneficiary: "سائقي",
    name: "خالد الحربي",
    phone: "+966501112222",
  });

  it.each([
    ["المراجع مريم بس", visit, { patient: "مريم" }],
    ["المريض يوسف أحمد", visit, { patient: "يوسف أحمد" }],
    ["صاحب المعاملة راجو كومار", iqama, { beneficiary: "راجو كومار" }],
    ["لا المستلم نورة فقط", readBack, { recipient_name: "نورة" }],
    ["المستلم ناصر العتيبي", readBack, { recipient_name: "ناصر العتيبي" }],
  ])("is a name: %s", (text, open, expected) => {
    expect(valuesOf(read(text, open), "correct")).toEqual(expected);
  });

  it.each([
    ["المريض تعبان شوي", visit],
    ["المراجع عنده حساسية", visit],
    ["صاحب المعاملة في جدة", iqama],
    ["المستلم موجود", readBack],
    ["المستلم ما يرد", readBack],
  ])("is none where something is told of them: %s", (text, open) => {
    expect(valuesOf(read(text, open), "correct")).toEqual({});
  });
});

describe("a text told anew behind its name", () => {
  const report = holding("data_report", undefined, {
    kind: "market_study",
    subject: "سوق التمور في الرياض",
    phone: "+966501112222",
  });

  it("is taken up to its comma, with what stands behind it", () => {
    const reading = read("الموضوع سوق التمور في الرياض والقصيم، اكسل، قبل اخر الشهر", report);
    expect(valuesOf(reading, "correct")).toEqual({ subject: "سوق التمور في الرياض والقصيم" });
    expect(valuesOf(reading, "answers")).toEqual({ format: "excel", deadline: "2026-11-30" });
  });

  it.each(["الموضوع مهم جدا عندي", "الموضوع يخص شركتنا"])("is none without its words: %s", (text) => {
    expect(valuesOf(read(text, report), "correct")).toEqual({});
  });
});
