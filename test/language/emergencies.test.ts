/** Emergencies by exact words: every saying of a life in danger, none of the everyday words that sound like one. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { emergencyIn, isEmergency } from "../../src/language/guarded/emergencies.ts";
import { no, yes } from "./emergency-sayings.ts";
import { fire, noFire } from "./fire-sayings.ts";

describe("isEmergency", () => {
  it.each(yes)("hears one in «%s»", (text) => {
    expect(isEmergency(text)).toBe(true);
  });

  it.each(no)("hears none in «%s»", (text) => {
    expect(isEmergency(text)).toBe(false);
  });

  it.each(fire)("hears a fire in «%s»", (text) => {
    expect(emergencyIn(text)).toBe("fire");
  });

  it.each(noFire)("hears no fire in «%s»", (text) => {
    expect(emergencyIn(text)).toBeUndefined();
  });

  it("hears none in how people ask for the services", () => {
    const services = join(import.meta.dirname, "../../flows/services");
    const { for_example } = parse(readFileSync(join(services, "clinic_booking.yaml"), "utf8"));
    const sayings: readonly string[] = [...for_example.ar, ...for_example.en];
    expect(sayings.filter(isEmergency)).toEqual([]);
  });
});
