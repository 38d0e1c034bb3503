/** «١٠ سنين لا استنى ٥», "10 years, wait, 5": a bare number right behind a period that is taken back is a period of the same unit. */
import { findNumbers } from "../../language/numbers/numbers.ts";
import type { Candidate } from "./candidate.ts";

/** The no, and what may be said with it before the new number. */
const takesBack =
  /^[\s،,.…!]+(?:(?:لا+|لأ+|استن[ىي]|لحظ[ةه]|قصدي|[أا]قصد|عفو[اًا]*|معليش|no+|wait|sorry|actually|i mean|i meant|la+2?|estanna?|la7za|2asdy|خل[يو]?ها|make it|make that)[\s،,.…!]+){1,4}$/iu;
const nothingBehind = /^\s*(?:$|[،,.!؟?]|بس|فقط|لو سمحت|من فضلك|please|pls|only|bas)/iu;

/** The candidates, with such a number among them as a period. */
export function withSlippedUnits(text: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const periods = candidates.filter(({ type, value }) => type === "duration" && typeof value === "string");
  const slipped = periods.flatMap((period) => slippedBehind(text, period));
  if (slipped.length === 0) return candidates;
  const isFree = (one: Candidate) =>
    slipped.every(({ start, end }) => one.end <= start || one.start >= end || one.type === "duration");
  return [...candidates.filter(isFree), ...slipped].sort((a, b) => a.start - b.start);
}

function slippedBehind(text: string, { end, value }: Candidate): readonly Candidate[] {
  const rest = text.slice(end);
  const [number] = findNumbers(rest);
  if (!number || !takesBack.test(rest.slice(0, number.start)) || !nothingBehind.test(rest.slice(number.end)))
    return [];
  const count = number.value.number;
  const [, before, unit] = /^(P(?:T?))\d+([YMWDH])$/.exec(String(value)) ?? [];
  if (before === undefined || !Number.isInteger(count) || count < 1) return [];
  const span = { start: end + number.start, end: end + number.end };
  return [
    { type: "duration", value: `${before}${count}${unit}`, text: text.slice(span.start, span.end), ...span },
  ];
}
