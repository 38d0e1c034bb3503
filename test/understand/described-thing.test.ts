/** What is said of the thing that the form knows already, and what only sounds so. */
import { describe, expect, it } from "vitest";
import { read, readingBack, valuesOf } from "./reader.ts";

const form = readingBack("parcel_delivery", {
  from_city: "Jeddah",
  to_city: "Riyadh",
  contents: "كتب",
  weight_kg: 4,
  pickup_date: "2026-11-26",
});

describe("what is said of the thing", () => {
  it.each([
    ["تكون مغلفة بكرتون", "كتب، تكون مغلفة بكرتون"],
    ["ابيها مغلفة زين", "كتب، ابيها مغلفة زين"],
  ])("is added to it: %s", (text, contents) => {
    expect(valuesOf(read(text, form), "correct")).toEqual({ contents });
  });

  it.each(["ابيه بكره", "عايزه يوم الجمعة", "ابيه الساعة ٥"])("is no day and no hour: %s", (text) => {
    expect(valuesOf(read(text, form), "correct")).not.toHaveProperty("contents");
  });
});
