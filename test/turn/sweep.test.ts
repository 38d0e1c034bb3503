/** A timer over many rows, some of which fail: the others are reached, those are tried again ever more seldom, and people are called. */
import { describe, expect, it } from "vitest";
import type { Conversation } from "../../src/domain/conversation.ts";
import type { Acted } from "../../src/engine.ts";
import { createSweep } from "../../src/turn/sweep.ts";

const done: Acted = { type: "done", conversation: {} as Conversation };
const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Rows by their names, all due from the start; the first so many fail. */
function sweepOf(rows: number, fails: (row: number) => Acted | undefined) {
  const left = new Set(Array.from({ length: rows }, (_, row) => row));
  const tried: number[] = [];
  const called: number[] = [];
  const sweep = createSweep<number>(
    {
      next: () => (left.size > 0 ? 0 : undefined),
      due: (_now, limit) => [...left].slice(0, limit),
      keyOf: String,
      onFailing: async (row) => called.push(row),
      log: silentLog,
      momentsOf: () => [],
      async fire(row) {
        tried.push(row);
        const failed = fails(row);
        if (!failed) left.delete(row);
        return failed ?? done;
      },
    },
    0,
  );
  return { sweep, left, tried, called };
}

describe("createSweep", () => {
  it("reaches the rows behind a hundred that fail", async () => {
    const { sweep, left } = sweepOf(250, (row) => (row < 120 ? { type: "unknown" } : undefined));
    await sweep.fire(1_000);
    await sweep.fire(1_001);
    expect(Math.max(...left)).toBe(119);
  });

  it("tries a row that fails ever more seldom, calls people once, and forgets it when it moves", async () => {
    let works = false;
    const { sweep, tried, called, left } = sweepOf(1, () => (works ? undefined : { type: "unknown" }));
    for (let now = 1_000; now < 3_600_000; now += 1_000) await sweep.fire(now);
    expect(tried.length).toBeLessThan(10);
    expect(called).toEqual([0]);
    works = true;
    await sweep.fire(2 * 3_600_000 + 3_600_000);
    expect(left.size).toBe(0);
  });

  it("goes on with the others where one throws, and at once after a clock that went back", async () => {
    let throws = true;
    const { sweep, left } = sweepOf(3, (row) => {
      if (row === 0 && throws) throw new Error("no chat");
      return undefined;
    });
    await sweep.fire(50_000);
    expect([...left]).toEqual([0]);
    throws = false;
    await sweep.fire(10_000);
    expect(left.size).toBe(0);
  });

  it("does not count a full disk as the row's own fault", async () => {
    const { sweep, tried, called } = sweepOf(1, () => ({ type: "not_now" }));
    for (let now = 1; now <= 20; now += 1) await sweep.fire(now);
    expect(tried).toHaveLength(20);
    expect(called).toEqual([]);
  });
});
