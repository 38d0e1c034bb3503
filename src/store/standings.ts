/** How partners have served, added up by days as it happens, and what lies unanswered before them. Written by `EngineStore.commitTurns` alone. */
import type { PartnerId } from "../domain/ids.ts";
import type { Standing } from "../domain/standing.ts";

/** The day that stands for all that was purged: before every other. */
export const longAgo = -1;

const dayMs = 24 * 3_600_000;

/** The day (UTC, counted from 1970) that a moment in epoch milliseconds lies in. */
export const dayOf = (at: number): number => Math.floor(at / dayMs);

export interface StandingStore {
  /**
   * What was seen of each partner on a day or later, and how much before; of whom nothing was ever seen is left out. Not a copy: it follows what is committed. What is
   * purged is added up into one row, so that it was seen stays known.
   */
  since(day: number): Promise<ReadonlyMap<PartnerId, Standing>>;
  /** How many offers each partner can still answer at a moment and has not; who has none is left out. */
  openOffers(at: number): Promise<ReadonlyMap<PartnerId, number>>;
}
