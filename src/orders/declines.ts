/**
 * Declines that their partners take back, while the order still looks for somebody. An order that is still what was declined can be accepted at once; what is
 * another by now is shown anew, and decided on again.
 */
import type { Offer, OfferState } from "../domain/offer.ts";
import type { Order, OrderChange } from "../domain/order.ts";
import { nextVersion } from "./change.ts";
import { mayBeOffered, withState } from "./offers.ts";
import { mayAskPrices } from "./quotes.ts";
import { byPartner, rowOf } from "./row.ts";
import { isHandedOver } from "./status.ts";

/** Whether its partner may still have the offer back; never what somebody of the office, or the customer, has taken back from all. */
export function mayReturn(order: Order, offer: Offer): boolean {
  const { state, asks, pays, partner } = offer;
  if (state.type !== "declined" || state.since === "by_staff" || !mayBeOffered(order)) return false;
  if (isOfficesOwnNow(order, state)) return false;
  // Whoever wants their data deleted is looked after by a person first.
  if (order.dataAsked === "delete") return false;
  // Prices are before the customer, who chooses among those.
  if (order.shownPrices || (asks === "price" && !mayAskPrices(order))) return false;
  if (pays && order.passedOn && pays.amountMinor > order.passedOn.amountMinor) return false;
  return order.offers?.findLast((one) => one.partner.id === partner.id)?.id === offer.id;
}

/** The office does it by its own people, or one of its departments: an open order only looks as if it were free. */
function isOfficesOwnNow(order: Order, { since }: Extract<OfferState, { type: "declined" }>): boolean {
  return since === "taken" && (order.state.status === "assigned" || isHandedOver(order));
}

/** Whether it may be accepted as it was declined: its partner has read what the order still is. */
export function mayAcceptAfterAll(order: Order, offer: Offer): boolean {
  const { state } = offer;
  return state.type === "declined" && state.since === undefined && mayReturn(order, offer);
}

/** The order with the offer open again, for as long as it was at first. */
export function offerAgain(order: Order, offer: Offer, at: number): OrderChange {
  const { id, partner, madeAt, until } = offer;
  const opened = withState(order, id, { type: "open" });
  const offers = (opened.offers ?? []).map((one) =>
    one.id === id ? { ...one, madeAt: at, until: at + (until - madeAt) } : one,
  );
  const row = rowOf(order, "offered_again", { at, by: byPartner(partner), partner });
  return nextVersion({ ...opened, offers }, order, row);
}
