/**
 * When the office, or a partner, works, and by when something can be promised: split shifts, Ramadan hours, closed days and holidays,
 * in the office's own zone.
 */
import { type OpeningHours, type WeekHours, weekdays } from "../domain/hours.ts";
import { toHijri } from "../language/days/hijri.ts";
import { addDays, instantOf, localDate, weekdayOf } from "../language/times/clock.ts";

export type { OpeningHours } from "../domain/hours.ts";

/** One shift as moments, epoch milliseconds; `end` is exclusive. */
type Shift = { readonly start: number; readonly end: number };

/** A calendar that is closed for longer than this is taken for one that never opens: a school's summer is shorter. */
const longestClosedDays = 370;
/** How far ahead promises are counted: an hour a week makes 430 hours of it. */
const horizonDays = 3_000;

/** Worked-out days, by calendar: a promise is made with every order, and its days are the same all day long. */
const known = new WeakMap<OpeningHours, Map<string, readonly Shift[]>>();
const mostKnownDays = 800;

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
  if (isHoliday(office, date)) return [];
  const weekday = weekdays[weekdayOf(date)] ?? "sunday";
  const shifts = weekHoursOn(office, date)[weekday].map(([from, to]) => {
    const endsNextDay = to <= from || to === "24:00";
    const endDate = endsNextDay ? addDays(date, 1) : date;
    return {
      start: instantOf(date, from, zone),
      end: instantOf(endDate, to === "24:00" ? "00:00" : to, zone),
    };
  });
  // One that lies in the hour which summer time leaves out does not take place.
  return shifts.filter(({ start, end }) => start < end).sort((one, other) => one.start - other.start);
}

/** The hours of the week that a date lies in: in Ramadan other ones, where there are any. The evening before it is not Ramadan yet. */
export function weekHoursOn({ hours, ramadan }: OpeningHours, date: string): WeekHours {
  return ramadan && toHijri(date).month === ramadanMonth ? ramadan : hours;
}

/** Ramadan is the ninth month (language/days/hijri.ts). */
const ramadanMonth = 9;

function isHoliday({ holidays }: OpeningHours, day: string): boolean {
  return holidays.some(({ date, until }) => day >= date && day <= (until ?? date));
}

/**
 * Shifts that have not ended at a moment, in order, from yesterday's night shift on. Where one begins before the last has ended, the
 * time of both counts once.
 */
function* shiftsFrom(office: OpeningHours, zone: string, at: number): Generator<Shift> {
  const today = localDate(at, zone);
  let reached = Number.NEGATIVE_INFINITY;
  let closedDays = 0;
  for (let day = -1; day <= horizonDays && closedDays <= longestClosedDays; day += 1) {
    closedDays += 1;
    for (const { start, end } of shiftsOn(office, zone, addDays(today, day))) {
      if (end <= Math.max(at, reached)) continue;
      yield { start: Math.max(start, reached), end };
      reached = end;
      closedDays = 0;
    }
  }
}

/** Whether staff are there at a moment. */
export function isOpenAt(office: OpeningHours, zone: string, at: number): boolean {
  return answerOf(office, zone, at).open;
}

function answerOf(office: OpeningHours, zone: string, at: number): Answer {
  const last = answers.get(office);
  if (last && last.zone === zone && at >= last.from && at < last.until) return last;
  const answer = answerAt(office, zone, at);
  answers.set(office, answer);
  return answer;
}

/** What is true from one moment until another. */
type Answer = {
  readonly zone: string;
  readonly open: boolean;
  readonly from: number;
  readonly until: number;
  /** The end of the shift that runs, or of the next one. */
  readonly ends: number;
};

/** The last answer of each calendar: thousands of partners are asked in one go, and again a moment later. */
const answers = new WeakMap<OpeningHours, Answer>();

function answerAt(office: OpeningHours, zone: string, at: number): Answer {
  const [shift] = shiftsFrom(office, zone, at);
  // Closed for much longer than that.
  if (!shift) return { zone, open: false, from: at, until: at + 86_400_000, ends: at };
  const { start, end } = shift;
  if (start <= at) return { zone, open: true, from: start, until: end, ends: end };
  return { zone, open: false, from: at, until: start, ends: end };
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
  // Most lie in the shift that runs or comes next, which is known from the question before.
  const { open, until, ends } = answerOf(office, zone, at);
  const soon = (open ? at : until) + left;
  if (soon <= ends) return soon;
  for (const shift of shiftsFrom(office, zone, at)) {
    const from = Math.max(shift.start, at);
    if (shift.end - from >= left) return from + left;
    left -= shift.end - from;
  }
  return at + minutes * 60_000;
}
