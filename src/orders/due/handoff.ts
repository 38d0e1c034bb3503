/** The time passes by which a department was to see to what was handed to it: staff are warned, then a head is called. */
import type { Order } from "../../domain/order.ts";
import { overdueAt, type Wait } from "../overdue.ts";
import { nextOpening, promisedBy } from "../promise.ts";
import { isHandedOver, isTaken } from "../status.ts";
import type { DueKnown, DueRule } from "./rule.ts";

/**
 * Nobody is warned before the office opens; a head is called once as many office minutes more are over as an order may wait to be claimed. Counted in
 * steps, not in minutes: the first is the due time itself.
 */
export function handoffWaitOf(order: Order, { flow, office, zone }: DueKnown): Wait | undefined {
  const { handoff } = order;
  if (!handoff || !isHandedOver(order)) return undefined;
  // What came back waits to be taken, and for nothing else.
  if (handoff.back && isTaken(order)) return undefined;
  const { due, at: since } = handoff;
  const more = flow.dispatch.claim_minutes ?? office.claim_minutes;
  const over = (steps: number) =>
    steps === 1 ? (nextOpening(office, zone, due) ?? due) : promisedBy(office, zone, due, more);
  return { since, over, minutes: 1 };
}

export const handoffWait: DueRule<"handoff_wait"> = {
  kind: "handoff_wait",
  at(order, known) {
    const wait = handoffWaitOf(order, known);
    return wait && overdueAt(order.clock?.handoff, wait);
  },
};
