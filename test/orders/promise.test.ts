/** Promises on calendars: a public table (promise-cases.yaml) of split shifts, Ramadan, holidays, nights and summer time. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { isOpenAt, nextOpening, type OpeningHours, promisedBy } from "../../src/orders/promise.ts";

type Calendar = OpeningHours & { readonly zone: string };
type Case = {
  readonly calendar: string;
  readonly why: string;
  readonly from: string;
  readonly minutes: number;
  readonly until: string;
};

const { calendars, cases } = parse(
  readFileSync(new URL("./promise-cases.yaml", import.meta.url), "utf8"),
) as { readonly calendars: Readonly<Record<string, Calendar>>; readonly cases: readonly Case[] };

function calendarNamed(name: string): Calendar {
  const calendar = calendars[name];
  if (!calendar) throw new Error(`promise-cases.yaml has no calendar ${name}`);
  return calendar;
}

const shown = (moment: number | undefined): string | undefined =>
  moment === undefined ? undefined : new Date(moment).toISOString();

const withoutHours: ReadonlySet<string> = new Set(["never", "shut"]);

describe("promisedBy", () => {
  it.each(cases)("counts working time only: $why", ({ calendar, from, minutes, until }) => {
    const { zone, ...hours } = calendarNamed(calendar);
    const made = promisedBy(hours, zone, Date.parse(from), minutes);
    expect(shown(made)).toBe(shown(Date.parse(until)));
  });

  it.each(cases)("ends while somebody works: $why", ({ calendar, minutes, until }) => {
    const { zone, ...hours } = calendarNamed(calendar);
    const lastMoment = Date.parse(until) - (minutes === 0 ? 0 : 1);
    expect(isOpenAt(hours, zone, lastMoment)).toBe(!withoutHours.has(calendar));
  });

  it("gives the same whatever was asked before", () => {
    const { zone, ...hours } = calendarNamed("office");
    const ofOffice = cases.filter(({ calendar }) => calendar === "office");
    for (const { from, minutes, until } of ofOffice.toReversed())
      expect(promisedBy(hours, zone, Date.parse(from), minutes)).toBe(Date.parse(until));
  });
});

const at = (local: string): number => Date.parse(`${local}:00+03:00`);

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
    const { zone, ...hours } = calendarNamed("office");
    expect(nextOpening(hours, zone, at(from))).toBe(at(until));
  });

  it.each([...withoutHours])("never comes where nobody works: %s", (name) => {
    const { zone, ...hours } = calendarNamed(name);
    expect(nextOpening(hours, zone, at("2026-11-22T10:00"))).toBeUndefined();
    expect(isOpenAt(hours, zone, at("2026-11-22T10:00"))).toBe(false);
  });
});
