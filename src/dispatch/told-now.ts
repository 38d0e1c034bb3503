/** What a partner is told when a notice leaves, which may be days after it was written: as the order is by then, or nothing. */
import type { Catalogue } from "../conversation/flow.ts";
import { noticeOf } from "../conversation/partner-news.ts";
import type { PartnerId } from "../domain/ids.ts";
import type { NoticeRef, PartnerNotice } from "../domain/notice.ts";
import type { Order } from "../domain/order.ts";
import { isOpen, offerOf } from "../orders/offers.ts";
import { isClosed } from "../orders/status.ts";

/** Undefined where there is nothing to say any more: what took its place is said behind it. */
export function toldNow(
  catalogue: Catalogue,
  order: Order,
  to: { readonly partner: PartnerId; readonly notice: NoticeRef; readonly now: number },
): PartnerNotice | undefined {
  const { type, offer: named } = to.notice;
  const offer = named && offerOf(order, named.id);
  switch (type) {
    case "offer.made":
      return offer && isOpen(offer, to.now) ? noticeOf(catalogue, order, type, offer) : undefined;
    case "order.assigned":
    case "order.amended": {
      const isTheirs = order.partner?.id === to.partner && !isClosed(order.state.status);
      return isTheirs ? noticeOf(catalogue, order, type, offer) : undefined;
    }
    case "offer.withdrawn":
    case "order.cancelled": {
      const told = noticeOf(catalogue, order, type, offer);
      // An order keeps its last offers alone.
      return named && !offer ? { ...told, offer: named } : told;
    }
    default:
      return type satisfies never;
  }
}
