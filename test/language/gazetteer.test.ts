import { describe, expect, it } from "vitest";
import { gazetteer } from "../../src/language/places/gazetteer.ts";
import { findPlaces } from "../../src/language/places/places.ts";

const { places, spellings } = gazetteer();

describe("gazetteer", () => {
  it("holds the Kingdom's cities, its neighbours and the world's", () => {
    expect(places.length).toBeGreaterThanOrEqual(500);
    expect(places.filter(({ country, kind }) => country === "SA" && kind === "city").length).toBeGreaterThan(
      140,
    );
    for (const country of [
      "AE",
      "KW",
      "QA",
      "BH",
      "OM",
      "EG",
      "JO",
      "LB",
      "SY",
      "IQ",
      "YE",
      "SD",
      "TR",
      "MA",
    ]) {
      expect(places.some((place) => place.country === country && place.kind === "city")).toBe(true);
      expect(places.some((place) => place.country === country && place.kind === "country")).toBe(true);
    }
  });

  it("reports the names that orders carry", () => {
    const names = new Set(places.map(({ en }) => en));
    const fixed =
      "Riyadh,Jeddah,Makkah,Medina,Dammam,Khobar,Taif,Abha,Khamis Mushait,Tabuk,Hail,Buraydah,Qassim,Jubail,Yanbu,Najran,Jizan,Al Ahsa,Cairo,Alexandria,Dubai,Istanbul";
    expect(fixed.split(",").filter((name) => !names.has(name))).toEqual([]);
  });

  it("gives each place one id and one English name", () => {
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
    expect(new Set(places.map(({ en }) => en.toLowerCase())).size).toBe(places.length);
    for (const { id, country } of places)
      expect(id).toMatch(new RegExp(`^${country.toLowerCase()}-[a-z0-9-]+$`));
  });

  it("keeps every spelling folded", () => {
    for (const key of spellings.keys())
      expect(key).toMatch(/^[a-z0-9'\u0620-\u06ff]+(?: [a-z0-9'\u0620-\u06ff]+)*$/);
  });

  it("finds every place by its own Arabic name, alone or after «مدينة»", () => {
    // Two names that two places share go to the one that is meant more often here.
    const shared = new Set(["Oman"]);
    const lost = places.filter(({ ar, en, kind }) => {
      if (shared.has(en)) return false;
      const text = kind === "city" ? `مدينة ${ar}` : ar;
      return ![ar, text].some((words) => findPlaces(words).some(({ value }) => value.en === en));
    });
    expect(lost.map(({ en }) => en)).toEqual([]);
  });

  it("finds every place by its own English name", () => {
    const lost = places.filter(
      ({ en }) => !findPlaces(en.replace(/[()]/g, "")).some(({ value }) => value.en === en),
    );
    expect(lost.map(({ en }) => en)).toEqual([]);
  });
});
