import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Rates } from "../../src/channels/channel.ts";
import { createPace } from "../../src/outbox/pace.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Chats with messages to send, as the outbox drives the pace; when each left, by the fake clock. */
function drive(rates: Rates, waiting: Record<string, number>, urgent: readonly string[] = []) {
  const left: { chat: string; at: number }[] = [];
  const todo = new Map(Object.entries(waiting));
  const pace = createPace(rates, {
    now: () => performance.now(),
    chance: () => 0.5,
    grant(chat) {
      if ((todo.get(chat) ?? 0) === 0) return false;
      sent(chat);
      return true;
    },
  });
  const began = performance.now();
  function sent(chat: string): void {
    left.push({ chat, at: performance.now() - began });
    todo.set(chat, (todo.get(chat) ?? 0) - 1);
    ask(chat);
  }
  function ask(chat: string): void {
    if ((todo.get(chat) ?? 0) === 0) return;
    const asked = pace.ask(chat, urgent.includes(chat));
    if (asked === "now") sent(chat);
    else if (asked !== "queued") setTimeout(() => ask(chat), Math.ceil(asked));
  }
  for (const chat of todo.keys()) ask(chat);
  return { left, ask, todo, pace };
}

const perSecond: Rates = { chat: { most: 1, everyMs: 1_000 }, line: { most: 30, everyMs: 1_000 / 30 } };

describe("createPace", () => {
  it("lets one chat send one a second", async () => {
    const { left } = drive(perSecond, { a: 4 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(left.map(({ at }) => Math.round(at / 100) * 100)).toEqual([0, 1_000, 2_000, 3_000]);
  });

  it("keeps both rates in any window, and sends everything", () => {
    const chats = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.integer({ min: 1, max: 12 }), {
      maxKeys: 40,
    });
    return fc.assert(
      fc.asyncProperty(chats, async (waiting) => {
        const { left } = drive(perSecond, waiting);
        await vi.advanceTimersByTimeAsync(120_000);
        expect(left.length).toBe(Object.values(waiting).reduce((sum, n) => sum + n, 0));
        for (const { at } of left) {
          const second = left.filter((one) => one.at >= at && one.at < at + 1_000);
          // A bucket of 30 may empty at once and fill again meanwhile.
          expect(second.length).toBeLessThanOrEqual(60);
          for (const chat of new Set(second.map((one) => one.chat)))
            expect(second.filter((one) => one.chat === chat).length).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("starves nobody: a chat with a hundred messages waits like one with one", async () => {
    const slow: Rates = { chat: { most: 100, everyMs: 1 }, line: { most: 1, everyMs: 100 } };
    const { left } = drive(slow, { flood: 100, b: 1, c: 1 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(left.slice(0, 5).map(({ chat }) => chat)).toContain("b");
    expect(left.slice(0, 5).map(({ chat }) => chat)).toContain("c");
  });

  it("lets an answer to somebody who has just written go before news", async () => {
    const slow: Rates = { chat: { most: 5, everyMs: 1 }, line: { most: 1, everyMs: 1_000 } };
    const news = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`news${n}`, 1]));
    const { left } = drive(slow, { ...news, reply: 1 }, ["reply"]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(left.findIndex(({ chat }) => chat === "reply")).toBeLessThanOrEqual(1);
    expect(left).toHaveLength(21);
  });

  it("adds chance to the waits where the line wants it", async () => {
    const { left } = drive({ ...perSecond, jitterMs: 600 }, { a: 1, b: 1 });
    expect(left).toEqual([]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(left.map(({ at }) => Math.round(at))).toEqual([300, 600]);
  });
});
