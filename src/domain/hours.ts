/** Working hours as data: split shifts a weekday, other ones in Ramadan, closed days. What follows from them is in orders/promise.ts. */

export const weekdays = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
] as const;
export type Weekday = (typeof weekdays)[number];

/** Wall-clock times `HH:MM`. One that ends at `00:00` or `24:00`, or before it begins, runs to midnight or past it. */
export type ShiftHours = readonly [from: string, to: string];

/** A day without a shift is closed. */
export type WeekHours = Readonly<Record<Weekday, readonly ShiftHours[]>>;

/** Closed on `date`, and on every day up to `until` where that is given; both `YYYY-MM-DD`. */
export type Holiday = { readonly date: string; readonly until?: string | undefined };

/** When somebody works: the office, or a partner with hours of its own. A holiday is closed whatever its weekday. */
export type OpeningHours = {
  readonly hours: WeekHours;
  /** In place of `hours` from the first to the last of Ramadan by the Umm al-Qura calendar. Left out: the same as ever. */
  readonly ramadan?: WeekHours | undefined;
  readonly holidays: readonly Holiday[];
};
