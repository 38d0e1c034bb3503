/** A value that is taken back in the same breath, and half numbers that are no hour. */
import { describe, expect, it } from "vitest";
import type { AnswerValue } from "../../src/domain/answer.ts";
import { gist, read, valuesOf } from "./reader.ts";

function asking(asked: string, held: Readonly<Record<string, AnswerValue>>) {
  const values = Object.fromEntries(Object.entries(held).map(([name, value]) => [name, { value }]));
  const filled = Object.keys(held);
  return { service: "parcel_delivery", asked, awaiting: "answer" as const, filled, values };
}

const box = { from_city: "Jeddah", to_city: "Tabuk", contents: "كوبايات" };
const asksWeight = asking("weight_kg", box);
const asksDay = asking("pickup_date", { ...box, weight_kg: 4 });

describe("takenBack", () => {
  it.each([
    ["٤ كيلو تقريبا.. لا وزنتها طلعت خمسة ونص", 5.5],
    ["٣ كيلو لا لا وزنته ٤", 4],
    ["٤ كيلو لا طلعت ٥ كيلو", 5],
    ["3 kilos.. no i weighed it, it is 4.5", 4.5],
    ["3 kilo la tele3 4 we nos", 4.5],
  ])("leaves the weight that was meant: %s", (text, weight) => {
    const reading = read(text, asksWeight);
    expect(gist(reading)).toEqual(["answers"]);
    expect(valuesOf(reading, "answers")).toEqual({ weight_kg: weight });
  });

  it.each([
    ["بكرة لا استنى بكرة عندي شيفت، بعد بكرة", "2026-11-24"],
    ["بكرا.. لا بكرا عندي دوام، خلها الاربعاء", "2026-11-25"],
    ["بكره عندي زحمه خلوها الاربع", "2026-11-25"],
    ["tomorrow no wait i have a shift tomorrow, tuesday", "2026-11-24"],
    ["bokra la bokra 3andi shoghl, ba3d bokra", "2026-11-24"],
  ])("leaves the day that was meant: %s", (text, pickup_date) => {
    const reading = read(text, asksDay);
    expect(gist(reading)).toEqual(["answers"]);
    expect(valuesOf(reading, "answers")).toEqual({ pickup_date });
  });

  it.each([
    ["الجمعة لا السبت", { pickup_date: "2026-11-27" }],
    ["بكره، لا تتصلون قبل الخميس", { pickup_date: "2026-11-23" }],
    ["tomorrow, no need to hurry before friday", { pickup_date: "2026-11-23" }],
  ])("takes nothing back where the no is another's: %s", (text, expected) => {
    expect(valuesOf(read(text, asksDay), "answers")).toMatchObject(expected);
  });
});

describe("another change behind the first", () => {
  it.each([
    "zad el3adad 9rna 8, w 5alooha lel 7 el masa mo 6",
    "زاد العدد صرنا ٨، وخلوها لين ٧ المسا مو ٦",
    "we are 8 now, and make it until 7 pm not 6",
  ])("takes nothing of it back: %s", (text) => {
    const held = { kind: "meeting_room", city: "Jeddah", date: "2026-12-01", time: "16:00", people: 6 };
    const values = Object.fromEntries(Object.entries(held).map(([name, value]) => [name, { value }]));
    const open = { service: "virtual_office", awaiting: "read_back" as const };
    const reading = read(text, { ...open, filled: Object.keys(held), values });
    expect(valuesOf(reading, "correct")).toMatchObject({ people: 8 });
  });
});

describe("asNumber", () => {
  it.each([
    ["خمسة ونص", 5.5],
    ["وزنها ٣ ونص", 3.5],
    ["5 w nos", 5.5],
    ["four and a half", 4.5],
  ])("is a weight under the question for it: %s", (text, weight) => {
    expect(valuesOf(read(text, asksWeight), "answers")).toEqual({ weight_kg: weight });
  });

  it.each(["٤ كيلو والاستلام خمسه ونص العصر", "4 kilo, pickup at half past five pm"])(
    "stays an hour beside the weight: %s",
    (text) => {
      expect(valuesOf(read(text, asksWeight), "answers")).toMatchObject({
        weight_kg: 4,
        pickup_time: "17:30",
      });
    },
  );
});

describe("what the recipient pays", () => {
  it.each([
    "وهي هتدفع ٣٥٠ ريال عند الاستلام تجيبوهملي",
    "المستلم يدفع لكم ٣٥٠ ريال وتجيبونها لي",
    "she pays 350 on delivery",
    "he will give the courier 350 riyals, bring it to me",
    "heya hatedfa3 350 3and el estelam",
  ])("is heard while the weight is asked for: %s", (text) => {
    expect(valuesOf(read(text, asksWeight), "answers")).toEqual({
      cod_amount: { amountMinor: 35_000, currency: "SAR" },
    });
  });
});
