/** The orders of a partner's chat, each by its number: short, never one of the digits that choices have, and free again once the order is over. */
import type { OfferId, OrderRef } from "../../domain/ids.ts";
import type { Offer } from "../../domain/offer.ts";
import type { Order } from "../../domain/order.ts";
import type { PartnerChat, PartnerJob } from "../../domain/partner-chat.ts";
import { endNow, mayBeOffered, offerOf, overWhy } from "../../orders/offers.ts";
import { isClosed } from "../../orders/status.ts";

/**
 * Choices are numbered 1 to 9: numbers of orders have two digits, and begin anew where they would have three. Only where a chat has more offers at once than it
 * remembers they go on: the number of a forgotten one that still stands would be two offers' number, and a yes to the one would take the other.
 */
const firstNumber = 11;
const lastNumber = 99;
const lastNumberOfMany = 999;
/** Orders that a chat remembers. */
const mostJobs = 60;

/** The job of an order; undefined for one that the chat was not told of. */
export function jobOf({ jobs }: PartnerChat, ref: OrderRef): PartnerJob | undefined {
  return jobs.find((job) => job.ref === ref);
}

/** The chat with this order among its jobs, alive. @param offer the newest offer of it */
export function withJob(chat: PartnerChat, ref: OrderRef, offer?: OfferId): PartnerChat {
  const known = jobOf(chat, ref);
  if (known) {
    const { over: _over, ...alive } = known;
    return replaced(chat, { ...alive, ...(offer !== undefined && { offer }) });
  }
  const number = freeNumber(chat);
  const job: PartnerJob = { ref, number, ...(offer !== undefined && { offer }) };
  return { ...chat, lastNumber: number, jobs: bounded([...chat.jobs, job]) };
}

/** The chat with an order that is over for it. */
export function withoutJob(chat: PartnerChat, ref: OrderRef): PartnerChat {
  const job = jobOf(chat, ref);
  return job && !job.over ? replaced(chat, { ...job, over: true }) : chat;
}

export function replaced(chat: PartnerChat, job: PartnerJob): PartnerChat {
  return { ...chat, jobs: chat.jobs.map((one) => (one.ref === job.ref ? job : one)) };
}

function freeNumber({ jobs, lastNumber: last }: PartnerChat): number {
  const taken = new Set(jobs.map(({ number }) => number));
  const isMany = jobs.length >= mostJobs && !jobs.some(({ over }) => over);
  const highest = isMany ? lastNumberOfMany : lastNumber;
  const after = (number: number) => (number >= highest || number < firstNumber ? firstNumber : number + 1);
  let number = after(last);
  while (taken.has(number)) number = after(number);
  return number;
}

/** Those that are over leave first, the oldest of them before the others. */
function bounded(jobs: readonly PartnerJob[]): readonly PartnerJob[] {
  if (jobs.length <= mostJobs) return jobs;
  const leaving = jobs.find(({ over }) => over) ?? jobs[0];
  return jobs.filter((job) => job !== leaving);
}

/** A job with its order as it is now. */
export type Seen = { readonly job: PartnerJob; readonly order: Order };
export type SeenOffer = Seen & { readonly offer: Offer };

/** The offers of this chat that can still be answered, oldest first. */
export function openOf(chat: PartnerChat, orders: readonly Order[], at: number): readonly SeenOffer[] {
  return offersOf(chat, orders).filter(({ order, offer }) => endNow(order, offer, at) === undefined);
}

/** The offers of this chat whose price waits for the customer: it can be taken back, and named anew until it was shown. */
export function quotedOf(chat: PartnerChat, orders: readonly Order[], at: number): readonly SeenOffer[] {
  return offersOf(chat, orders).filter(
    ({ order, offer }) => overWhy(offer, at) === "quoted" && mayBeOffered(order),
  );
}

/** The newest offer of each order, where it is this chat's partner's; oldest first. */
function offersOf({ jobs, id }: PartnerChat, orders: readonly Order[]): readonly SeenOffer[] {
  return seenOf(jobs, orders).flatMap(({ job, order }) => {
    const offer = job.offer === undefined ? undefined : offerOf(order, job.offer);
    return offer?.partner.id === id ? [{ job, order, offer }] : [];
  });
}

/** The orders that this chat's partner carries out now, oldest first. */
export function heldOf({ jobs, id }: PartnerChat, orders: readonly Order[]): readonly Seen[] {
  return seenOf(jobs, orders).filter(
    ({ order }) => order.partner?.id === id && !isClosed(order.state.status),
  );
}

export function seenOf(jobs: readonly PartnerJob[], orders: readonly Order[]): readonly Seen[] {
  return jobs.flatMap((job) => {
    const order = orders.find(({ ref }) => ref === job.ref);
    return order ? [{ job, order }] : [];
  });
}
