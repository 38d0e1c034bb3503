import { describe, expect, it } from "vitest";
import { decideRetry } from "../../src/outbox/retry.ts";

const day = 24 * 3_600_000;

describe("decideRetry", () => {
  it("gives up at once where the address or the message is the reason", () => {
    expect(decideRetry({ type: "address_gone" }, 1, 0, 0.5)).toEqual({ type: "give_up" });
    expect(decideRetry({ type: "refused" }, 1, 0, 0.5)).toEqual({ type: "give_up" });
  });

  it("doubles the wait up to ten minutes", () => {
    const waits = [1, 2, 3, 4, 5, 9, 10, 50].map((attempt) => {
      const decision = decideRetry({ type: "retry_later" }, attempt, 0, 0.5);
      return decision.type === "again" ? decision.delayMs : undefined;
    });
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 512_000, 600_000, 600_000]);
  });

  it("spreads the waits by a quarter to either side", () => {
    expect(decideRetry({ type: "retry_later" }, 1, 0, 0)).toMatchObject({ delayMs: 1_500 });
    expect(decideRetry({ type: "retry_later" }, 1, 0, 1)).toMatchObject({ delayMs: 2_500 });
  });

  it("waits exactly as long as the platform says, for the whole line when it says so", () => {
    expect(decideRetry({ type: "retry_later", afterMs: 7_000, whole: true }, 3, 0, 0.9)).toEqual({
      type: "again",
      delayMs: 7_000,
      holds: "line",
    });
  });

  it("gives a message up after three days", () => {
    expect(decideRetry({ type: "retry_later" }, 400, 3 * day, 0.5).type).toBe("again");
    expect(decideRetry({ type: "retry_later" }, 400, 3 * day + 1, 0.5).type).toBe("give_up");
  });

  it("keeps its chat back as long as the line's own prudence says, and for three days at most", () => {
    const held = { type: "held", afterMs: 60_000 } as const;
    expect(decideRetry(held, 400, 3 * day, 0.9)).toEqual({ type: "again", delayMs: 60_000, holds: "chat" });
    expect(decideRetry(held, 400, 3 * day + 1, 0.9)).toEqual({ type: "give_up" });
  });

  it("counts no time in which its line was away, and nothing could be tried", () => {
    expect(decideRetry({ type: "retry_later" }, 20, 30 * day, 0.5).type).toBe("again");
  });

  it("holds the line while it is logged out, however long", () => {
    expect(decideRetry({ type: "logged_out" }, 900, 30 * day, 0.5)).toMatchObject({
      type: "again",
      holds: "line",
    });
  });
});
