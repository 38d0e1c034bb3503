import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Channel, ChannelError, type ChannelProblem, type Handed } from "../../src/channels/channel.ts";
import type { ConversationId } from "../../src/domain/ids.ts";
import type { Outbound } from "../../src/domain/message.ts";
import { createDeliverer } from "../../src/outbox/deliver.ts";
import type { OutboxRow } from "../../src/store/engine.ts";

const chatA = "c_aaaaaaaaaaaaaaaaaaaaaa" as ConversationId;
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

function setUp() {
  const scripted = scriptedChannel();
  const faults: string[] = [];
  const deliverer = createDeliverer({
    channels: new Map([["test", scripted.channel]]),
    now: Date.now,
    officeNow: Date.now,
    chance: () => 0.5,
    onProgress: () => undefined,
    onProblem: (failed, { type }, gaveUp) => faults.push(`${failed.seq}:${type}:${gaveUp}`),
  });
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

  it("keeps the rows of a channel that is not running", () => {
    const { deliverer, sent } = setUp();
    deliverer.push([row(chatA, 1, "gone")]);
    expect(sent).toEqual([]);
    expect(deliverer.backlog()).toBe(1);
    expect(deliverer.takeRecords()).toMatchObject([{ state: "waiting" }]);
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
    expect(deliverer.takeRecords()).toMatchObject([{ seq: 1, state: "handed_over" }]);
  });
});
