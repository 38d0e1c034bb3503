import { describe, expect, it } from "vitest";
import { parseConversationId } from "../../src/domain/ids.ts";
import type { Change } from "../../src/engine.ts";
import { createLive, type Encode, sseFrame } from "../../src/web/live.ts";
import { sure } from "./tiny-office.ts";

const chat = sure(parseConversationId(`c_${"a".repeat(22)}`));
const other = sure(parseConversationId(`c_${"b".repeat(22)}`));
const encode: Encode = (change) =>
  change.type === "chat" ? { event: "chat", data: String(change.lastSeq) } : undefined;

function liveWith() {
  const listeners = new Set<(changes: readonly Change[]) => void>();
  const subscribe = (listener: (changes: readonly Change[]) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const live = createLive({ subscribe }, "boot");
  const change = (lastSeq: number, conversation = chat) => {
    for (const listener of listeners) listener([{ type: "chat", conversation, lastSeq }]);
  };
  return { live, change, listeners };
}

/** What is in a closed stream. */
async function bodyOf(response: Response): Promise<string> {
  return (await response.text()).replace(/^retry: \d+\n\n/, "");
}

describe("createLive", () => {
  it("numbers changes and sends each to every stream", async () => {
    const { live, change } = liveWith();
    const [one, two] = [live.stream(encode, undefined), live.stream(encode, undefined)];
    change(1);
    live.close();
    expect(await bodyOf(one)).toBe("id: boot:1\nevent: chat\ndata: 1\n\n");
    expect(await bodyOf(two)).toBe("id: boot:1\nevent: chat\ndata: 1\n\n");
  });

  it("encodes a change once for all streams of a class", () => {
    const { live, change } = liveWith();
    let encoded = 0;
    const counting: Encode = (given) => {
      encoded += 1;
      return encode(given);
    };
    for (let n = 0; n < 10; n++) live.stream(counting, undefined);
    change(1);
    expect(encoded).toBe(1);
    live.close();
  });

  it("gives a returning reader exactly what it missed", async () => {
    const { live, change } = liveWith();
    for (const seq of [1, 2, 3]) change(seq);
    const stream = live.stream(encode, "boot:1");
    live.close();
    expect(await bodyOf(stream)).toBe(
      "id: boot:2\nevent: chat\ndata: 2\n\nid: boot:3\nevent: chat\ndata: 3\n\n",
    );
  });

  it.each(["old:2", "boot:99", "boot:", "nonsense"])("tells a reader with id %s to reload", async (id) => {
    const { live, change } = liveWith();
    change(1);
    const stream = live.stream(encode, id);
    live.close();
    expect(await bodyOf(stream)).toBe("id: boot:1\nevent: reset\ndata: {}\n\n");
  });

  it("tells a reader who was away too long to reload", async () => {
    const { live, change } = liveWith();
    for (let seq = 1; seq <= 2_100; seq++) change(seq);
    const stream = live.stream(encode, "boot:50");
    live.close();
    expect(await bodyOf(stream)).toContain("event: reset");
  });

  it("cuts off a reader who does not read", () => {
    const { live } = liveWith();
    const stream = live.open();
    let written = 0;
    while (stream.write({ data: "x".repeat(10_000) })) written += 10_000;
    expect(written).toBeLessThan(300_000);
    expect(stream.isOpen()).toBe(false);
    live.close();
  });

  it("wakes the watchers of a chat and of no other, until they stop", () => {
    const { live, change } = liveWith();
    let woken = 0;
    const stop = live.watchChat(chat, () => {
      woken += 1;
    });
    change(1);
    change(1, other);
    expect(woken).toBe(1);
    stop();
    change(2);
    expect(woken).toBe(1);
    live.close();
  });

  it("closes streams, wakes watchers and leaves the engine", async () => {
    const { live, listeners } = liveWith();
    let woken = 0;
    live.watchChat(chat, () => {
      woken += 1;
    });
    const stream = live.stream(encode, undefined);
    live.close();
    expect([woken, listeners.size, live.isClosed()]).toEqual([1, 0, true]);
    expect(await bodyOf(stream)).toBe("");
    expect(await bodyOf(live.stream(encode, undefined))).toBe("");
  });
});

describe("sseFrame", () => {
  it("lets no line break out of the data", () => {
    expect(sseFrame({ data: "a\nid: 7\r\n\r\nevent: x" })).toBe(
      "data: a\ndata: id: 7\ndata: \ndata: event: x\n\n",
    );
  });
});
