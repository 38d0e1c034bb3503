/** Values that the form holds, looked at once more: how a number ends, which hour, the day behind, and whether it is right. */
import { describe, expect, it } from "vitest";
import { gist, read, readingBack, valuesOf } from "./reader.ts";

const parcel = readingBack("parcel_delivery", {
  from_city: "Riyadh",
  to_city: "Jubail",
  contents: "laptop",
  weight_kg: 3,
  pickup_date: "2026-11-23",
  pickup_time: "09:00",
  phone: "+966512340987",
});
const sale = readingBack("c2c_mediation", {
  role: "sell",
  item: "تلاجه",
  price: { amountMinor: 90000, currency: "SAR" },
  phone: "+966533221154",
});

describe("a number that ends otherwise", () => {
  it.each(["الجوال اخره ٤٥ مو ٥٤", "لا رقمي آخره ٤٥", "the number ends in 45 not 54"])(
    "keeps all but its end: %s",
    (text) => {
      expect(valuesOf(read(text, sale), "correct")).toEqual({ phone: "+966533221145" });
    },
  );
});

describe("what ends, and is no number", () => {
  it.each([
    "my visa ends in 20 days",
    "the lease ends in 30 days",
    "my subscription ends with 50 members",
    "الجواز ينتهي ب2027",
    "الإقامة آخرها 15",
    "my passport ends in 2027",
    "abi aroh 10 elsob7",
    "bokra aroh 12",
    "المهلة اخرها 20 نوفمبر",
  ])("leaves the phone alone: %s", (text) => {
    expect(valuesOf(read(text, sale), "correct")).not.toHaveProperty("phone");
  });

  it("is asked about where several numbers are held and none is named", () => {
    const two = readingBack("parcel_delivery", {
      phone: "+966512340987",
      recipient_phone: "+966533221154",
      weight_kg: 3,
    });
    expect(valuesOf(read("الرقم آخره 44", two), "correct")).toEqual({});
    expect(valuesOf(read("رقم المستلم آخره 44", two), "correct")).toEqual({
      recipient_phone: "+966533221144",
    });
  });
});

describe("a value that is asked to be confirmed", () => {
  it("is the one that the form holds", () => {
    const reading = read("الجوال 0533221154 صح؟", sale);
    expect(gist(reading)).toEqual(["correct"]);
    expect(valuesOf(reading, "correct")).toEqual({ phone: "+966533221154" });
  });
});

describe("an hour in the place of the held one", () => {
  it.each(["make it 10 not 9", "خلوها ١٠ مو ٩", "la 10 mo 9"])("is no weight: %s", (text) => {
    expect(valuesOf(read(text, parcel), "correct")).toEqual({ pickup_time: "10:00" });
  });

  it.each([
    "we need 10 chairs not 9",
    "the room number is 5 not 9",
    "put 2 screens not 9",
    "خلوها ١٠ كراسي مو ٩",
    "نبي ١٠ كراتين مو ٩",
    "العمارة 12 مو 9",
    "3ayez 5 ketab mesh 9",
  ])("is none where something is counted or numbered: %s", (text) => {
    expect(valuesOf(read(text, parcel), "correct")).not.toHaveProperty("pickup_time");
  });

  it("is a weight where the form holds that weight", () => {
    expect(valuesOf(read("make it 10 not 3", parcel), "correct")).toEqual({ weight_kg: 10 });
  });
});

describe("the day behind the held one", () => {
  it.each(["لا بكره مش هينفع خلوها بعده", "خليها اليوم اللي بعده", "make it the next day"])(
    "is meant by: %s",
    (text) => {
      expect(valuesOf(read(text, parcel), "correct")).toEqual({ pickup_date: "2026-11-24" });
    },
  );

  it.each([
    "خليها بعدها بساعة",
    "خلوها بعده بساعتين",
    "خليها بعده العصر",
    "don't move it to the next day",
    "keep it, do not make it the next day",
  ])("is not meant by: %s", (text) => {
    expect(valuesOf(read(text, parcel), "correct")).not.toHaveProperty("pickup_date");
  });
});

describe("a phone under a correction", () => {
  it.each([
    "رقم المستلم غير رقمي 0559876543",
    "his number is not mine, it is 0559876543",
    "جوالها 0559876543 مو رقمي",
  ])("is not the customer's own where it is somebody else's: %s", (text) => {
    expect(valuesOf(read(text, parcel), "correct")).not.toHaveProperty("phone");
  });
});

describe("a count in passing", () => {
  const stay = (awaiting: "answer" | "read_back") => ({
    service: "hotel_booking",
    filled: ["city", "checkin", "nights"],
    values: { city: { value: "Jeddah" }, checkin: { value: "2026-12-03" }, nights: { value: 3 } },
    awaiting,
    ...(awaiting === "answer" && { asked: "guests" }),
  });

  it.each(["يكفي 5", "5 بس", "only 5"])("answers the number that is asked for: %s", (text) => {
    const reading = read(text, stay("answer"));
    expect(valuesOf(reading, "correct")).toEqual({});
    expect(valuesOf(reading, "answers")).toEqual({ guests: 5 });
  });

  it("changes the one that the form holds at its read-back", () => {
    expect(valuesOf(read("يكفي 5", stay("read_back")), "correct")).toMatchObject({ nights: 5 });
  });
});
