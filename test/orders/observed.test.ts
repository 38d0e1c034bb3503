/** What changes of orders show of partners: each way in which an offer or an order ends, and what counts nowhere. */
import { describe, expect, it } from "vitest";
import { offerIdOf } from "../../src/domain/ids.ts";
import type { Offer, OfferState } from "../../src/domain/offer.ts";
import type { Order, OrderChange } from "../../src/domain/order.ts";
import type { Overdue } from "../../src/domain/order-clock.ts";
import { giveBackOrder, giveOrder, joinChanges, moveOrder, nextVersion } from "../../src/orders/change.ts";
import { askConfirmation } from "../../src/orders/confirmation.ts";
import { offerAgain } from "../../src/orders/declines.ts";
import { standsSince } from "../../src/orders/due/stage-wait.ts";
import { answerLate } from "../../src/orders/late-answers.ts";
import { isLateWork } from "../../src/orders/late-work.ts";
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
import { dueKnown } from "./due-known.ts";

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

  it("counts a decline that was taken back for nothing, and what was answered instead", () => {
    const declined = declineOffer(sought([a]), a, at + minute, "").order;
    const again = offerAgain(declined, a, at + 3 * minute);
    const undone = { offered: -1, declined: -1, answered: -1, answerMs: -minute };
    expect(seenOf(again)).toEqual({ p_a: undone });
    const accepted = acceptOffer(again.order, a, at + 4 * minute);
    expect(seenOf(accepted)).toEqual({ p_a: { offered: 1, accepted: 1, ...answered(1) } });
    expect(seenOf(joinChanges(again, acceptOffer(again.order, a, at + 3 * minute)))).toEqual({
      p_a: { offered: 0, declined: -1, answered: 0, answerMs: -minute, accepted: 1 },
    });
  });

  it("counts a refusal as an answer", () => {
    const change = declineOffer(sought([a]), a, at + minute, "");
    expect(seenOf(declineOffer(sought([a]), a, at + minute, "مشغول", true))).toEqual({});
    expect(seenOf(change)).toEqual({ p_a: { offered: 1, declined: 1, ...answered(1) } });
  });

  it("counts a price as an acceptance once, without its time, whatever becomes of it", () => {
    const asked = sought([{ ...a, asks: "price" }]);
    const quote = { total: sar(4_500) };
    const quoted = quoteOffer(asked, a, quote, { at: at + 2 * minute, until: at + hour });
    expect(seenOf(quoted)).toEqual({ p_a: { offered: 1, accepted: 1 } });
    expect(seenOf(declineOffer(asked, { ...a, asks: "price" }, at + minute, ""))).toEqual({
      p_a: { offered: 1, declined: 1 },
    });
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

  it("makes a late answer of what was let go by, yes or no, with its time, and nothing of what could not be answered", () => {
    const { order } = expireOffers(sought([a, b]), at + 10 * minute, [a.id]);
    const [missed, other] = order.offers ?? [];
    if (!missed || !other) throw new Error("no offers");
    expect(seenOf(answerLate(order, missed, true, at + 25 * minute))).toEqual({
      p_a: { answeredLate: 1, ...answered(25) },
    });
    const declined = answerLate(order, missed, false, at + 25 * minute);
    expect(seenOf(declined)).toEqual({ p_a: { answeredLate: 1, ...answered(25) } });
    expect(seenOf(answerLate(declined.order, other, true, at + 30 * minute))).toEqual({});
    const first = answerLate(sought([a]), a, true, at + 11 * minute).order;
    expect(seenOf(expireOffers(first, at + 12 * minute, [a.id]))).toEqual({
      p_a: { offered: 1, answeredLate: 1, ...answered(11) },
    });
  });

  it("counts nothing of an offer that was taken back, or counted before", () => {
    const cancelled = { to: "cancelled", note: "x" } as const;
    expect(seenOf(moveOrder(sought([a, b]), cancelled, { type: "customer" }, at))).toEqual({});
    const declined = offer("a", { type: "declined", at, reason: "" });
    expect(seenOf(declineOffer(sought([declined, b]), b, at, ""))).toHaveProperty("p_b");
    expect(seenOf(declineOffer(sought([declined, b]), b, at, ""))).not.toHaveProperty("p_a");
  });

  it("lets a night count as an hour", () => {
    const long = { ...a, until: at + 24 * hour };
    expect(seenOf(declineOffer(sought([long]), long, at + 10 * hour, ""))).toMatchObject({
      p_a: { answerMs: hour },
    });
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
  const stuck = (since: number, change: Partial<Overdue> = {}) =>
    ({ since, level: "warned", ...change }) as const;
  /** The order once the clock has marked it, and whether that counts. */
  const marked = (order: Order, mark: Overdue, minutes = 30): OrderChange => {
    const wait = { since: mark.since, over: (count: number) => mark.since + count * minute, minutes };
    const when = wait.over(mark.level === "warned" ? minutes : 2 * minutes);
    const isLate = isLateWork(order, { wait, mark, at: when }, dueKnown);
    const clock = { ...order.clock, stuck: mark, ...(isLate && { late: order.partner?.id }) };
    return nextVersion({ ...order, clock } as Order, order);
  };
  const late = { p_a: { finished: 1 } };

  it("counts what stands still as late when it does, and not again whatever becomes of it", () => {
    const still = marked(begun(), stuck(at + minute));
    expect(seenOf(still)).toEqual(late);
    const { order } = still;
    expect(seenOf(marked(order, stuck(at + minute, { level: "escalated" })))).toEqual({});
    expect(seenOf(marked(order, stuck(at + hour)))).toEqual({});
    expect(seenOf(done(order, at + hour))).toEqual({});
    expect(seenOf(giveBackOrder(order, staff, at + hour, "no"))).toEqual({});
    expect(seenOf(giveOrder(order, partner("c"), staff, at + hour))).toEqual({});
    const cancelled = { to: "cancelled", note: "x" } as const;
    expect(seenOf(moveOrder(order, cancelled, { type: "customer" }, at + hour))).toEqual({});
  });

  it("counts what stands still with one to whom staff gave it by hand", () => {
    const given = giveOrder(sought([]), partner("a"), staff, at).order;
    expect(seenOf(marked(given, stuck(at)))).toEqual(late);
    expect(seenOf(done(given, at + hour))).toEqual({ p_a: { finished: 1, inTime: 1 } });
  });

  it("does not count against a partner what had stood still with another before", () => {
    const slept = marked(begun(), stuck(at)).order;
    const rescued = giveOrder(slept, partner("b"), staff, at + 3 * hour).order;
    expect(seenOf(done(rescued, at + 4 * hour))).toEqual({ p_b: { finished: 1, inTime: 1 } });
    expect(seenOf(marked(rescued, stuck(at + 3 * hour)))).toEqual({ p_b: { finished: 1 } });
  });

  it("does not count what the office, or a customer who does not answer, held up", () => {
    const inStop = marked(begun(), stuck(at + minute, { inStop: true }));
    expect(seenOf(inStop)).toEqual({});
    expect(seenOf(done(inStop.order, at + hour))).toEqual({ p_a: { finished: 1, inTime: 1 } });
    const later = stuck(at + minute, { level: "escalated" });
    expect(seenOf(marked(inStop.order, later))).toEqual(late);
    const silentAt = (noAnswer: number) => begun({ clock: { noAnswer } });
    expect(seenOf(marked(silentAt(at + 20 * minute), stuck(at + minute)))).toEqual({});
    expect(seenOf(marked(silentAt(at), stuck(at + minute)))).toEqual(late);
    // Said at once, it excuses no sleeping after.
    const asleep = marked(silentAt(at + 2 * minute), stuck(at + minute)).order;
    expect(seenOf(marked(asleep, stuck(at + minute, { level: "escalated" })))).toEqual(late);
  });

  it("counts an order once, whatever is marked or said after it was late", () => {
    const slept = marked(begun(), stuck(at + minute)).order;
    const tried = { ...slept, clock: { ...slept.clock, noAnswer: at + hour } };
    const stopped = marked(slept, stuck(at + minute, { level: "escalated", inStop: true })).order;
    const next = marked({ ...slept, state: { status: "in_progress", at: at + hour } } as Order, {
      ...stuck(at + hour, { inStop: true }),
    }).order;
    for (const order of [tried, stopped, next]) {
      expect(seenOf(done(order, at + 2 * hour))).toEqual({});
      expect(seenOf(giveBackOrder(order, staff, at + 2 * hour, "no"))).toEqual({});
    }
  });

  it("counts it anew of whoever gets it next, and of the same one when it comes back", () => {
    const slept = marked(begun(), stuck(at + minute)).order;
    const back = giveOrder(
      giveBackOrder(slept, staff, at + hour, "no").order,
      partner("a"),
      staff,
      at + hour,
    );
    expect(seenOf(done(back.order, at + 2 * hour))).toEqual({ p_a: { finished: 1, inTime: 1 } });
  });

  it("does not count while staff owe a word on what the partner could not do", () => {
    const confirmation = { n: 1, at, partner: partner("a").id, what: "amended", state: "cannot" } as const;
    const waiting = marked(begun({ confirmation }), stuck(at + minute));
    expect(seenOf(waiting)).toEqual({});
    const row = {
      at: at + hour,
      from: "in_progress",
      to: "in_progress",
      what: "corrected",
      by: staff,
    } as const;
    const corrected = nextVersion(waiting.order, waiting.order, row);
    const anew = askConfirmation(corrected, partner("a"), "amended").order;
    expect(standsSince(anew)).toBe(at + hour);
  });

  it("counts what is taken from a partner that had accepted it, and not what staff only had with it", () => {
    const back = giveBackOrder(
      begun({ state: { status: "assigned", at, to: staff } }),
      staff,
      at + hour,
      "no",
    );
    expect(seenOf(back)).toEqual({ p_a: { givenBack: 1 } });
    expect(seenOf(giveOrder(begun(), partner("c"), staff, at + hour))).toEqual({ p_a: { givenBack: 1 } });
    expect(seenOf(giveBackOrder(begun({ offers: [] }), staff, at + hour, "mistaken"))).toEqual({});
  });

  it("does not count what staff had given by mistake, nor what the partner can't do as it was changed", () => {
    expect(seenOf(giveBackOrder(begun(), staff, at + 5 * minute, "the wrong one"))).toEqual({});
    const confirmation = { n: 1, at, partner: partner("a").id, what: "amended", state: "cannot" } as const;
    expect(seenOf(giveBackOrder(begun({ confirmation }), staff, at + hour, "changed"))).toEqual({});
    const seen = { ...confirmation, state: "seen" } as const;
    expect(seenOf(giveBackOrder(begun({ confirmation: seen }), staff, at + hour, "no"))).toEqual({
      p_a: { givenBack: 1 },
    });
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
