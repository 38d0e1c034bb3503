/** Corrections in five varieties, in the middle of a form and at its read-back, with what the form holds. */
import { describe, expect, it } from "vitest";
import type { ReadingContext } from "../../src/domain/understanding.ts";
import { gist, holding, read, valuesOf } from "./reader.ts";

type Open = NonNullable<ReadingContext["open"]>;

/** From Thursday 26 November for two nights; the departure is derived, as the office derives it. */
const stay = {
  city: "Jeddah",
  checkin: "2026-11-26",
  nights: 2,
  checkout: "2026-11-28",
  guests: 3,
  name: "ماجد",
  phone: "+966501112222",
};
const hotelReadBack = holding("hotel_booking", undefined, stay);
const { guests: _guests, name: _name, phone: _phone, ...begun } = stay;
const hotelAsksGuests = holding("hotel_booking", "guests", begun);
const parcel = {
  from_city: "Riyadh",
  to_city: "Jeddah",
  contents: "كتب",
  weight_kg: 3,
  pickup_date: "2026-11-23",
  pickup_time: "16:00",
  phone: "+966501112222",
  recipient_phone: "+966553334444",
  recipient_name: "فهد",
};
const parcelReadBack = holding("parcel_delivery", undefined, parcel);
const parcelAsksCode = holding("parcel_delivery", "recipient_national_address", parcel);

describe.each([
  ["while a question is open", hotelAsksGuests],
  ["at the read-back", hotelReadBack],
])("a correction of a stay %s", (_where, open) => {
  it.each([
    ["أقصد السبت مو الخميس", { checkin: "2026-11-28" }],
    ["مو الخميس الجمعة", { checkin: "2026-11-27" }],
    ["لا مو الخميس الجمعه", { checkin: "2026-11-27" }],
    ["نأجل الحجز للجمعة", { checkin: "2026-11-27" }],
    ["لا لا يوم الاثنين", { checkin: "2026-11-23" }],
    ["خليها ثلاث ليالي", { nights: 3 }],
    ["مو ليلتين، ثلاث", { nights: 3 }],
    ["خلوها الدمام بدل جدة", { city: "Dammam" }],
    ["لا خلاص، خلها خمس ليالي", { nights: 5 }],
    ["لا مش الخميس، الأربع", { checkin: "2026-11-25" }],
    ["عايزها تلات ليالي مش ليلتين", { nights: 3 }],
    ["استنى، قصدي الجمعة مش الخميس", { checkin: "2026-11-27" }],
    ["أود تغيير تاريخ الوصول إلى يوم الاثنين", { checkin: "2026-11-23" }],
    ["أقصد الخامس من ديسمبر وليس الرابع", { checkin: "2026-12-05" }],
    ["نرجو تعديل عدد الليالي إلى أربع", { nights: 4 }],
    ["sorry, I meant Tuesday, not Thursday", { checkin: "2026-11-24" }],
    ["actually 3 nights", { nights: 3 }],
    ["make it Dammam instead of Jeddah", { city: "Dammam" }],
    ["change the city from Jeddah to Dammam", { city: "Dammam" }],
    ["7ott 3 layali", { nights: 3 }],
    ["5aleeha el dammam badal jeddah", { city: "Dammam" }],
    ["la, el sabt mo el khamees", { checkin: "2026-11-28" }],
    ["la2 msh leltein, 4 layali", { nights: 4 }],
  ])("%s gives the new value alone", (text, expected) => {
    const reading = read(text, open);
    expect(gist(reading)).toEqual(["correct"]);
    expect(valuesOf(reading, "correct")).toEqual(expected);
  });

  it.each(["أقصد الأحد مو الخميس", "no, Sunday", "قصدي الحد مش الخميس", "7otha yom el 2a7ad"])(
    "%s, said on a Sunday, asks which one",
    (text) => {
      const [understanding] = read(text, open).understandings;
      expect(understanding).toMatchObject({
        type: "correct",
        bad: { checkin: { reason: "ambiguous_weekday" } },
      });
    },
  );
});

describe("a correction of who and whither", () => {
  it.each([
    ["غير الاسم الى محمد الحربي", hotelReadBack, { name: "محمد الحربي" }],
    ["غير الاسم لكريم محمود", hotelReadBack, { name: "كريم محمود" }],
    ["لأ اكتب الاسم محمود سيد أحمد", hotelReadBack, { name: "محمود سيد أحمد" }],
    ["change the name to Jane Smith", hotelReadBack, { name: "Jane Smith" }],
    ["ghayar el esm le Mohamed Ali", hotelReadBack, { name: "Mohamed Ali" }],
    ["غير الاسم لمحمد علي", hotelReadBack, { name: "محمد علي" }],
    ["ماجد محمود السيد", hotelReadBack, { name: "ماجد محمود السيد" }],
    ["أقصد ماجد الشهري", hotelReadBack, { name: "ماجد الشهري" }],
    ["الرقم غلط، رقمي ٠٥٥٩٨٧٦٥٤٣", hotelReadBack, { phone: "+966559876543" }],
    ["the number is wrong, it's 0559876543", hotelReadBack, { phone: "+966559876543" }],
    ["غيرو الوقت ٩ الليل", parcelReadBack, { pickup_time: "21:00" }],
    ["خلو المستلم نوره", parcelReadBack, { recipient_name: "نوره" }],
    ["change my number to 0559992222", parcelReadBack, { phone: "+966559992222" }],
    ["make it Dammam instead of Jeddah", parcelAsksCode, { to_city: "Dammam" }],
    ["من الخرج مو الرياض", parcelAsksCode, { from_city: "Al Kharj" }],
    ["not tomorrow, Wednesday", parcelAsksCode, { pickup_date: "2026-11-25" }],
    ["أعتذر، الاستلام يوم الثلاثاء بدلاً من الغد", parcelAsksCode, { pickup_date: "2026-11-24" }],
    ["الأربعاء", parcelAsksCode, { pickup_date: "2026-11-25" }],
  ])("%s gives the new value alone", (text, open, expected) => {
    const reading = read(text, open);
    expect(gist(reading)).toEqual(["correct"]);
    expect(valuesOf(reading, "correct")).toEqual(expected);
  });

  it("asks again for a field that is named without a value", () => {
    expect(read("ابي اغير الموعد", hotelReadBack).understandings).toEqual([
      { type: "correct", fields: {}, ask: ["checkin"] },
    ]);
  });

  it("takes no value from what it denies", () => {
    expect(valuesOf(read("مو جدة", hotelReadBack), "correct")).toEqual({});
  });
});

describe("a wish to change an order that was placed", () => {
  it.each([
    "ابي اغير الموعد",
    "عدلوا لي الحجز لو سمحتوا",
    "عايز اعدل الطلب",
    "أرغب في تعديل حجزي",
    "abi aghayer maw3ed el estelam",
    "I want to change my booking date",
    "can I change the delivery address",
  ])("%s is a correction, though no form is open", (text) => {
    expect(gist(read(text))).toEqual(["correct"]);
  });

  it("names the fields when its service is known", () => {
    const open: Open = { service: "hotel_booking", awaiting: "nothing", filled: [] };
    expect(read("I want to change my booking date", open).understandings).toEqual([
      { type: "correct", fields: {}, ask: ["checkin"] },
    ]);
    expect(valuesOf(read("خلوها الجمعة بدل الخميس", open), "correct")).toEqual({ checkin: "2026-11-27" });
  });
});

describe("an hour of an order that was placed", () => {
  const placed: Open = {
    service: "parcel_delivery",
    awaiting: "nothing",
    filled: ["from_city", "to_city", "contents", "pickup", "pickup_date", "pickup_time", "dropoff", "phone"],
  };

  it.each([
    ["ابي استلامهم بدري، خلوها ١٠ الصبح", { pickup_time: "10:00" }],
    ["خلوها بكرة ٥ العصر", { pickup_date: "2026-11-23", pickup_time: "17:00" }],
    ["make it 10 am", { pickup_time: "10:00" }],
  ])("%s", (text, expected) => {
    expect(valuesOf(read(text, placed), "correct")).toEqual(expected);
  });

  it.each([
    ["لا الوقت مو التاريخ", ["pickup_time"]],
    ["غيروا التاريخ مو الوقت", ["pickup_date"]],
  ])("%s names the field that is not denied", (text, ask) => {
    expect(read(text, parcelAsksCode).understandings).toEqual([{ type: "correct", fields: {}, ask }]);
  });
});
