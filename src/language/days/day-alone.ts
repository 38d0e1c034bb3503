/** A day of the month without its month: «يوم ٢٥», «٢٥ من الشهر الجاي», "on the 25th". */
import { isNumbered } from "../numbers/numbered-nouns.ts";
import { type Pieces, wordAt } from "../pieces.ts";
import { addMonths, firstOfMonth } from "../times/clock.ts";
import { type Day, type Explicit, readDay, resolveDay } from "./date-explicit.ts";
import { isCounted, type Reading, withUntil } from "./date-ranges.ts";
import { isLedDay } from "./day-ordinals.ts";
import { readOfMonth } from "./of-month.ts";

const dayNouns = new Set(["يوم", "ليوم", "بيوم", "بتاريخ", "تاريخ", "yom", "youm", "yoom", "yawm"]);

/** «ال٢٥», «الـ٢٥»: the article right before the digits. */
function hasArticle(pieces: Pieces, at: number): boolean {
  const before = pieces[at - 1];
  const digits = pieces[at];
  if (!before || digits?.type !== "digits" || !/^(?:و|ب|ل|ف)?ال$/.test(before.word)) return false;
  return digits.start === before.end && /^[1-3]?\d$/.test(digits.word) && !isCounted(pieces, at + 1);
}

/** «يوم ٢٥», «٢٥ من الشهر», "on the 25th": the coming one; in a month that has it. */
export function readDayOnly(pieces: Pieces, at: number, today: string): Reading | undefined {
  const before = wordAt(pieces, at - 1);
  const named =
    (dayNouns.has(before) && !/^(?:كل|اي|كم)$/.test(wordAt(pieces, at - 2))) || hasArticle(pieces, at);
  const read = readDay(pieces, at);
  if (!read || read.day > 31 || (isNumbered(pieces, at) && !dayNouns.has(before))) return undefined;
  const month = readOfMonth(pieces, read.next, named);
  const led = isLedDay(pieces, at, read);
  if (!named && !led && !month) return undefined;
  if (!named && !month && !(read.ordinal && pieces[at]?.type === "digits")) return undefined;
  const day = month ? { ...read, next: month.next, end: month.end } : read;
  if (isCounted(pieces, day.next)) return undefined;
  return comingDay(pieces, day, { ahead: month?.ahead === 1 ? 1 : 0, today });
}

/** Within so many months each day comes at least once. */
const monthsAhead = 4;

/** The next such day that is not past, counted from this month or from the one `ahead`. */
function comingDay(
  pieces: Pieces,
  { day, next, start, end }: Day,
  { ahead, today }: { readonly ahead: number; readonly today: string },
): Reading | undefined {
  const place = { next, start, end };
  for (let count = 0; count < monthsAhead; count++) {
    const from = addMonths(firstOfMonth(today), ahead + count);
    const date = resolveDay({ day, month: Number(from.slice(5, 7)), calendar: "gregorian" }, from);
    if (date === undefined || date < today) continue;
    const explicit: Explicit = { day, month: Number(date.slice(5, 7)), calendar: "gregorian", ...place };
    const value = { type: "date", date, calendar: "gregorian" } as const;
    return withUntil(pieces, { ...place, value }, explicit, today);
  }
  return undefined;
}
