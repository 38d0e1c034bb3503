/** Many at once: agents who want the same order, and one customer who sends a thousand messages. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../src/root.ts";
import { embeddedClassifier } from "../../src/understand/embedded.ts";
import { raceForClaims } from "../faults/claim-race.ts";
import { raceForOffers } from "../faults/offer-race.ts";
import { type Customer, customers } from "../faults/story.ts";
import { openBenchOffice, valuesOf } from "./bench-office.ts";

describe("a claim by several agents at once", { timeout: 120_000 }, () => {
  it("goes to one of them in each of 500 races, and the others are told who has it", async () => {
    const bench = await openBenchOffice();
    const story = customers(5);
    for (const { address, texts } of story)
      await Promise.all(texts.map((text, n) => bench.say(address, `m${n}`, text)));
    const orders = (await Promise.all(story.map(({ address }) => bench.orders(address)))).flat();
    expect(orders).toHaveLength(5);
    expect(await raceForClaims(bench.office(), orders, { races: 500, seed: 1 })).toEqual([]);
  });
});

describe("an offer that several partners accept at once", { timeout: 120_000 }, () => {
  it("goes to one of them in each race, by whichever door, and the others are told that they were late", async () => {
    const bench = await openBenchOffice();
    const story = customers(5);
    for (const { address, texts } of story)
      await Promise.all(texts.map((text, n) => bench.say(address, `m${n}`, text)));
    const orders = (await Promise.all(story.map(({ address }) => bench.orders(address)))).flat();
    expect(orders).toHaveLength(5);
    const { wrong, won } = await raceForOffers(bench, orders, { races: 100, seed: 3 });
    expect(wrong).toEqual([]);
    for (const times of Object.values(won)) expect(times).toBeGreaterThan(0);
  });
});

describe("a customer who sends a thousand messages at once", { timeout: 120_000 }, () => {
  const flood = 1_000;

  it("holds nobody else up: whole orders are placed before half of the flood is answered", async () => {
    const bench = await openBenchOffice();
    const story = customers(20);
    const flooding = Array.from({ length: flood }, (_, n) => bench.say("flooder", `m${n}`, `word ${n}`));
    const play = async ({ address, texts }: Customer) => {
      for (const [n, text] of texts.entries()) await bench.say(address, `m${n}`, text);
    };
    await Promise.all(story.map(play));
    const line = (await bench.lines("flooder")).filter(({ from }) => from === "customer").length;
    expect(line).toBeLessThan(flood / 2);
    expect((await Promise.all(flooding)).every(({ type }) => type === "accepted")).toBe(true);
    await bench.office().idle();
    for (const { address, fields } of story)
      expect((await bench.orders(address)).map(valuesOf)).toEqual([fields]);
    const said = (await bench.lines("flooder")).flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(said).toEqual(Array.from({ length: flood }, (_, n) => `m${n}`));
  });

  it("is asked to come again when even more wait, while others are let in", async () => {
    const bench = await openBenchOffice();
    const flooding = Array.from({ length: flood + 1 }, (_, n) => bench.say("flooder", `m${n}`, "again"));
    const other = bench.say("a", "m0", "bench form please");
    expect(await flooding.at(-1)).toEqual({ type: "not_now", reason: "overloaded" });
    expect(await other).toEqual({ type: "accepted" });
    expect(await flooding[flood - 1]).toEqual({ type: "accepted" });
    expect(await bench.say("flooder", `m${flood}`, "again")).toEqual({ type: "accepted" });
  });
});

describe("two offices that talk to each other", { timeout: 120_000 }, () => {
  it("fall silent after a few words, and a person looks at it", async () => {
    const flowsDir = join(root, "flows");
    const offices = [await openBenchOffice({ flowsDir }), await openBenchOffice({ flowsDir })] as const;
    for (const bench of offices)
      await bench.reopen((settings) => ({
        ...settings,
        classifier: embeddedClassifier(bench.office().catalogue().specs, []),
      }));
    const [one, other] = offices;
    await one.say("other", "m0", "hello");
    const heard = [0, 0];
    for (let round = 0; round < 200; round += 1) {
      for (const [index, [from, to]] of [[one, other] as const, [other, one] as const].entries()) {
        await from.office().idle();
        const words = from.sent.slice(heard[index]);
        heard[index] = from.sent.length;
        for (const { seq, text } of words) await to.say(from === one ? "one" : "other", `r${seq}`, text);
      }
    }
    await one.office().idle();
    expect(one.sent.length).toBeGreaterThan(0);
    expect(one.sent.length + other.sent.length).toBeLessThan(100);
    const cases = await Promise.all(offices.map((bench) => bench.office().store.orders.waitingChats(10)));
    expect(cases.flat().length).toBeGreaterThan(0);
  });
});
