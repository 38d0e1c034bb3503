/** Hand-overs whose end nobody knows: bounded, and told as what they are. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ChannelError, type ChannelProblem } from "../../src/channels/channel.ts";
import type { ConversationId } from "../../src/domain/ids.ts";
import { chat, lineThat, rowOf } from "./some-rows.ts";

const unsure: ChannelProblem = { type: "retry_later", afterMs: 1_000, unsure: true };
const hourMs = 3_600_000;
const other = "c_bbbbbbbbbbbbbbbbbbbbbb" as ConversationId;
const third = "c_cccccccccccccccccccccc" as ConversationId;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a message of which the platform never says that it has it", () => {
  it("is handed over once more, then staff decide, and what is behind it leaves", async () => {
    const { deliverer, tries, sent, became } = lineThat(({ text }) =>
      text === "news 1" ? unsure : undefined,
    );
    deliverer.push([rowOf(1, "news"), rowOf(2)]);
    await vi.advanceTimersByTimeAsync(3 * 24 * hourMs);
    expect(tries).toEqual(["news 1", "news 1", "reply 2"]);
    expect(sent).toEqual(["reply 2"]);
    expect(became()).toEqual([
      [1, "waiting", "unsure"],
      [1, "failed", "unsure"],
      [2, "handed_over", undefined],
    ]);
  });

  it("may fail for certain in between as often as it likes", async () => {
    const ends: (ChannelProblem | undefined)[] = [unsure, ...Array(5).fill({ type: "retry_later" })];
    const { deliverer, sent, became } = lineThat(() => ends.shift());
    deliverer.push([rowOf(1)]);
    await vi.advanceTimersByTimeAsync(hourMs);
    expect(sent).toEqual(["reply 1"]);
    const reasons = became().map(([, state, why]) => `${state} ${why}`);
    expect(new Set(reasons)).toEqual(new Set(["waiting unsure", "handed_over repeated"]));
  });

  it("is looked for as long as its channel only looks", async () => {
    const looked: ChannelProblem = { type: "retry_later", afterMs: 1_000, unsure: "looked" };
    const { deliverer, tries, became } = lineThat((_, count) =>
      count === 1 ? unsure : count < 50 ? looked : { id: "x1", once: true },
    );
    deliverer.push([rowOf(1)]);
    await vi.advanceTimersByTimeAsync(hourMs);
    expect(tries).toHaveLength(50);
    expect(became().at(-1)).toEqual([1, "handed_over", undefined]);
  });

  it("is as far after a start as it was before it", async () => {
    const { deliverer, tries, became } = lineThat(() => unsure);
    deliverer.push([rowOf(1, "reply", { state: "waiting", attempts: 1, unsure: 1 })]);
    await vi.advanceTimersByTimeAsync(hourMs);
    expect(tries).toHaveLength(1);
    expect(became()).toEqual([[1, "failed", "unsure"]]);
  });
});

describe("a message that stands as waiting", () => {
  it("is in flight before it leaves, each time, and no other is", async () => {
    const seen: string[] = [];
    const ends: (ChannelProblem | undefined)[] = [undefined, { type: "retry_later" }];
    const { deliverer } = lineThat(
      ({ text }) => {
        seen.push(text);
        return ends.shift();
      },
      { onBegin: ({ seq }) => void seen.push(`${seq} in flight`) },
    );
    deliverer.push([rowOf(1), rowOf(2), rowOf(3, "reply", { state: "waiting" })]);
    await vi.advanceTimersByTimeAsync(hourMs);
    expect(seen).toEqual(["reply 1", "reply 2", "2 in flight", "reply 2", "3 in flight", "reply 3"]);
  });

  it("leaves once that is durable, and not where it can't be", async () => {
    const written: (() => void)[] = [];
    const { deliverer, tries, became } = lineThat(() => undefined, {
      onBegin: () =>
        new Promise((resolve, reject) =>
          written.push(written.length === 0 ? () => reject(new Error("full")) : resolve),
        ),
    });
    deliverer.push([rowOf(1, "reply", { state: "waiting" })]);
    written[0]?.();
    await vi.advanceTimersByTimeAsync(2_000);
    expect([tries, became()]).toEqual([[], []]);
    written[1]?.();
    await vi.advanceTimersByTimeAsync(1);
    expect(tries).toEqual(["reply 1"]);
  });
});

describe("a message that could not be written down as being in flight", () => {
  it("counts as no try of its platform's, and is told as no trouble of it", async () => {
    const problems: unknown[] = [];
    const disks: unknown[] = [];
    const ends = ["full", "full", "full"];
    const { deliverer, sent } = lineThat(() => undefined, {
      onBegin() {
        const end = ends.shift();
        if (end) throw new Error(end);
      },
      onProblem: (row) => void problems.push(row),
      onNotBegun: (_, error) => void disks.push((error as Error).message),
    });
    deliverer.push([rowOf(1, "reply", { state: "waiting" }), rowOf(2)]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect([sent, problems, disks]).toEqual([["reply 1", "reply 2"], [], ["full", "full", "full"]]);
    expect(deliverer.takeRecords().map(({ attempts }) => attempts)).toEqual([1, 1]);
  });

  it("gives its line nothing back for the rest of one that has begun: that took nothing of its pace", async () => {
    let isFull = true;
    const rates = { chat: { most: 5, everyMs: 1_000 }, line: { most: 2, everyMs: hourMs } };
    const { deliverer, tries } = lineThat(
      (_, count) => (count === 2 ? { type: "retry_later", afterMs: 1_000 } : undefined),
      {
        ...{ rates, maxTextLength: 4 },
        onBegin() {
          if (isFull) throw new Error("full");
        },
      },
    );
    deliverer.push([rowOf(1, "news")]);
    await vi.advanceTimersByTimeAsync(10_000);
    isFull = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(tries).toEqual(["news", " 1", " 1"]);
    deliverer.push([rowOf(2, "news", { conversation: other })]);
    deliverer.push([rowOf(3, "news", { conversation: third })]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tries.slice(3)).toEqual(["news", " 2"]);
  });

  it("is not sent after all where the customer stopped messages meanwhile", async () => {
    let fail: (error: Error) => void = () => undefined;
    const { deliverer, tries, became } = lineThat(() => undefined, {
      onBegin: () => new Promise<void>((_, reject) => (fail = reject)),
    });
    deliverer.push([rowOf(1, "news", { state: "waiting" })]);
    deliverer.withdraw(chat, Date.now());
    fail(new Error("full"));
    await vi.advanceTimersByTimeAsync(hourMs);
    expect([tries, became()]).toEqual([[], [[1, "failed", "opted_out"]]]);
  });
});

describe("what is still to be written of an earlier try", () => {
  it("never hides that the message is in flight again", async () => {
    const stored: string[] = [];
    let end: ChannelProblem | undefined = { type: "retry_later", afterMs: 1_000 };
    const { deliverer } = lineThat(() => end ?? new Promise<never>(() => undefined), {
      onBegin: ({ seq }) => void stored.push(`${seq} in_flight`),
    });
    const write = () => {
      for (const { seq, state } of deliverer.takeRecords()) stored.push(`${seq} ${state}`);
    };
    deliverer.push([rowOf(1), rowOf(2, "reply", { conversation: other })]);
    end = undefined;
    // Nobody wrote it down until the next try began.
    await vi.advanceTimersByTimeAsync(1_000);
    write();
    expect(stored).toEqual(["1 in_flight", "2 in_flight"]);
  });
});

describe("a message that is made while its line is away", () => {
  it("is known as one that has not left, and is in flight once it leaves", () => {
    let away = true;
    const written: number[] = [];
    const { deliverer, sent, became } = lineThat(() => undefined, {
      isAway: () => away,
      onBegin: ({ seq }) => void written.push(seq),
    });
    deliverer.push([rowOf(1), rowOf(2, "news")]);
    expect([became(), deliverer.busy()]).toEqual([
      [
        [1, "waiting", undefined],
        [2, "waiting", undefined],
      ],
      false,
    ]);
    away = false;
    deliverer.wake("test");
    expect([sent, written]).toEqual([
      ["reply 1", "news 2"],
      [1, 2],
    ]);
    expect(became().map(([, state]) => state)).toEqual(["handed_over", "handed_over"]);
  });

  it("stays in doubt where it was in flight before", () => {
    const { deliverer, became } = lineThat(() => undefined, { isAway: () => true });
    deliverer.push([rowOf(1, "reply", { possibleRepeat: true })]);
    expect(became()).toEqual([]);
  });
});

describe("a message of which its platform's servers say that they failed", () => {
  const failed: ChannelProblem = { type: "retry_later", afterMs: 1_000, unsure: "answered" };

  it("is tried four times: such an answer seldom stands for a message that arrived", async () => {
    const { deliverer, tries, became } = lineThat(() => failed);
    deliverer.push([rowOf(1, "news")]);
    await vi.advanceTimersByTimeAsync(hourMs);
    expect(tries).toHaveLength(4);
    expect(became().at(-1)).toEqual([1, "failed", "unsure"]);
  });

  it("is given up no sooner than after two tries where it was in flight at a kill", async () => {
    const { deliverer, tries } = lineThat(() => failed);
    deliverer.push([rowOf(1, "news", { possibleRepeat: true })]);
    await vi.advanceTimersByTimeAsync(hourMs);
    expect(tries).toHaveLength(2);
  });

  it("may have arrived all the same, which is told", async () => {
    const { deliverer, became } = lineThat((_, count) => (count === 1 ? failed : undefined));
    deliverer.push([rowOf(1)]);
    await vi.advanceTimersByTimeAsync(hourMs);
    expect(became()).toEqual([
      [1, "waiting", "unsure"],
      [1, "handed_over", "repeated"],
    ]);
  });
});

describe("a message in doubt that was in flight again at a kill", () => {
  const twice = { possibleRepeat: true, unsure: 1 };

  it("is not handed over a third time", async () => {
    const lost: unknown[] = [];
    const { deliverer, tries, became } = lineThat(() => undefined, {
      onLost: async (_, why) => lost.push(why) > 0,
    });
    deliverer.push([rowOf(1, "news", twice), rowOf(2)]);
    await vi.advanceTimersByTimeAsync(hourMs);
    expect([tries, lost]).toEqual([["reply 2"], ["unsure"]]);
    expect(became()).toEqual([
      [2, "handed_over", undefined],
      [1, "failed", "unsure"],
    ]);
  });

  it("is tried once more at most where it had been tried once", async () => {
    const { deliverer, tries, became } = lineThat(() => unsure);
    deliverer.push([rowOf(1, "news", { possibleRepeat: true })]);
    await vi.advanceTimersByTimeAsync(hourMs);
    expect(tries).toHaveLength(1);
    expect(became()).toEqual([[1, "failed", "unsure"]]);
  });

  it("is handed over all the same where its channel knows what it has", () => {
    const { deliverer, became } = lineThat(() => ({ once: true }), { knowsRepeats: true });
    deliverer.push([rowOf(1, "news", twice)]);
    expect(became()).toEqual([[1, "handed_over", undefined]]);
  });
});

describe("a failure that could not be noted", () => {
  it("is noted later, and the message waits until then", async () => {
    const answers = [false, false, true];
    const { deliverer, became } = lineThat(() => ({ type: "address_gone" }), {
      onLost: async () => answers.shift() === true,
    });
    deliverer.push([rowOf(1, "news")]);
    await vi.advanceTimersByTimeAsync(1);
    expect([became(), deliverer.busy()]).toEqual([[[1, "waiting", "address_gone"]], false]);
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    expect(became()).toEqual([[1, "failed", "address_gone"]]);
  });

  it("is left to the next start by a stop", async () => {
    const asked: string[] = [];
    const { deliverer, became } = lineThat(() => ({ type: "address_gone" }), {
      onLost: async (_, why) => asked.push(why) < 0,
    });
    deliverer.push([rowOf(1, "news")]);
    await vi.advanceTimersByTimeAsync(1);
    await deliverer.stop();
    await vi.advanceTimersByTimeAsync(hourMs);
    expect([asked, became()]).toEqual([["gone"], [[1, "waiting", "address_gone"]]]);
  });
});

describe("a message that left twice, perhaps", () => {
  it("says so for good", () => {
    const { deliverer, became } = lineThat(() => ({ id: "x1" }));
    deliverer.push([rowOf(1, "reply", { possibleRepeat: true }), rowOf(2)]);
    expect(became()).toEqual([
      [1, "handed_over", "repeated"],
      [2, "handed_over", undefined],
    ]);
  });

  it("does not where its channel knows that it arrived once", () => {
    const { deliverer, became } = lineThat(() => ({ once: true }));
    deliverer.push([rowOf(1, "reply", { possibleRepeat: true })]);
    expect(became()).toEqual([[1, "handed_over", undefined]]);
  });
});

describe("a message in doubt that is not to leave any more", () => {
  it.each([
    ["was tried without an answer", { unsure: 1 }, "unsure_withdrawn"],
    ["was in flight at a kill", { possibleRepeat: true }, "unsure_withdrawn"],
    ["has never been tried", {}, "opted_out"],
  ])("is told so where the customer stopped messages, and it %s", (_, row, why) => {
    const { deliverer, tries, became } = lineThat(() => undefined, { isAway: () => true });
    deliverer.push([rowOf(1, "news", row)]);
    became();
    deliverer.withdraw(chat, Date.now());
    expect(became()).toEqual([[1, "failed", why]]);
    expect(tries).toEqual([]);
  });

  it.each([
    ["once", {}],
    ["for the second time", { unsure: 1 }],
  ])("is told so where it was being handed over just then, %s", async (_, row) => {
    let fail: (error: Error) => void = () => undefined;
    const { deliverer, became } = lineThat(() => new Promise<never>((_resolve, reject) => (fail = reject)));
    deliverer.push([rowOf(1, "news", row)]);
    deliverer.withdraw(chat, Date.now());
    fail(new ChannelError(unsure, "no answer"));
    await vi.advanceTimersByTimeAsync(1);
    expect(became()).toEqual([[1, "failed", "unsure_withdrawn"]]);
  });

  it("is told so where a later reply took its place", () => {
    const { deliverer, became } = lineThat(() => undefined);
    const old = { createdAt: Date.now() - hourMs, possibleRepeat: true };
    const { effect } = rowOf(1);
    deliverer.push([
      rowOf(1, "reply", { ...old, notBefore: Date.now() + 1_000, effect: { ...effect, bare: true } }),
    ]);
    deliverer.push([rowOf(2)]);
    vi.advanceTimersByTime(2_000);
    expect(became()[0]).toEqual([1, "failed", "unsure_overtaken"]);
  });

  it("holds up the reply that took its place no longer", async () => {
    const wait: ChannelProblem = { type: "retry_later", afterMs: hourMs, unsure: true };
    const { deliverer, sent } = lineThat((_, count) => (count === 1 ? wait : undefined));
    const { effect } = rowOf(1);
    deliverer.push([rowOf(1, "reply", { effect: { ...effect, bare: true } })]);
    await vi.advanceTimersByTimeAsync(61_000);
    deliverer.push([rowOf(2)]);
    expect(sent).toEqual(["reply 2"]);
  });
});
