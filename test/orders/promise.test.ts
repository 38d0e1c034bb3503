/** Promises on the office's calendar: split shifts, Fridays, holidays, midnight, zones with summer time. */
import { describe, expect, it } from "vitest";
import { isOpenAt, nextOpening, type OpeningHours, promisedBy } from "../../src/orders/promise.ts";

const split: readonly (readonly [string, string])[] = [
  ["09:00", "13:00"],
  ["16:00", "21:00"],
];
const office: OpeningHours = {
  hours: {
    sunday: split,
    monday: split,
    tuesday: split,
    wednesday: split,
    thursday: split,
    friday: [],
    saturday: [["16:00", "21:00"]],
  },
  holidays: [{ date: "2026-11-24" }],
};
const riyadh = "Asia/Riyadh";
const at = (local: string): number => Date.parse(`${local}:00+03:00`);
const shown = (moment: number | undefined): string | undefined =>
  moment === undefined ? undefined : new Date(moment + 3 * 3_600_000).toISOString().slice(0, 16);

describe("promisedBy", () => {
  it.each([
    ["inside a shift", "2026-11-22T09:00", 120, "2026-11-22T11:00"],
    ["to the minute on which a shift ends", "2026-11-22T11:00", 120, "2026-11-22T13:00"],
    ["over the noon break", "2026-11-22T12:00", 120, "2026-11-22T17:00"],
    ["from inside the noon break", "2026-11-22T14:30", 60, "2026-11-22T17:00"],
    ["over the night", "2026-11-22T20:30", 60, "2026-11-23T09:30"],
    ["at midnight", "2026-11-23T00:00", 30, "2026-11-23T09:30"],
    ["over a holiday", "2026-11-23T20:30", 60, "2026-11-25T09:30"],
    ["on a holiday", "2026-11-24T10:00", 30, "2026-11-25T09:30"],
    ["over Friday", "2026-11-26T20:00", 120, "2026-11-28T17:00"],
    ["on Friday", "2026-11-27T12:00", 60, "2026-11-28T17:00"],
    ["over several days", "2026-11-25T09:00", 20 * 60, "2026-11-28T18:00"],
  ])("counts office hours only: %s", (_name, from, minutes, until) => {
    expect(shown(promisedBy(office, riyadh, at(from), minutes))).toBe(until);
  });

  it("counts plain time where the office never opens", () => {
    const closed: OpeningHours = {
      hours: { sunday: [], monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [] },
      holidays: [],
    };
    expect(promisedBy(closed, riyadh, at("2026-11-22T10:00"), 30)).toBe(at("2026-11-22T10:30"));
    expect(nextOpening(closed, riyadh, at("2026-11-22T10:00"))).toBeUndefined();
    expect(isOpenAt(closed, riyadh, at("2026-11-22T10:00"))).toBe(false);
  });

  it("follows shifts past midnight", () => {
    const night: OpeningHours = {
      ...office,
      hours: { ...office.hours, sunday: [["20:00", "02:00"]], monday: [["20:00", "24:00"]], tuesday: [] },
      holidays: [],
    };
    expect(isOpenAt(night, riyadh, at("2026-11-23T01:59"))).toBe(true);
    expect(isOpenAt(night, riyadh, at("2026-11-23T02:00"))).toBe(false);
    expect(shown(promisedBy(night, riyadh, at("2026-11-22T23:30"), 60))).toBe("2026-11-23T00:30");
    expect(isOpenAt(night, riyadh, at("2026-11-23T23:59"))).toBe(true);
    expect(isOpenAt(night, riyadh, at("2026-11-24T00:00"))).toBe(false);
  });

  it("keeps the wall clock where summer time begins", () => {
    const berlin: OpeningHours = { ...office, holidays: [] };
    const fridayEvening = Date.parse("2027-03-25T20:00:00+01:00");
    const back = nextOpening(berlin, "Europe/Berlin", Date.parse("2027-03-27T21:30:00+01:00"));
    expect(new Date(back ?? 0).toISOString()).toBe("2027-03-28T07:00:00.000Z");
    expect(isOpenAt(berlin, "Europe/Berlin", fridayEvening)).toBe(true);
  });
});

describe("nextOpening", () => {
  it.each([
    ["2026-11-22T08:59", "2026-11-22T09:00"],
    ["2026-11-22T09:00", "2026-11-22T09:00"],
    ["2026-11-22T12:59", "2026-11-22T12:59"],
    ["2026-11-22T13:00", "2026-11-22T16:00"],
    ["2026-11-22T21:00", "2026-11-23T09:00"],
    ["2026-11-23T23:59", "2026-11-25T09:00"],
    ["2026-11-27T00:00", "2026-11-28T16:00"],
  ])("is after %s at %s", (from, until) => {
    expect(shown(nextOpening(office, riyadh, at(from)))).toBe(until);
  });
});
