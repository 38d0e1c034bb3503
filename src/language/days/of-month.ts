/** «من الشهر», «الشهر الجاي», "of next month" behind a day of the month: which month that is. */
import { type Pieces, wordAt } from "../pieces.ts";
import { addMonths, firstOfMonth } from "../times/clock.ts";
import type { Day, Explicit } from "./date-explicit.ts";
import { comingWords, pastWords } from "./date-words.ts";

/** «من ١ إلى ٤ الشهر الجاي», "1 to 4 of next month". */
export function ofMonthNamed(pieces: Pieces, day: Day, today: string): Explicit | undefined {
  const of = readOfMonth(pieces, day.next, true);
  if (of?.ahead === undefined) return undefined;
  const month = of.ahead === 1 ? addMonths(firstOfMonth(today), 1) : today;
  const { start } = day;
  return {
    day: day.day,
    month: Number(month.slice(5, 7)),
    calendar: "gregorian",
    start,
    next: of.next,
    end: of.end,
  };
}

/** «من الشهر», «الشهر الجاي», "of next month" behind a day: which month it is, counted from this one, where that is said. */
type OfMonth = { readonly ahead: 0 | 1 | undefined; readonly next: number; readonly end: number };

export function readOfMonth(pieces: Pieces, at: number, isDay: boolean): OfMonth | undefined {
  let from = at;
  while (/^(?:من|في|of|the|men|fel|fe)$/.test(wordAt(pieces, from)) && from < at + 2) from += 1;
  const lead = /^(?:next|this|هذا|نفس)$/.test(wordAt(pieces, from)) ? wordAt(pieces, from) : "";
  const noun = lead === "" ? from : from + 1;
  const word = wordAt(pieces, noun);
  if (!/^(?:الشهر|بالشهر|هالشهر|month|elshahr|shahr)$/.test(word)) return undefined;
  if (pastWords.has(wordAt(pieces, noun + 1))) return undefined;
  const coming = comingWords.has(wordAt(pieces, noun + 1)) && pieces[noun]?.type === "arabic";
  // «٥ بالشهر», "5 a month" are a rate.
  const told = isDay || coming || lead !== "" || wordAt(pieces, at) === "من" || wordAt(pieces, at) === "of";
  if (!told) return undefined;
  const next = coming ? noun + 2 : noun + 1;
  const ahead = coming || lead === "next" ? 1 : lead === "" && word !== "هالشهر" ? undefined : 0;
  return { ahead, next, end: pieces[next - 1]?.end ?? 0 };
}
