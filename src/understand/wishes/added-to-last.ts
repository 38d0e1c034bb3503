/** What is added once an order is placed: words that nobody is sure of may be meant for that order. */
import type { Reading, ReadingContext } from "../../domain/understanding.ts";
import { asksToAdd } from "../../language/replies/asked-to-add.ts";

/** «وفيه ثلاجة بعد زيدوها» once an order is placed: whatever it resembles, it may be meant for that. */
export function addedToLast(text: string, reading: Reading, { open, lastService }: ReadingContext): Reading {
  const isUnclear = reading.understandings.every(({ type }) => type === "unclear");
  if (open || lastService === undefined || !isUnclear || !asksToAdd(text)) return reading;
  return { ...reading, understandings: [{ type: "unclear", candidates: [lastService] }] };
}
