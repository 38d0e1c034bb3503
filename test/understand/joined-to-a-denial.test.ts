/** What is joined to a denial and is of another kind: told, and not denied. */
import { describe, expect, it } from "vitest";
import type { AnswerValue } from "../../src/domain/answer.ts";
import type { ReadField } from "../../src/domain/understanding.ts";
import { holding, read } from "./reader.ts";

const held: Readonly<Record<string, AnswerValue>> = {
  ...{ from_city: "Riyadh", to_city: "Jeddah", contents: "كتب", weight_kg: 3, pickup_date: "2026-11-22" },
  ...{ pickup: { text: "حي النرجس" }, dropoff: { text: "حي الصفا" }, phone: "+966501234567" },
};
const readBack = holding("parcel_delivery", undefined, held);

function said(text: string): Readonly<Record<string, unknown>> {
  const fields = read(text, readBack).understandings.flatMap((one): (readonly [string, ReadField])[] =>
    one.type === "answers" || one.type === "correct" ? Object.entries(one.fields) : [],
  );
  return Object.fromEntries(fields.map(([name, { value }]) => [name, value]));
}

describe("what is joined to a denial", () => {
  it.each([
    ["الوزن ٥ مو ٣ وانتبهوا قابل للكسر", { weight_kg: 5, fragile: true }],
    ["الوزن ٥ مش ٣ وقابل للكسر", { weight_kg: 5, fragile: true }],
    ["٥ كيلو مش ٣، قابل للكسر", { weight_kg: 5, fragile: true }],
    ["5 kg not 3 and it's fragile", { weight_kg: 5, fragile: true }],
    ["خلوها بكرة مو اليوم ومستعجل", { pickup_date: "2026-11-23", urgent: true }],
  ])("is told: «%s»", (text, values) => {
    expect(said(text)).toEqual(values);
  });

  it.each([
    ["مو قابل للكسر", { fragile: false }],
    ["not very fragile", { fragile: false }],
    ["غير قابل للكسر ومو مستعجل", { fragile: false, urgent: false }],
  ])("is no other's denial: «%s»", (text, values) => {
    expect(said(text)).toEqual(values);
  });
});
