/** When to try a message again that a channel could not take. Pure: chance comes in as a number. */
import type { ChannelProblem } from "../channels/channel.ts";

/** First wait, doubled by each attempt up to the longest. */
const firstWaitMs = 2_000;
const longestWaitMs = 10 * 60_000;
/** A message that could not leave for this long is of no use to anybody any more; staff see it as failed. */
const giveUpAfterMs = 3 * 24 * 3_600_000;
/** … and was tried for nearly as long: time in which its line was away, and nothing could be tried, does not count. */
const fewestTries = Math.ceil((0.9 * giveUpAfterMs) / longestWaitMs);

export type Decision =
  | { readonly type: "again"; readonly delayMs: number; readonly holds: "chat" | "line" }
  | { readonly type: "give_up" };

/**
 * @param attempt how often it has been tried, from 1
 * @param ageMs since the message was committed, or staff asked for it once more
 * @param chance 0–1; spreads the waits by ±25 % so that chats don't return all at once
 */
export function decideRetry(
  problem: ChannelProblem,
  attempt: number,
  ageMs: number,
  chance: number,
): Decision {
  switch (problem.type) {
    case "address_gone":
    case "refused":
      return { type: "give_up" };
    case "logged_out":
      // The line waits for its owner: nothing fails meanwhile.
      return { type: "again", delayMs: longestWaitMs, holds: "line" };
    case "held":
    case "retry_later": {
      if (ageMs > giveUpAfterMs && attempt >= fewestTries) return { type: "give_up" };
      const backOff = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(attempt - 1, 20));
      const isWhole = problem.type === "retry_later" && problem.whole === true;
      const delayMs = problem.afterMs ?? Math.round(backOff * (0.75 + chance / 2));
      return { type: "again", delayMs, holds: isWhole ? "line" : "chat" };
    }
    default:
      return problem satisfies never;
  }
}
