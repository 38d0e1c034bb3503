/**
 * `kill -9` in the middle of the story, life after life on one data folder: a last life ends the story, and nothing is lost, doubled
 * or wrong. The short form of kill-everywhere.long.ts.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chance } from "./chance.ts";
import { checkInvariants, countRepeats } from "./checker.ts";
import { live, makeFolder, removeFolder, startLife } from "./processes.ts";
import { customers } from "./story.ts";

let folder: string;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => removeFolder(folder));

/** Lives that end themselves at the given moments, and one more that plays to the end. */
async function playThrough(faults: readonly string[], count: number): Promise<readonly string[]> {
  for (const [seed, fault] of faults.entries()) {
    const { signal, stderr } = await live(folder, { customers: count, seed, fault });
    expect({ fault, signal, stderr }).toEqual({ fault, signal: "SIGKILL", stderr: "" });
  }
  const last = await live(folder, { customers: count, seed: faults.length });
  expect(last).toMatchObject({ code: 0, stderr: "" });
  return checkInvariants(folder, customers(count));
}

const timeout = 120_000;
const at = (point: string, ...times: number[]) => times.map((nth) => `${point}:${nth}`);

/** `npm run faults` plays all of it, `npm test` less of the same. */
const isLong = process.env.FAULTS === "long";

describe("an office killed again and again", () => {
  it("loses and doubles nothing before and after commits", { timeout }, async () => {
    const faults = [...at("before-commit", 1, 3), ...at("after-commit", 1, 2, 5), ...at("before-commit", 2)];
    expect(await playThrough(faults, 8)).toEqual([]);
  });

  it("repeats at most what was leaving when the kill fell between a hand-over and its record", {
    timeout,
  }, async () => {
    const faults = at("after-send", 1, 1, 2, 7, 12);
    expect(await playThrough(faults, 8)).toEqual([]);
    const repeats = countRepeats(folder);
    expect(repeats).toBeGreaterThanOrEqual(faults.length);
  });

  it("begins and goes on where a kill fell at any statement that writes", { timeout }, async () => {
    expect(
      await playThrough(at("statement", 1, 2, 11, 23, 31, ...(isLong ? [38, 40, 47, 56, 64, 90] : [])), 40),
    ).toEqual([]);
  });

  it("goes on after kills at moments that nobody chose", { timeout }, async () => {
    const random = chance(20);
    const count = 30;
    for (let seed = 0; seed < (isLong ? 5 : 2); seed += 1) {
      const life = startLife(folder, { customers: count, seed });
      await life.said("open");
      await sleep(random() * 60);
      life.process.kill("SIGKILL");
      await life.ended;
    }
    expect(await playThrough([], count)).toEqual([]);
  });
});
