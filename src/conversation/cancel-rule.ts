/**
 * What cancelling costs once a partner has accepted, by the flow: nothing, a fee, or staff decide. Before that it is free, and once work has
 * begun staff decide in any flow.
 */
import type { OrderSummary } from "../domain/conversation.ts";
import type { Order, OrderChange, Price } from "../domain/order.ts";
import { moveOrder } from "../orders/change.ts";
import { priceOf } from "../orders/fees.ts";
import { isFreeToCancel } from "../orders/status.ts";
import { flowOf } from "./pinned.ts";
import { sentenceNamed } from "./render.ts";
import type { Work } from "./work.ts";

/** E-commerce law: a delay of more than 15 days lets the customer cancel, whatever was agreed. */
const lateMs = 15 * 24 * 3_600_000;

/** An order as it is now, or as its chat remembers it. */
type Cancelled = Pick<OrderSummary, "service" | "flowHash" | "placedAt" | "status"> & {
  readonly partner?: unknown;
};

export type CancelRule =
  | { readonly type: "free" }
  | { readonly type: "fee"; readonly price: Price }
  | { readonly type: "staff" };

/** What the customer's own word does to the order at this moment. */
export function cancelRule({ catalogue, at }: Pick<Work, "catalogue" | "at">, order: Cancelled): CancelRule {
  if (!isFreeToCancel(order.status)) return { type: "staff" };
  if (order.partner === undefined || at - order.placedAt > lateMs) return { type: "free" };
  const { cancel_after: rule, cancel_fee: fee } = flowOf(catalogue, order).dispatch;
  if (rule !== "fee") return { type: rule };
  const { office } = catalogue;
  const vat = office.vat_registered ? sentenceNamed(catalogue, "read_back.vat").say : undefined;
  const line = {
    label: sentenceNamed(catalogue, "cancel.fee").say,
    amount: { amountMinor: fee, currency: "SAR" as const },
    vat: true,
  };
  const price = priceOf([line], vat);
  return price ? { type: "fee", price } : { type: "free" };
}

/** The same of an order's newest state. */
export function cancelRuleOf(work: Pick<Work, "catalogue" | "at">, order: Order): CancelRule {
  return cancelRule(work, { ...order, status: order.state.status });
}

/** The order ended by its customer; with a fee that is its price from now on, and stands in the history. @param note what they agreed to */
export function cancelled(order: Order, rule: CancelRule, note: string, at: number): OrderChange {
  const made = moveOrder(order, { to: "cancelled", note }, { type: "customer" }, at);
  if (rule.type !== "fee") return made;
  const { price } = rule;
  const history = made.history.map((row) => ({ ...row, total: price.total }));
  return { ...made, order: { ...made.order, price }, history };
}
