/** Values that the form holds, looked at once more: how a number ends, which hour, the day behind, and whether it is right. */
import { describe, expect, it } from "vitest";
import type { AnswerValue } from "../../src/domain/answer.ts";
import { gist, read, valuesOf } from "./reader.ts";

function holding(service: string, held: Readonly<Record<string, AnswerValue>>) {
  const values = Object.fromEntries(Object.entries(held).map(([name, value]) => [name, { value }]));
  return { service, filled: Object.keys(held), values, awaiting: "read_back" as const };
}

const parcel = holding("parcel_delivery", {
  from_city: "Riyadh",
  to_city: "Jubail",
  contents: "laptop",
  weight_kg: 3,
  pickup_date: "2026-11-23",
  pickup_time: "09:00",
  phone: "+966512340987",
});
const sale = holding("c2c_mediation", {
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
});
