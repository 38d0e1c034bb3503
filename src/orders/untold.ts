/** Which partners are still to be told something that did not reach them: each for itself, by what the order's history says and how the order stands by now. */
import type { PartnerNotice } from "../domain/notice.ts";
import type { HistoryRow, Order } from "../domain/order.ts";
import type { PartnerName } from "../domain/partner.ts";
import { isClosed } from "./status.ts";

type News = PartnerNotice["type"];

/** `of`: what did not reach it. */
export type Untold = { readonly partner: PartnerName; readonly of: readonly News[] };

/** One partner's answer says nothing of what another was told. Who could not be told first comes first. */
export function untoldOf(order: Order, history: readonly HistoryRow[]): readonly Untold[] {
  const missed = new Map<PartnerName["id"], { readonly partner: PartnerName; of: readonly News[] }>();
  for (const { what, note, partner } of history) {
    if (!partner) continue;
    const of = missed.get(partner.id)?.of ?? [];
    const left = what === "untold" ? [...new Set([...of, note as News])] : afterRow(what, of);
    if (left !== of) missed.set(partner.id, { partner, of: left });
  }
  return [...missed.values()]
    .map(({ partner, of }) => ({ partner, of: of.filter((news) => isOwed(order, partner, news)) }))
    .filter(({ of }) => of.length > 0);
}

/** What a row of the same partner leaves of it. */
function afterRow(what: HistoryRow["what"], of: readonly News[]): readonly News[] {
  switch (what) {
    case "partner_told":
      return [];
    // It has spoken of the order, or gets it whole: what its customer wants of their data it knows none the more.
    case "confirmed":
    case "not_possible":
    case "given":
      return of.filter((news) => news === "customer.data");
    // It is told of that once more.
    case "data_asked":
      return of.filter((news) => news !== "customer.data");
    default:
      return of;
  }
}

/** Whether it still matters to the partner as the order stands. */
function isOwed({ partner, state, offers = [] }: Order, { id }: PartnerName, news: News): boolean {
  const isTheirs = partner?.id === id;
  const isOpen = !isClosed(state.status);
  switch (news) {
    case "customer.data":
      return true;
    case "order.cancelled":
      return !isTheirs || state.status === "cancelled" || state.status === "failed";
    case "order.assigned":
    case "order.amended":
    case "customer.wrote":
      return isTheirs && isOpen;
    case "offer.made":
      return offers.some((offer) => offer.partner.id === id && offer.state.type === "open");
    case "offer.withdrawn":
      return false;
    default:
      return news satisfies never;
  }
}
