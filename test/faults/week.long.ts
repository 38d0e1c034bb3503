/** The simulated week with two thousand orders. */
import { describe, expect, it } from "vitest";
import { checkWeek } from "../dispatch/week-checks.ts";
import { openWeek, playWeek } from "../dispatch/week-office.ts";

describe("a week of two thousand orders", () => {
  it.each([1, 2])("brings each to its end or to a person (seed %i)", async (seed) => {
    const week = await openWeek(seed);
    await playWeek(week, 2_000);
    expect(await checkWeek(week, 90)).toBe(2_000);
  });
});
