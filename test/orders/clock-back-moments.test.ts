/** A clock that went back: whatever an order holds of when something was, none of it is still to come. */
import { describe, expect, it } from "vitest";
import type { AgentId } from "../../src/domain/ids.ts";
import type { Order } from "../../src/domain/order.ts";
import { afterClockBack } from "../../src/orders/clock-back.ts";
import { confirmationWait } from "../../src/orders/due/confirmation.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { orderOf } from "../store/sample-turns.ts";
import { dueKnown } from "./due-known.ts";

const now = Date.parse("2026-11-23T10:00:00+03:00");
const later = now + 24 * 3_600_000;
const partner = { id: partnerIdOf("a"), name: { ar: "شريك", en: "Partner" } };
const about = { partner: partner.id, what: "amended", state: "asked" } as const;
const confirmation = { ...about, n: 1, at: later, waitsFrom: later };
const jumped: Order = orderOf("a", 10_001, {
  ...{ placedAt: later, changedAt: later, passedOnAt: later, approvedAt: later, paidAt: later },
  ...{ partner, confirmation, state: { status: "in_progress", at: later } },
  claim: { agent: "a_x" as AgentId, name: "Sara", since: later },
  clock: { at: later, quietUntil: later, noAnswer: later },
});

/** The paths of all moments that are still to come. */
const toCome = (value: unknown, path = ""): readonly string[] => {
  if (typeof value === "number") return value > now && value > 1e12 ? [path] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => toCome(one, `${path}/${key}`));
};

describe("afterClockBack, of all moments", () => {
  it("leaves nothing that was done at a moment which has not come", () => {
    expect(toCome(jumped).length).toBeGreaterThan(8);
    expect(toCome(afterClockBack(jumped, now, dueKnown))).toEqual([]);
  });

  it("has a partner's silence count from now", () => {
    const after = afterClockBack(jumped, now, dueKnown);
    expect(confirmationWait.at(after, dueKnown)).toBe(now + 30 * 60_000);
  });
});
