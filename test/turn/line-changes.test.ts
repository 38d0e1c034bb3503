/** What live pages hear of lines: their state, and what becomes of messages that a platform takes. */
import { describe, expect, it } from "vitest";
import type { Channel, Desk } from "../../src/channels/channel.ts";
import { ChannelError } from "../../src/channels/channel.ts";
import type { Change } from "../../src/engine.ts";
import { openBenchOffice } from "./bench-office.ts";

function platform() {
  const given: { desk?: Desk } = {};
  const refuses = { next: false };
  const tried: number[] = [];
  const channel: Channel = {
    name: "counting",
    capabilities: { buttons: 10, maxTextLength: 4_096, canWriteFirst: false, edits: false, typing: false },
    async start(_receive, desk) {
      given.desk = desk;
    },
    stop: async () => undefined,
    send({ seq }) {
      tried.push(seq);
      if (refuses.next) throw new ChannelError({ type: "address_gone" }, "gone");
      return { id: "p1" };
    },
  };
  return { channel, given, refuses, tried };
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

describe("sendAgain", { timeout: 60_000 }, () => {
  it("sends a message once that is asked for twice at once", async () => {
    const { bench, says, refuses, tried } = await open();
    refuses.next = true;
    await says("m1");
    refuses.next = false;
    const { id } = await bench.chat("a");
    const { engine } = bench.office();
    const asked = await Promise.all([engine.sendAgain(id, 2), engine.sendAgain(id, 2)]);
    await bench.office().idle();
    expect(asked).toEqual(["sent", "nothing"]);
    expect(tried).toEqual([2, 2]);
    expect((await bench.lines("a"))[1]?.delivery).toBe("handed_over");
  });

  it("waits over a stop where the line is paused, and no later answer takes its place", async () => {
    const { bench, says, refuses, tried, lines } = await open();
    refuses.next = true;
    await says("m1");
    refuses.next = false;
    await lines.pause("counting", true);
    const { id } = await bench.chat("a");
    await bench.office().engine.sendAgain(id, 2);
    expect((await bench.lines("a"))[1]).toMatchObject({ delivery: "waiting" });
    bench.clock.at += 10 * 60_000;
    await says("m2");
    await lines.pause("counting", false);
    await bench.office().idle();
    expect(tried).toEqual([2, 2, 4]);

    refuses.next = true;
    await says("m3");
    refuses.next = false;
    await lines.pause("counting", true);
    await bench.office().engine.sendAgain(id, 6);
    await bench.reopen();
    expect((await bench.lines("a"))[5]).toMatchObject({ delivery: "waiting" });
    await bench.office().lines.pause("counting", false);
    await bench.office().idle();
    expect(tried).toEqual([2, 2, 4, 6, 6]);
  });

  it("is overtaken by no later answer after a stop, either", async () => {
    const { bench, says, refuses, tried, lines } = await open();
    refuses.next = true;
    await says("m1");
    refuses.next = false;
    await lines.pause("counting", true);
    await bench.office().engine.sendAgain((await bench.chat("a")).id, 2);
    await bench.reopen();
    bench.clock.at += 10 * 60_000;
    await says("m2");
    await bench.office().lines.pause("counting", false);
    await bench.office().idle();
    expect(tried).toEqual([2, 2, 4]);
  });
});
