/** The calendar of a partner: its own hours or the office's, Ramadan, and whose holidays it keeps. */
import { describe, expect, it } from "vitest";
import type { OpeningHours, ShiftHours, WeekHours } from "../../src/domain/hours.ts";
import { isOpenAt, nextOpening, promisedBy } from "../../src/orders/promise.ts";
import { calendarOf } from "../../src/partners/calendar.ts";
import { samplePartner } from "../store/sample-partner.ts";

const zone = "Asia/Riyadh";
const daily = (...shifts: ShiftHours[]): WeekHours => ({
  sunday: shifts,
  monday: shifts,
  tuesday: shifts,
  wednesday: shifts,
  thursday: shifts,
  friday: [],
  saturday: shifts,
});
const office: OpeningHours = {
  hours: daily(["09:00", "13:00"], ["16:00", "21:00"]),
  ramadan: daily(["10:00", "15:00"], ["21:00", "01:00"]),
  holidays: [{ date: "2027-02-22" }],
};
const moment = (local: string): number => Date.parse(`${local}:00+03:00`);
const shown = (at: number | undefined) =>
  at === undefined ? undefined : new Date(at + 3 * 3_600_000).toISOString().slice(0, 16);

const own = samplePartner("own", {
  hours: daily(["08:00", "12:00"], ["14:00", "18:00"]),
  ramadan: daily(["21:00", "02:00"]),
  holidays: [{ date: "2027-03-09", until: "2027-03-12" }],
});
const same = samplePartner("same");
const asEver = samplePartner("as_ever", { hours: daily(["08:00", "12:00"]), officeHolidays: false });
const onlyRamadan = samplePartner("only_ramadan", { ramadan: daily(["20:00", "23:00"]) });
const partners = { own, same, asEver, onlyRamadan };

/** 1 Ramadan 1448 is 2027-02-08, 1 Shawwal 2027-03-09 by Umm al-Qura. */
describe("calendarOf", () => {
  it.each([
    ["own", "2027-02-06T10:00", true, "its own hours"],
    ["own", "2027-02-06T13:00", false, "the noon break of its own"],
    ["own", "2027-02-06T15:00", true, "the second shift"],
    ["own", "2027-02-07T10:00", true, "the last day before Ramadan"],
    ["own", "2027-02-08T10:00", false, "the first day of Ramadan, by day"],
    ["own", "2027-02-08T22:00", true, "the first night of Ramadan"],
    ["own", "2027-02-09T01:30", true, "past midnight in Ramadan"],
    ["own", "2027-02-09T02:00", false, "the end of that night's shift"],
    ["own", "2027-02-22T22:00", false, "an office's holiday, which it keeps"],
    ["own", "2027-02-23T01:00", false, "the night after a holiday, whose shift never began"],
    ["own", "2027-03-08T22:00", true, "the last evening of Ramadan"],
    ["own", "2027-03-09T01:00", true, "that evening's shift, past midnight into its holiday"],
    ["own", "2027-03-09T10:00", false, "the first day of its holiday"],
    ["own", "2027-03-11T10:00", false, "a day inside its holiday"],
    ["own", "2027-03-13T10:00", true, "the day after its holiday, in hours as ever"],
    ["same", "2027-02-06T12:30", true, "the office's hours"],
    ["same", "2027-02-08T12:30", true, "the office's Ramadan hours"],
    ["same", "2027-02-08T16:30", false, "the office's break in Ramadan"],
    ["same", "2027-02-09T00:30", true, "the office's night in Ramadan"],
    ["same", "2027-02-22T12:30", false, "the office's holiday"],
    ["asEver", "2027-02-08T09:00", true, "own hours in Ramadan, where it has none for it"],
    ["asEver", "2027-02-08T22:00", false, "the office's Ramadan night, which is not its own"],
    ["asEver", "2027-02-22T09:00", true, "an office's holiday that it does not keep"],
    ["onlyRamadan", "2027-02-06T12:30", true, "the office's hours, with a Ramadan of its own"],
    ["onlyRamadan", "2027-02-08T12:30", false, "the office's Ramadan day, which is not its own"],
    ["onlyRamadan", "2027-02-08T21:00", true, "its own Ramadan evening"],
  ] as const)("of %s at %s is open: %s (%s)", (name, local, open, _why) => {
    expect(isOpenAt(calendarOf(partners[name], office), zone, moment(local))).toBe(open);
  });

  it.each([
    ["own", "2027-02-07T17:00", 120, "2027-02-08T22:00", "over the change to Ramadan"],
    ["own", "2027-02-08T23:00", 240, "2027-02-09T22:00", "from one Ramadan night to the next"],
    ["own", "2027-03-08T23:00", 240, "2027-03-13T09:00", "over Ramadan's end and the feast"],
    ["same", "2027-02-20T23:30", 120, "2027-02-21T10:30", "from the night to the next morning"],
    ["same", "2027-02-21T23:30", 120, "2027-02-23T10:30", "over a holiday in Ramadan"],
    ["asEver", "2027-02-21T11:00", 120, "2027-02-22T09:00", "on the office's holiday, which it works on"],
  ] as const)("of %s promises from %s in %i minutes: %s (%s)", (name, from, minutes, until, _why) => {
    const calendar = calendarOf(partners[name], office);
    expect(shown(promisedBy(calendar, zone, moment(from), minutes))).toBe(until);
  });

  it("knows the two Ramadans of one Gregorian year", () => {
    const calendar = calendarOf(own, office);
    // 1 Ramadan 1451 is 2030-01-05, 1 Ramadan 1452 is 2030-12-26.
    for (const [night, open] of [
      ["2030-01-05T22:00", true],
      ["2030-07-06T22:00", false],
      ["2030-12-26T22:00", true],
      ["2030-12-25T22:00", false],
    ] as const)
      expect([night, isOpenAt(calendar, zone, moment(night))]).toEqual([night, open]);
  });

  it("is the same value for the same partner and office, so that its days are worked out once", () => {
    expect(calendarOf(own, office)).toBe(calendarOf(own, office));
    expect(calendarOf({ ...own, hours: daily() }, office)).not.toBe(calendarOf(own, office));
  });

  it("of a partner that never opens never opens", () => {
    const never = samplePartner("never", { hours: daily() });
    expect(nextOpening(calendarOf(never, office), zone, moment("2027-02-06T10:00"))).toBeUndefined();
  });
});
