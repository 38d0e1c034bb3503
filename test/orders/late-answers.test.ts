/** Answers to offers that have run out: noted, and no change of the order. */
import { describe, expect, it } from "vitest";
import { offerIdOf } from "../../src/domain/ids.ts";
import type { Offer, OfferState } from "../../src/domain/offer.ts";
import { madeAt, type Order } from "../../src/domain/order.ts";
import { answerLate, mayAnswerLate } from "../../src/orders/late-answers.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { orderOf } from "../store/sample-turns.ts";

const hour = 3_600_000;
const at = Date.parse("2026-11-22T10:00:00+03:00");
const offer = (state: OfferState, change: Partial<Offer> = {}): Offer => ({
  ...{ id: offerIdOf(orderOf("a", 10_001).ref, "a".repeat(16)), state },
  partner: { id: partnerIdOf("a"), name: { ar: "a", en: "a" } },
  ...{ madeAt: at, until: at + hour, ...change },
});
const expired = offer({ type: "expired", at: at + hour, missed: true });
const done = (offers: readonly Offer[]): Order =>
  orderOf("a", 10_001, { state: { status: "done", at: at + 2 * hour }, changedAt: at + 2 * hour, offers });

describe("mayAnswerLate", () => {
  it.each([
    ["the first answer within a day", expired, 25 * hour, true],
    ["an answer after that", expired, 25 * hour + 1, false],
    ["a second one", { ...expired, late: { at: at + 2 * hour, takes: true } }, 3 * hour, false],
    ["one before the end is written down", offer({ type: "open" }), hour, true],
    ["one in time", offer({ type: "open" }), hour - 1, false],
    ["one to what was taken back", offer({ type: "withdrawn", at, why: "taken" }), 2 * hour, false],
  ] as const)("tells %s", (_, one, after, may) => {
    expect(mayAnswerLate(one, at + after)).toBe(may);
  });
});

describe("answerLate", () => {
  it("is a row of the history by the partner, and leaves the order as it was, with the moment of its last change", () => {
    const order = done([expired]);
    const made = answerLate(order, expired, true, at + 20 * hour);
    expect(made.order).toEqual({
      ...order,
      version: order.version + 1,
      offers: [{ ...expired, late: { at: at + 20 * hour, takes: true } }],
    });
    expect(made.history).toMatchObject([
      { at: at + 20 * hour, what: "answered_late", by: { type: "partner" } },
    ]);
    expect(madeAt(made)).toBe(at + 20 * hour);
  });
});
