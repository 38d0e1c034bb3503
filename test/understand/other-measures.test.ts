/** Counts written together with their noun, and counts of something that is not asked for. */
import { describe, expect, it } from "vitest";
import { holding, read, valuesOf } from "./reader.ts";

const answers = (service: string, asked: string, text: string) =>
  valuesOf(read(text, holding(service, asked, {})), "answers");

describe("a count written together with its noun", () => {
  it.each([
    ["clinic_booking", "patient_age", "7yrs", { patient_age: 7 }],
    ["clinic_booking", "patient_age", "12yo", { patient_age: 12 }],
    ["hotel_booking", "guests", "3pax", { guests: 3 }],
    ["hotel_booking", "guests", "4people", { guests: 4 }],
  ] as const)("answers %s.%s: %s", (service, asked, text, expected) => {
    expect(answers(service, asked, text)).toEqual(expected);
  });

  it("tells an age in a first message", () => {
    expect(valuesOf(read("dentist for my son 7yrs in khobar"), "request")).toMatchObject({ patient_age: 7 });
  });
});

describe("a count of something else", () => {
  it.each(["٣ أشخاص", "3 persons", "٤ أنفار", "3 ash5as"])("is no weight: %s", (text) => {
    expect(answers("parcel_delivery", "weight_kg", text)).not.toHaveProperty("weight_kg");
  });

  it.each([
    ["٣ كيلو", 3],
    ["3", 3],
    ["تقريبا ٣ ونص", 3.5],
  ])("leaves a weight alone: %s", (text, weight) => {
    expect(answers("parcel_delivery", "weight_kg", text)).toEqual({ weight_kg: weight });
  });
});

describe("an address with something told behind it", () => {
  it.each([
    "حي الصفا شارع ١٤ والثلاجة فيها خدش",
    "حي الصفا شارع ١٤ ولا تتأخرون",
    "حي الصفا شارع ١٤ بس اتصل قبل ما تجي",
  ])("ends before it: %s", (text) => {
    expect(answers("parcel_delivery", "dropoff", text)).toEqual({ dropoff: { text: "حي الصفا شارع ١٤" } });
  });
});
