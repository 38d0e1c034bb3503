import { describe, expect, it } from "vitest";
import type { Channel, LineState } from "../../src/channels/channel.ts";
import { createLineBook } from "../../src/outbox/lines.ts";

const name = "whatsapp";

function openBook() {
  const woken: string[] = [];
  const channel: Channel = {
    name,
    capabilities: { buttons: 0, maxTextLength: 10, canWriteFirst: false, edits: false, typing: false },
    start: async () => undefined,
    send: () => ({}),
    stop: async () => undefined,
  };
  const book = createLineBook({
    channels: new Map([[name, channel]]),
    now: () => 1,
    paused: [],
    keepPaused: async () => undefined,
  });
  book.attach({
    backlog: () => 0,
    wake: (line) => woken.push(line),
    changed: () => undefined,
    chatOf: async () => undefined,
  });
  const report = (...states: LineState[]) => {
    for (const state of states) book.report(name, state);
  };
  return { book, woken, report };
}

describe("createLineBook", () => {
  it("wakes the outbox when a line works again, though it was tried while it started", () => {
    const { book, woken, report } = openBook();
    report({ type: "needs_link", why: "logged_out" });
    expect(book.isAway(name)).toBe(true);
    report({ type: "starting" });
    woken.length = 0;
    report({ type: "working" });
    expect(woken).toEqual([name]);
    report({ type: "working" });
    expect(woken).toEqual([name]);
  });

  it.each([
    ["an address for what comes in", "bad_webhook", false],
    ["a key", "bad_token", true],
    ["the number", "banned", true],
  ] as const)(
    "keeps messages as long as nothing can leave, where the platform refuses %s",
    (_, why, isAway) => {
      const { book, woken, report } = openBook();
      report({ type: "starting" }, { type: "refused", why });
      expect([book.isAway(name), woken]).toEqual([isAway, isAway ? [] : [name]]);
      expect(book.list()[0]?.problems.map(({ type }) => type)).toEqual([why]);
    },
  );

  it("lets messages leave by a line that hears nothing, and notes the trouble once", () => {
    const { book, report } = openBook();
    report({ type: "deaf", waiting: 1, said: "" }, { type: "deaf", waiting: 2, said: "" });
    expect(book.isAway(name)).toBe(false);
    expect(book.list()[0]?.problems.map(({ type }) => type)).toEqual(["deaf"]);
  });
});
