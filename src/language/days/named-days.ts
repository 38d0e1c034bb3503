/** Days of the Gregorian year that have a name: «اليوم الوطني», «يوم التأسيس», "New Year's Eve", "Christmas". Feasts by the moon are none. */

import { type Pieces, wordAt } from "../pieces.ts";
import { resolveDay } from "./date-explicit.ts";

type Named = { readonly words: readonly string[]; readonly month: number; readonly day: number };

/** Folded words → month and day. The Kingdom's holidays by royal order: 22 February, 11 March, 23 September. */
const names: readonly Named[] = `
2 22: يوم التاسيس|ليوم التاسيس|بيوم التاسيس|founding day|foundation day|yom el ta2sees
3 11: يوم العلم|flag day
9 23: اليوم الوطني|لليوم الوطني|باليوم الوطني|national day|saudi national day|el yom el watani|elyom el watany
12 31: ليله راس السنه|new year's eve|new years eve
1 1: راس السنه الميلاديه|راس السنه|new year's day|new years day|new year's
12 24: christmas eve|ليله الكريسماس
12 25: الكريسماس|كريسماس|christmas day|christmas
`
  .trim()
  .split("\n")
  .flatMap((line) => {
    const [head = "", list = ""] = line.split(": ");
    const [month = 0, day = 0] = head.split(" ").map(Number);
    return list.split("|").map((name) => ({ words: name.split(" "), month, day }));
  })
  .sort((one, other) => other.words.length - one.words.length);

const byFirstWord: ReadonlyMap<string, readonly Named[]> = Map.groupBy(names, ({ words }) => words[0] ?? "");

/** First words of the names. */
export const namedBeginnings: readonly string[] = [...byFirstWord.keys()];

export type NamedDay = {
  readonly date: string;
  readonly next: number;
  readonly start: number;
  readonly end: number;
};

/** The named day at piece `at`, the coming one from `today` on; none behind «بعد», «قبل», "after": that is no day. */
export function readNamedDay(pieces: Pieces, at: number, today: string): NamedDay | undefined {
  const begin = pieces[at];
  const found = byFirstWord
    .get(begin?.word ?? "")
    ?.find(({ words }) => words.every((word, n) => wordAt(pieces, at + n) === word));
  if (!begin || !found || aside.test(wordAt(pieces, at - 1))) return undefined;
  if (/^(?:هجري|الهجري|الهجريه)$/.test(wordAt(pieces, at + found.words.length))) return undefined;
  const date = resolveDay({ day: found.day, month: found.month, calendar: "gregorian" }, today);
  const next = at + found.words.length;
  return date === undefined
    ? undefined
    : { date, next, start: begin.start, end: pieces[next - 1]?.end ?? begin.end };
}

const aside = /^(?:بعد|قبل|عقب|حول|عروض|تخفيضات|خلال|after|before|around|during|ba3d|2abl)$/;
