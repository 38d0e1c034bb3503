/** Who may get offers: licences, pauses, places. */
import { describe, expect, it } from "vitest";
import type { Licence, Partner } from "../../src/domain/partner.ts";
import { holdsPlace } from "../../src/language/places/regions.ts";
import { keptFromOffers, licenceWarnings, servesPlace } from "../../src/partners/ready.ts";
import { samplePartner } from "../store/sample-partner.ts";

const today = "2026-11-22";
const licence = (number: string, expires?: string): Licence => ({
  kind: "transport",
  number,
  ...(expires !== undefined && { expires }),
});
const withLicences = (...licences: Licence[]): Partner => samplePartner("a", { licences });

describe("licenceWarnings", () => {
  it.each([
    ["no end", undefined, []],
    ["an end far away", "2026-12-23", []],
    ["the first day of the warning", "2026-12-22", [["ends_soon", 30]]],
    ["its last day", today, [["ends_soon", 0]]],
    ["an end yesterday", "2026-11-21", [["expired", 1]]],
  ])("tells of a licence with %s", (_name, expires, expected) => {
    const warnings = licenceWarnings(withLicences(licence("1", expires)), today);
    expect(warnings.map((one) => [one.type, one.type === "expired" ? one.daysAgo : one.days])).toEqual(
      expected,
    );
  });

  it("puts what is most pressing first", () => {
    const partner = withLicences(
      licence("later", "2026-12-01"),
      licence("gone", "2026-01-01"),
      licence("ever"),
    );
    expect(licenceWarnings(partner, today).map(({ licence: { number } }) => number)).toEqual([
      "gone",
      "later",
    ]);
  });
});

describe("keptFromOffers", () => {
  it("lets an active partner have offers up to the last day of its licences", () => {
    expect(keptFromOffers(withLicences(licence("1", today)), today)).toBeUndefined();
    expect(keptFromOffers(withLicences(licence("1"), licence("2", "2026-11-21")), today)).toBe(
      "licence_expired",
    );
  });

  it("keeps a paused one out, whoever paused it", () => {
    for (const state of [
      { status: "paused_by_staff", reason: "x", at: 1 },
      { status: "paused_by_itself", at: 1 },
    ] as const)
      expect(keptFromOffers(samplePartner("a", { state }), today)).toBe("paused");
  });
});

describe("servesPlace", () => {
  it("knows cities, the cities of a region, those of a country, and everywhere", () => {
    expect(servesPlace(samplePartner("a"), "Abha")).toBe(true);
    expect(servesPlace(samplePartner("a", { cities: ["Abha"] }), "Abha")).toBe(true);
    expect(servesPlace(samplePartner("a", { cities: ["Abha"] }), "Jeddah")).toBe(false);
    const east = samplePartner("a", { cities: ["Riyadh"], areas: ["Eastern Province"] });
    for (const [place, is] of [
      ["Dammam", true],
      ["Eastern Province", true],
      ["Riyadh", true],
      ["Jeddah", false],
    ] as const)
      expect([place, servesPlace(east, place)]).toEqual([place, is]);
    const country = samplePartner("a", { areas: ["Kuwait"] });
    expect([servesPlace(country, "Kuwait"), servesPlace(country, "Riyadh")]).toEqual([true, false]);
  });
});

describe("holdsPlace", () => {
  it("counts a region to its country, and never the other way round", () => {
    expect(holdsPlace("Saudi Arabia", "Qassim")).toBe(true);
    expect(holdsPlace("Saudi Arabia", "Buraydah")).toBe(true);
    expect(holdsPlace("Qassim", "Saudi Arabia")).toBe(false);
    expect(holdsPlace("Buraydah", "Unaizah")).toBe(false);
  });
});
