/** Long forms of what the short tests try once: races for claims, a held database, little memory, a busy loop, backups under load. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { restore } from "../../src/store/sqlite/restore.ts";
import { openBenchOffice, valuesOf } from "../turn/bench-office.ts";
import { checkFile, checkHistory, checkInvariants } from "./checker.ts";
import { raceForClaims } from "./claim-race.ts";
import { playWhileHeld } from "./held-database.ts";
import { raceForOffers } from "./offer-race.ts";
import { startOffice } from "./office-process.ts";
import { live, makeFolder, removeFolder, startLife } from "./processes.ts";
import { customers } from "./story.ts";

describe("claims", () => {
  it("have one winner in each of 10,000 races of 2 to 16 agents", async () => {
    const bench = await openBenchOffice();
    const story = customers(20);
    for (const { address, texts } of story)
      await Promise.all(texts.map((text, n) => bench.say(address, `m${n}`, text)));
    const orders = (await Promise.all(story.map(({ address }) => bench.orders(address)))).flat();
    expect(await raceForClaims(bench.office(), orders, { races: 10_000, seed: 2 })).toEqual([]);
  });
});

describe("offers", () => {
  it("have one winner in each of 10,000 races of 2 to 8 partners by chat, system and link", {
    timeout: 1_800_000,
  }, async () => {
    const bench = await openBenchOffice();
    const story = customers(20);
    for (const { address, texts } of story)
      await Promise.all(texts.map((text, n) => bench.say(address, `m${n}`, text)));
    const orders = (await Promise.all(story.map(({ address }) => bench.orders(address)))).flat();
    const { wrong, won } = await raceForOffers(bench, orders, { races: 10_000, seed: 4 });
    console.log(`first: ${JSON.stringify(won)}`);
    expect(wrong).toEqual([]);
    for (const times of Object.values(won)) expect(times).toBeGreaterThan(0);
  });
});

describe("a database that another process holds", () => {
  it.each([
    [1_000, 6],
    [4_000, 3],
    [6_000, 2],
  ])("for %i ms costs no message and no order", async (holdMs, times) => {
    const bench = await openBenchOffice();
    const { answers, wrong } = await playWhileHeld(bench, { holdMs, times, count: 5 });
    console.log(
      `held for ${holdMs} ms: ${answers.filter((type) => type === "not_now").length} were asked to come again`,
    );
    expect(wrong).toEqual([]);
  });
});

describe("little memory", () => {
  it("loses nothing, whether the office lives through it or not", async () => {
    const folder = makeFolder();
    const count = 3_000;
    for (const megabytes of [64, 32, 24, 20]) {
      const node = [`--max-old-space-size=${megabytes}`];
      const { code, signal } = await live(folder, { customers: count, seed: megabytes, node });
      console.log(`${megabytes} MB: ended with ${signal ?? code}`);
    }
    expect((await live(folder, { customers: count, seed: 1 })).code).toBe(0);
    expect(await checkInvariants(folder, customers(count))).toEqual([]);
    removeFolder(folder);
  });
});

describe("a process that does not move for five seconds", () => {
  it("goes on where it was, and lets nobody else in meanwhile", async () => {
    const folder = makeFolder();
    const life = startLife(folder, { customers: 200, seed: 1 });
    await life.said("open");
    await sleep(20);
    life.process.kill("SIGSTOP");
    const other = await live(folder, { customers: 1, seed: 2, lockWaitMs: 1_000 });
    expect(other.code).toBe(1);
    expect(other.stderr).toContain(`is in use by process ${life.process.pid}.`);
    await sleep(4_000);
    life.process.kill("SIGCONT");
    expect((await life.ended).code).toBe(0);
    expect(await checkInvariants(folder, customers(200))).toEqual([]);
    removeFolder(folder);
  });
});

describe("two whole offices on one folder", () => {
  it("are one: the second waits for the first, then refuses and names it", async () => {
    const folder = makeFolder();
    const first = await startOffice(folder);
    await first.open;
    const second = await startOffice(folder);
    const { code, stderr } = await second.ended;
    expect(code).toBe(1);
    expect(stderr).toContain(`is in use by process ${first.pid}.`);
    const third = await startOffice(folder);
    first.process.kill("SIGTERM");
    await third.open;
    third.process.kill("SIGTERM");
    expect((await third.ended).code).toBe(0);
    removeFolder(folder);
  });
});

describe("a backup under load", () => {
  it("is a prefix of what was committed, and the platform's next deliveries complete it", async () => {
    const bench = await openBenchOffice();
    const story = customers(300);
    const playing = Promise.all(
      story.map(async ({ address, texts }) => {
        for (const [n, text] of texts.entries()) {
          await bench.say(address, `m${n}`, text);
          await sleep(Number(address.split("-")[1]) % 17);
        }
      }),
    );
    const files = [];
    for (let n = 0; n < 5; n += 1) files.push(await bench.office().backUp());
    await playing;
    await bench.office().idle();
    const complete = new Map(
      await Promise.all(story.map(async ({ address }) => [address, await bench.lines(address)] as const)),
    );
    for (const file of files) await checkBackup(file, story, complete);
  });

  async function checkBackup(
    file: string,
    story: ReturnType<typeof customers>,
    complete: ReadonlyMap<string, Awaited<ReturnType<Awaited<ReturnType<typeof openBenchOffice>>["lines"]>>>,
  ): Promise<void> {
    expect(checkFile(file)).toEqual([]);
    const copy = await openBenchOffice();
    await copy.reopenWith(async (dataDir) => {
      mkdirSync(dataDir, { recursive: true });
      await restore({ file, dataDir });
      expect(checkFile(join(dataDir, "wasit.db"))).toEqual([]);
    });
    expect(copy.sent).toEqual([]);
    for (const { address } of story) {
      const lines = await copy.lines(address);
      const texts = (some: typeof lines) => some.map(({ text, content }) => text ?? JSON.stringify(content));
      expect(texts(complete.get(address)?.slice(0, lines.length) ?? [])).toEqual(texts(lines));
    }
    for (const { address, texts } of story)
      for (const [n, text] of texts.entries()) await copy.say(address, `m${n}`, text);
    await copy.office().idle();
    for (const { address, fields } of story) {
      const orders = await copy.orders(address);
      expect(orders.map(valuesOf)).toEqual([fields]);
      for (const order of orders)
        expect(checkHistory(order, await copy.office().store.orders.history(order.ref))).toEqual([]);
    }
  }
});
