/** What the office's people ask of each other is begun by no customer, whatever a reading claims. */
import { describe, expect, it } from "vitest";
import { offeredServices } from "../../src/conversation/permits.ts";
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

  it("begins no form where a reading names it", () => {
    for (const { id } of internal) {
      const understandings = [{ type: "request", service: id, fields: {} }] as const;
      office.says_("أبي طلب من تقنية المعلومات", { understandings, confidence: 1, by: "llm" });
      expect(office.conversation.drafts).toEqual([]);
      expect(office.orders.size).toBe(0);
    }
  });
});
