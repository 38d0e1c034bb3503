/** An order as its chat remembers it, after a change of the order. */
import type { OrderSummary } from "../../domain/conversation.ts";
import type { Order } from "../../domain/order.ts";
import { stageOf, untakenIn } from "../../orders/status.ts";

/** The summaries with what became of an order; the very list where it is none of them. */
export function remembering(summaries: readonly OrderSummary[], order: Order): readonly OrderSummary[] {
  if (!summaries.some(({ ref }) => ref === order.ref)) return summaries;
  return summaries.map((summary) => (summary.ref === order.ref ? updated(summary, order) : summary));
}

/** What the order does not tell itself stays as it was. */
function updated(
  { draft, placedAt, about, likeness, entryKey, unreadAt }: OrderSummary,
  order: Order,
): OrderSummary {
  return {
    ...{ ref: order.ref, draft, service: order.service, flowHash: order.flowHash, placedAt, about, likeness },
    ...(entryKey !== undefined && { entryKey }),
    ...(unreadAt !== undefined && { unreadAt }),
    ...progressOf(order),
    ...(order.about !== undefined && { of: order.about }),
    ...(order.complaint?.reopened && { reopened: true as const }),
    ...(order.complaint?.settled && { settledBy: order.complaint.settled.by }),
  };
}

export type Progress = Pick<
  OrderSummary,
  "status" | "stage" | "changedAt" | "since" | "promisedBy" | "partner" | "handed" | "choosing"
>;

/** Where an order stands, as far as its customer may ask. */
export function progressOf(order: Order): Progress {
  const stage = stageOf(order.state);
  return {
    status: order.state.status,
    changedAt: order.changedAt,
    ...(order.state.at !== order.changedAt && { since: order.state.at }),
    ...(stage !== undefined && { stage }),
    ...(order.promisedBy !== undefined && { promisedBy: order.promisedBy }),
    ...(order.partner && { partner: order.partner.name }),
    ...(order.shownPrices && { choosing: true as const }),
    ...untakenIn(order),
  };
}
