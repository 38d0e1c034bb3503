/** A simulated week in small; `npm run faults` plays it with two thousand orders (test/faults/week.long.ts). */
import { describe, expect, it } from "vitest";
import { checkWeek } from "./week-checks.ts";
import { openWeek, playWeek } from "./week-office.ts";

describe("a week of searches, with a holiday and a stop in its middle", () => {
  it("brings each order to its end or to a person, loses no timer and fires none twice", async () => {
    const week = await openWeek(1);
    await playWeek(week, 120);
    expect(await checkWeek(week, 80)).toBe(120);
  }, 120_000);
});
