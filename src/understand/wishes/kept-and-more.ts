/**
 * What is not to be cancelled, and what is to be done with it instead («لا تلغيه بس اجله ليوم الاحد», "don't cancel it, just move it to Sunday"); and the
 * question that asks for the end of it («ما تلغونه؟», «متلغوه بقى؟»).
 */
import type { Reading } from "../../domain/understanding.ts";
import type { Span, Word } from "../words.ts";
import { keepsOrder } from "./keeps.ts";

const mostKept = 7;
const joins = /^(?:بس|لكن|ولكن|انما|but|just|only|and|instead|bas|bs|bss)$/;

/** What is only kept, with the "but" behind it; undefined where nothing more is said. */
function keptBefore(words: readonly Word[]): Span | undefined {
  const most = Math.min(mostKept, words.length - 1);
  for (let length = most; length >= 1; length--) {
    const kept = words.slice(0, length);
    const [first, last] = [kept[0], kept.at(-1)];
    if (!first || !last || joins.test(last.text) || !keepsOrder(kept)) continue;
    const more = words.findIndex(({ text }, at) => at >= length && !joins.test(text));
    const end = words[more - 1]?.end;
    return end === undefined ? undefined : { start: first.start, end };
  }
  return undefined;
}

const asksToCancel =
  /^(?:(?:طيب|طب|بس|ليش|ليه|لماذا|لو سمحت\p{L}*|leish|lesh|leh|why) )*(?:ما ت(?:لغ|كنسل)\p{L}{0,4}|مت(?:لغ|كنسل)\p{L}{0,4}|ma te?l['3]?(?:gh|8|g)[a-z']*|ma tkansel[a-z]*)(?: (?:لي|الطلب|الحجز|الموعد|بقى|بقي|وخلاص|وتريحون\p{L}*|وتريحن\p{L}*|وتخلصون\p{L}*|el|al|talab|7ajz))*$/u;
/** Put as a question it asks for it: «لا تلغونه» forbids, «ما تلغونه؟» suggests. */
export const asksForEnd = (text: string, words: readonly Word[]): boolean =>
  (/[?؟]\s*$/.test(text) || /^(?:ليش|ليه|leish|lesh)/u.test(words[0]?.key ?? "")) &&
  [words.map(({ key }) => key), words.map((word) => word.text)].some((said) =>
    asksToCancel.test(said.join(" ")),
  );

/** What stands behind what is kept, read alone where it changes something. */
export function readBehindKept(
  words: readonly Word[],
  readWithout: (kept: Span) => Reading,
): Reading | undefined {
  const kept = keptBefore(words);
  const read = kept && readWithout(kept);
  return read?.understandings.some(({ type }) => type === "correct" || type === "answers") ? read : undefined;
}
