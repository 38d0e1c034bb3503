/** Shifts, dates and holidays as people type them: any digits, either calendar. */
import { type Holiday, type ShiftHours, type WeekHours, weekdays } from "../domain/hours.ts";
import { fromHijri } from "../language/days/hijri.ts";
import { fold } from "../language/letters/normalise.ts";
import { dateOf } from "../language/times/clock.ts";
import { allRead, type FieldReading, isBad, isRead, type PartnerText, partsOf } from "./partner-text.ts";
import { closedDay, type PartnerField } from "./vocabulary.ts";

/** A day has morning, evening and night, and nobody opens more often. */
const mostShifts = 4;
const mostHolidays = 100;

const shiftPattern = /(\d{1,2})(?::?([0-5]\d))?\s*(?:-|to|الي|حتي)\s*(\d{1,2})(?::?([0-5]\d))?/g;
const closedWords = new Set([fold(closedDay.ar), fold(closedDay.en), "-"]);

/**
 * The hours of a week from its seven fields, by prefix ("" or "ramadan_"). All seven empty: undefined, the office's own. Else an empty
 * day is closed.
 */
export function readWeek(text: PartnerText, prefix: "" | "ramadan_"): FieldReading<WeekHours | undefined> {
  const fields = weekdays.map((day): PartnerField => `${prefix}${day}`);
  if (fields.every((field) => text[field].trim() === "")) return isRead(undefined);
  const days = allRead(fields.map((field) => readDay(text[field], field)));
  if (days.type === "bad") return days;
  const [sunday, monday, tuesday, wednesday, thursday, friday, saturday] = days.value.map((shifts) => shifts);
  return isRead({
    sunday: sunday ?? [],
    monday: monday ?? [],
    tuesday: tuesday ?? [],
    wednesday: wednesday ?? [],
    thursday: thursday ?? [],
    friday: friday ?? [],
    saturday: saturday ?? [],
  });
}

/** `09:00-13:00, 16:00-21:00`; empty or «مغلق» is closed. */
function readDay(typed: string, field: PartnerField): FieldReading<readonly ShiftHours[]> {
  const text = fold(typed).trim();
  if (text === "" || closedWords.has(text)) return isRead([]);
  const found = [...text.matchAll(shiftPattern)];
  const rest = text.replaceAll(shiftPattern, "").replaceAll(/[\s,;و]|and/g, "");
  if (found.length === 0 || rest !== "") return isBad(field, "not_hours", typed.trim());
  const shifts = found.map(([, fromHour = "", fromMinute = "00", toHour = "", toMinute = "00"]) => ({
    from: Number(fromHour) * 60 + Number(fromMinute),
    to: Number(toHour) * 60 + Number(toMinute),
  }));
  // 24:00 is an end alone; and a shift that ends when it begins is nothing, but for a whole day.
  const isWrong = ({ from, to }: Minutes) =>
    from >= dayMinutes || to > dayMinutes || (from === to && from !== 0);
  if (shifts.some(isWrong)) return isBad(field, "not_hours", typed.trim());
  if (shifts.length > mostShifts) return isBad(field, "too_many");
  const sorted = shifts.toSorted((a, b) => a.from - b.from);
  const overlap = sorted.some((shift, at) => at > 0 && shift.from < endOf(sorted[at - 1] ?? shift));
  if (overlap) return isBad(field, "hours_overlap", typed.trim());
  return isRead(sorted.map(({ from, to }): ShiftHours => [clockOf(from), clockOf(to)]));
}

type Minutes = { readonly from: number; readonly to: number };
const dayMinutes = 24 * 60;
const endOf = ({ from, to }: Minutes): number => (to <= from ? to + dayMinutes : to);
const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

const datePattern = /(\d{1,4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,4})\s*(?:هـ?|ه|م|ah|ad)?/g;

/** Beyond these a date is a slip of the finger; they lie well inside the published Hijri tables. */
const firstDate = "1990-01-01";
const lastDate = "2150-12-31";

/** `2027-03-09`, `9/3/2027`, or a Hijri day (`1448-09-01`, `1/9/1448`) as its Gregorian date; undefined when it is no day. */
export function readDate(typed: string): string | undefined {
  const [found, ...more] = [...fold(typed).trim().matchAll(datePattern)];
  return found && more.length === 0 && found[0].trim() === fold(typed).trim() ? dateIn(found) : undefined;
}

function dateIn([, first = "", , second = "", third = ""]: RegExpMatchArray): string | undefined {
  const [year, month, day] = (first.length === 4 ? [first, second, third] : [third, second, first]).map(
    Number,
  );
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = year < 1_700 ? fromHijri({ year, month, day }) : dateOf(year, month, day);
  return date !== undefined && date >= firstDate && date <= lastDate ? date : undefined;
}

/** Days and spans of days, each `2027-02-22` or `2027-03-09 to 2027-03-12`, by date. */
export function readHolidays(typed: string): FieldReading<readonly Holiday[]> {
  const parts = partsOf(typed);
  if (parts.length > mostHolidays) return isBad("holidays", "too_many");
  const read = allRead(parts.map(readHoliday));
  return read.type === "bad" ? read : isRead(read.value.toSorted((a, b) => (a.date < b.date ? -1 : 1)));
}

function readHoliday(typed: string): FieldReading<Holiday> {
  const text = fold(typed).trim();
  const found = [...text.matchAll(datePattern)];
  const rest = text.replaceAll(datePattern, "").replaceAll(/[\s.–-]|to|الي|حتي|من|from/g, "");
  const [date, until] = found.map(dateIn);
  const isOdd =
    found.length === 0 || found.length > 2 || rest !== "" || !date || (found.length === 2 && !until);
  if (isOdd) return isBad("holidays", "not_a_date", typed);
  if (until === undefined || until === date) return isRead({ date });
  return until < date ? isBad("holidays", "dates_reversed", typed) : isRead({ date, until });
}
