/** Nobody claims an order that waits for staff. */
import type { Order, StatusName } from "../../domain/order.ts";
import { isUndecided } from "../offers.ts";
import { overdueAt, type Wait } from "../overdue.ts";
import { promisedBy } from "../promise.ts";
import type { DueKnown, DueRule } from "./rule.ts";

/** Statuses in which somebody has to take the order up. */
const free: ReadonlySet<StatusName> = new Set(["placed", "approved", "paid", "seeking"]);

/** The wait for a claim; none while somebody has the order, partners are being asked, or the customer chooses. */
export function claimWaitOf(order: Order, { flow, office, zone }: DueKnown): Wait | undefined {
  if (order.claim || order.partner || order.shownPrices || !free.has(order.state.status)) return undefined;
  if (order.offers?.some(isUndecided) || (order.search && !order.search.over)) return undefined;
  const since = Math.max(order.state.at, order.search?.over?.at ?? 0);
  return {
    since,
    over: (minutes) => promisedBy(office, zone, since, minutes),
    minutes: flow.dispatch.claim_minutes ?? office.claim_minutes,
  };
}

export const claimWait: DueRule<"claim_wait"> = {
  kind: "claim_wait",
  at(order, known) {
    const wait = claimWaitOf(order, known);
    return wait && overdueAt(order.clock?.unclaimed, wait);
  },
  notBefore: ({ state }, { flow, office }) =>
    state.at + (flow.dispatch.claim_minutes ?? office.claim_minutes) * 60_000,
};
