import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysInHijriMonth, fromHijri, toHijri } from "../../src/language/days/hijri.ts";
import { dateOfDay, dayNumber } from "../../src/language/times/clock.ts";

describe("fromHijri", () => {
  it.each([
    [1448, 9, 1, "2027-02-08"],
    [1448, 6, 16, "2026-11-26"],
    [1447, 1, 1, "2025-06-26"],
    [1445, 10, 1, "2024-04-10"],
  ])("puts %i-%i-%i where Umm al-Qura does", (year, month, day, date) => {
    expect(fromHijri({ year, month, day })).toBe(date);
  });

  it("refuses the 30th of a month of 29 days, and days and years that are none", () => {
    expect(daysInHijriMonth(1448, 9)).toBe(29);
    expect(fromHijri({ year: 1448, month: 9, day: 30 })).toBeUndefined();
    expect(fromHijri({ year: 1448, month: 13, day: 1 })).toBeUndefined();
    expect(fromHijri({ year: 2026, month: 1, day: 1 })).toBeUndefined();
  });
});

describe("toHijri", () => {
  it("agrees with the runtime's own calendar", () => {
    const calendar = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
      timeZone: "UTC",
      day: "numeric",
      month: "numeric",
      year: "numeric",
    });
    for (let day = dayNumber("2020-01-01"); day < dayNumber("2035-01-01"); day += 13) {
      const parts = calendar.formatToParts(day * 86_400_000);
      const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
      expect(toHijri(dateOfDay(day))).toEqual({ year: part("year"), month: part("month"), day: part("day") });
    }
  });

  it("comes back to the same day", () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber("1883-01-01"), max: dayNumber("2170-01-01") }), (day) => {
        expect(fromHijri(toHijri(dateOfDay(day)))).toBe(dateOfDay(day));
      }),
    );
  });
});
