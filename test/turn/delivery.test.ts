/** The same message twice, many at once, older ones again after newer: each counts once, in the order in which it was received. */
import { describe, expect, it } from "vitest";
import { chance } from "../faults/chance.ts";
import { type Customer, customers } from "../faults/story.ts";
import { type BenchOffice, openBenchOffice, saidIn, valuesOf } from "./bench-office.ts";

/** Everything that must be true of a customer who said all six messages of the form, however they were delivered. */
async function expectOneRightOrder(bench: BenchOffice, { address, texts, fields }: Customer): Promise<void> {
  const orders = await bench.orders(address);
  expect(orders.map(valuesOf)).toEqual([fields]);
  const lines = await bench.lines(address);
  expect(saidIn(lines)).toEqual(texts);
  const replies = lines.filter(({ from }) => from === "office");
  expect(replies).toHaveLength(texts.length);
  expect(bench.to(address).map(({ seq, text }) => [seq, text])).toEqual(
    replies.map(({ seq, text }) => [seq, text]),
  );
}

/** Deliveries of one customer: each message at least once, first times in order, and others again in between, at random. */
function withRepeats(texts: readonly string[], random: () => number): readonly number[] {
  return texts.flatMap((_, n) => {
    const again = Array.from({ length: Math.floor(random() * 3) }, () => Math.floor(random() * (n + 1)));
    return [n, ...again];
  });
}

describe("receive", { timeout: 60_000 }, () => {
  it("takes the same message five times for one", async () => {
    const bench = await openBenchOffice();
    const [customer] = customers(1) as [Customer];
    for (const [n, text] of customer.texts.entries()) {
      const answers = [];
      for (let time = 0; time < 5; time += 1)
        answers.push((await bench.say(customer.address, `m${n}`, text)).type);
      expect(answers).toEqual(["accepted", "repeat", "repeat", "repeat", "repeat"]);
    }
    await bench.office().idle();
    await expectOneRightOrder(bench, customer);
    expect(bench.office().engine.counters()).toMatchObject({
      messages_total: 6,
      repeats_total: 24,
      orders_total: 1,
    });
  });

  it("takes the same message five times at once for one", async () => {
    const bench = await openBenchOffice();
    const [customer] = customers(1) as [Customer];
    for (const [n, text] of customer.texts.entries()) {
      const times = Array.from({ length: 5 }, () => bench.say(customer.address, `m${n}`, text));
      const answers = (await Promise.all(times)).map(({ type }) => type);
      expect(answers).toEqual(["accepted", "repeat", "repeat", "repeat", "repeat"]);
    }
    await bench.office().idle();
    await expectOneRightOrder(bench, customer);
  });

  it("takes six messages that are handed over at once in the order of the calls", async () => {
    const bench = await openBenchOffice();
    const [customer] = customers(1) as [Customer];
    const { address, texts } = customer;
    await Promise.all(texts.map((text, n) => bench.say(address, `m${n}`, text)));
    await bench.office().idle();
    await expectOneRightOrder(bench, customer);
  });

  it("drops older messages that come again after newer ones", async () => {
    const bench = await openBenchOffice();
    const [customer] = customers(1) as [Customer];
    const { address, texts } = customer;
    for (const [n, text] of texts.entries()) {
      await bench.say(address, `m${n}`, text);
      for (let older = 0; older < n; older += 1)
        expect(await bench.say(address, `m${older}`, texts[older] ?? "")).toEqual({ type: "repeat" });
    }
    await bench.office().idle();
    await expectOneRightOrder(bench, customer);
  });

  it("knows a message again after a stop and a start", async () => {
    const bench = await openBenchOffice();
    const [customer] = customers(1) as [Customer];
    const { address, texts } = customer;
    for (const [n, text] of texts.entries()) {
      await bench.say(address, `m${n}`, text);
      await bench.reopen();
      expect(await bench.say(address, `m${n}`, text)).toEqual({ type: "repeat" });
    }
    await bench.office().idle();
    await expectOneRightOrder(bench, customer);
    expect(bench.office().engine.counters().possible_repeat_total).toBe(0);
  });

  it("takes the same id with another body for a repeat, and the first body for what was said", async () => {
    const bench = await openBenchOffice();
    await bench.say("a", "m0", "bench form please");
    await bench.say("a", "m1", "12");
    expect(await bench.say("a", "m1", "900")).toEqual({ type: "repeat" });
    await bench.office().idle();
    expect(saidIn(await bench.lines("a"))).toEqual(["bench form please", "12"]);
    expect((await bench.chat("a")).drafts[0]?.fields.amount?.value).toBe(12);
  });

  it("takes the same id at another address for another message", async () => {
    const bench = await openBenchOffice();
    const answers = [await bench.say("a", "m0", "bench form please"), await bench.say("b", "m0", "menu")];
    expect(answers).toEqual([{ type: "accepted" }, { type: "accepted" }]);
  });

  it.each([1, 2, 3])(
    "makes 50 right orders of 50 customers whose messages repeat at random (%i)",
    async (seed) => {
      const bench = await openBenchOffice();
      const random = chance(seed);
      const story = customers(50);
      await Promise.all(
        story.map(async ({ address, texts }) => {
          const waits = random() < 0.5;
          const under = [];
          for (const n of withRepeats(texts, random)) {
            const receiving = bench.say(address, `m${n}`, texts[n] ?? "");
            if (waits) await receiving;
            else under.push(receiving);
          }
          await Promise.all(under);
        }),
      );
      await bench.office().idle();
      for (const customer of story) await expectOneRightOrder(bench, customer);
      expect(bench.office().engine.counters().orders_total).toBe(50);
      expect(new Set(bench.sent.map(({ key }) => key)).size).toBe(bench.sent.length);
    },
  );

  it("keeps one order of numbers for deliveries over all chats", async () => {
    const bench = await openBenchOffice();
    const story = customers(5);
    await Promise.all(
      story.flatMap(({ address, texts }) => texts.map((text, n) => bench.say(address, `m${n}`, text))),
    );
    const refs = (await Promise.all(story.map(({ address }) => bench.orders(address)))).flat();
    expect(refs.map(({ ref }) => ref)).toEqual(["BR-10001", "BR-10002", "BR-10003", "BR-10004", "BR-10005"]);
  });

  it("steps again on the newest state when a chat has moved on behind its back", async () => {
    const bench = await openBenchOffice();
    const [customer] = customers(1) as [Customer];
    const { address, texts } = customer;
    for (const [n, text] of texts.entries()) {
      await bench.say(address, `m${n}`, text);
      await bench.office().idle();
      const chat = await bench.chat(address);
      const moved = { ...chat, version: chat.version + 1 };
      const turn = { expect: chat.version, conversation: moved, orderChanges: [], outbox: [] };
      expect(await bench.office().store.engine.commitTurns([turn], [])).toEqual([{ type: "committed" }]);
    }
    await expectOneRightOrder(bench, customer);
    expect(bench.office().engine.counters().stale_total).toBe(5);
  });
});
