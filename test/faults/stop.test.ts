/** SIGTERM in the middle of work: intake stops, what is under way is finished, and nothing is lost or in doubt afterwards. */
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

describe("SIGTERM", () => {
  it("ends the office in order at moments that nobody chose, again and again", {
    timeout: 120_000,
  }, async () => {
    const random = chance(14);
    const count = 40;
    for (let seed = 0; seed < 6; seed += 1) {
      const life = startLife(folder, { customers: count, seed });
      await life.said("open");
      await sleep(random() * 40);
      const asked = performance.now();
      life.process.kill("SIGTERM");
      expect(await life.ended).toMatchObject({ code: 0, stderr: "" });
      expect(performance.now() - asked).toBeLessThan(10_000);
    }
    expect((await live(folder, { customers: count, seed: 99 })).code).toBe(0);
    expect(await checkInvariants(folder, customers(count))).toEqual([]);
    expect(countRepeats(folder)).toBe(0);
  });
});
