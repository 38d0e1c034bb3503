import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type Channel,
  ChannelError,
  type ChannelProblem,
  type Handed,
  type Rates,
} from "../../src/channels/channel.ts";
import type { ConversationId } from "../../src/domain/ids.ts";
import type { Outbound } from "../../src/domain/message.ts";
import { createDeliverer, type DelivererDeps } from "../../src/outbox/deliver.ts";
import type { OutboxRow } from "../../src/store/engine.ts";

const chatA = "c_aaaaaaaaaaaaaaaaaaaaaa" as ConversationId;
const says = (kind: OutboxRow["effect"]["kind"], more: Partial<OutboxRow["effect"]> = {}) => ({
  effect: { type: "say", from: "office", language: "en", text: kind, ...more, kind } as const,
});
const chatB = "c_bbbbbbbbbbbbbbbbbbbbbb" as ConversationId;

function row(conversation: ConversationId, seq: number, channel = "test"): OutboxRow {
  return {
    conversation,
    seq,
    turn: seq,
    index: 0,
    channel,
    address: conversation,
    effect: { type: "say", kind: "reply", from: "office", language: "en", text: `${conversation[2]}${seq}` },
    createdAt: Date.now(),
    state: "in_flight",
    notBefore: 0,
    attempts: 0,
    possibleRepeat: false,
  };
}

/** A channel that answers as told: by a problem once for a text, or by a promise that the test resolves. */
function scriptedChannel() {
  const sent: string[] = [];
  const problems = new Map<string, ChannelProblem>();
  let hold: Promise<Handed> | undefined;
  const channel: Channel = {
    name: "test",
    capabilities: { buttons: 3, maxTextLength: 100, canWriteFirst: true, edits: false, typing: false },
    start: async () => undefined,
    stop: async () => undefined,
    send({ text }: Outbound) {
      const problem = problems.get(text);
      if (problem) {
        problems.delete(text);
        throw new ChannelError(problem, "as told");
      }
      sent.push(text);
      return hold ?? { id: `x-${text}` };
    },
  };
  return { channel, sent, problems, holdWith: (promise: Promise<Handed> | undefined) => (hold = promise) };
}

type Over = Partial<Pick<DelivererDeps, "now" | "isAway" | "onLost" | "onProgress">>;

function setUp({ rates, ...over }: Over & { rates?: Rates } = {}) {
  const scripted = scriptedChannel();
  if (rates) Object.assign(scripted.channel, { capabilities: { ...scripted.channel.capabilities, rates } });
  const faults: string[] = [];
  const deliverer = createDeliverer({
    channels: new Map([["test", scripted.channel]]),
    now: () => performance.now(),
    realNow: Date.now,
    officeNow: Date.now,
    chance: () => 0.5,
    onProgress: () => undefined,
    onProblem: (failed, { type }, gaveUp) => faults.push(`${failed.seq}:${type}:${gaveUp}`),
    ...over,
  });
  deliverer.begin();
  return { ...scripted, deliverer, faults };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("createDeliverer", () => {
  it("hands rows over at once, in order, and records each with the platform's id", () => {
    const { deliverer, sent } = setUp();
    deliverer.push([row(chatA, 1), row(chatA, 2), row(chatB, 1)]);
    expect(sent).toEqual(["a1", "a2", "b1"]);
    expect(deliverer.takeRecords()).toMatchObject([
      { seq: 1, state: "handed_over", externalId: "x-a1", attempts: 1 },
      { seq: 2, state: "handed_over" },
      { seq: 1, state: "handed_over" },
    ]);
    expect(deliverer.busy()).toBe(false);
  });

  it("keeps a chat's order while a hand-over has to be waited for, without holding others", async () => {
    const { deliverer, sent, holdWith } = setUp();
    let release: (handed: Handed) => void = () => undefined;
    holdWith(new Promise((resolve) => (release = resolve)));
    deliverer.push([row(chatA, 1), row(chatA, 2)]);
    holdWith(undefined);
    deliverer.push([row(chatB, 1)]);
    expect(sent).toEqual(["a1", "b1"]);
    expect(deliverer.busy()).toBe(true);
    release({});
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(["a1", "b1", "a2"]);
  });

  it("holds only the chat that must wait, and goes on in order after it", async () => {
    const { deliverer, sent, problems, faults } = setUp();
    problems.set("a1", { type: "retry_later", afterMs: 5_000 });
    deliverer.push([row(chatA, 1), row(chatA, 2), row(chatB, 1)]);
    expect(sent).toEqual(["b1"]);
    expect(deliverer.busy()).toBe(false);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(sent).toEqual(["b1"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(["b1", "a1", "a2"]);
    expect(faults).toEqual(["1:retry_later:false"]);
    expect(deliverer.takeRecords().map(({ seq, state, attempts }) => [seq, state, attempts])).toEqual([
      [1, "waiting", 1],
      [1, "handed_over", 1],
      [1, "handed_over", 2],
      [2, "handed_over", 1],
    ]);
  });

  it("holds the whole line when the platform says so", async () => {
    const { deliverer, sent, problems } = setUp();
    problems.set("a1", { type: "retry_later", afterMs: 3_000, whole: true });
    deliverer.push([row(chatA, 1)]);
    deliverer.push([row(chatB, 1)]);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(sent.sort()).toEqual(["a1", "b1"]);
  });

  it("marks a refused row failed and goes on with the next", () => {
    const { deliverer, sent, problems } = setUp();
    problems.set("a1", { type: "refused" });
    deliverer.push([row(chatA, 1), row(chatA, 2)]);
    expect(sent).toEqual(["a2"]);
    expect(deliverer.takeRecords()).toMatchObject([
      { seq: 1, state: "failed", error: "refused" },
      { seq: 2, state: "handed_over" },
    ]);
  });

  it("takes a row for failed only once it is noted that its customer is gone, and leaves it where nobody can note it", async () => {
    const answers: ((isNoted: boolean) => void)[] = [];
    const { deliverer, sent, problems } = setUp({
      onLost: () => new Promise((resolve) => answers.push(resolve)),
    });
    for (const text of ["a1", "b1"]) problems.set(text, { type: "address_gone" });
    deliverer.push([row(chatA, 1), row(chatA, 2), row(chatB, 1)]);
    expect(sent).toEqual(["a2"]);
    expect(deliverer.takeRecords()).toMatchObject([{ seq: 2, state: "handed_over" }]);
    expect(deliverer.busy()).toBe(true);
    answers[0]?.(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(deliverer.takeRecords()).toMatchObject([
      { conversation: chatA, seq: 1, state: "failed", error: "address_gone" },
    ]);
    const stopping = deliverer.stop();
    answers[1]?.(false);
    await stopping;
    expect(deliverer.takeRecords()).toMatchObject([{ conversation: chatB, seq: 1, state: "waiting" }]);
  });

  it("keeps the rows of a channel that is not running", () => {
    const { deliverer, sent } = setUp();
    deliverer.push([row(chatA, 1, "gone")]);
    expect(sent).toEqual([]);
    expect(deliverer.backlog()).toBe(1);
    expect(deliverer.takeRecords()).toMatchObject([{ state: "waiting" }]);
  });

  it("tries a row that an earlier process left waiting when its moment comes", async () => {
    const { deliverer, sent } = setUp();
    deliverer.push([{ ...row(chatA, 1), state: "waiting", attempts: 1, notBefore: Date.now() + 4_000 }]);
    expect(deliverer.busy()).toBe(false);
    await vi.advanceTimersByTimeAsync(3_999);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(2);
    expect(sent).toEqual(["a1"]);
  });

  it("goes on with the part of a long text that a platform could not take, and repeats none", async () => {
    const { deliverer, sent, problems } = setUp();
    const parts = ["a".repeat(100), "b".repeat(100), "c".repeat(50)];
    problems.set(parts[1] ?? "", { type: "retry_later", afterMs: 1_000 });
    const long = row(chatA, 1);
    deliverer.push([{ ...long, effect: { ...long.effect, text: parts.join("") } }, row(chatA, 2)]);
    await vi.advanceTimersByTimeAsync(1_001);
    expect(sent).toEqual([...parts, "a2"]);
  });

  it("does not wait longer because the clock was set back", async () => {
    const { deliverer, sent, problems } = setUp();
    problems.set("a1", { type: "retry_later", afterMs: 5_000 });
    deliverer.push([row(chatA, 1)]);
    vi.setSystemTime(Date.now() - 3_600_000);
    await vi.advanceTimersByTimeAsync(5_001);
    expect(sent).toEqual(["a1"]);
  });

  it("tries a stored row within the hour when the clock was set back by a week between two starts", async () => {
    const { deliverer, sent } = setUp();
    deliverer.push([
      { ...row(chatA, 1), state: "waiting", attempts: 1, notBefore: Date.now() + 7 * 86_400_000 },
    ]);
    await vi.advanceTimersByTimeAsync(3_600_001);
    expect(sent).toEqual(["a1"]);
  });

  it("goes on at a timer that fires a little early", async () => {
    let now = 1_000;
    const { deliverer, sent, problems } = setUp({ now: () => now });
    problems.set("a1", { type: "retry_later", afterMs: 5_000 });
    deliverer.push([row(chatA, 1)]);
    now += 4_999;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toEqual([]);
    now += 1;
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(["a1"]);
  });

  it("says at the end what it has never tried, so that nobody takes it for a repeat", async () => {
    const { deliverer, sent, problems } = setUp();
    problems.set("a1", { type: "retry_later", afterMs: 5_000 });
    deliverer.push([row(chatA, 1), row(chatA, 2), { ...row(chatA, 3), possibleRepeat: true }]);
    await deliverer.stop();
    expect(sent).toEqual([]);
    expect(deliverer.takeRecords().map(({ seq, state, attempts }) => [seq, state, attempts])).toEqual([
      [1, "waiting", 1],
      [2, "waiting", 0],
    ]);
  });

  it("waits, at the end, for the hand-over that is under way and starts no other", async () => {
    const { deliverer, sent, holdWith } = setUp();
    let release: (handed: Handed) => void = () => undefined;
    holdWith(new Promise((resolve) => (release = resolve)));
    deliverer.push([row(chatA, 1), row(chatA, 2)]);
    let stopped = false;
    const stopping = deliverer.stop().then(() => (stopped = true));
    await vi.advanceTimersByTimeAsync(10);
    expect(stopped).toBe(false);
    release({});
    await stopping;
    expect(sent).toEqual(["a1"]);
    expect(deliverer.takeRecords()).toMatchObject([
      { seq: 1, state: "handed_over" },
      { seq: 2, state: "waiting", attempts: 0 },
    ]);
  });

  it("goes on at once when a line that held everything is back", () => {
    const { deliverer, sent, problems } = setUp();
    problems.set("a1", { type: "logged_out" });
    deliverer.push([row(chatA, 1), row(chatA, 2), row(chatB, 1)]);
    expect(sent).toEqual([]);
    deliverer.wake("test");
    expect(sent).toEqual(["a1", "a2", "b1"]);
  });

  it("drops a question that a later reply has overtaken while the line was away", () => {
    let away = true;
    const { deliverer, sent } = setUp({ isAway: () => away });
    const waited = Date.now() - 10 * 60_000;
    const old = {
      ...row(chatA, 1),
      createdAt: waited,
      effect: { ...row(chatA, 1).effect, bare: true as const },
    };
    deliverer.push([old, { ...row(chatA, 2), createdAt: waited }, row(chatA, 3)]);
    away = false;
    deliverer.wake("test");
    expect(sent).toEqual(["a2", "a3"]);
    const ended = deliverer.takeRecords().filter(({ state }) => state !== "waiting");
    expect(ended).toMatchObject([{ seq: 1, state: "failed", error: "overtaken" }, {}, {}]);
  });

  it("keeps the line's pace after it was away, also for chats that stood in the queue", async () => {
    let away = false;
    const rates = { chat: { most: 1, everyMs: 1_000 }, line: { most: 1, everyMs: 1_000 } };
    const { deliverer, sent } = setUp({ isAway: () => away, rates });
    const chats = [1, 2, 3, 4, 5].map((n) => `c_${n}aaaaaaaaaaaaaaaaaaaaa` as ConversationId);
    deliverer.push(chats.map((chat) => row(chat, 1)));
    expect(sent).toHaveLength(1);
    away = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    away = false;
    deliverer.wake("test");
    expect(sent.length).toBeLessThanOrEqual(2);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(5);
  });

  it("waits as long as the platform said, whatever becomes of the line meanwhile", async () => {
    const { deliverer, sent, problems } = setUp();
    problems.set("a1", { type: "retry_later", afterMs: 60_000, whole: true, ordered: true });
    deliverer.push([row(chatA, 1)]);
    deliverer.wake("test");
    await vi.advanceTimersByTimeAsync(59_000);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual(["a1"]);
  });

  it("looks again after a short wait, though a longer one was set before", async () => {
    const { deliverer, sent, problems } = setUp();
    problems.set("a1", { type: "logged_out" });
    deliverer.push([row(chatA, 1)]);
    problems.set("a1", { type: "retry_later", afterMs: 2_000 });
    deliverer.wake("test");
    await vi.advanceTimersByTimeAsync(2_001);
    expect(sent).toEqual(["a1"]);
  });
});

describe("a line that may not write first", () => {
  it("gets nothing for somebody who never wrote, and the row says why", () => {
    const onProgress = vi.fn();
    const { deliverer, sent, channel } = setUp({ onProgress });
    expect(deliverer.mayNotWriteFirst("test")).toBe(false);
    Object.assign(channel, { capabilities: { ...channel.capabilities, canWriteFirst: false } });
    expect(deliverer.mayNotWriteFirst("test")).toBe(true);
    deliverer.push([row(chatA, 1)], false);
    expect(onProgress).toHaveBeenCalledOnce();
    deliverer.push([row(chatB, 1)], true);
    expect(sent).toEqual(["b1"]);
    expect(deliverer.takeRecords()).toMatchObject([
      { conversation: chatA, state: "failed", error: "never_wrote", attempts: 0 },
      { conversation: chatB, state: "handed_over" },
    ]);
  });

  it("is another than one that may", () => {
    const { deliverer, sent } = setUp();
    deliverer.push([row(chatA, 1)], false);
    expect(sent).toEqual(["a1"]);
  });
});

describe("what nobody asked for", () => {
  it("is marked as such for its channel", () => {
    const { deliverer, channel } = setUp();
    const marks: (true | undefined)[] = [];
    channel.send = ({ unasked }) => {
      marks.push(unasked);
      return {};
    };
    const kinds = ["reply", "news", "reminder", "staff"] as const;
    deliverer.push(kinds.map((kind, index) => ({ ...row(chatA, index + 1), ...says(kind) })));
    expect(marks).toEqual([undefined, true, true, undefined]);
  });
});

describe("withdraw", () => {
  const away = { isAway: () => true };

  it("lets nothing leave any more that nobody asked for, and the rest in its order", () => {
    let isAway = true;
    const { deliverer, sent } = setUp({ isAway: () => isAway });
    const kinds = ["news", "reply", "reminder", "staff"] as const;
    deliverer.push(kinds.map((kind, index) => ({ ...row(chatA, index + 1), ...says(kind) })));
    deliverer.push([{ ...row(chatA, 5), ...says("news", { owed: true, text: "owed" }) }]);
    deliverer.push([{ ...row(chatB, 1), ...says("news", { text: "of another" }) }]);
    deliverer.takeRecords();
    deliverer.withdraw(chatA, Date.now() - 1);
    expect(deliverer.takeRecords()).toMatchObject([
      { seq: 1, state: "failed", error: "opted_out", attempts: 0 },
      { seq: 3, state: "failed", error: "opted_out", attempts: 0 },
    ]);
    isAway = false;
    deliverer.wake("test");
    expect(sent).toEqual(["reply", "staff", "owed", "of another"]);
  });

  it("holds an answer no longer for news that waited before it", async () => {
    const { deliverer, sent, problems } = setUp();
    problems.set("news", { type: "retry_later", afterMs: 60_000 });
    deliverer.push([{ ...row(chatA, 1), ...says("news") }, row(chatA, 2)]);
    deliverer.withdraw(chatA, Date.now() - 1);
    expect(sent).toEqual(["a2"]);
    expect(deliverer.backlog()).toBe(0);
  });

  it("leaves alone what is being handed over", async () => {
    const { deliverer, sent, holdWith } = setUp();
    let release: (handed: Handed) => void = () => undefined;
    holdWith(new Promise((resolve) => (release = resolve)));
    deliverer.push([{ ...row(chatA, 1), ...says("news") }]);
    deliverer.withdraw(chatA, Date.now() - 1);
    release({});
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(["news"]);
    expect(deliverer.takeRecords()).toMatchObject([{ seq: 1, state: "handed_over" }]);
  });

  /** Two news: the first is being handed over, and will fail. */
  function underWay() {
    const set = setUp();
    let fail: (error: Error) => void = () => undefined;
    set.holdWith(new Promise((_, reject) => (fail = reject)));
    set.deliverer.push([
      { ...row(chatA, 1), ...says("news", { text: "under way" }) },
      { ...row(chatA, 2), ...says("reply", { text: "as you wish" }) },
    ]);
    set.holdWith(undefined);
    const fails = async (problem: ChannelProblem) => {
      fail(new ChannelError(problem, "as told"));
      await vi.advanceTimersByTimeAsync(0);
    };
    return { ...set, fails };
  }

  it("does not try again what was under way and failed, and holds nothing behind it", async () => {
    const { deliverer, sent, fails, faults } = underWay();
    deliverer.withdraw(chatA, Date.now() - 1);
    await fails({ type: "retry_later" });
    expect(sent).toEqual(["under way", "as you wish"]);
    expect(faults).toEqual(["1:retry_later:true"]);
    expect(deliverer.takeRecords()).toMatchObject([
      { seq: 1, state: "failed", error: "opted_out", attempts: 1 },
      { seq: 2, state: "handed_over" },
    ]);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(sent).toHaveLength(2);
  });

  it("lets the line wait as its platform orders, also for what was withdrawn under way", async () => {
    const { deliverer, sent, fails } = underWay();
    deliverer.withdraw(chatA, Date.now() - 1);
    await fails({ type: "retry_later", afterMs: 5_000, whole: true, ordered: true });
    expect(sent).toEqual(["under way"]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toEqual(["under way", "as you wish"]);
  });

  it("is taken back where the customer wants messages again before it fails", async () => {
    const { deliverer, sent, fails } = underWay();
    deliverer.withdraw(chatA, Date.now() - 1);
    deliverer.allow(chatA);
    await fails({ type: "retry_later", afterMs: 1_000 });
    expect(sent).toEqual(["under way"]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual(["under way", "under way", "as you wish"]);
  });

  it("knows nothing of a chat that has nothing to leave", () => {
    const { deliverer } = setUp(away);
    deliverer.withdraw(chatA, Date.now() - 1);
    expect(deliverer.takeRecords()).toEqual([]);
  });
});
