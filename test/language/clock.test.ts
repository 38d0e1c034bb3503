import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  dateOf,
  daysBetween,
  instantOf,
  isDate,
  localDate,
  localTime,
  weekdayOf,
} from "../../src/language/times/clock.ts";

describe("localDate and localTime", () => {
  it("tell the office's day, not that of UTC", () => {
    const late = Date.parse("2026-11-22T21:30:00Z");
    expect([localDate(late, "Asia/Riyadh"), localTime(late, "Asia/Riyadh")]).toEqual(["2026-11-23", "00:30"]);
    expect(localDate(late, "America/New_York")).toBe("2026-11-22");
  });

  it("follow summer time to the minute", () => {
    const change = Date.parse("2026-10-25T01:00:00Z");
    expect(localTime(change - 60_000, "Europe/Berlin")).toBe("02:59");
    expect(localTime(change, "Europe/Berlin")).toBe("02:00");
  });

  it("know zones that are half an hour off", () => {
    expect(localTime(0, "Asia/Kolkata")).toBe("05:30");
  });
});

describe("instantOf", () => {
  it.each([
    ["2026-11-26", "17:00", "Asia/Riyadh", "2026-11-26T14:00:00.000Z"],
    ["2026-06-01", "09:00", "Europe/Berlin", "2026-06-01T07:00:00.000Z"],
    // Shown twice: the first one. Never shown: an hour on.
    ["2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
    ["2026-03-29", "02:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
    ["2026-04-24", "00:30", "Africa/Cairo", "2026-04-23T22:30:00.000Z"],
  ])("turns %s %s in %s into %s", (date, time, zone, instant) => {
    expect(new Date(instantOf(date, time, zone)).toISOString()).toBe(instant);
  });

  it("goes back to the same wall clock for every hour of a year with summer time", () => {
    for (let hour = 0; hour < 365 * 24; hour += 1) {
      const at = Date.UTC(2026, 0, 1) + hour * 3_600_000;
      const date = localDate(at, "America/New_York");
      const time = localTime(at, "America/New_York");
      const again = instantOf(date, time, "America/New_York");
      expect(localTime(again, "America/New_York")).toBe(time);
      expect([0, 3_600_000]).toContain(at - again);
    }
  });
});

describe("dates as days", () => {
  it("count across months, years and the days of the week", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-11-30", 14)).toBe("2028-01-30");
    expect(daysBetween("2026-11-22", "2026-12-03")).toBe(11);
    expect(weekdayOf("2026-11-22")).toBe(0);
    expect(weekdayOf("1969-12-31")).toBe(3);
  });

  it("refuse days that no month has", () => {
    expect(dateOf(2026, 11, 31)).toBeUndefined();
    expect(dateOf(2028, 2, 29)).toBe("2028-02-29");
    expect([isDate("2026-02-30"), isDate("2026-2-3"), isDate("2026-02-28")]).toEqual([false, false, true]);
  });
});
