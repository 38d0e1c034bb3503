/**
 * The Hijri calendar of Umm al-Qura, which Saudi papers use: months as people write them, and conversion both ways. Months begin
 * as the published tables say (temporal-polyfill); years 1300–1600 are known.
 */
import { Temporal } from "temporal-polyfill/full";
import { dateOfDay, dayNumber } from "../times/clock.ts";

export type HijriDate = { readonly year: number; readonly month: number; readonly day: number };

/** Month names as the office writes them, 1 Muharram first. */
export const hijriMonths = {
  ar: [
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة",
    "ذو الحجة",
  ],
  en: [
    "Muharram",
    "Safar",
    "Rabi I",
    "Rabi II",
    "Jumada I",
    "Jumada II",
    "Rajab",
    "Shaban",
    "Ramadan",
    "Shawwal",
    "Dhul Qadah",
    "Dhul Hijjah",
  ],
} as const;

const calendar = "islamic-umalqura";
const firstYear = 1300;
const lastYear = 1600;

/** Day number of the first of each month already asked for, by months since 1 Muharram of year 0. */
const monthStarts = new Map<number, number>();
function monthStart(index: number): number {
  const known = monthStarts.get(index);
  if (known !== undefined) return known;
  const first = Temporal.PlainDate.from({
    calendar,
    year: Math.floor(index / 12),
    month: (index % 12) + 1,
    day: 1,
  });
  const start = dayNumber(first.withCalendar("iso8601").toString());
  monthStarts.set(index, start);
  return start;
}

/** Days in a Hijri month: 29 or 30. */
export function daysInHijriMonth(year: number, month: number): number {
  const index = year * 12 + month - 1;
  return monthStart(index + 1) - monthStart(index);
}

/** The Gregorian date (`YYYY-MM-DD`) of a Hijri day; undefined when there is no such day (30th of a 29-day month). */
export function fromHijri({ year, month, day }: HijriDate): string | undefined {
  if (year < firstYear || year > lastYear || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysInHijriMonth(year, month)) return undefined;
  return dateOfDay(monthStart(year * 12 + month - 1) + day - 1);
}

/** The Hijri day of a Gregorian date. Throws RangeError outside 1300–1600 AH (1882–2174). */
export function toHijri(date: string): HijriDate {
  const day = dayNumber(date);
  // A mean lunation is 29.530588 days; 1 Muharram 1300 was 1882-11-12. The guess is never off by more than one month.
  let index = firstYear * 12 + Math.floor((day - dayNumber("1882-11-12")) / 29.530588);
  if (!(index >= firstYear * 12 && index < lastYear * 12)) throw new RangeError(`No Hijri date for ${date}`);
  if (monthStart(index) > day) index -= 1;
  else if (monthStart(index + 1) <= day) index += 1;
  return { year: Math.floor(index / 12), month: (index % 12) + 1, day: day - monthStart(index) + 1 };
}
