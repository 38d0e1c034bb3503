/**
 * The office's clock went back: what was written by a moment that has not come yet is put right, so that nothing waits for that moment. What was
 * said meanwhile was said, and is not said again; what was only put off, or passed over without a word, is due as before.
 */
import type { Confirmation } from "../domain/confirmation.ts";
import type { Offer } from "../domain/offer.ts";
import type { Order } from "../domain/order.ts";
import type { OrderClock } from "../domain/order-clock.ts";
import type { Rating } from "../domain/rating.ts";
import type { Search } from "../domain/search.ts";
import { promiseAfter } from "./due/promise.ts";
import type { DueKnown } from "./due/rule.ts";

/** The order as of now, epoch milliseconds; the very order where nothing in it was written later. */
export function afterClockBack(order: Order, now: number, known: DueKnown): Order {
  const { clock, offers, search, shownPrices, rating, promisedBy, passedOnAt, handoff, confirmation } = order;
  const { claim, approvedAt, paidAt } = order;
  if (order.changedAt <= now && (clock?.at ?? 0) <= now) return order;
  const past = <T extends { readonly at: number }>(one: T): T => (one.at > now ? { ...one, at: now } : one);
  return {
    ...order,
    placedAt: Math.min(order.placedAt, now),
    changedAt: Math.min(order.changedAt, now),
    state: past(order.state),
    ...(passedOnAt !== undefined && { passedOnAt: Math.min(passedOnAt, now) }),
    ...(clock && { clock: soberClock(clock, now) }),
    ...(offers && { offers: offers.map((offer) => offerSince(offer, now)) }),
    ...(search && { search: searchSince(search, now) }),
    ...(shownPrices && {
      shownPrices: { ...past(shownPrices), until: endAfter(shownPrices.until, shownPrices.at, now) },
    }),
    ...(promisedBy !== undefined && { promisedBy: Math.min(promisedBy, promiseAfter(order, now, known)) }),
    ...(rating && { rating: soberRating(rating) }),
    ...(claim && { claim: { ...claim, since: Math.min(claim.since, now) } }),
    ...(approvedAt !== undefined && { approvedAt: Math.min(approvedAt, now) }),
    ...(paidAt !== undefined && { paidAt: Math.min(paidAt, now) }),
    ...(confirmation && { confirmation: confirmationSince(past(confirmation), now) }),
    ...(handoff && { handoff: { ...past(handoff), due: endAfter(handoff.due, handoff.at, now) } }),
  };
}

/** What lasts from one moment to another lasts as long from now. */
const endAfter = (until: number, from: number, now: number): number =>
  from > now ? now + (until - from) : until;

function offerSince(offer: Offer, now: number): Offer {
  const { madeAt, until, state } = offer;
  const quoted =
    state.type === "quoted" && state.at > now
      ? { ...state, at: now, until: endAfter(state.until, state.at, now) }
      : state;
  if (madeAt <= now && quoted === state) return offer;
  return { ...offer, madeAt: Math.min(madeAt, now), until: endAfter(until, madeAt, now), state: quoted };
}

/** Who opens when, and has room, is asked again. */
function searchSince({ waitsUntil: _until, noRoomSince: _since, ...search }: Search, now: number): Search {
  const { over } = search;
  return {
    ...search,
    since: Math.min(search.since, now),
    ...(over && { over: { ...over, at: Math.min(over.at, now) } }),
  };
}

const confirmationSince = (asked: Confirmation, now: number): Confirmation =>
  asked.waitsFrom === undefined ? asked : { ...asked, waitsFrom: Math.min(asked.waitsFrom, now) };

function soberClock(clock: OrderClock, now: number): OrderClock {
  const { at: _at, quietUntil: _until, appointment, renewal, noAnswer, unpriced, ...said } = clock;
  return {
    ...said,
    ...(noAnswer !== undefined && { noAnswer: Math.min(noAnswer, now) }),
    ...(unpriced !== undefined && { unpriced: Math.min(unpriced, now) }),
    ...(appointment && appointment.state !== "passed" && { appointment }),
    ...(renewal && { renewal: soberRenewal(renewal) }),
  };
}

const soberRenewal = ({ over: _over, ...reminded }: NonNullable<OrderClock["renewal"]>) => reminded;

const soberRating = ({ letGo: _letGo, notBefore: _notBefore, ...asked }: Rating): Rating => asked;
