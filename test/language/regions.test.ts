import { describe, expect, it } from "vitest";
import { gazetteer } from "../../src/language/places/gazetteer.ts";
import { findTowns, holdsPlace } from "../../src/language/places/regions.ts";

const { places } = gazetteer();

describe("the regions", () => {
  it("each hold some cities of the Kingdom, and no city lies in two", () => {
    const regions = places.filter(({ kind, country }) => kind === "region" && country === "SA");
    const cities = places.filter(({ kind, country }) => kind === "city" && country === "SA");
    for (const city of cities) {
      const around = regions.filter((region) => holdsPlace(region.en, city.en));
      expect([city.en, around.length <= 1]).toEqual([city.en, true]);
    }
    const held = regions.map(({ en }) => cities.filter((city) => holdsPlace(en, city.en)).length);
    expect(held.every((count) => count >= 4)).toBe(true);
  });
});

describe("a town and its area in one breath", () => {
  it.each([
    ["القصيم بريدة", ["Buraydah"]],
    ["ابيع جوالي بالقصيم بريدة", ["Buraydah"]],
    ["من بريدة القصيم الى جدة", ["Buraydah", "Jeddah"]],
    ["في المنطقة الشرقية، الدمام", ["Dammam"]],
    ["Qassim, Buraydah", ["Buraydah"]],
    ["from Jeddah, Saudi Arabia to Cairo", ["Jeddah", "Cairo"]],
    ["men el qaseem buraydah", ["Buraydah"]],
  ])("are one place: %s", (text, expected) => {
    expect(findTowns(text).map(({ value }) => value.en)).toEqual(expected);
  });

  it.each([
    ["الرياض والقصيم", ["Riyadh", "Qassim"]],
    ["من القصيم لبريدة", ["Qassim", "Buraydah"]],
    ["القصيم جدة", ["Qassim", "Jeddah"]],
    ["القصيم", ["Qassim"]],
    ["from Saudi Arabia to Jeddah", ["Saudi Arabia", "Jeddah"]],
  ])("are two where they are: %s", (text, expected) => {
    expect(findTowns(text).map(({ value }) => value.en)).toEqual(expected);
  });
});
