import { describe, expect, it } from "vitest";
import { gazetteer } from "../../src/language/places/gazetteer.ts";
import { holdsPlace } from "../../src/language/places/regions.ts";

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
