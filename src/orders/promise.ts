/**
 * When the office works, and by when it can promise something: split shifts, closed days and holidays, in the office's own zone.
 * A shift that ends at `00:00` or `24:00`, or before it begins, runs to midnight or past it.
 */
import { addDays, instantOf, localDate, weekdayOf } from "../language/clock.ts";

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
type Weekday = (typeof weekdays)[number];

/** Wall-clock times `HH:MM`; a day with no shift is closed, a holiday too whatever its weekday. */
export type OpeningHours = {
  readonly hours: Readonly<Record<Weekday, readonly (readonly [string, string])[]>>;
  readonly holidays: readonly { readonly date: string }[];
};

/** One shift as moments, epoch milliseconds; `end` is exclusive. */
type Shift = { readonly start: number; readonly end: number };

/** How far ahead an opening is looked for: longer than any run of holidays. */
const horizonDays = 60;

/** Worked-out days, by calendar: a promise is made with every order, and its days are the same all day long. */
const known = new WeakMap<OpeningHours, Map<string, readonly Shift[]>>();
const mostKnownDays = 400;

/** The shifts that begin on a date. */
function shiftsOn(office: OpeningHours, zone: string, date: string): readonly Shift[] {
  const days = known.get(office) ?? new Map<string, readonly Shift[]>();
  const key = `${date} ${zone}`;
  const shifts = days.get(key) ?? workOut(office, zone, date);
  if (days.size > mostKnownDays) days.clear();
  days.set(key, shifts);
  known.set(office, days);
  return shifts;
}

function workOut(office: OpeningHours, zone: string, date: string): readonly Shift[] {
  if (office.holidays.some((holiday) => holiday.date === date)) return [];
  const weekday = weekdays[weekdayOf(date)] ?? "sunday";
  return office.hours[weekday].map(([from, to]) => {
    const endsNextDay = to <= from || to === "24:00";
    const endDate = endsNextDay ? addDays(date, 1) : date;
    return {
      start: instantOf(date, from, zone),
      end: instantOf(endDate, to === "24:00" ? "00:00" : to, zone),
    };
  });
}

/** Shifts that have not ended at a moment, in order, from yesterday's night shift on. */
function* shiftsFrom(office: OpeningHours, zone: string, at: number): Generator<Shift> {
  const today = localDate(at, zone);
  for (let day = -1; day <= horizonDays; day += 1) {
    for (const shift of shiftsOn(office, zone, addDays(today, day))) if (shift.end > at) yield shift;
  }
}

/** Whether staff are there at a moment. */
export function isOpenAt(office: OpeningHours, zone: string, at: number): boolean {
  const [shift] = shiftsFrom(office, zone, at);
  return shift !== undefined && shift.start <= at;
}

/** The next moment at which staff are there: `at` itself while open; undefined when the calendar never opens. */
export function nextOpening(office: OpeningHours, zone: string, at: number): number | undefined {
  const [shift] = shiftsFrom(office, zone, at);
  return shift && Math.max(shift.start, at);
}

/**
 * The moment that lies `minutes` of office hours after `at`: closed hours do not count. A calendar that never opens counts plain
 * time, so that a promise is always a moment.
 */
export function promisedBy(office: OpeningHours, zone: string, at: number, minutes: number): number {
  let left = minutes * 60_000;
  for (const shift of shiftsFrom(office, zone, at)) {
    const from = Math.max(shift.start, at);
    if (shift.end - from >= left) return from + left;
    left -= shift.end - from;
  }
  return at + minutes * 60_000;
}
