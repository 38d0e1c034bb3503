/**
 * What cancelling costs once a partner has accepted, by the flow: nothing, a fee, or staff decide. Before that it is free, and once work has
 * begun staff decide in any flow.
 */
import type { Order, OrderChange, Price } from "../../domain/order.ts";
import { moveOrder } from "../../orders/change.ts";
import { isLongLate } from "../../orders/due/long-late.ts";
import { priceOf } from "../../orders/fees.ts";
import { isFreeToCancel } from "../../orders/status.ts";
import type { Catalogue, Flow } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { sentenceNamed } from "../show/render.ts";
import type { Work } from "../work.ts";
import { dueKnownOf } from "./due-known.ts";

export type CancelRule =
  | { readonly type: "free" }
  | { readonly type: "fee"; readonly price: Price }
  | { readonly type: "staff" };

/** What the customer's own word does to the order at this moment. What was paid somebody has to give back; a long delay makes it free, whatever was agreed. */
export function cancelRule({ catalogue, at }: Pick<Work, "catalogue" | "at">, order: Order): CancelRule {
  if (!isFreeToCancel(order.state.status) || order.paidAt !== undefined) return { type: "staff" };
  if (order.partner === undefined || isLongLate(order, dueKnownOf({ catalogue }, order), at))
    return { type: "free" };
  return acceptedRule(catalogue, flowOf(catalogue, order));
}

/** By what the flow says of orders that a partner has accepted. */
export function acceptedRule(catalogue: Catalogue, { dispatch }: Pick<Flow, "dispatch">): CancelRule {
  const { cancel_after: rule, cancel_fee: fee } = dispatch;
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

/** The order ended by its customer; with a fee that is its price from now on, and stands in the history. @param note what they agreed to */
export function cancelled(order: Order, rule: CancelRule, note: string, at: number): OrderChange {
  const made = moveOrder(order, { to: "cancelled", note }, { type: "customer" }, at);
  if (rule.type !== "fee") return made;
  const { price } = rule;
  const history = made.history.map((row) => ({ ...row, total: price.total }));
  return { ...made, order: { ...made.order, price }, history };
}
