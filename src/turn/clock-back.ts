/**
 * Notices that the office's clock went back, after a jump ahead or by hand, also over a restart: what was written meanwhile by moments that have not
 * come yet would wait for them, and is looked at again.
 */
import type { Log } from "../log.ts";

export type ClockMarks = {
  getMark(name: string): Promise<string | undefined>;
  setMark(name: string, value: string): Promise<void>;
};

/** The mark that keeps the latest moment that the clock has shown. */
const latestMark = "clock_latest";
/** Time servers put a clock right by less than this. */
const slackMs = 60_000;
/** One that is back for a moment only is the one that is wrong. */
const settledMs = 30_000;
/** How often the latest moment is written down; a jump is at once. */
const keptEachMs = 3_600_000;

export type ClockBackDeps = {
  /** Puts right what orders and chats wrote down by later moments. */
  readonly dueAgain: (now: number) => Promise<void>;
  /** Left out: what a stop forgets is forgotten. */
  readonly marks?: ClockMarks | undefined;
  readonly log: Log;
};

/** The result is told the clock's moment at each tick, before anything due is done. */
export async function watchClock({
  dueAgain,
  marks,
  log,
}: ClockBackDeps): Promise<(now: number) => Promise<void>> {
  let kept = Number((await marks?.getMark(latestMark)) ?? 0);
  let latest = kept;
  const keep = async (now: number) => {
    // First: a full disk must not keep the timers from firing.
    kept = now;
    await marks?.setMark(latestMark, String(now)).catch((error: unknown) => {
      log.warn({ error }, "the clock's moment could not be kept");
    });
  };
  /** When it was first seen back; undefined while it goes on. */
  let backAt: number | undefined;
  return async (now) => {
    if (now >= latest - slackMs) {
      backAt = undefined;
      latest = Math.max(latest, now);
      if (now - kept >= keptEachMs) await keep(now);
      return;
    }
    if (backAt === undefined || now < backAt) backAt = now;
    if (now - backAt < settledMs) return;
    log.warn({ byMs: latest - now }, "the clock went back; what waits for later moments is looked at again");
    await dueAgain(now);
    backAt = undefined;
    latest = now;
    await keep(now);
  };
}
