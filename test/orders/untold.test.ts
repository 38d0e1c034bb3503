/** Who is still to be told something, by an order's history: each partner for itself, and only what still matters to it. */
import { describe, expect, it } from "vitest";
import type { HistoryRow, Order } from "../../src/domain/order.ts";
import { untoldOf } from "../../src/orders/untold.ts";
import { partnerIdOf } from "../store/sample-partner.ts";

const named = (name: string) => ({
  id: partnerIdOf(name),
  name: { ar: `شريك ${name}`, en: `Partner ${name}` },
});
const row = (what: HistoryRow["what"], partner: string, note?: string): HistoryRow => ({
  ...{ at: 0, from: "assigned", to: "assigned", by: { type: "office" }, what, partner: named(partner) },
  ...(note !== undefined && { note }),
});
const untold = (partner: string, note: string) => row("untold", partner, note);

/** @param partner who has it */
function owed(order: Partial<Order>, ...history: readonly HistoryRow[]): Record<string, readonly string[]> {
  const state = { status: "in_progress", at: 0 } as const;
  const found = untoldOf({ state, ...order } as Order, history);
  return Object.fromEntries(found.map(({ partner: { id }, of }) => [id.slice(2), of]));
}

describe("who is still to be told something", () => {
  const first = untold("a", "order.cancelled");
  const second = untold("b", "order.amended");
  const withB = { partner: named("b") };

  it("is each partner that could not be, whatever another one was told, or answered", () => {
    const both = { a: ["order.cancelled"], b: ["order.amended"] };
    expect(owed(withB, first, second)).toEqual(both);
    for (const what of ["confirmed", "not_possible", "partner_told", "given"] as const) {
      expect(owed(withB, first, second, row(what, "b"))).toEqual({ a: ["order.cancelled"] });
      expect(owed(withB, first, second, row(what, "c"))).toEqual(both);
    }
  });

  it("is called again for what came after the call, once however often it was tried", () => {
    expect(owed(withB, second, row("partner_told", "b"), second, second)).toEqual({ b: ["order.amended"] });
  });

  it("is to hear of the customer's data whatever it says of the order, until it was called or is told anew", () => {
    const data = untold("a", "customer.data");
    const owes = { a: ["customer.data"] };
    for (const what of ["confirmed", "not_possible", "given"] as const)
      expect(owed({ partner: named("a") }, data, row(what, "a"))).toEqual(owes);
    expect(owed({ state: { status: "done", at: 0 } }, data)).toEqual(owes);
    expect(owed({}, data, row("data_asked", "a"))).toEqual({});
    expect(owed({}, data, row("partner_told", "a"))).toEqual({});
  });

  it("is nobody to whom it does not matter any more", () => {
    const done = { status: "done", at: 0 } as const;
    expect(owed({ ...withB, state: done }, second)).toEqual({});
    expect(owed({ partner: named("c") }, second)).toEqual({});
    expect(owed({ partner: named("a") }, first)).toEqual({});
    expect(owed({}, untold("a", "offer.made"))).toEqual({});
  });

  it("is who has an open offer, or an order that was cancelled, and could not hear so", () => {
    const offers = [{ partner: named("a"), state: { type: "open" } }] as unknown as NonNullable<
      Order["offers"]
    >;
    expect(owed({ offers }, untold("a", "offer.made"))).toEqual({ a: ["offer.made"] });
    const state = { status: "cancelled", at: 0, by: { type: "customer" }, reason: "" } as const;
    expect(owed({ partner: named("a"), state }, first)).toEqual({ a: ["order.cancelled"] });
  });
});
