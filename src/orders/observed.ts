/**
 * What a change of an order shows of the partners that it concerns, as counts: an offer answered or let go by, an order ended or taken back, a mark. Pure,
 * and worked out once, when the change is made; the store adds it up in the same commit.
 *
 * Nothing is counted of offers that were taken back before their time, or declined by «مشغول», nor of those that the partner could not have answered (`expired` without `missed`). What was let go by and is
 * answered late, yes or no, is no silence, with the time that it took; nor is it an acceptance: the order went elsewhere.
 */
import type { PartnerId } from "../domain/ids.ts";
import type { Offer } from "../domain/offer.ts";
import type { HistoryRow, Order, OrderChange } from "../domain/order.ts";
import type { Grown, Observed } from "../domain/standing.ts";
import { isUndecided } from "./offers.ts";

/** What staff take back within so long they had given by mistake. */
const mistakenMs = 10 * 60_000;

/** Most changes concern no partner and give the same empty list. */
const nothing: readonly Observed[] = [];

export function observedOf(change: OrderChange): readonly Observed[] {
  const { order, before } = change;
  if (!before || (!before.offers && !order.partner && !before.partner)) return nothing;
  const seen = [
    ...offersSeen(before, change),
    ...lateSeen(before, change),
    ...returnSeen(before, change),
    ...workSeen(before, change),
    ...markSeen(before, order),
  ];
  return seen.length === 0 ? nothing : seen;
}

function offersSeen(before: Order, { order, history }: OrderChange): readonly Observed[] {
  if (before.offers === order.offers) return nothing;
  const undecided = (before.offers ?? []).filter(isUndecided);
  return undecided.flatMap(({ id }) => {
    const offer = order.offers?.find((one) => one.id === id);
    const bySelf = (): boolean =>
      history.some(
        ({ what, by }) => what === "given" && by.type === "partner" && by.id === offer?.partner.id,
      );
    const counts = offer && endSeen(offer, bySelf);
    return counts ? [{ partner: offer.partner.id, counts }] : [];
  });
}

/** What was counted as silence was only late. */
function lateSeen(before: Order, { order }: OrderChange): readonly Observed[] {
  if (before.offers === order.offers) return nothing;
  const silent = (before.offers ?? []).filter(
    ({ state, late }) => state.type === "expired" && state.missed && late === undefined,
  );
  return silent.flatMap(({ id }) => {
    const offer = order.offers?.find((one) => one.id === id);
    return offer?.late ? [{ partner: offer.partner.id, counts: lateCounts(offer) }] : [];
  });
}

/** A decline that its partner took back was a mistake: it counts as none, and what it answered instead does. */
function returnSeen(before: Order, { order }: OrderChange): readonly Observed[] {
  if (before.offers === order.offers) return nothing;
  const declined = (before.offers ?? []).filter(({ state }) => state.type === "declined");
  return declined.flatMap((was) => {
    const offer = order.offers?.find(({ id }) => id === was.id);
    if (!offer || offer.state.type === "declined") return [];
    const mistaken = Object.entries(endSeen(was, () => true) ?? {}).map(([name, count]) => [name, -count]);
    const now = Object.entries(endSeen(offer, () => true) ?? {});
    const counts = Object.fromEntries(mistaken) as Record<string, number>;
    for (const [name, count] of now) counts[name] = (counts[name] ?? 0) + count;
    return [{ partner: offer.partner.id, counts }];
  });
}

function lateCounts({ late, madeAt, asks }: Offer): Partial<Grown> {
  if (!late) return {};
  return { answeredLate: 1, ...(asks !== "price" && answeredIn(late.at - madeAt)) };
}

/** @param bySelf whether the partner itself accepted it, and not staff after a call */
function endSeen(offer: Offer, bySelf: () => boolean): Partial<Grown> | undefined {
  const { state, madeAt, asks } = offer;
  switch (state.type) {
    case "accepted":
      return { offered: 1, accepted: 1, ...(bySelf() && answeredIn(state.at - madeAt)) };
    case "quoted":
      return { offered: 1, accepted: 1 };
    case "declined":
      if (state.busy) return undefined;
      return { offered: 1, declined: 1, ...(asks !== "price" && answeredIn(state.at - madeAt)) };
    case "expired":
      return state.missed ? { offered: 1, ...lateCounts(offer) } : undefined;
    case "open":
    case "withdrawn":
      return undefined;
    default:
      return state satisfies never;
  }
}

/** A longer answer counts as this: the night behind an offer that was made by hand in the evening may not outweigh a month of quick ones. */
const longestAnswerMs = 60 * 60_000;

/** Not of prices: to work one out takes longer than a yes, and says nothing of how soon somebody comes. A clock that went back took no time off. */
const answeredIn = (ms: number) => ({ answered: 1, answerMs: Math.min(longestAnswerMs, Math.max(0, ms)) });

/**
 * The order ended with its partner, stands still with it, or is that partner's no more though it had accepted it: each order once. That it stood still is
 * written on it (`OrderClock.late`), and counts nothing else after that.
 */
function workSeen(before: Order, change: OrderChange): readonly Observed[] {
  const late = change.order.clock?.late;
  if (late !== undefined && late !== before.clock?.late) return [{ partner: late, counts: { finished: 1 } }];
  const { partner } = before;
  if (!partner || before.clock?.late === partner.id) return nothing;
  const counts = endOfWork(before, partner.id, change);
  return counts ? [{ partner: partner.id, counts }] : nothing;
}

function endOfWork(
  before: Order,
  partner: PartnerId,
  { order, history }: OrderChange,
): Partial<Grown> | undefined {
  if (order.partner?.id !== partner)
    return acceptedAt(before) !== undefined && !isExcused(before, history) ? { givenBack: 1 } : undefined;
  const isDone = order.state.status === "done" && before.state.status !== "done";
  return isDone ? { finished: 1, inTime: 1 } : undefined;
}

/** It said that it can't do what the customer changed; or staff took it back so soon that they had given it by mistake. */
function isExcused(before: Order, history: readonly HistoryRow[]): boolean {
  const { confirmation, partner } = before;
  if (confirmation?.state === "cannot" && confirmation.partner === partner?.id) return true;
  const taken = history.find(({ by }) => by.type === "agent");
  return taken !== undefined && taken.at - (acceptedAt(before) ?? 0) <= mistakenMs;
}

/** When the partner that has the order accepted it; undefined where staff gave it without an offer. */
function acceptedAt({ offers = [], partner }: Order): number | undefined {
  const own = offers.findLast(
    ({ partner: { id }, state, given }) => id === partner?.id && state.type === "accepted" && !given,
  );
  return own?.state.type === "accepted" ? own.state.at : undefined;
}

function markSeen(before: Order, { rating, partner }: Order): readonly Observed[] {
  const mark = rating?.mark;
  if (mark === undefined || !partner || before.rating?.mark === mark) return nothing;
  return [{ partner: partner.id, counts: { ratings: 1, ratingSum: mark } }];
}
