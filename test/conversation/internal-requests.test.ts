/** What the office's people ask of each other is begun by no customer, whatever a reading claims. */
import { describe, expect, it } from "vitest";
import { offeredServices } from "../../src/conversation/flow/permits.ts";
import { dueKnownOf } from "../../src/conversation/order/due-known.ts";
import { isSearched } from "../../src/orders/due/search.ts";
import { mayBeOffered } from "../../src/orders/offers.ts";
import { orderOf } from "../store/sample-turns.ts";
import { catalogueWith, madeFlow } from "./made-flows.ts";
import { paperOffice, sundayMorning } from "./paper-office.ts";

describe("a flow of the kind internal", () => {
  const office = paperOffice();
  const internal = [...office.catalogue.flows.values()].filter(({ kind }) => kind === "internal");

  it("is there, and on no menu, in no list of services, and known to no reader", () => {
    expect(internal.length).toBeGreaterThan(0);
    const { menu, specs } = office.catalogue;
    const outside = [
      ...menu.offer,
      ...specs.map(({ id }) => id),
      ...offeredServices(office.catalogue, sundayMorning).map(({ id }) => id),
    ];
    expect(internal.filter(({ id }) => outside.includes(id))).toEqual([]);
  });

  it("has no partner asked, whatever its file says", () => {
    const both = { ar: "x", en: "x" };
    const dispatch = { department: "it", promise_minutes: 60, next: both, strategy: "quotes" };
    const flow = madeFlow("asked", [{ name: "count", type: "number", min: 1 }], { dispatch });
    const catalogue = catalogueWith(flow);
    const asked = { ...orderOf("a", 10_001), service: flow.id, flowHash: flow.hash };
    const known = (order: typeof asked) => dueKnownOf({ catalogue }, order);
    expect([isSearched(asked, known(asked)), mayBeOffered(asked)]).toEqual([true, true]);
    const inside = { ...asked, kind: "internal" } as const;
    expect([isSearched(inside, known(inside)), mayBeOffered(inside)]).toEqual([false, false]);
  });

  it("begins no form where a reading names it", () => {
    for (const { id } of internal) {
      const understandings = [{ type: "request", service: id, fields: {} }] as const;
      office.says_("أبي طلب من تقنية المعلومات", { understandings, confidence: 1, by: "llm" });
      expect(office.conversation.drafts).toEqual([]);
      expect(office.orders.size).toBe(0);
    }
  });
});
