/** What a change of an order is to the partner that has it. */
import { describe, expect, it } from "vitest";
import { holderTold } from "../../src/conversation/partner/partner-news.ts";
import type { HistoryRow } from "../../src/domain/order.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { orderOf } from "../store/sample-turns.ts";
import { realCatalogue } from "./real-catalogue.ts";

const partner = { id: partnerIdOf("a"), name: { ar: "شريك", en: "Partner" } };
const change = (what: HistoryRow["what"]) => {
  const flow = realCatalogue().flows.get("hotel_booking");
  const before = orderOf("a", 10_001, { partner, service: "hotel_booking", flowHash: flow?.hash ?? "" });
  const row: HistoryRow = { at: 2, from: "placed", to: "placed", by: { type: "agent" }, what };
  return { order: { ...before, version: 2 }, before, expect: 1, history: [row] };
};
const told = (what: HistoryRow["what"]) => holderTold(realCatalogue(), change(what)).map(({ type }) => type);

describe("holderTold", () => {
  it("tells that an appointment stays, as it tells of a correction, and nothing of a colleague's note", () => {
    expect(told("appointment_kept")).toEqual(["order.amended"]);
    expect(told("corrected")).toEqual(["order.amended"]);
    expect(told("noted")).toEqual([]);
  });
});
