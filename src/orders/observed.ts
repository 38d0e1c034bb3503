/**
 * What a change of an order shows of the partners that it concerns, as counts: an offer answered or let go by, an order ended or taken back, a mark. Pure,
 * and worked out once, when the change is made; the store adds it up in the same commit.
 *
 * Nothing is counted of offers that were taken back before their time, nor of those that the partner could not have answered (`expired` without `missed`).
 */
import type { Offer } from "../domain/offer.ts";
import type { Order, OrderChange } from "../domain/order.ts";
import type { Grown, Observed } from "../domain/standing.ts";
import { isUndecided } from "./offers.ts";

/** Most changes concern no partner and give the same empty list. */
const nothing: readonly Observed[] = [];

export function observedOf(change: OrderChange): readonly Observed[] {
  const { order, before } = change;
  if (!before || (!before.offers && !order.partner && !before.partner)) return nothing;
  const seen = [...offersSeen(before, change), ...workSeen(before, order), ...markSeen(before, order)];
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

/** @param bySelf whether the partner itself accepted it, and not staff after a call */
function endSeen({ state, madeAt }: Offer, bySelf: () => boolean): Partial<Grown> | undefined {
  switch (state.type) {
    case "accepted":
      return { offered: 1, accepted: 1, ...(bySelf() && answeredIn(state.at - madeAt)) };
    case "quoted":
      return { offered: 1, accepted: 1, ...answeredIn(state.at - madeAt) };
    case "declined":
      return { offered: 1, declined: 1, ...answeredIn(state.at - madeAt) };
    case "expired":
      return state.missed ? { offered: 1 } : undefined;
    case "open":
    case "withdrawn":
      return undefined;
    default:
      return state satisfies never;
  }
}

/** A clock that went back took no time off. */
const answeredIn = (ms: number) => ({ answered: 1, answerMs: Math.max(0, ms) });

/** The order ended with its partner, or is that partner's no more though it had accepted it. */
function workSeen(before: Order, order: Order): readonly Observed[] {
  const { partner } = before;
  if (!partner) return nothing;
  const isTheirs = order.partner?.id === partner.id;
  if (isTheirs && order.state.status === "done" && before.state.status !== "done") {
    const inTime = stoodStill(before) ? 0 : 1;
    return [{ partner: partner.id, counts: { finished: 1, inTime } }];
  }
  return !isTheirs && acceptedAt(before) !== undefined
    ? [{ partner: partner.id, counts: { givenBack: 1 } }]
    : nothing;
}

/** Not in time is what stood still for longer than it may (`due/stage-wait.ts`) since this partner accepted it. */
function stoodStill(order: Order): boolean {
  const stuck = order.clock?.stuck;
  return stuck !== undefined && stuck.since >= (acceptedAt(order) ?? 0);
}

/** When the partner that has the order accepted it; undefined where staff gave it without an offer. */
function acceptedAt({ offers = [], partner }: Order): number | undefined {
  const own = offers.findLast(
    ({ partner: { id }, state }) => id === partner?.id && state.type === "accepted",
  );
  return own?.state.type === "accepted" ? own.state.at : undefined;
}

function markSeen(before: Order, { rating, partner }: Order): readonly Observed[] {
  const mark = rating?.mark;
  if (mark === undefined || !partner || before.rating?.mark === mark) return nothing;
  return [{ partner: partner.id, counts: { ratings: 1, ratingSum: mark } }];
}
