/** What live pages hear of lines: their state, and what becomes of messages that a platform takes. */
import { describe, expect, it } from "vitest";
import type { Channel, Desk } from "../../src/channels/channel.ts";
import { ChannelError } from "../../src/channels/channel.ts";
import type { Change } from "../../src/engine.ts";
import { openBenchOffice } from "./bench-office.ts";

function platform() {
  const given: { desk?: Desk } = {};
  const refuses = { next: false };
  const channel: Channel = {
    name: "counting",
    capabilities: { buttons: 10, maxTextLength: 4_096, canWriteFirst: false, edits: false, typing: false },
    async start(_receive, desk) {
      given.desk = desk;
    },
    stop: async () => undefined,
    send() {
      if (refuses.next) throw new ChannelError({ type: "address_gone" }, "gone");
      return { id: "p1" };
    },
  };
  return { channel, given, refuses };
}

async function open() {
  const line = platform();
  const bench = await openBenchOffice({ channels: [line.channel] });
  const changes: Change[] = [];
  const { engine, lines } = bench.office();
  engine.subscribe((more) => changes.push(...more));
  const says = async (id: string) => {
    const content = { type: "text", text: "bench form please" } as const;
    await bench.office().receive({ channel: "counting", address: "a", id, content, at: bench.clock.at });
    await bench.office().idle();
  };
  return { ...line, bench, changes, lines, says };
}

describe("changes of a line", { timeout: 60_000 }, () => {
  it("are told when its state or its pause changes, and not for the same state again", async () => {
    const { given, changes, lines } = await open();
    given.desk?.report({ type: "away", why: "unreachable", retryAt: 1 });
    given.desk?.report({ type: "away", why: "unreachable", retryAt: 1 });
    given.desk?.report({ type: "away", why: "unreachable", retryAt: 2 });
    given.desk?.report({ type: "working", as: "@office" });
    await lines.pause("counting", true);
    const line = { type: "line", channel: "counting" };
    expect(changes).toEqual([line, line, line, line]);
  });
});

describe("changes of a delivery", { timeout: 60_000 }, () => {
  it("are told once they are written", async () => {
    const { bench, changes, says, refuses } = await open();
    await says("m1");
    refuses.next = true;
    await says("m2");
    const told = changes.filter(({ type }) => type === "delivery");
    expect(told).toMatchObject([{ seq: 2 }, { seq: 4 }]);
    expect((await bench.lines("a")).map(({ delivery }) => delivery)).toEqual([
      undefined,
      "handed_over",
      undefined,
      "failed",
    ]);
  });
});

describe("lastChat", { timeout: 60_000 }, () => {
  it("is the chat that wrote last on the line", async () => {
    const { bench, lines, says } = await open();
    expect(await lines.lastChat("counting")).toBeUndefined();
    await says("m1");
    expect(await lines.lastChat("counting")).toBe((await bench.chat("a")).id);
    expect(await lines.lastChat("web")).toBeUndefined();
  });
});
