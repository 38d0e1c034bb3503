/**
 * How fast the line may speak. WhatsApp publishes no limits for its apps; these are what a busy person at a keyboard might write, and less
 * for a number that was linked only lately, which is the kind that gets blocked.
 */
import type { Rate, Rates } from "../channel.ts";

type Warmth = { readonly untilDay: number; readonly aMinute: number };

/** Messages a minute for the whole line, by the days since the number was linked. */
export const warmUp: readonly Warmth[] = [
  { untilDay: 1, aMinute: 10 },
  { untilDay: 3, aMinute: 15 },
  { untilDay: 7, aMinute: 20 },
  { untilDay: Number.POSITIVE_INFINITY, aMinute: 30 },
];

/** An answer may have some parts; then it goes at the pace of reading. */
const chatRate: Rate = { most: 3, everyMs: 3_000 };
/** So much of a minute may go at once, and always what is said in one breath. */
const burstShare = 0.25;
const oneBreath = 3;
const jitterMs = 1_200;
const dayMs = 24 * 3_600_000;

/** @param linkedAt undefined: not linked yet, which is as new as can be */
export function lineRate(linkedAt: number | undefined, now: number): Rate {
  const days = linkedAt === undefined ? 0 : (now - linkedAt) / dayMs;
  const { aMinute } = warmUp.find(({ untilDay }) => days < untilDay) ?? { aMinute: 10 };
  return {
    most: Math.max(oneBreath, Math.floor(aMinute * burstShare)),
    everyMs: Math.round(60_000 / aMinute),
  };
}

/** Rates that grow by themselves: whoever paces by them reads `line` anew each time. */
export function ratesOf(linkedAt: () => number | undefined, now: () => number): Rates {
  return {
    chat: chatRate,
    jitterMs,
    get line() {
      return lineRate(linkedAt(), now());
    },
  };
}

/** How long somebody types at that: a second of thought and 25 ms a character, at most four seconds, a fifth more or less. */
export function typingMs(text: string, chance: number): number {
  return Math.round(Math.min(4_000, 1_000 + text.length * 25) * (0.8 + chance * 0.4));
}
