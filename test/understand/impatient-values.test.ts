/** Values as somebody in a hurry gives them: a total beside the part, a day said twice, what is meant behind what is not, all of us. */
import { describe, expect, it } from "vitest";
import type { AnswerValue } from "../../src/domain/answer.ts";
import { read, valuesOf } from "./reader.ts";

function holding(service: string, asked: string | undefined, held: Readonly<Record<string, AnswerValue>>) {
  const values = Object.fromEntries(Object.entries(held).map(([name, value]) => [name, { value }]));
  const base = { service, filled: Object.keys(held), values };
  return asked === undefined
    ? { ...base, awaiting: "read_back" as const }
    : { ...base, awaiting: "answer" as const, asked };
}

const box = { from_city: "Buraydah", to_city: "Jeddah", contents: "كليجا", quantity: 3 };
const parcelAsksWeight = holding("parcel_delivery", "weight_kg", box);

describe("a total beside its part", () => {
  it.each([
    ["طيب الكرتون ٤ كيلو يعني كلها ١٢ كيلو", 12],
    ["كل كرتون ٥ كيلو، المجموع ١٥ كيلو", 15],
    ["الكرتونة ٣ كيلو والإجمالي ٩ كيلو", 9],
    ["each box is 4 kg so 12 kg total", 12],
    ["el karton 4 kilo ya3ni kollaha 12 kilo", 12],
    ["٤ كيلو", 4],
  ])("is what is meant: %s", (text, expected) => {
    expect(valuesOf(read(text, parcelAsksWeight), "answers")).toEqual({ weight_kg: expected });
  });

  it.each(["ya 3am dah zarf hatewzeno leh", "ya 3am el wazn mesh 3arfo"])(
    "gives no hour to an uncle: %s",
    (text) => {
      expect(valuesOf(read(text, parcelAsksWeight), "answers")).not.toHaveProperty("pickup_time");
    },
  );
});

const stay = { city: "Istanbul", checkin: "2026-12-03", nights: 3, checkout: "2026-12-06" };
const hotelAsksGuests = holding("hotel_booking", "guests", stay);

describe("one new day that is said twice", () => {
  it.each([
    "sorry typo we fly back on the 7th so check out is 7 dec",
    "معليش نرجع يوم ٧، يعني المغادرة ٧ ديسمبر",
    "غلطت، رجعتنا ٧ ديسمبر، المغادرة ٧ ديسمبر",
  ])("changes one end of the stay: %s", (text) => {
    expect(valuesOf(read(text, hotelAsksGuests), "correct")).toEqual({ checkout: "2026-12-07" });
  });
});

describe("how many of us", () => {
  it.each([
    ["e7na 4 ana w zawjti w 2 awlad", 4],
    ["احنا خمسة انا وزوجتي وثلاث بنات", 5],
    ["نحن ٤ أنا وزوجتي وولدان", 4],
    ["for me n my wife", 2],
  ])("is all of us, whoever is told of: %s", (text, guests) => {
    expect(valuesOf(read(text, hotelAsksGuests), "answers")).toMatchObject({ guests });
  });
});

const vat = holding("business_accounts", undefined, {
  kind: "vat_return",
  period: "الربع الرابع 2026",
  phone: "+966530097741",
});

describe("what is meant behind what is not", () => {
  it.each([
    ["لا، الربع الرابع لم ينته بعد! أقصد الربع الثالث ٢٠٢٦", "الربع الثالث ٢٠٢٦"],
    ["الربع الرابع ما خلص لسه، اقصد الربع الثالث", "الربع الثالث"],
    ["the fourth quarter isn't over yet, I meant Q3 2026", "Q3 2026"],
  ])("counts: %s", (text, period) => {
    expect(valuesOf(read(text, vat), "correct")).toEqual({ period });
  });
});

const room = holding("virtual_office", "phone", {
  kind: "training_room",
  city: "Jeddah",
  date: "2026-12-01",
});

describe("an option behind the one that is denied", () => {
  it.each([
    "la mo tadreeb, ghorfat ejtima3at",
    "mmm la mo tadreeb, ghorfat ejtima3at 3adiya",
    "la2 mesh tadreeb, odet egtema3at",
    "لا مو تدريب، غرفة اجتماعات",
    "not a training room, a meeting room",
  ])("is chosen: %s", (text) => {
    expect(valuesOf(read(text, room), "correct")).toEqual({ kind: "meeting_room" });
  });
});

const case_ = holding("legal_consultation", undefined, {
  topic: "فصل بدون إنذار",
  kind: "corporate",
  preferred_date: "2026-11-24",
  phone: "+966544610385",
});

describe("a kind that is named in a change", () => {
  it.each(["عفوا اجعلوها الأربعاء، والقضية عمالية", "خلوها الاربعاء والقضيه عماليه"])(
    "is no new topic: %s",
    (text) => {
      expect(valuesOf(read(text, case_), "correct")).toEqual({
        kind: "labour",
        preferred_date: "2026-11-25",
      });
    },
  );
});

describe("a count with its sign", () => {
  it.each([
    ["can u buy this for me https://www.amazon.sa/dp/B09XS7JWHH x2 black", { quantity: 2, colour: "black" }],
    ["اشتروا لي هذا https://www.amazon.sa/dp/B09XS7JWHH ×٣ لون احمر", { quantity: 3, colour: "احمر" }],
    ["eshtroli https://www.amazon.sa/dp/B09XS7JWHH x4", { quantity: 4 }],
  ])("is no colour: %s", (text, expected) => {
    expect(valuesOf(read(text), "request")).toMatchObject(expected);
  });
});

describe("the week after the coming one", () => {
  it.each([
    "el5amees elly ba3d eljay",
    "الخميس اللي بعد الجاي",
    "elkhamees elli ba3d elgay",
    "thursday after next",
  ])("is a week on: %s", (text) => {
    const { checkin: _in, checkout: _out, nights: _nights, ...begun } = stay;
    const open = holding("hotel_booking", "checkin", begun);
    expect(valuesOf(read(text, open), "answers")).toEqual({ checkin: "2026-12-03" });
  });
});
