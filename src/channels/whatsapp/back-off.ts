/** When a browser that ended is opened again. Pure: chance comes in as a number. */

/** First wait, doubled by each failure in a row up to the longest. */
const firstMs = 5_000;
const longestMs = 10 * 60_000;
/** Two browsers that take the link from each other in turn would look like an attack; the other one is left alone for a while. */
const conflictFirstMs = 5 * 60_000;
const conflictLongestMs = 60 * 60_000;

/**
 * @param failures in a row, from 1
 * @param chance 0–1; spreads the waits by ±25 %
 */
export function backOffMs(why: "conflict" | "other", failures: number, chance: number): number {
  const [first, longest] = why === "conflict" ? [conflictFirstMs, conflictLongestMs] : [firstMs, longestMs];
  const wait = Math.min(longest, first * 2 ** Math.min(failures - 1, 20));
  return Math.round(wait * (0.75 + chance / 2));
}
