/** A classifier that is far away: its chat waits in order, others and staff don't, and whatever it does every message is answered. */
import { describe, expect, it } from "vitest";
import type { Reading } from "../../src/domain/understanding.ts";
import { ClassifierError, type DeferredClassifier } from "../../src/understand/classifier.ts";
import { type Customer, customers } from "../faults/story.ts";
import { noura, openBenchOffice, saidIn, valuesOf } from "./bench-office.ts";

const request: Reading = {
  understandings: [{ type: "request", service: "bench_form", fields: {} }],
  confidence: 0.9,
  by: "llm",
  promptVersion: "1",
};
/** No meaning that the embedded classifier would find in the words of a request. */
const thanks: Reading = { understandings: [{ type: "thanks" }], confidence: 0.9, by: "llm" };

/** Wants every message that rules did not settle. */
const always = { wants: () => true, counters: () => ({}) };

type Asked = {
  readonly text: string;
  readonly signal: AbortSignal;
  readonly resolve: (reading: Reading) => void;
  readonly reject: (error: unknown) => void;
};

/** A classifier that answers when the test lets it, and tells what it was asked. */
function thoughtful() {
  const asked: Asked[] = [];
  const waiting: (() => void)[] = [];
  const classifier: DeferredClassifier = {
    answers: "later",
    name: "thoughtful",
    ...always,
    read: ({ text }, { signal }) =>
      new Promise((resolve, reject) => {
        asked.push({ text, signal, resolve, reject });
        for (const wake of waiting.splice(0)) wake();
      }),
  };
  /** The n-th question, from 0, once it has been asked. */
  const question = async (n: number): Promise<Asked> => {
    for (;;) {
      const found = asked[n];
      if (found) return found;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  return { classifier, asked, question };
}

const [first, second] = customers(2) as [Customer, Customer];

describe("a deferred classifier", { timeout: 60_000 }, () => {
  it("holds its own chat, in order, and no other", async () => {
    const { classifier, question, asked } = thoughtful();
    const bench = await openBenchOffice({ classifier, deadlineMs: 60_000 });
    const saying = (customer: Customer) =>
      Promise.all(customer.texts.map((text, n) => bench.say(customer.address, `m${n}`, text)));
    const received = [...(await saying(first)), ...(await saying(second))];
    expect(received.map(({ type }) => type)).toEqual(Array(12).fill("accepted"));
    const slow = await question(0);
    (await question(1)).resolve(request);
    while ((await bench.orders(second.address)).length === 0) await new Promise(setImmediate);
    expect(saidIn(await bench.lines(first.address))).toEqual([]);
    slow.resolve(request);
    await bench.office().idle();
    for (const { address, texts, fields } of [first, second]) {
      expect(saidIn(await bench.lines(address))).toEqual(texts);
      expect((await bench.orders(address)).map(valuesOf)).toEqual([fields]);
    }
    expect(asked).toHaveLength(2);
  });

  it("is asked once when the same message comes again while it thinks", async () => {
    const { classifier, question, asked } = thoughtful();
    const bench = await openBenchOffice({ classifier, deadlineMs: 60_000 });
    await bench.say("a", "m0", "bench form please");
    expect(await bench.say("a", "m0", "bench form please")).toEqual({ type: "repeat" });
    (await question(0)).resolve(request);
    await bench.office().idle();
    expect(await bench.say("a", "m0", "bench form please")).toEqual({ type: "repeat" });
    expect(asked).toHaveLength(1);
    expect(bench.to("a")).toHaveLength(1);
  });

  it("gives way to the embedded reading when it fails", async () => {
    const { classifier, question } = thoughtful();
    const bench = await openBenchOffice({ classifier, deadlineMs: 60_000 });
    await bench.say("a", "m0", "bench form please");
    (await question(0)).reject(new ClassifierError("429"));
    await bench.office().idle();
    expect((await bench.chat("a")).drafts.map(({ service }) => service)).toEqual(["bench_form"]);
    expect(bench.office().engine.counters().classifier_failures_total).toBe(1);
  });

  it("gives way when it throws instead of rejecting", async () => {
    const classifier: DeferredClassifier = {
      answers: "later",
      name: "broken",
      ...always,
      read() {
        throw new TypeError("no such model");
      },
    };
    const bench = await openBenchOffice({ classifier });
    await bench.say("a", "m0", "bench form please");
    await bench.office().idle();
    expect((await bench.chat("a")).drafts).toHaveLength(1);
    // A promise that is left behind would end the process here.
    await bench.office().close();
  });

  it("is told to stop at the deadline, and what it says later changes nothing", async () => {
    const { classifier, question } = thoughtful();
    const bench = await openBenchOffice({ classifier, deadlineMs: 30 });
    await bench.say("a", "m0", "bench form please");
    const { signal, resolve } = await question(0);
    await bench.office().idle();
    expect(signal.aborted).toBe(true);
    resolve(thanks);
    await bench.office().idle();
    expect((await bench.chat("a")).drafts).toHaveLength(1);
    expect(bench.to("a")).toHaveLength(1);
  });

  it("decides against the embedded reading while it is in time", async () => {
    const { classifier, question } = thoughtful();
    const bench = await openBenchOffice({ classifier, deadlineMs: 60_000 });
    await bench.say("a", "m0", "bench form please");
    (await question(0)).resolve(thanks);
    await bench.office().idle();
    expect((await bench.chat("a")).drafts).toEqual([]);
  });

  it("does not hold the acts of staff, and its reading is stepped on what they made of the chat", async () => {
    const { classifier, question } = thoughtful();
    const bench = await openBenchOffice({ classifier, deadlineMs: 60_000 });
    await bench.say("a", "m0", "bench form please");
    const { id } = await bench.chat("a");
    const { engine } = bench.office();
    expect(
      await engine.act(noura, { type: "reply", text: "One moment, I look." }, { conversation: id }),
    ).toMatchObject({
      type: "done",
    });
    (await question(0)).resolve(request);
    await engine.idle();
    const lines = await bench.lines("a");
    expect(lines.map(({ seq, from }) => [seq, from])).toEqual([
      [1, "agent"],
      [2, "customer"],
    ]);
  });

  it("finds at the next start what a stop left unread, in order", async () => {
    const forgetful = thoughtful();
    const bench = await openBenchOffice({ classifier: forgetful.classifier, deadlineMs: 60_000 });
    await Promise.all(first.texts.map((text, n) => bench.say(first.address, `m${n}`, text)));
    const { signal } = await forgetful.question(0);
    const fresh = thoughtful();
    await bench.reopen((settings) => ({ ...settings, classifier: fresh.classifier }));
    expect(signal.aborted).toBe(true);
    (await fresh.question(0)).resolve(request);
    await bench.office().idle();
    expect(saidIn(await bench.lines(first.address))).toEqual(first.texts);
    expect((await bench.orders(first.address)).map(valuesOf)).toEqual([first.fields]);
    expect(await bench.say(first.address, "m3", first.texts[3] ?? "")).toEqual({ type: "repeat" });
  });

  it("is not needed at a start without it: the embedded reading serves what was left", async () => {
    const forgetful = thoughtful();
    const bench = await openBenchOffice({ classifier: forgetful.classifier, deadlineMs: 60_000 });
    await Promise.all(first.texts.map((text, n) => bench.say(first.address, `m${n}`, text)));
    await bench.reopen(({ classifier: _, ...settings }) => settings);
    await bench.office().idle();
    expect((await bench.orders(first.address)).map(valuesOf)).toEqual([first.fields]);
  });

  it("does not hold a life in danger, which is answered at once", async () => {
    const { classifier, question } = thoughtful();
    const bench = await openBenchOffice({ classifier, deadlineMs: 60_000 });
    await bench.say("a", "m0", "bench form please");
    await bench.say("a", "m1", "my father fainted and he is not breathing");
    const waiting = await question(0);
    expect((await bench.chat("a")).person?.reason).toBe("emergency");
    waiting.resolve(request);
    await bench.office().idle();
    const chat = await bench.chat("a");
    expect(chat.person?.reason).toBe("emergency");
    expect(saidIn(await bench.lines("a"))).toHaveLength(2);
  });

  it("never sees a secret, which is answered at once while an earlier message waits", async () => {
    const { classifier, question, asked } = thoughtful();
    const bench = await openBenchOffice({ classifier, deadlineMs: 60_000 });
    await bench.say("a", "m0", "bench form please");
    await bench.say("a", "m1", "my card is 4539578763621486");
    const waiting = await question(0);
    expect(bench.to("a")).toHaveLength(1);
    waiting.resolve(request);
    await bench.office().idle();
    expect(bench.to("a")).toHaveLength(2);
    expect(asked.map(({ text }) => text)).toEqual(["bench form please"]);
  });
});
