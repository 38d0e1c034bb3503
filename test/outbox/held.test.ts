/** What a line keeps back out of its own prudence is no failure: it is not counted, not shown as trouble, and written down once. */
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type Channel, ChannelError, type ChannelProblem } from "../../src/channels/channel.ts";
import type { ConversationId } from "../../src/domain/ids.ts";
import { createDeliverer } from "../../src/outbox/deliver.ts";
import { createLineBook } from "../../src/outbox/lines.ts";
import type { OutboxRow } from "../../src/store/engine.ts";
import { problemText } from "../../src/web/queue/lines/problem-words.ts";
import { openBenchOffice } from "../turn/bench-office.ts";
import { chat, lineThat, rowOf } from "./some-rows.ts";

const row: OutboxRow = {
  ...{ conversation: "c_aaaaaaaaaaaaaaaaaaaaaa" as ConversationId, seq: 1, turn: 1, index: 0 },
  ...{ channel: "counting", address: "a", createdAt: Date.now(), state: "in_flight" },
  ...{ notBefore: 0, attempts: 0, possibleRepeat: false },
  effect: { type: "say", kind: "news", from: "office", language: "en", text: "Your order is on its way." },
};

/** A line that keeps the first message back so often. */
function careful(times: number) {
  const sent: string[] = [];
  const tries: number[] = [];
  const channel: Channel = {
    name: "counting",
    capabilities: { buttons: 10, maxTextLength: 4_096, canWriteFirst: true, edits: false, typing: false },
    start: async () => undefined,
    stop: async () => undefined,
    send({ text }) {
      tries.push(tries.length);
      if (tries.length <= times) throw new ChannelError({ type: "held", afterMs: 20 }, "not now");
      sent.push(text);
      return { id: `p${sent.length}` };
    },
  };
  return { channel, sent, tries };
}

describe("a message that its line keeps back", { timeout: 60_000 }, () => {
  it("leaves later, and is told as no trouble anywhere", async () => {
    const { channel, sent, tries } = careful(3);
    const warned: unknown[] = [];
    const note = (facts: unknown) => void warned.push(facts);
    const log = { info: () => undefined, warn: note, error: note };
    const bench = await openBenchOffice({ channels: [channel], log });
    warned.length = 0;
    await bench.say("a", "m1", "bench form please");
    await expect.poll(() => sent.length, { timeout: 10_000 }).toBe(1);
    expect(tries).toHaveLength(4);
    const { engine, lines } = bench.office();
    expect(engine.counters()).toMatchObject({ delivery_failures_total: 0, possible_repeat_total: 0 });
    expect(lines.list().find((line) => line.channel === "counting")?.problems).toEqual([]);
    expect(warned).toEqual([]);
  });

  it("is written down once, and again when something else keeps it", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const problems: ChannelProblem[] = [
      ...["held", "held", "held"].map(() => ({ type: "held", afterMs: 1_000 }) as const),
      { type: "retry_later", afterMs: 1_000 },
      { type: "held", afterMs: 1_000 },
    ];
    const { channel } = careful(0);
    const { send } = channel;
    channel.send = (outbound) => {
      const problem = problems.shift();
      if (problem) throw new ChannelError(problem, "not now");
      return send(outbound);
    };
    const deliverer = createDeliverer({
      channels: new Map([["counting", channel]]),
      ...{ now: Date.now, realNow: Date.now, officeNow: Date.now, chance: () => 0.5 },
      ...{ onProgress: () => undefined, onProblem: () => undefined },
    });
    deliverer.begin();
    deliverer.push([row]);
    const records = [...deliverer.takeRecords()];
    for (let second = 0; second < 6; second += 1) {
      await vi.advanceTimersByTimeAsync(1_000);
      records.push(...deliverer.takeRecords());
    }
    expect(records.map(({ state, error }) => error ?? state)).toEqual([
      ...["held", "retry_later", "held", "handed_over"],
    ]);
  });

  it("shows why it waits", async () => {
    const { channel, tries } = careful(Number.POSITIVE_INFINITY);
    const bench = await openBenchOffice({ channels: [channel] });
    await bench.say("a", "m1", "bench form please");
    await expect.poll(() => tries.length, { timeout: 10_000 }).toBeGreaterThan(3);
    expect((await bench.lines("a")).at(-1)).toMatchObject({ delivery: "waiting", problem: "held" });
  });
});

describe("what its line keeps back", () => {
  const minuteMs = 60_000;
  const held: ChannelProblem = { type: "held", afterMs: minuteMs };
  const fake = () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
  };

  it("holds up no answer that waits behind it, and leaves in its own order afterwards", async () => {
    fake();
    let isHigh = true;
    const { deliverer, sent } = lineThat(({ unasked }) => (isHigh && unasked ? held : undefined));
    deliverer.push([rowOf(1, "news"), rowOf(2, "staff"), rowOf(3, "reminder"), rowOf(4)]);
    expect(sent).toEqual(["staff 2", "reply 4"]);
    deliverer.push([rowOf(5, "news"), rowOf(6, "staff")]);
    expect(sent).toEqual(["staff 2", "reply 4", "staff 6"]);
    isHigh = false;
    await vi.advanceTimersByTimeAsync(minuteMs);
    expect(sent.slice(3)).toEqual(["news 1", "reminder 3", "news 5"]);
  });

  it("leaves before an answer where the line lets it by then", () => {
    fake();
    let isHigh = true;
    const { deliverer, sent } = lineThat(() => (isHigh ? held : undefined));
    deliverer.push([rowOf(1, "news")]);
    isHigh = false;
    deliverer.push([rowOf(2)]);
    expect(sent).toEqual(["news 1", "reply 2"]);
  });

  it("is tried no more often for it, and after a first real failure as soon as any other", async () => {
    fake();
    const { deliverer, sent } = lineThat((_, count) =>
      count < 20 ? held : count === 20 ? { type: "retry_later" } : undefined,
    );
    deliverer.push([rowOf(1, "news")]);
    await vi.advanceTimersByTimeAsync(19 * minuteMs + 1_999);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(["news 1"]);
    expect(deliverer.takeRecords().map(({ attempts }) => attempts)).toEqual([0, 1, 2]);
  });

  it("uses up none of the line's pace, and lets an answer go first", async () => {
    fake();
    const rates = { chat: { most: 3, everyMs: 1_000 }, line: { most: 1, everyMs: 10_000 } };
    const { deliverer, sent } = lineThat(({ unasked }) => (unasked ? held : undefined), { rates });
    const chats = Array.from({ length: 30 }, (_, n) => `c_${String(n).padStart(22, "a")}` as ConversationId);
    for (const conversation of chats) deliverer.push([rowOf(1, "news", { conversation })]);
    await vi.advanceTimersByTimeAsync(minuteMs);
    deliverer.push([rowOf(2, "staff", { conversation: chats.at(-1) as ConversationId })]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual(["staff 2"]);
  });

  it("goes before others' where an answer waits behind it in its chat", async () => {
    fake();
    const rates = { chat: { most: 3, everyMs: 1_000 }, line: { most: 1, everyMs: 10_000 } };
    const { deliverer, sent } = lineThat(() => undefined, { rates });
    const chats = ["b", "c", "d"].map((letter) => `c_${letter.repeat(22)}` as ConversationId);
    for (const [n, conversation] of chats.entries()) deliverer.push([rowOf(n, "news", { conversation })]);
    deliverer.push([rowOf(9, "staff", { conversation: chats[2] as ConversationId })]);
    await vi.advanceTimersByTimeAsync(minuteMs);
    expect(sent).toEqual(["news 0", "news 2", "staff 9", "news 1"]);
  });

  it("is told of its line: how many messages, and since when", async () => {
    fake();
    const began = Date.now();
    let isHigh = true;
    const { deliverer } = lineThat(({ unasked }) => (isHigh && unasked ? held : undefined));
    expect(deliverer.kept("test")).toBeUndefined();
    deliverer.push([rowOf(1, "news"), rowOf(2), rowOf(3, "news")]);
    await vi.advanceTimersByTimeAsync(5 * minuteMs);
    expect([deliverer.kept("test"), deliverer.kept("other")]).toEqual([
      { since: began, waiting: 2 },
      undefined,
    ]);
    isHigh = false;
    await vi.advanceTimersByTimeAsync(minuteMs);
    expect(deliverer.kept("test")).toBeUndefined();
  });
});

describe("a message that was withdrawn while its line kept it back", () => {
  it("is told as no trouble of the line", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let keep: (error: Error) => void = () => undefined;
    const told: [string, boolean][] = [];
    const { deliverer, became } = lineThat(() => new Promise<never>((_, reject) => (keep = reject)), {
      onProblem: (_, { type }, gaveUp) => void told.push([type, gaveUp]),
    });
    deliverer.push([rowOf(1, "news")]);
    deliverer.withdraw(chat, Date.now());
    keep(new ChannelError({ type: "held", afterMs: 60_000 }, "not now"));
    await vi.advanceTimersByTimeAsync(1);
    expect([told, became()]).toEqual([[["held", false]], [[1, "failed", "opted_out"]]]);
  });
});

describe("a line that keeps something back", () => {
  const held: ChannelProblem = { type: "held", afterMs: 60_000 };

  /** The outbox and the book of lines together, as the engine has them. */
  function openCard() {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const line = { isHigh: true };
    const told: boolean[] = [];
    const channels = new Map([["test", { name: "test", capabilities: { buttons: 0 } } as Channel]]);
    const book = createLineBook({ channels, now: Date.now, paused: [], keepPaused: async () => undefined });
    const made = lineThat(({ unasked }) => (line.isHigh && unasked ? held : undefined), {
      onProblem: (_, { type }) => type === "held" && book.kept("test"),
      onHanded: () => book.spoke("test"),
      onLetGo: (channel) => book.letGo(channel),
    });
    const { deliverer } = made;
    book.attach({
      ...{ backlog: () => 0, wake: () => undefined, chatOf: async () => undefined },
      kept: (channel) => deliverer.kept(channel),
      // Pages ask a little later.
      changed: () => queueMicrotask(() => told.push(book.list()[0]?.careful !== undefined)),
    });
    const asked = async () => {
      await vi.advanceTimersByTimeAsync(0);
      return told;
    };
    return { ...made, line, asked };
  }

  it("says so, and no more once the last of it has left; and anew the next time", async () => {
    const { deliverer, line, asked } = openCard();
    deliverer.push([rowOf(1, "news"), rowOf(2, "staff"), rowOf(3, "news")]);
    expect(await asked()).toEqual([true]);
    line.isHigh = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await asked()).toEqual([true, false]);
    line.isHigh = true;
    deliverer.push([rowOf(4, "news")]);
    expect(await asked()).toEqual([true, false, true]);
  });

  it("says so no more once all of it was withdrawn", async () => {
    const { deliverer, asked } = openCard();
    deliverer.push([rowOf(1, "news")]);
    expect(await asked()).toEqual([true]);
    deliverer.withdraw(chat, Date.now());
    expect(await asked()).toEqual([true, false]);
  });

  it("says so from the start where it had kept something back before", () => {
    const { deliverer } = openCard();
    const notBefore = Date.now() + 60_000;
    deliverer.push([rowOf(1, "news", { state: "waiting", kept: true, notBefore })]);
    expect(deliverer.kept("test")).toMatchObject({ waiting: 1 });
  });

  it("holds up no answer after a start, either", () => {
    const { deliverer, sent } = openCard();
    const notBefore = Date.now() + 60_000;
    deliverer.push([rowOf(1, "news", { state: "waiting", kept: true, notBefore }), rowOf(2, "staff")]);
    expect(sent).toEqual(["staff 2"]);
  });
});

describe("a message in parts", () => {
  it("says of each but the first that it is the rest of one that has begun, also after a wait", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const rests: (true | undefined)[] = [];
    const { deliverer } = lineThat(
      ({ rest }, count) => {
        rests.push(rest);
        return count === 2 ? { type: "retry_later", afterMs: 1_000 } : undefined;
      },
      { maxTextLength: 4 },
    );
    deliverer.push([rowOf(1, "news"), rowOf(2)]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(rests).toEqual([undefined, true, true, undefined, true]);
  });
});

describe("problemText", () => {
  it("says in both languages why it waits, and why in the end it was not sent", () => {
    expect(problemText("held", "en")).toContain("answers leave now");
    expect(problemText("held", "en", true)).toContain("not sent: for days");
    expect(problemText("held", "ar")).toContain("تُرسل الردود الآن");
    expect(problemText("held", "ar", true)).toContain("لم تُرسل");
  });
});
