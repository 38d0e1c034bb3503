import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Rates } from "../../src/channels/channel.ts";
import { createPace } from "../../src/outbox/pace.ts";
import type { Haste } from "../../src/outbox/waiting-chats.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Chats with messages to send, as the outbox drives the pace; when each left, by the fake clock. */
function drive(
  rates: Rates,
  waiting: Record<string, number>,
  hasteOf: (chat: string) => Haste = () => "old",
) {
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
    const asked = pace.ask(chat, hasteOf(chat));
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
    const { left } = drive(slow, { ...news, reply: 1 }, (chat) => (chat === "reply" ? "answer" : "fresh"));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(left.findIndex(({ chat }) => chat === "reply")).toBeLessThanOrEqual(1);
    expect(left).toHaveLength(21);
  });

  it("gives news of this minute its share ahead of a thousand old ones, and the old ones theirs", async () => {
    const slow: Rates = { chat: { most: 5, everyMs: 1 }, line: { most: 1, everyMs: 1_000 } };
    const chats = (name: string, count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`${name}${n}`, 1]));
    const { left } = drive(slow, { ...chats("old", 1_000), ...chats("fresh", 30) }, (chat) =>
      chat.startsWith("fresh") ? "fresh" : "old",
    );
    await vi.advanceTimersByTimeAsync(60_000);
    const first = left.slice(1, 41).map(({ chat }) => chat.replace(/\d+$/, ""));
    expect(first.filter((name) => name === "fresh")).toHaveLength(30);
    expect(first.filter((name) => name === "old")).toHaveLength(10);
    expect(left.at(-1)?.chat).toMatch(/^old/);
  });

  it("hastens a chat that waits, and never holds one up", async () => {
    const slow: Rates = { chat: { most: 5, everyMs: 1 }, line: { most: 1, everyMs: 1_000 } };
    const { left, pace } = drive(slow, { a: 1, b: 1, c: 1, d: 1, e: 1 });
    pace.hasten("e", "fresh");
    pace.hasten("d", "answer");
    pace.hasten("d", "old");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(left.map(({ chat }) => chat)).toEqual(["a", "d", "e", "b", "c"]);
  });

  it("adds chance to the waits where the line wants it", async () => {
    const { left } = drive({ ...perSecond, jitterMs: 600 }, { a: 1, b: 1 });
    expect(left).toEqual([]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(left.map(({ at }) => Math.round(at))).toEqual([300, 600]);
  });
});
