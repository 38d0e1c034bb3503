/** The price that the office proposes by itself: what a partner is paid by its fixed price, and the office's own lines. Pure. */
import type { Money } from "../domain/money.ts";
import type { Order, OrderChange, Price } from "../domain/order.ts";
import type { Candidate, LeftCounts } from "../domain/search.ts";
import { nextVersion, priceOrder } from "./change.ts";
import type { DueFlow } from "./due/rule.ts";
import { rowOf } from "./row.ts";

const office = { type: "office" } as const;

/** A price that was not there may be entered with a partner, or a partner be back: it is looked for again so long after a look in vain. */
const looksAgainMs = 10 * 60_000;

/** From when on a price is to be looked for, where it may be proposed: at once, and now and then after a look in vain. */
export function lookedForAt({ changedAt, clock }: Order): number {
  return clock?.unpriced === undefined ? changedAt : clock.unpriced + looksAgainMs;
}

/** The same change, looked at anew at once where the order is another than nobody had a price for. */
export function settleProposal(change: OrderChange): OrderChange {
  const { order, history } = change;
  const isOther = history.some(({ what }) => what === "corrected" || what === "amended");
  if (!isOther || order.clock?.unpriced === undefined) return change;
  const { unpriced: _, ...clock } = order.clock;
  return { ...change, order: { ...order, clock } };
}

/** Whether a price may be proposed: nobody has set one, nor taken the order on. */
export function mayPropose(order: Order, { price, dispatch }: DueFlow): boolean {
  if (price?.propose !== true || isPricedOtherwise(dispatch.strategy) || order.kind !== undefined)
    return false;
  const { state, claim, search } = order;
  if (order.price !== undefined || claim || search) return false;
  return state.status === "placed";
}

/** Only where partners are asked at a fixed price does one follow from theirs. */
export function isPricedOtherwise(strategy: string): boolean {
  return strategy === "office" || strategy === "quotes";
}

/** What the first who are asked together have in common to ask for: the highest of their fixed prices. Undefined: none has one. */
export function highestPay(candidates: readonly Candidate[]): Money | undefined {
  return candidates
    .flatMap(({ pays }) => pays ?? [])
    .reduce<Money | undefined>(
      (most, pay) => (most && most.amountMinor >= pay.amountMinor ? most : pay),
      undefined,
    );
}

/** The order with a price that waits for the customer's approval. @param passedOn what of it is the partner's */
export function proposeOrder(order: Order, price: Price, passedOn: Money, at: number): OrderChange {
  const made = priceOrder(order, price, office, at);
  return { ...made, order: { ...made.order, passedOn } };
}

/** No price follows from partners': staff set it. The first such look is a row of the history. @param left why partners were left out */
export function leaveUnpriced(order: Order, left: LeftCounts, at: number): OrderChange {
  const row = rowOf(order, "unpriced", { at, by: office, search: { asked: 0, left } });
  const rows = order.clock?.unpriced === undefined ? [row] : [];
  return nextVersion({ ...order, clock: { ...order.clock, unpriced: at } }, order, ...rows);
}

/** Who took it is paid less than the customer has approved: the price follows. */
export function lowerPrice(order: Order, price: Price, passedOn: Money, at: number): OrderChange {
  const row = rowOf(order, "priced", { at, by: office, total: price.total });
  return nextVersion({ ...order, price, passedOn }, order, row);
}
