/**
 * Moments and the office's wall clock: the only place where an epoch millisecond becomes a date and a time of day, in whatever
 * IANA zone the office keeps, summer time included. Dates are `YYYY-MM-DD`, times `HH:MM`; both are plain strings that sort.
 */

const dayMs = 86_400_000;
/** Modern zones change their offset only at a quarter of an hour of UTC, so one look-up serves the whole quarter. */
const quarterMs = 900_000;

/** Quarters kept a zone: now, two hours from now, the days of promises and reminders. */
const mostQuarters = 256;

type Zone = { readonly formatter: Intl.DateTimeFormat; readonly offsets: Map<number, number> };
const zones = new Map<string, Zone>();

function zoneNamed(zone: string): Zone {
  const known = zones.get(zone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const made: Zone = { formatter, offsets: new Map() };
  zones.set(zone, made);
  return made;
}

/** How far `zone` is ahead of UTC at a moment, in milliseconds. Throws RangeError for an unknown zone. */
export function offsetMsAt(at: number, zone: string): number {
  const { formatter, offsets } = zoneNamed(zone);
  const quarter = Math.floor(at / quarterMs);
  const known = offsets.get(quarter);
  if (known !== undefined) return known;
  // "11/22/2026, 14:05:09": the formatter's own fixed form.
  const wall = formatter.format(at);
  const part = (start: number, end: number): number => Number(wall.slice(start, end));
  const local = Date.UTC(part(6, 10), part(0, 2) - 1, part(3, 5), part(12, 14), part(15, 17), part(18, 20));
  const offsetMs = local - Math.floor(at / 1000) * 1000;
  if (offsets.size >= mostQuarters) offsets.clear();
  offsets.set(quarter, offsetMs);
  return offsetMs;
}

/** The office's date (`YYYY-MM-DD`) at a moment in epoch milliseconds. */
export function localDate(at: number, zone: string): string {
  return dateOfDay(Math.floor((at + offsetMsAt(at, zone)) / dayMs));
}

/** The office's time of day (`HH:MM`) at a moment in epoch milliseconds. */
export function localTime(at: number, zone: string): string {
  return new Date(at + offsetMsAt(at, zone)).toISOString().slice(11, 16);
}

/**
 * The moment, in epoch milliseconds, at which the zone's clocks show `date` and `time`. Shown twice (end of summer time): the
 * first one. Never shown (its begin): as far behind the gap's begin, that is, an hour later on the clock.
 */
export function instantOf(date: string, time: string, zone: string): number {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const before = offsetMsAt(wall - dayMs, zone);
  const after = offsetMsAt(wall + dayMs, zone);
  if (before === after && offsetMsAt(wall - before, zone) === before) return wall - before;
  const first = wall - before;
  const second = wall - after;
  if (offsetMsAt(first, zone) !== before && offsetMsAt(second, zone) === after) return second;
  return first;
}

/** Days since 1970-01-01 of a valid date, and back. */
export function dayNumber(date: string): number {
  return Date.parse(date) / dayMs;
}
export function dateOfDay(day: number): string {
  const known = writtenDays.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * dayMs).toISOString().slice(0, 10);
  if (writtenDays.size >= mostDays) writtenDays.clear();
  writtenDays.set(day, date);
  return date;
}

/** Days as they are written: an office speaks of the same few all day, and every message asks for today's. */
const writtenDays = new Map<number, string>();
const mostDays = 512;

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: string): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** The date `days` later; earlier when negative. */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days in a Gregorian month, `month` 1–12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The date of a year, month and day of the Gregorian calendar; undefined when there is no such day. Years 1900–2999. */
export function dateOf(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1) return undefined;
  if (day > daysInMonth(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The first day of a date's month. */
export const firstOfMonth = (date: string): string => `${date.slice(0, 8)}01`;

/** The same day `months` later, or that month's last day when it is shorter (31 January + 1 = 28 February). */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return dateOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))) ?? date;
}

/** Whether a text is a real `YYYY-MM-DD` date. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return parts !== null && dateOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== undefined;
}
