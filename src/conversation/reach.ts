/**
 * Customers whom nothing reaches any more: they blocked the line, or have no account there. Nothing is said; staff hear of it where something
 * of theirs is under way, and call.
 */
import type { Event } from "../domain/event.ts";
import { isClosed } from "../orders/status.ts";
import { wantPerson } from "./person.ts";
import type { Work } from "./work.ts";

export function stepReachChanged(
  work: Work,
  { reached, undelivered }: Extract<Event, { readonly type: "reach_changed" }>,
): void {
  const wasGone = work.goneAt !== undefined;
  work.silent = true;
  work.goneAt = reached ? undefined : (work.goneAt ?? work.at);
  if (reached) return;
  // A reminder of something unfinished is nothing to call anybody about.
  const misses = undelivered !== undefined && undelivered !== "reminder";
  const order = work.orders.find(({ status }) => !isClosed(status));
  if (misses || (order && !wasGone)) wantPerson(work, "unreachable", false, order?.ref);
}
