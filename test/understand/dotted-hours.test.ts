/** An hour written with a point: "tuesday 9.30". */
import { expect, it } from "vitest";
import { holding, read, valuesOf } from "./reader.ts";

it.each(["tuesday 9.30", "الثلاثاء ٩.٣٠"])("is half past nine behind a day: %s", (text) => {
  const asked = holding("clinic_booking", "date", { speciality: "dentist" });
  expect(valuesOf(read(text, asked), "answers")).toEqual({ date: "2026-11-24", time: "09:30" });
});

it("is no hour where something is weighed by it", () => {
  const asked = holding("parcel_delivery", "weight_kg", { from_city: "Riyadh" });
  expect(valuesOf(read("tomorrow 2.50 kg", asked), "answers")).toEqual({
    weight_kg: 2.5,
    pickup_date: "2026-11-23",
  });
});
