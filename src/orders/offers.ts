/**
 * Offers of one order as values: made, answered, withdrawn. The first acceptance gives the order to its partner and takes every other
 * open offer back, in one change of the order: who comes second finds another version, and is told who was first.
 */
import type { OfferId } from "../domain/ids.ts";
import type { Money } from "../domain/money.ts";
import type { Offer, OfferEnd, OfferOver, OfferState, WithdrawnWhy } from "../domain/offer.ts";
import type { By, HistoryRow, Order, OrderChange } from "../domain/order.ts";
import type { PartnerName } from "../domain/partner.ts";
import { giveOrder, nextVersion } from "./change.ts";
import { byPartner, rowOf } from "./row.ts";
import { isClosed, isOfficesOwn, mayBeGiven } from "./status.ts";

/** Offers that are over are kept up to this many, the newest: enough for staff to see whom they asked. */
const mostOver = 20;

/** The offer by its id. */
export function offerOf({ offers = [] }: Order, id: OfferId): Offer | undefined {
  return offers.find((offer) => offer.id === id);
}

/** Whether it can still be accepted at a moment. */
export function isOpen({ state, until }: Offer, at: number): boolean {
  return state.type === "open" && at < until;
}

/** Whether nothing has been written down of it but that it was made: also once its time has passed. */
export function isUndecided({ state }: Offer): boolean {
  return state.type === "open";
}

/** Offers that somebody may accept at a moment. */
export function openOffers({ offers = [] }: Order, at: number): readonly Offer[] {
  return offers.filter((offer) => isOpen(offer, at));
}

/** Whether it counts at a moment: somebody may answer it, or its price may be chosen. */
export function stands(offer: Offer, at: number): boolean {
  return offer.state.type === "quoted" ? at < offer.state.until : isOpen(offer, at);
}

/** Why it can't be answered any more at a moment; undefined while it can. */
export function overWhy({ state, until }: Offer, at: number): OfferOver | undefined {
  switch (state.type) {
    case "open":
      return at < until ? undefined : "expired";
    case "quoted":
      return at < state.until ? "quoted" : "expired";
    case "withdrawn":
      return state.why === "taken" ? "taken" : "withdrawn";
    case "accepted":
    case "declined":
    case "expired":
      return state.type;
    default:
      return state satisfies never;
  }
}

const ends = {
  taken: "taken",
  by_staff: "withdrawn",
  changed: "changed",
  not_chosen: "not_chosen",
  over: "ended",
} as const satisfies Record<WithdrawnWhy, OfferEnd>;

/** What its partner is told of an offer that can't be answered any more, in a chat, on a page or by mail. @param why as `overWhy` says it */
export function endOf({ state }: Offer, why: OfferOver): OfferEnd {
  return state.type === "withdrawn" ? ends[state.why] : why;
}

/** What its partner is told of an offer that can't be answered any more at a moment; undefined while it can. */
export function endNow(order: Order, offer: Offer, at: number): OfferEnd | undefined {
  const why = overWhy(offer, at);
  if (why !== undefined) return endOf(offer, why);
  // Settled in a way that took no offer back: a price that waits for the customer.
  return mayBeOffered(order) ? undefined : "withdrawn";
}

/** The order shown to one more partner. It is sought for from now on, whoever of staff holds it; what was approved or paid stays so. */
export function offerOrder(order: Order, offer: Omit<Offer, "state">, by: By): OrderChange {
  const { madeAt: at, partner } = offer;
  const made: Offer = { ...offer, state: { type: "open" } };
  const status = order.state.status;
  const isSought = status === "placed" || status === "assigned";
  const state = isSought ? ({ status: "seeking", at } as const) : order.state;
  const row: HistoryRow = { at, from: status, to: state.status, by, what: "offered", partner };
  return nextVersion({ ...order, state, offers: bounded([...(order.offers ?? []), made]) }, order, row);
}

/** The order with the partner whose offer this is; every other open offer is withdrawn. */
export function acceptOffer(order: Order, offer: Offer, at: number): OrderChange {
  return giveAccepted(order, offer.partner, byPartner(offer.partner), at);
}

/**
 * The order with a partner, whose own offer that stands is thereby accepted, whoever says so.
 * @param terms on which staff give it, where it has no such offer: they are kept as an offer is, for it to read
 */
export function giveAccepted(
  order: Order,
  partner: PartnerName,
  by: By,
  at: number,
  terms?: Pick<Offer, "id" | "pays">,
): OrderChange {
  const own = order.offers?.find((offer) => stands(offer, at) && offer.partner.id === partner.id);
  const kept = own
    ? withOwn(order, own, at, terms?.pays)
    : terms
      ? withTerms(order, partner, terms, at)
      : order;
  return { ...giveOrder(kept, partner, by, at), before: order };
}

/** Its own offer counts with the price that it has named; where that left the pay open, what staff give the order for is the pay, and may be put right. */
function withOwn(order: Order, own: Offer, at: number, fixed: Money | undefined): Order {
  const { id, state, pays = state.type === "quoted" ? state.total : undefined } = own;
  const paid = pays ? { pays } : fixed && { pays: fixed, agreedAt: at };
  const offers = (order.offers ?? []).map((one) => (one.id === id ? { ...one, ...paid } : one));
  return withState({ ...order, offers }, id, { type: "accepted", at });
}

function withTerms(order: Order, partner: PartnerName, terms: Pick<Offer, "id" | "pays">, at: number): Order {
  const given = { ...terms, partner, madeAt: at, until: at, given: true } as const;
  const offers = bounded([...(order.offers ?? []), { ...given, state: { type: "accepted", at } }]);
  return { ...order, offers };
}

/** The offer by which its partner took the order. */
export function acceptedOffer({ offers = [], partner }: Order): Offer | undefined {
  return offers.findLast((offer) => offer.state.type === "accepted" && offer.partner.id === partner?.id);
}

/** Whether what the order's partner is paid is still to be written down, or was by staff and may be put right: nothing that it accepted. */
export function mayAgreePay(order: Order): boolean {
  const offer = acceptedOffer(order);
  return offer !== undefined && (!offer.pays || offer.given === true || offer.agreedAt !== undefined);
}

/** What the partner is paid is agreed. There must be an acceptance that left it open. */
export function agreePay(order: Order, pays: Money, by: By, at: number): OrderChange {
  const taken = acceptedOffer(order);
  const offers = (order.offers ?? []).map((offer) =>
    offer.id === taken?.id ? { ...offer, pays, agreedAt: at } : offer,
  );
  const told = { at, by, total: pays, ...(order.partner && { partner: order.partner }) };
  return nextVersion({ ...order, offers }, order, rowOf(order, "pay_agreed", told));
}

/** @param reason in the partner's words, or empty @param busy it takes nothing for now, and has said nothing of this offer */
export function declineOffer(
  order: Order,
  offer: Offer,
  at: number,
  reason: string,
  busy = false,
): OrderChange {
  const { partner } = offer;
  const told = { at, by: byPartner(partner), partner, ...(reason !== "" && { note: reason }) };
  const declined = withState(order, offer.id, { type: "declined", at, reason, ...(busy && { busy: true }) });
  return nextVersion(declined, order, rowOf(order, "offer_declined", told));
}

/** The offers whose time has passed at a moment are over, each with its row. There must be one. @param missed those that their partners could have answered */
export function expireOffers(order: Order, at: number, missed: readonly OfferId[] = []): OrderChange {
  const expired = (order.offers ?? []).filter((offer) => isUndecided(offer) && offer.until <= at);
  const offers = (order.offers ?? []).map((offer) =>
    expired.includes(offer) ? { ...offer, state: expiredAt(at, missed.includes(offer.id)) } : offer,
  );
  const rows = expired.map(({ partner }) =>
    rowOf(order, "offer_expired", { at, by: { type: "office" }, partner }),
  );
  return nextVersion({ ...order, offers }, order, ...rows);
}

const expiredAt = (at: number, isMissed: boolean): OfferState => ({
  type: "expired",
  at,
  ...(isMissed && { missed: true }),
});

/** Whether somebody may answer, or prices are before the customer. */
export function isAsked({ offers = [], shownPrices }: Order, at: number): boolean {
  return shownPrices !== undefined || offers.some((offer) => stands(offer, at));
}

/**
 * Every offer that stands is taken back, by somebody other than its partner, and with them the prices before the customer; who has declined can't come back
 * either. Undefined: there is none.
 */
export function withdrawOffers(order: Order, by: By, at: number): OrderChange | undefined {
  const standing = (order.offers ?? []).filter((offer) => stands(offer, at));
  const { shownPrices: _shown, ...unshown } = order;
  const offers = (order.offers ?? []).map((offer) =>
    standing.includes(offer)
      ? { ...offer, state: { type: "withdrawn", at, why: "by_staff" } as const }
      : settledDecline(offer, "by_staff"),
  );
  if (!order.shownPrices && offers.every((offer, n) => offer === order.offers?.[n])) return undefined;
  const rows = standing.map(({ partner }) => rowOf(order, "offer_withdrawn", { at, by, partner }));
  return nextVersion({ ...unshown, offers }, order, ...rows);
}

/** Staff take an open offer back. */
export function withdrawOffer(order: Order, offer: Offer, by: By, at: number): OrderChange {
  const withdrawn = withState(order, offer.id, { type: "withdrawn", at, why: "by_staff" });
  return nextVersion(withdrawn, order, rowOf(order, "offer_withdrawn", { at, by, partner: offer.partner }));
}

/** Whether partners may be asked about the order now: never about a complaint, nor about what colleagues ask of each other. */
export function mayBeOffered({ state, partner, kind }: Order): boolean {
  if (kind !== undefined) return false;
  return partner === undefined && state.status !== "in_progress" && mayBeGiven(state.status);
}

/** A change, and the offers that it has taken back by itself. */
export type Settled = { readonly change: OrderChange; readonly withdrawn: readonly Offer[] };

/**
 * The same change with the offers of its order that stand taken back where it is no more what partners were asked: somebody does it, nobody
 * will, or it is another than they were shown. Without any it is the change as it came. Offers whose time has passed stay as they are.
 */
export function settleOffers(change: OrderChange): Settled {
  const why = whySettled(change);
  if (why === undefined) return { change, withdrawn: [] };
  const { shownPrices, ...unshown } = change.order;
  const order: Order = shownPrices ? unshown : change.order;
  const at = order.changedAt;
  const concerned = (offer: Offer): boolean => why !== "not_chosen" || offer.asks === "price";
  const withdrawn = (order.offers ?? []).filter((offer) => stands(offer, at) && concerned(offer));
  const declined = (order.offers ?? []).some(
    (offer) => concerned(offer) && settledDecline(offer, why) !== offer,
  );
  if (withdrawn.length === 0 && !declined)
    return { change: shownPrices ? { ...change, order } : change, withdrawn };
  const offers = (order.offers ?? []).map((offer) => {
    if (withdrawn.includes(offer))
      return { ...offer, state: { type: "withdrawn", at, why: whyTo(offer, why, change) } as const };
    return concerned(offer) ? settledDecline(offer, why) : offer;
  });
  return { change: { ...change, order: { ...order, offers } }, withdrawn };
}

/** Nobody was faster than a partner whose price the customer left for another's. */
function whyTo({ state }: Offer, why: WithdrawnWhy, { history }: OrderChange): WithdrawnWhy {
  const wasLeft = state.type === "quoted" && history.some(({ what }) => what === "price_chosen");
  return why === "taken" && wasLeft ? "not_chosen" : why;
}

/** What outlasts what was written before: an order that the office did, or nobody was to be asked about, is no more only another one. */
const lasting: readonly WithdrawnWhy[] = ["taken", "by_staff"];

/** Whoever takes a decline back later has not read what the order is by then. */
function settledDecline(offer: Offer, since: WithdrawnWhy): Offer {
  const { state } = offer;
  if (state.type !== "declined") return offer;
  const isKnown = state.since !== undefined && lasting.indexOf(state.since) >= lasting.indexOf(since);
  return isKnown ? offer : { ...offer, state: { ...state, since } };
}

function whySettled({ order, history }: OrderChange): WithdrawnWhy | undefined {
  const { status } = order.state;
  if (isClosed(status)) return "over";
  if (order.partner !== undefined || status === "in_progress") return "taken";
  if (history.some(isOfficesOwn)) return "taken";
  const isOther = history.some(({ what }) => what === "corrected" || what === "amended" || what === "priced");
  if (isOther || !mayBeGiven(status)) return "changed";
  return history.some(({ what }) => what === "prices_refused" || what === "prices_expired")
    ? "not_chosen"
    : undefined;
}

/** The order with another state of one of its offers. */
export function withState(order: Order, id: OfferId, state: OfferState): Order {
  const offers = (order.offers ?? []).map((offer) => (offer.id === id ? { ...offer, state } : offer));
  return { ...order, offers };
}

function bounded(offers: readonly Offer[]): readonly Offer[] {
  const over = offers.filter(({ state }) => state.type !== "open" && state.type !== "quoted");
  const dropped = new Set(over.slice(0, Math.max(0, over.length - mostOver)).map(({ id }) => id));
  return dropped.size === 0 ? offers : offers.filter(({ id }) => !dropped.has(id));
}
