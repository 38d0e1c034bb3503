/**
 * Answers to offers that have run out. The order may be elsewhere and nothing comes of them, but whoever answers late has not been silent: it is written down once, and counts
 * as a late answer, with the time that it took.
 */
import type { Offer } from "../domain/offer.ts";
import type { Order, OrderChange } from "../domain/order.ts";
import { nextVersion } from "./change.ts";
import { byPartner, rowOf } from "./row.ts";

/** An answer that comes later than this after the end says nothing of the offer any more. */
const lateMs = 24 * 3_600_000;

/** Whether an answer at a moment is the first one to an offer that ran out not long ago. */
export function mayAnswerLate({ state, until, late }: Offer, at: number): boolean {
  const ranOut = state.type === "expired" || (state.type === "open" && at >= until);
  return ranOut && late === undefined && at - until <= lateMs;
}

/** The order with the late answer to one of its offers, which changes nothing about it. @param takes whether it was a yes, or a price */
export function answerLate(order: Order, offer: Offer, takes: boolean, at: number): OrderChange {
  const offers = (order.offers ?? []).map((one) => (one === offer ? { ...one, late: { at, takes } } : one));
  const row = rowOf(order, "answered_late", { at, by: byPartner(offer.partner), partner: offer.partner });
  const made = nextVersion({ ...order, offers }, order, row);
  return { ...made, order: { ...made.order, changedAt: order.changedAt } };
}
