/** The rows of one chat that have not left yet, and where they stand. */
import type { Capabilities } from "../channels/channel.ts";
import { isUnasked } from "../domain/effect.ts";
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
  /** The row that the line's own prudence keeps back, and since when by the monotonic clock; of another it tells nothing. */
  kept: { readonly seq: number; readonly since: number } | undefined;
  /** When the hand-over of the first one began, by the monotonic clock. */
  begun: number;
};

/** Rows with the same key keep their order: those of a chat, or of one order where the channel holds orders apart. */
export function laneKeyOf(
  { conversation, effect: { notice } }: OutboxRow,
  { ordersApart }: Pick<Capabilities, "ordersApart">,
): string {
  if (ordersApart !== true || !notice) return conversation;
  return `${conversation} ${"order" in notice ? notice.order.ref : notice.type}`;
}

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
    kept: row.kept && { seq: row.seq, since: now },
    begun: 0,
  };
}

/** How long it waits, by the office's clock; of one that staff asked for once more, since then. */
export function ageOf({ askedAt, createdAt }: OutboxRow, officeNow: number): number {
  return officeNow - (askedAt ?? createdAt);
}

/** Does the line's own prudence keep back the first row? */
export function isKept({ kept, rows }: Lane): boolean {
  return kept !== undefined && kept.seq === rows[0]?.seq;
}

/** Messages that a line keeps back, and since when the first of them. */
export type Kept = { readonly since: number; readonly waiting: number };

/** Of this line; undefined: nothing. @returns `since` by the monotonic clock */
export function keptIn(lanes: readonly Lane[], channel: string): Kept | undefined {
  let since = Number.POSITIVE_INFINITY;
  let waiting = 0;
  for (const { rows, kept } of lanes) {
    if (!kept || rows[0]?.channel !== channel || !rows.some(({ seq }) => seq === kept.seq)) continue;
    since = Math.min(since, kept.since);
    waiting += rows.filter(({ seq, effect }) => seq === kept.seq || isUnasked(effect)).length;
  }
  return waiting === 0 ? undefined : { since, waiting };
}

/**
 * What somebody waits for goes before what the line keeps back (docs/decisions/063); each kind keeps its own order. False: nobody waits behind
 * the first one, or it has left in part.
 */
export function passKept({ rows, left }: Lane): boolean {
  const [first] = rows;
  if (!first || left > 0 || !isUnasked(first.effect)) return false;
  const asked = rows.filter(({ effect }) => !isUnasked(effect));
  if (asked.length === 0) return false;
  const unasked = rows.filter(({ effect }) => isUnasked(effect));
  rows.splice(0, rows.length, ...asked, ...unasked);
  return true;
}

/** The first row has left, or never will. */
export function passFirst(lane: Lane): void {
  if (isKept(lane)) lane.kept = undefined;
  lane.rows.shift();
  lane.left = 0;
  lane.pace = "free";
  lane.withdrawn = false;
}
