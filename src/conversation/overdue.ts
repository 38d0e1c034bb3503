/** What nobody took up in time: staff see it on the order, and after twice as long a head finds it among the waiting chats. */
import type { Order } from "../domain/order.ts";
import type { Overdue } from "../domain/order-clock.ts";
import { claimWaitOf } from "../orders/due/claim-wait.ts";
import { stageWaitOf } from "../orders/due/stage-wait.ts";
import { overdueBy, type Wait } from "../orders/overdue.ts";
import { dueKnownOf } from "./due-known.ts";
import { markOrder } from "./order-marks.ts";
import { wantPerson } from "./person.ts";
import type { Work } from "./work.ts";

/** Nobody has claimed it. */
export function warnUnclaimed(work: Work, order: Order): void {
  const wait = claimWaitOf(order, dueKnownOf(work, order));
  if (wait) warn(work, order, wait, (unclaimed) => ({ unclaimed }), "unclaimed");
}

/** It has stood at one stage for too long. */
export function warnStuck(work: Work, order: Order): void {
  const wait = stageWaitOf(order, dueKnownOf(work, order));
  if (wait) warn(work, order, wait, (stuck) => ({ stuck }), "stuck");
}

function warn(
  work: Work,
  order: Order,
  wait: Wait,
  markOf: (mark: Overdue) => Partial<NonNullable<Order["clock"]>>,
  what: "unclaimed" | "stuck",
): void {
  const mark = overdueBy(work.at, wait);
  const isEscalated = mark.level === "escalated";
  markOrder(work, order, markOf(mark), { what: isEscalated ? "escalated" : what, by: { type: "office" } });
  if (isEscalated) callForOverdue(work, order);
}

/** A case for staff, unless the chat has one already: whoever takes that one sees this order, too. */
export function callForOverdue(work: Work, { ref }: Order): void {
  if (work.person && work.person.reason !== "overdue") return;
  wantPerson(work, "overdue", false, ref);
}

/** Whoever does something with the order has taken it up: its case is over, unless a colleague is in the chat for it. */
export function endOverdue(work: Work): void {
  const { person, changes, event } = work;
  if (person?.reason !== "overdue" || person.agent || event.type === "order_due") return;
  if (changes.some(({ order }) => order.ref === person.order)) work.person = undefined;
}
