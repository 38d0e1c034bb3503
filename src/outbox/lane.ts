/** The rows of one chat that have not left yet, and where they stand. */
import type { OutboxRow } from "../store/engine.ts";

/** Oldest first. At most the first row is under way. */
export type Lane = {
  readonly rows: OutboxRow[];
  sending: boolean;
  /** So many parts of the first one have gone. */
  left: number;
  /** By the monotonic clock. */
  heldUntil: number;
  /** When a timer will look again, by the monotonic clock. */
  lookAt: number;
  /** Where the line's pace has it: standing in the queue, or with leave for one message. */
  pace: "free" | "queued" | "granted";
  /** The first one was under way when it was withdrawn: where it does not leave, it is not tried again. */
  withdrawn: boolean;
  /** The row that the line's own prudence keeps back, where that has been recorded; of another it tells nothing. */
  keptSeq: number | undefined;
};

/** A row's stored moment may lie far off because a clock was set back since: it is not believed further than this. */
export const longestHoldMs = 3_600_000;

/** @param now by the monotonic clock @param realNow by the clock in which rows store their moments */
export function laneOf(row: OutboxRow, now: number, realNow: number): Lane {
  const holdMs = row.notBefore === 0 ? 0 : Math.min(Math.max(row.notBefore - realNow, 0), longestHoldMs);
  return {
    rows: [row],
    sending: false,
    left: 0,
    heldUntil: holdMs === 0 ? 0 : now + holdMs,
    lookAt: Number.POSITIVE_INFINITY,
    pace: "free",
    withdrawn: false,
    keptSeq: undefined,
  };
}

/** How long it waits, by the office's clock; of one that staff asked for once more, since then. */
export function ageOf({ askedAt, createdAt }: OutboxRow, officeNow: number): number {
  return officeNow - (askedAt ?? createdAt);
}

/** The first row has left, or never will. */
export function passFirst(lane: Lane): void {
  lane.rows.shift();
  lane.left = 0;
  lane.pace = "free";
  lane.withdrawn = false;
}
