/**
 * Prices that partners name for an order: taken, told apart, shown to the customer, and one of them chosen, which gives the order to its
 * partner at that price. Pure.
 */
import type { OfferId } from "../domain/ids.ts";
import type { Both } from "../domain/language.ts";
import type { Money } from "../domain/money.ts";
import type { BadQuote, Offer, OfferState, Quote } from "../domain/offer.ts";
import type { By, Order, OrderChange, Price, PriceLine } from "../domain/order.ts";
import { joinChanges, nextVersion } from "./change.ts";
import { priceOf } from "./fees.ts";
import { giveAccepted, isUndecided, mayBeOffered, stands, withState } from "./offers.ts";
import { byPartner, rowOf } from "./row.ts";

export type QuotedOffer = Offer & { readonly state: Extract<OfferState, { type: "quoted" }> };

/** A million riyals, in halalas: above it somebody has typed something else. */
const mostQuoted = 100_000_000;

/** So long after the last question others may still be asked, before the prices are shown. */
const settlingMs = 5 * 60_000;

/** Why a price can't be taken at a moment; undefined when it can. */
export function badQuoteOf({ total, time }: Quote, at: number): BadQuote | undefined {
  if (total.currency !== "SAR") return "other_currency";
  if (!Number.isSafeInteger(total.amountMinor) || total.amountMinor <= 0) return "not_positive";
  if (total.amountMinor > mostQuoted) return "too_much";
  return time !== undefined && time <= at ? "past_time" : undefined;
}

/** Whether partners may be asked for a price now: nobody has approved or paid another one. */
export function mayAskPrices(order: Order): boolean {
  const { status } = order.state;
  if (order.approvedAt !== undefined || order.paidAt !== undefined) return false;
  return mayBeOffered(order) && (status === "placed" || status === "seeking" || status === "assigned");
}

/** The partner's price for its offer, in place of an earlier one. @param until it can be chosen before this moment */
export function quoteOffer(
  order: Order,
  offer: Offer,
  quote: Quote,
  { at, until }: { readonly at: number; readonly until: number },
): OrderChange {
  const { partner } = offer;
  const quoted = withState(order, offer.id, { type: "quoted", at, until, ...quote });
  const { total, note } = quote;
  const told = { at, by: byPartner(partner), partner, total, ...(note !== undefined && { note }) };
  return nextVersion(quoted, order, rowOf(order, "quoted", told));
}

/** Prices that can be chosen at a moment, best first: the lowest, and of equal ones the earlier. */
export function quotesOf({ offers = [] }: Order, at: number): readonly QuotedOffer[] {
  return offers
    .filter(isQuoted)
    .filter((offer) => stands(offer, at))
    .toSorted((one, other) => {
      const [a, b] = [one.state, other.state];
      return a.total.amountMinor === b.total.amountMinor
        ? a.at - b.at
        : a.total.amountMinor - b.total.amountMinor;
    });
}

/** Whether this offer's price was shown to the customer already. */
export function isShown({ shownPrices }: Order, id: OfferId): boolean {
  return shownPrices?.offers.includes(id) === true;
}

/**
 * The moment at which prices that the customer has not seen are to be shown: all who were asked have answered, and nobody more was asked for a
 * while; or the time of the last one is over. Undefined while there is none.
 */
export function pricesReadyAt(order: Order): number | undefined {
  const { offers = [], partner } = order;
  const fresh = offers.filter(isQuoted).filter(({ id }) => !isShown(order, id));
  if (partner !== undefined || fresh.length === 0) return undefined;
  const asked = offers.filter(({ asks }) => asks === "price");
  const waiting = asked.filter(isUndecided);
  if (waiting.length > 0) return Math.max(...waiting.map(({ until }) => until));
  const lastAsked = Math.max(...asked.map(({ madeAt }) => madeAt));
  return Math.max(lastAsked + settlingMs, ...fresh.map(({ state }) => state.at));
}

/** The order with these prices before the customer. There must be one. */
export function showPrices(order: Order, quotes: readonly QuotedOffer[], by: By, at: number): OrderChange {
  const until = Math.max(...quotes.map(({ state }) => state.until));
  const shownPrices = { at, until, offers: quotes.map(({ id }) => id) };
  const shown = { ...withoutOver(order, at), shownPrices };
  return nextVersion(shown, order, rowOf(order, "prices_shown", { at, by }));
}

/** Prices whose time has passed are over. */
function withoutOver(order: Order, at: number): Order {
  if (!order.offers) return order;
  const isOver = (offer: Offer): boolean => isQuoted(offer) && offer.state.until <= at;
  const offers = order.offers.map((offer) =>
    isOver(offer) ? { ...offer, state: { type: "expired", at } as const } : offer,
  );
  return { ...order, offers };
}

/** What a choice of the customer, or of staff by the customer's word, is made of. */
export type PriceChoice = {
  readonly price: Price;
  readonly by: By;
  readonly at: number;
  /** What was agreed to, word for word. */
  readonly note: string;
};

/** The order with the partner whose price was chosen, which is the order's price from now on. */
export function choosePrice(
  order: Order,
  offer: QuotedOffer,
  { price, by, at, note }: PriceChoice,
): OrderChange {
  const { partner } = offer;
  const { shownPrices: _shown, ...unshown } = order;
  const row = rowOf(order, "price_chosen", { at, by, partner, total: price.total, note });
  const chosen = nextVersion({ ...unshown, price }, order, row);
  return joinChanges(chosen, giveAccepted(chosen.order, partner, by, at));
}

/** None of the prices was chosen, or not in time: those that stand are taken back, and the order is sought for as before. */
export function endPrices(
  order: Order,
  what: "prices_refused" | "prices_expired",
  by: By,
  at: number,
): OrderChange {
  const { shownPrices: _shown, ...unshown } = withoutOver(order, at);
  return nextVersion(unshown, order, rowOf(order, what, { at, by }));
}

/**
 * What the customer pays for a partner's price: that price as it is, its own tax in it, then the office's lines, and the tax on those that
 * are taxed.
 * @param label of the partner's line; `vat`: of the tax line where the office is registered for it
 */
export function priceOfQuote(
  total: Money,
  own: readonly PriceLine[],
  { label, vat }: { readonly label: Both; readonly vat: Both | undefined },
): Price {
  const theirs: PriceLine = { label, amount: total, vat: false };
  return priceOf([theirs, ...own], vat) ?? { lines: [theirs], total };
}

function isQuoted(offer: Offer): offer is QuotedOffer {
  return offer.state.type === "quoted";
}
