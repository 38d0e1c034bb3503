/** When to try a message again that a channel could not take. Pure: chance comes in as a number. */
import type { ChannelProblem } from "../channels/channel.ts";

/** First wait, doubled by each attempt up to the longest. */
const firstWaitMs = 2_000;
const longestWaitMs = 10 * 60_000;
/** A message that could not leave for this long is of no use to anybody any more; staff see it as failed. */
export const giveUpAfterMs = 3 * 24 * 3_600_000;
/** So many hand-overs of one message may have reached the customer without anybody knowing; then staff decide whether it goes again. */
export const mostUnsure = 2;
/** One that its line keeps back has waited for so long without a break, too. */
const fewestKeptMs = 24 * 3_600_000;

export type Decision =
  | { readonly type: "again"; readonly delayMs: number; readonly holds: "chat" | "line" }
  | { readonly type: "give_up" };

/** What a message has behind it. */
export type Past = {
  /** How often it has been tried, from 1; what its line kept back does not count. */
  readonly attempts: number;
  /** How many of them may have reached the customer (`doubtsOf`). */
  readonly unsure: number;
  /** Since it was committed, or staff asked for it once more. */
  readonly ageMs: number;
  /** How long its line has kept it back. */
  readonly keptMs: number;
};

/** How much of a hand-over that may have arrived this end stands for: what its platform says that it failed at seldom has. */
export function doubtIn(problem: ChannelProblem): number {
  if (problem.type !== "retry_later") return 0;
  if (problem.unsure === "answered") return 0.5;
  return problem.unsure === true ? 1 : 0;
}

/** @param chance 0–1; spreads the waits by ±25 % so that chats don't return all at once */
export function decideRetry(problem: ChannelProblem, past: Past, chance: number): Decision {
  switch (problem.type) {
    case "address_gone":
    case "refused":
      return { type: "give_up" };
    case "logged_out":
      // The line waits for its owner: nothing fails meanwhile.
      return { type: "again", delayMs: longestWaitMs, holds: "line" };
    case "held":
      if (past.ageMs > giveUpAfterMs && past.keptMs > fewestKeptMs) return { type: "give_up" };
      return { type: "again", delayMs: problem.afterMs, holds: "chat" };
    case "retry_later": {
      const { attempts, ageMs } = past;
      if (doubtIn(problem) > 0 && past.unsure >= mostUnsure) return { type: "give_up" };
      if (isSpent({ ageMs, attempt: attempts, longestMs: longestWaitMs })) return { type: "give_up" };
      const waits = { firstMs: firstWaitMs, longestMs: longestWaitMs };
      const delayMs = problem.afterMs ?? backOffMs(waits, attempts, chance);
      return { type: "again", delayMs, holds: problem.whole === true ? "line" : "chat" };
    }
    default:
      return problem satisfies never;
  }
}

/** The wait after a try that failed: doubled from the first by each attempt up to the longest, spread by ±25 %. */
export function backOffMs(
  waits: { readonly firstMs: number; readonly longestMs: number },
  attempt: number,
  chance: number,
): number {
  const wait = Math.min(waits.longestMs, waits.firstMs * 2 ** Math.min(attempt - 1, 20));
  return Math.round(wait * (0.75 + chance / 2));
}

/**
 * Older than three days, and tried for nearly as long: time in which nothing could be tried (its line was away, the office
 * stopped) does not count.
 */
export function isSpent(tried: {
  readonly ageMs: number;
  readonly attempt: number;
  readonly longestMs: number;
}): boolean {
  const fewestTries = Math.ceil((0.9 * giveUpAfterMs) / tried.longestMs);
  return tried.ageMs > giveUpAfterMs && tried.attempt >= fewestTries;
}
