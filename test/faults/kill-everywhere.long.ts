/** A kill at every statement that writes, at every commit and hand-over, and at hundreds of moments that nobody chose. */
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { each, faultsIn, type Outcome, sufferAll } from "./campaign.ts";
import { chance } from "./chance.ts";
import { checkInvariants, countRepeats } from "./checker.ts";
import { live, makeFolder, removeFolder, startLife } from "./processes.ts";
import { customers } from "./story.ts";

const count = 4;

/** Kills at the first, second, … time that a point is reached, until the story is over before it is reached again. */
async function killAtEach(point: string): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let from = 0; ; from += 20) {
    const some = each(point, from + 20).slice(from);
    outcomes.push(...(await sufferAll(some, "new", (fault) => ({ customers: count, seed: 1, fault }))));
    if (outcomes.some(({ ended }) => ended.code === 0)) return outcomes;
  }
}

describe("an office killed at every moment of a small story", () => {
  it.each([
    ["statement", 60],
    ["before-commit", 6],
    ["after-commit", 6],
    ["after-send", 20],
  ])("leaves nothing lost, doubled or wrong: %s", async (point, least) => {
    const outcomes = await killAtEach(point);
    const killed = outcomes.filter(({ ended }) => ended.signal === "SIGKILL").length;
    console.log(`${point}: ${killed} kills`);
    expect(killed).toBeGreaterThan(least);
    expect(faultsIn(outcomes)).toEqual([]);
  });

  it("goes on after 300 kills at moments that nobody chose, on 15 folders", async () => {
    const random = chance(300);
    let repeats = 0;
    for (let run = 0; run < 15; run += 1) {
      const folder = makeFolder();
      for (let seed = 0; seed < 20; seed += 1) {
        const life = startLife(folder, { customers: 120, seed: run * 100 + seed });
        // Some die while they start: in the middle of migrations, of recovery, of what is sent again.
        if (random() < 0.8) await life.said("open");
        await sleep(random() * 80);
        life.process.kill("SIGKILL");
        await life.ended;
      }
      expect((await live(folder, { customers: 120, seed: run })).code).toBe(0);
      expect(await checkInvariants(folder, customers(120))).toEqual([]);
      repeats += countRepeats(folder);
      removeFolder(folder);
    }
    console.log(`300 random kills: ${repeats} messages left again, each counted`);
  });
});
