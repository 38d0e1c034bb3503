/** What a partner reports in its chat, on its way to the order. */
import type { PartnerReport } from "../../domain/act.ts";
import type { Order } from "../../domain/order.ts";
import type { Scene } from "./scene.ts";

/** What the order's own chat hears of it. */
export function reported({ work, event, chat }: Scene, order: Order, report: PartnerReport): void {
  work.elsewhere.push({
    conversation: order.conversation,
    event: { type: "partner_reported", at: event.at, order, partner: chat.id, report },
  });
}
