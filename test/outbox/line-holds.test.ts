import { describe, expect, it } from "vitest";
import { LineHolds } from "../../src/outbox/line-holds.ts";

describe("LineHolds", () => {
  it("lets nothing make shorter what the platform ordered", () => {
    const holds = new LineHolds();
    holds.hold("a", 60_000, true);
    holds.hold("a", 5_000, false);
    expect(holds.until("a")).toBe(60_000);
    holds.release("a");
    expect(holds.until("a")).toBe(60_000);
    holds.hold("a", 30_000, true);
    expect(holds.until("a")).toBe(60_000);
  });

  it("lets go what nobody ordered, and keeps what was", () => {
    const holds = new LineHolds();
    holds.hold("a", 60_000, true);
    holds.hold("a", 90_000, false);
    expect([holds.until("a"), holds.until("b")]).toEqual([90_000, 0]);
    holds.release("a");
    expect(holds.until("a")).toBe(60_000);
  });
});
