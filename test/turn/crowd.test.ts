/** Many at once: agents who want the same order, and one customer who sends a thousand messages. */
import { describe, expect, it } from "vitest";
import { raceForClaims } from "../faults/claim-race.ts";
import { type Customer, customers } from "../faults/story.ts";
import { openBenchOffice, valuesOf } from "./bench-office.ts";

describe("a claim by several agents at once", () => {
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

describe("a customer who sends a thousand messages at once", () => {
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
