/** A partner that reads more of a customer has something new to forget, whatever it was told before of what they want of their data. */
import type { OrderChange } from "../../domain/order.ts";
import { withoutDataTold } from "../../orders/data-told.ts";
import type { Catalogue } from "../flow/flow.ts";
import { holderTold } from "./partner-news.ts";

/** The same change, which gives its partner the order, or tells it of another value. */
export function withNewData(catalogue: Catalogue, change: OrderChange): OrderChange {
  if (!change.order.dataTold) return change;
  const reads = holderTold(catalogue, change).filter(({ type }) => type !== "order.cancelled");
  const order = reads.reduce((one, { partner }) => withoutDataTold(one, partner.id), change.order);
  return { ...change, order };
}
