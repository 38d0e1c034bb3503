/** What a partner is told when a notice leaves, which may be days after it was written: as the order is by then, or nothing. */
import type { Catalogue } from "../conversation/flow/flow.ts";
import { noticeOf, paymentOf } from "../conversation/partner/partner-news.ts";
import type { PartnerId } from "../domain/ids.ts";
import type { OrderNoticeRef, PartnerNotice, PausedNotice } from "../domain/notice.ts";
import type { Order } from "../domain/order.ts";
import type { Partner } from "../domain/partner.ts";
import { holdersOf } from "../orders/change.ts";
import { isOpen, offerOf } from "../orders/offers.ts";
import { isClosed } from "../orders/status.ts";

/** Undefined where there is nothing to say any more: what took its place is said behind it. */
export function toldNow(
  catalogue: Catalogue,
  order: Order,
  to: { readonly partner: PartnerId; readonly notice: OrderNoticeRef; readonly now: number },
): PartnerNotice | undefined {
  const { type, offer: named } = to.notice;
  const offer = named && offerOf(order, named.id);
  switch (type) {
    case "offer.made":
      return offer && isOpen(offer, to.now) ? noticeOf(catalogue, order, type, offer) : undefined;
    case "order.assigned":
    case "order.amended":
    case "customer.wrote": {
      const isTheirs = order.partner?.id === to.partner && !isClosed(order.state.status);
      return isTheirs ? noticeOf(catalogue, order, type, offer) : undefined;
    }
    case "offer.withdrawn":
    case "order.cancelled": {
      const told = noticeOf(catalogue, order, type, offer);
      // An order keeps its last offers alone.
      return named && !offer ? { ...told, offer: { ...named, payment: paymentOf(named) } } : told;
    }
    case "customer.data":
      return order.dataAsked && holdersOf(order).some(({ id }) => id === to.partner)
        ? noticeOf(catalogue, order, type, offer)
        : undefined;
    default:
      return type satisfies never;
  }
}

/** That it is paused until it says that it is back; undefined where that has ended since, or staff have paused it. */
export function pausedNow(partner: Partner | undefined): PausedNotice | undefined {
  if (partner?.state.status !== "paused_by_itself") return undefined;
  const since = new Date(partner.state.at).toISOString();
  return { type: "partner.paused", partner: partner.id, since };
}
