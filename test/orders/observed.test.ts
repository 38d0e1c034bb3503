/** What changes of orders show of partners: each way in which an offer or an order ends, and what counts nowhere. */
import { describe, expect, it } from "vitest";
import { offerIdOf } from "../../src/domain/ids.ts";
import type { Offer, OfferState } from "../../src/domain/offer.ts";
import type { Order, OrderChange } from "../../src/domain/order.ts";
import { giveBackOrder, giveOrder, moveOrder } from "../../src/orders/change.ts";
import { observedOf } from "../../src/orders/observed.ts";
import {
  acceptOffer,
  declineOffer,
  expireOffers,
  giveAccepted,
  settleOffers,
} from "../../src/orders/offers.ts";
import { choosePrice, quoteOffer } from "../../src/orders/quotes.ts";
import { rateOrder } from "../../src/orders/rating.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { orderOf } from "../store/sample-turns.ts";

const at = Date.parse("2026-11-22T10:00:00+03:00");
const minute = 60_000;
const hour = 60 * minute;
const sar = (amountMinor: number) => ({ amountMinor, currency: "SAR" as const });
const partner = (name: string) => ({ id: partnerIdOf(name), name: { ar: name, en: name } });
const offer = (name: string, state: OfferState = { type: "open" }): Offer => ({
  ...{ id: offerIdOf(orderOf("a", 10_001).ref, name.repeat(16)), partner: partner(name) },
  ...{ madeAt: at, until: at + 10 * minute, state },
});
const [a, b] = [offer("a"), offer("b")];
const sought = (offers: readonly Offer[], change: Partial<Order> = {}): Order =>
  orderOf("a", 10_001, { placedAt: at, state: { status: "seeking", at }, offers, ...change });
const staff = { type: "agent", id: "a_x", name: "Sara" } as const;

/** As counts by partner. */
function seenOf(change: OrderChange): unknown {
  const seen = observedOf(settleOffers(change).change);
  return Object.fromEntries(seen.map(({ partner, counts }) => [partner, counts]));
}
const answered = (minutes: number) => ({ answered: 1, answerMs: minutes * minute });

describe("observedOf, of offers", () => {
  it("counts an acceptance with the time that it took, and nothing of those that it takes back", () => {
    const change = acceptOffer(sought([a, b]), a, at + 4 * minute);
    expect(seenOf(change)).toEqual({ p_a: { offered: 1, accepted: 1, ...answered(4) } });
  });

  it("takes no time from what staff accept for a partner", () => {
    const change = giveAccepted(sought([a, b]), a.partner, staff, at + minute);
    expect(seenOf(change)).toEqual({ p_a: { offered: 1, accepted: 1 } });
  });

  it("counts a refusal as an answer", () => {
    const change = declineOffer(sought([a]), a, at + minute, "");
    expect(seenOf(change)).toEqual({ p_a: { offered: 1, declined: 1, ...answered(1) } });
  });

  it("counts a price as an answer once, whatever becomes of it", () => {
    const asked = sought([{ ...a, asks: "price" }]);
    const quote = { total: sar(4_500) };
    const quoted = quoteOffer(asked, a, quote, { at: at + 2 * minute, until: at + hour });
    expect(seenOf(quoted)).toEqual({ p_a: { offered: 1, accepted: 1, ...answered(2) } });
    const named = quoted.order.offers?.[0];
    if (named?.state.type !== "quoted") throw new Error("no price");
    const price = { lines: [], total: sar(4_500) };
    const chosen = { price, by: { type: "customer" }, at: at + 3 * minute, note: "1" } as const;
    expect(seenOf(choosePrice(quoted.order, { ...named, state: named.state }, chosen))).toEqual({});
    expect(seenOf(declineOffer(quoted.order, named, at + 3 * minute, ""))).toEqual({});
  });

  it("counts what was let go by, and not what could not be answered", () => {
    const change = expireOffers(sought([a, b]), at + 10 * minute, [a.id]);
    expect(seenOf(change)).toEqual({ p_a: { offered: 1 } });
  });

  it("counts nothing of an offer that was taken back, or counted before", () => {
    const cancelled = { to: "cancelled", note: "x" } as const;
    expect(seenOf(moveOrder(sought([a, b]), cancelled, { type: "customer" }, at))).toEqual({});
    const declined = offer("a", { type: "declined", at, reason: "" });
    expect(seenOf(declineOffer(sought([declined, b]), b, at, ""))).toHaveProperty("p_b");
    expect(seenOf(declineOffer(sought([declined, b]), b, at, ""))).not.toHaveProperty("p_a");
  });

  it("takes no time off where the clock went back", () => {
    const change = declineOffer(sought([a]), a, at - hour, "");
    expect(seenOf(change)).toMatchObject({ p_a: { answerMs: 0 } });
  });
});

describe("observedOf, of work", () => {
  const accepted = offer("a", { type: "accepted", at });
  const begun = (change: Partial<Order> = {}): Order =>
    sought([accepted], { state: { status: "in_progress", at }, partner: accepted.partner, ...change });
  const done = (order: Order, when: number) => moveOrder(order, { to: "done" }, { type: "partner" }, when);
  const stuck = (since: number) => ({ clock: { stuck: { since, level: "warned" } } }) as const;

  it.each<[string, Order, number]>([
    ["without a word from the clock", begun(), 1],
    ["after it stood still too long", begun(stuck(at + minute)), 0],
    ["after it had stood still with another before", begun(stuck(at - minute)), 1],
    ["after it stood still with one to whom staff gave it", begun({ offers: [], ...stuck(at - minute) }), 0],
  ])("tells what is done %s", (_, order, inTime) => {
    expect(seenOf(done(order, at + hour))).toEqual({ p_a: { finished: 1, inTime } });
  });

  it("counts what is taken from a partner that had accepted it, and not what staff only had with it", () => {
    const back = giveBackOrder(begun({ state: { status: "assigned", at, to: staff } }), staff, at, "no");
    expect(seenOf(back)).toEqual({ p_a: { givenBack: 1 } });
    expect(seenOf(giveOrder(begun(), partner("c"), staff, at))).toEqual({ p_a: { givenBack: 1 } });
    expect(seenOf(giveBackOrder(begun({ offers: [] }), staff, at, "mistaken"))).toEqual({});
  });

  it("counts neither what its customer cancels nor what could not be done", () => {
    for (const to of ["cancelled", "failed"] as const)
      expect(seenOf(moveOrder(begun(), { to, note: "x" }, { type: "customer" }, at))).toEqual({});
  });

  it("counts a mark once, and nobody's where the office did it", () => {
    const over = begun({ state: { status: "done", at }, rating: { asked: at } });
    const rated = rateOrder(over, 4, "", { type: "customer" }, at + hour);
    expect(seenOf(rated)).toEqual({ p_a: { ratings: 1, ratingSum: 4 } });
    const { partner: _, ...own } = over;
    expect(seenOf(rateOrder(own, 4, "", { type: "customer" }, at + hour))).toEqual({});
  });

  it("sees nothing in the first version of an order", () => {
    expect(observedOf({ order: begun(), expect: 0, history: [] })).toEqual([]);
  });
});
