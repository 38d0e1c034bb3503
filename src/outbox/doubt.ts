/**
 * A hand-over whose end nobody knows: the platform may have the message though it did not say so, or the process died before it could write
 * it down. Such a message is tried once more at most; from then on it is told as what it is, never as sent once or as not sent.
 */
import type { ChannelProblem } from "../channels/channel.ts";
import type { OutboxRow } from "../store/engine.ts";
import { doubtIn } from "./retry.ts";

/** May the customer have it already? */
export function isInDoubt({ possibleRepeat, unsure }: OutboxRow): boolean {
  return possibleRepeat || (unsure ?? 0) > 0;
}

/**
 * How many hand-overs of it the customer may have got; two that failed by the platform's own word count as one. What was in flight at a kill counts as one, too.
 * @param knowsRepeats its channel does: there it arrives once, however often it is handed over
 */
export function doubtsOf({ possibleRepeat, unsure = 0 }: OutboxRow, knowsRepeats: boolean): number {
  return unsure + (possibleRepeat && !knowsRepeats ? 1 : 0);
}

/** The row after a try that ended with this problem. What its line's own prudence kept back was not tried at all. */
export function afterTry(row: OutboxRow, problem: ChannelProblem): OutboxRow {
  if (problem.type === "held") return row;
  const unsure = (row.unsure ?? 0) + doubtIn(problem);
  return { ...row, attempts: row.attempts + 1, ...(unsure > 0 && { unsure }) };
}

/** Why it waits, or is not tried any more: what the platform refuses for good has not arrived at that time. */
export function reasonOf(row: OutboxRow, { type }: ChannelProblem): string {
  const isCertain = type === "address_gone" || type === "refused";
  return isInDoubt(row) && !isCertain ? "unsure" : type;
}

/** Why it does not leave (again): the customer stopped messages, a later reply took its place, or it has nothing to say any more. */
export function endReason(row: OutboxRow, reason: "opted_out" | "overtaken" | "moot"): string {
  if (!isInDoubt(row)) return reason;
  if (reason === "moot") return "unsure";
  return reason === "opted_out" ? "unsure_withdrawn" : "unsure_overtaken";
}
