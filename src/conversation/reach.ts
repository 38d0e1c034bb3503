/**
 * Customers whom nothing reaches any more: they blocked the line, or have no account there. Nothing is said; staff hear of it where something
 * of theirs is under way or something for them was not taken, and call. The case ends by itself once they are there again.
 */
import type { Conversation } from "../domain/conversation.ts";
import type { Event } from "../domain/event.ts";
import { isClosed } from "../orders/status.ts";
import { wantPerson } from "./person.ts";
import type { Work } from "./work.ts";

type ReachChanged = Extract<Event, { readonly type: "reach_changed" }>;

export function stepReachChanged(work: Work, event: ReachChanged): void {
  const wasGone = work.goneAt !== undefined;
  work.silent = true;
  if (event.reached) {
    endGone(work);
    return;
  }
  work.goneAt ??= Math.min(event.since ?? work.at, work.at);
  const order = work.orders.find(({ status }) => !isClosed(status));
  if (misses(event, order !== undefined) || (order && !wasGone))
    wantPerson(work, "unreachable", false, order?.ref);
}

/** They wrote, or the platform reaches them again: what staff were to call about is no case any more, unless one of them has taken it. */
export function endGone(work: Pick<Work, "goneAt" | "person">): void {
  work.goneAt = undefined;
  if (isGoneCase(work.person)) work.person = undefined;
}

/** Is it a case of nothing but that, which nobody has taken? */
export function isGoneCase(person: Conversation["person"]): boolean {
  return person?.reason === "unreachable" && person.agent === undefined;
}

/** A reminder of something unfinished is nothing to call anybody about, nor is a mere answer where no order is open. */
function misses({ undelivered }: ReachChanged, hasOrder: boolean): boolean {
  if (!undelivered || undelivered.kind === "reminder") return false;
  return hasOrder || undelivered.owed === true || undelivered.kind !== "reply";
}
