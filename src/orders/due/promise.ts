/** The moment comes by which the customer was promised to hear, and nothing was said yet. */
import type { Order, StatusName } from "../../domain/order.ts";
import { isAnswered } from "../complaint.ts";
import { promisedBy } from "../promise.ts";
import { isClosed } from "../status.ts";
import type { DueKnown, DueRule } from "./rule.ts";

/** Statuses in which something was promised that has not come yet. */
export const promising: ReadonlySet<StatusName> = new Set([
  "placed",
  "approved",
  "paid",
  "seeking",
  "assigned",
]);

/** That a promise can't be kept is told before its moment, not after it. */
const aheadMs = 5 * 60_000;

/** Each promise that is missed makes the next one longer, up to this many times: nobody wants the same apology every two hours. */
const mostTimes = 16;

/** What the customer waits for now. Their approval or payment begins the wait anew; a partner that has the order is news in itself. */
export function promiseOf(order: Order, { flow, office, zone }: DueKnown): number | undefined {
  const { state, promisedBy: promised, partner, shownPrices } = order;
  const { status } = state;
  const isAwaited = flow.complaint
    ? !isClosed(status) && !isAnswered(order, flow.complaint)
    : promising.has(status);
  if (promised === undefined || partner || shownPrices || !isAwaited) return undefined;
  if (status !== "approved" && status !== "paid") return promised;
  return Math.max(promised, promisedBy(office, zone, state.at, flow.dispatch.promise_minutes));
}

/** How much longer the next promise is than the first one was, once so many were missed. */
export const timesLonger = (missed: number): number => Math.min(2 ** missed, mostTimes);

/** The promise that takes the place of a missed one. */
export function promiseAfter(order: Order, now: number, { flow, office, zone }: DueKnown): number {
  const times = timesLonger(order.clock?.missed ?? 0);
  return promisedBy(office, zone, now + aheadMs, flow.dispatch.promise_minutes * times);
}

export const promiseMissed: DueRule<"promise_missed"> = {
  kind: "promise_missed",
  at(order, known) {
    const promised = promiseOf(order, known);
    return promised === undefined ? undefined : Math.max(promised - aheadMs, order.clock?.quietUntil ?? 0);
  },
};
