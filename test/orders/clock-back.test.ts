/** A clock that went back leaves nothing of an order in the future. */
import { describe, expect, it } from "vitest";
import { afterClockBack } from "../../src/orders/clock-back.ts";
import { standsSince } from "../../src/orders/due/stage-wait.ts";
import { orderOf } from "../store/sample-turns.ts";
import { dueKnown } from "./due-known.ts";

const now = Date.parse("2026-11-22T10:00:00+03:00");
const hour = 60 * 60_000;

describe("afterClockBack", () => {
  it("lets what was passed on in the future wait from now on", () => {
    const order = orderOf("a", 10_001, {
      ...{ placedAt: now - hour, changedAt: now + hour, passedOnAt: now + hour },
      state: { status: "in_progress", at: now - hour },
    });
    expect(standsSince(order)).toBe(now + hour);
    expect(standsSince(afterClockBack(order, now, dueKnown))).toBe(now);
  });

  it("looks for a price that was not found in the future again from now on", () => {
    const order = orderOf("a", 10_002, {
      ...{ placedAt: now - hour, changedAt: now - hour },
      clock: { at: now + hour, unpriced: now + hour },
    });
    expect(afterClockBack(order, now, dueKnown).clock?.unpriced).toBe(now);
  });
});
