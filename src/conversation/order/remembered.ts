/** An order as its chat remembers it, after a change of the order. */
import type { OrderSummary } from "../../domain/conversation.ts";
import type { Order } from "../../domain/order.ts";
import { untakenIn } from "../../orders/status.ts";

/** The summaries with what became of an order; the very list where it is none of them. */
export function remembering(summaries: readonly OrderSummary[], order: Order): readonly OrderSummary[] {
  if (!summaries.some(({ ref }) => ref === order.ref)) return summaries;
  return summaries.map((summary) => (summary.ref === order.ref ? updated(summary, order) : summary));
}

function updated(summary: OrderSummary, order: Order): OrderSummary {
  const { stage: _stage, since: _since, partner: _partner, choosing: _choosing, ...more } = summary;
  const { handed: _handed, ...rest } = more;
  const stage = order.state.status === "in_progress" ? order.state.stage : undefined;
  return {
    ...rest,
    status: order.state.status,
    changedAt: order.changedAt,
    ...(order.state.at !== order.changedAt && { since: order.state.at }),
    ...(stage !== undefined && { stage }),
    ...(order.promisedBy !== undefined && { promisedBy: order.promisedBy }),
    ...(order.partner && { partner: order.partner.name }),
    ...(order.shownPrices && { choosing: true as const }),
    ...untakenIn(order),
    ...(order.about !== undefined && { of: order.about }),
    ...(order.complaint?.reopened && { reopened: true as const }),
    ...(order.complaint?.settled && { settledBy: order.complaint.settled.by }),
  };
}
