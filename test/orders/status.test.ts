/** The life of an order: every pair of statuses, stages inside the work, and the facts of each state. */
import { describe, expect, it } from "vitest";
import type { Move } from "../../src/domain/act.ts";
import type { ConversationId, CustomerId, DraftId, OrderRef } from "../../src/domain/ids.ts";
import {
  type By,
  type Order,
  type OrderStatus,
  type StatusName,
  statusNames,
} from "../../src/domain/order.ts";
import { releaseOrder } from "../../src/orders/change.ts";
import { isClosed, isFreeToCancel, legalMovesOf, nextStatuses, stateAfter } from "../../src/orders/status.ts";

const by: By = { type: "agent", id: "a_x", name: "Sara" };
const sar = (amountMinor: number) => ({ amountMinor, currency: "SAR" as const });

function orderIn(state: OrderStatus, priced = true): Order {
  return {
    ref: "BR-10001" as OrderRef,
    conversation: "c_x" as ConversationId,
    customer: "u_x" as CustomerId,
    draft: "1.1" as DraftId,
    service: "parcel_delivery",
    flowHash: "h",
    version: 1,
    fields: {},
    state,
    ...(priced && { price: { lines: [], total: sar(4500) } }),
    placedAt: 0,
    changedAt: 0,
  };
}

const isLegal = (order: Order, { to, stage }: Move, stages: readonly string[]): boolean =>
  legalMovesOf(order, stages).some((move) => move.to === to && move.stage === stage);

function stateNamed(status: StatusName): OrderStatus {
  return stateAfter(orderIn({ status: "placed", at: 0 }), { to: status, note: "reason" }, by, 5);
}

/** Written out a second time on purpose: a slip in the table must not pass. */
const life: Readonly<Record<StatusName, string>> = {
  placed: "quoted awaiting_payment seeking assigned in_progress cancelled failed",
  quoted: "approved cancelled failed",
  approved: "awaiting_payment seeking assigned in_progress cancelled failed",
  awaiting_payment: "paid cancelled failed",
  paid: "seeking assigned in_progress cancelled failed",
  seeking: "assigned in_progress cancelled failed",
  assigned: "seeking in_progress cancelled failed quoted",
  in_progress: "done cancelled failed",
  done: "",
  cancelled: "",
  failed: "",
};

describe("legalMovesOf", () => {
  it.each(statusNames.flatMap((from) => statusNames.map((to) => [from, to] as const)))(
    "agrees with the declared life from %s to %s",
    (from, to) => {
      const legal = life[from].split(" ").includes(to);
      expect(isLegal(orderIn(stateNamed(from)), { to }, [])).toBe(legal);
    },
  );

  it("offers the later stages, and the one before as the way back", () => {
    const stages = ["picked_up", "in_transit", "delivered"];
    const working = orderIn({ status: "in_progress", at: 1, stage: "in_transit" });
    expect(legalMovesOf(working, stages)).toEqual([
      { to: "in_progress", stage: "delivered" },
      { to: "done" },
      { to: "cancelled" },
      { to: "failed" },
      { to: "in_progress", stage: "picked_up", back: true },
    ]);
    expect(isLegal(working, { to: "in_progress", stage: "picked_up" }, stages)).toBe(true);
    expect(isLegal(working, { to: "in_progress", stage: "in_transit" }, stages)).toBe(false);
    expect(isLegal(working, { to: "in_progress", stage: "no_such" }, stages)).toBe(false);
  });

  it("lets work begin with or without a stage", () => {
    const assigned = orderIn(stateNamed("assigned"));
    expect(isLegal(assigned, { to: "in_progress" }, ["picked_up"])).toBe(true);
    expect(isLegal(assigned, { to: "in_progress", stage: "picked_up" }, ["picked_up"])).toBe(true);
  });

  it("asks nobody to approve or pay an unknown price", () => {
    const placed = orderIn({ status: "placed", at: 0 }, false);
    expect(isLegal(placed, { to: "quoted" }, [])).toBe(false);
    expect(isLegal(placed, { to: "awaiting_payment" }, [])).toBe(false);
    expect(isLegal(orderIn({ status: "placed", at: 0 }), { to: "quoted" }, [])).toBe(true);
  });
});

describe("stateAfter", () => {
  it("keeps the facts of each state", () => {
    const order = orderIn({ status: "placed", at: 0 });
    expect(stateAfter(order, { to: "quoted" }, by, 7)).toEqual({ status: "quoted", at: 7, total: sar(4500) });
    expect(stateAfter(order, { to: "assigned" }, by, 7)).toEqual({
      status: "assigned",
      at: 7,
      to: by,
      from: "placed",
      since: 0,
    });
    expect(stateAfter(order, { to: "in_progress", stage: "picked_up" }, by, 7)).toEqual({
      status: "in_progress",
      at: 7,
      stage: "picked_up",
    });
    expect(stateAfter(order, { to: "failed", note: "no courier" }, by, 7)).toEqual({
      status: "failed",
      at: 7,
      by,
      reason: "no courier",
    });
  });
});

describe("isClosed", () => {
  it("holds for exactly the statuses without a next one", () => {
    expect(statusNames.filter(isClosed)).toEqual(
      statusNames.filter((name) => nextStatuses[name].length === 0),
    );
  });

  it("frees the customer to cancel until work has begun or money has come", () => {
    expect(statusNames.filter(isFreeToCancel)).toEqual([
      "placed",
      "quoted",
      "approved",
      "awaiting_payment",
      "seeking",
      "assigned",
    ]);
  });
});

describe("releaseOrder", () => {
  it.each(["placed", "approved", "paid", "seeking"] as const)(
    "gives an order that was %s back as it was",
    (status) => {
      const held = orderIn(stateAfter(orderIn(stateNamed(status)), { to: "assigned" }, by, 7));
      const { order, history } = releaseOrder(held, by, 9, "lease_ended");
      expect(order.state).toEqual({ status, at: 9 });
      expect(nextStatuses[history[0]?.from ?? "done"]).toContain(status);
    },
  );
});
