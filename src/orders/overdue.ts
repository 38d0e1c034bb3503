/** Waits that staff must not forget: after so many office minutes they are warned, after twice as many a head is called. */
import type { Overdue } from "../domain/order-clock.ts";

/** What is seen later than this after its time ended in a stop of the office. */
export const stopMs = 5 * 60_000;

export type Wait = {
  /** When it began, epoch milliseconds. */
  readonly since: number;
  /** When so many office minutes of it are over. */
  readonly over: (minutes: number) => number;
  /** Office minutes until the warning. */
  readonly minutes: number;
};

/** When the next of the two is due; undefined once both are done for this wait. */
export function overdueAt(mark: Overdue | undefined, { since, over, minutes }: Wait): number | undefined {
  if (mark?.since !== since) return over(minutes);
  return mark.level === "warned" ? over(2 * minutes) : undefined;
}

/** What this wait has come to by now: a clock that jumps goes straight to a head. */
export function overdueBy(now: number, { since, over, minutes }: Wait): Overdue {
  const isLong = now >= over(2 * minutes);
  const inStop = now - over(isLong ? 2 * minutes : minutes) > stopMs;
  return { since, level: isLong ? "escalated" : "warned", ...(inStop && { inStop }) };
}
