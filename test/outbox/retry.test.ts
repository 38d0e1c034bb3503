import { describe, expect, it } from "vitest";
import { decideRetry, type Past } from "../../src/outbox/retry.ts";

const day = 24 * 3_600_000;
/** A first try of something young. */
const fresh: Past = { attempts: 1, unsure: 0, ageMs: 0, keptMs: 0 };
const tried = (attempts: number, ageMs = 0, more: Partial<Past> = {}): Past => ({
  ...fresh,
  attempts,
  ageMs,
  ...more,
});

describe("decideRetry", () => {
  it("gives up at once where the address or the message is the reason", () => {
    expect(decideRetry({ type: "address_gone" }, fresh, 0.5)).toEqual({ type: "give_up" });
    expect(decideRetry({ type: "refused" }, fresh, 0.5)).toEqual({ type: "give_up" });
  });

  it("doubles the wait up to ten minutes", () => {
    const waits = [1, 2, 3, 4, 5, 9, 10, 50].map((attempt) => {
      const decision = decideRetry({ type: "retry_later" }, tried(attempt), 0.5);
      return decision.type === "again" ? decision.delayMs : undefined;
    });
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 512_000, 600_000, 600_000]);
  });

  it("spreads the waits by a quarter to either side", () => {
    expect(decideRetry({ type: "retry_later" }, fresh, 0)).toMatchObject({ delayMs: 1_500 });
    expect(decideRetry({ type: "retry_later" }, fresh, 1)).toMatchObject({ delayMs: 2_500 });
  });

  it("waits exactly as long as the platform says, for the whole line when it says so", () => {
    expect(decideRetry({ type: "retry_later", afterMs: 7_000, whole: true }, tried(3), 0.9)).toEqual({
      type: "again",
      delayMs: 7_000,
      holds: "line",
    });
  });

  it("gives a message up after three days", () => {
    expect(decideRetry({ type: "retry_later" }, tried(400, 3 * day), 0.5).type).toBe("again");
    expect(decideRetry({ type: "retry_later" }, tried(400, 3 * day + 1), 0.5).type).toBe("give_up");
  });

  it("keeps its chat back as long as the line's own prudence says, and for three days at most", () => {
    const held = { type: "held", afterMs: 60_000 } as const;
    const again = { type: "again", delayMs: 60_000, holds: "chat" };
    const kept = { keptMs: 2 * day };
    expect(decideRetry(held, tried(0, 3 * day, kept), 0.9)).toEqual(again);
    expect(decideRetry(held, tried(0, 3 * day + 1, kept), 0.9)).toEqual({ type: "give_up" });
  });

  it("gives up nothing that is kept back for the first time after days without its line", () => {
    const held = { type: "held", afterMs: 60_000 } as const;
    expect(decideRetry(held, tried(0, 30 * day, { keptMs: day }), 0.9).type).toBe("again");
  });

  it("tries what may have arrived once more, and then leaves it to staff", () => {
    const unsure = { type: "retry_later", afterMs: 15_000, unsure: true } as const;
    expect(decideRetry(unsure, tried(1, 0, { unsure: 1 }), 0.5)).toMatchObject({ delayMs: 15_000 });
    expect(decideRetry(unsure, tried(2, 0, { unsure: 2 }), 0.5)).toEqual({ type: "give_up" });
  });

  it("gives up what servers say that they failed at, too, once that has come to as much", () => {
    const failed = { type: "retry_later", afterMs: 15_000, unsure: "answered" } as const;
    expect(decideRetry(failed, tried(3, 0, { unsure: 1.5 }), 0.5)).toMatchObject({ delayMs: 15_000 });
    expect(decideRetry(failed, tried(4, 0, { unsure: 2 }), 0.5)).toEqual({ type: "give_up" });
  });

  it("counts neither certain failures nor mere looks towards that", () => {
    const past = tried(9, 0, { unsure: 2 });
    expect(decideRetry({ type: "retry_later" }, past, 0.5).type).toBe("again");
    expect(decideRetry({ type: "retry_later", unsure: "looked" }, past, 0.5).type).toBe("again");
  });

  it("counts no time in which its line was away, and nothing could be tried", () => {
    expect(decideRetry({ type: "retry_later" }, tried(20, 30 * day), 0.5).type).toBe("again");
  });

  it("holds the line while it is logged out, however long", () => {
    expect(decideRetry({ type: "logged_out" }, tried(900, 30 * day), 0.5)).toMatchObject({
      type: "again",
      holds: "line",
    });
  });
});
