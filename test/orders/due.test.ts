/** The due moment of an order: the earliest of what it waits for. */
import { describe, expect, it } from "vitest";
import { parseOfferId } from "../../src/domain/ids.ts";
import type { Offer, OfferState } from "../../src/domain/offer.ts";
import { dueOf, dueRules, withDue } from "../../src/orders/due.ts";
import { expireOffers } from "../../src/orders/offers.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { orderOf } from "../store/sample-turns.ts";
import { sure } from "../web/tiny-office.ts";
import { dueKnown } from "./due-known.ts";

const offer = (name: string, until: number, state: OfferState = { type: "open" }): Offer => ({
  id: sure(parseOfferId(`of_10001_${name.padEnd(16, "x")}`)),
  partner: { id: partnerIdOf(name), name: { ar: name, en: name } },
  madeAt: 0,
  until,
  state,
});

describe("dueOf", () => {
  it("is the first end of an offer that nobody has answered", () => {
    const offers = [
      offer("a", 500),
      offer("b", 300),
      offer("c", 100, { type: "declined", at: 1, reason: "" }),
    ];
    expect(dueOf(orderOf("a", 10_001, { offers }), dueKnown)).toBe(300);
  });

  it("is nothing where the order waits for nothing", () => {
    const over = { state: { status: "done", at: 1 }, rating: { letGo: true } } as const;
    expect(dueOf(orderOf("a", 10_001, over), dueKnown)).toBeUndefined();
  });
});

describe("dueRules", () => {
  const hour = 3_600_000;
  const begun = Date.parse("2026-11-22T10:00:00+03:00");

  it.each([
    ["at noon", 2 * hour],
    ["at night", 14 * hour],
    ["before a night", 6.9 * hour],
    ["months later", 2_000 * hour],
  ])("are never due before they say, for an order of a moment %s", (_name, later) => {
    const at = begun + later;
    for (const status of ["placed", "approved", "seeking", "in_progress", "done"] as const) {
      const state = { status, at: at + hour } as const;
      const order = orderOf("a", 10_001, {
        state,
        placedAt: at,
        changedAt: at + hour,
        promisedBy: at + hour,
      });
      const moments = dueRules.map((rule) => {
        const moment = rule.at(order, dueKnown);
        const bound = "notBefore" in rule ? rule.notBefore?.(order, dueKnown) : undefined;
        if (moment !== undefined && bound !== undefined) expect(moment).toBeGreaterThanOrEqual(bound);
        return moment ?? Number.POSITIVE_INFINITY;
      });
      expect(dueOf(order, dueKnown) ?? Number.POSITIVE_INFINITY).toBe(Math.min(...moments));
    }
  });
});

describe("withDue", () => {
  it("writes the moment down, takes it away again, and is the very order where it stands already", () => {
    const order = orderOf("a", 10_001, { offers: [offer("a", 500)] });
    const stamped = withDue(order, dueKnown);
    expect(stamped.dueAt).toBe(500);
    expect(withDue(stamped, dueKnown)).toBe(stamped);
    expect(
      withDue(
        { ...stamped, state: { status: "done", at: 1 }, rating: { letGo: true }, offers: [] },
        dueKnown,
      ),
    ).not.toHaveProperty("dueAt");
  });
});

describe("expireOffers", () => {
  it("ends those whose time has passed, each with its row, and leaves the others", () => {
    const offers = [offer("a", 500), offer("b", 300), offer("c", 301)];
    const { order, history } = expireOffers(orderOf("a", 10_001, { offers }), 300);
    expect(order.offers?.map(({ state }) => state.type)).toEqual(["open", "expired", "open"]);
    expect(history.map(({ what, partner }) => [what, partner?.id])).toEqual([
      ["offer_expired", partnerIdOf("b")],
    ]);
  });
});
