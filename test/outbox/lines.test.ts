import { describe, expect, it } from "vitest";
import type { Channel, LineState } from "../../src/channels/channel.ts";
import type { ConversationId } from "../../src/domain/ids.ts";
import { createLineBook } from "../../src/outbox/lines.ts";

const name = "whatsapp";

function openBook({ now = () => 1 }: { now?: () => number } = {}) {
  const woken: string[] = [];
  const changed: string[] = [];
  const kept: { now?: { since: number; waiting: number } | undefined } = {};
  const channel: Channel = {
    name,
    capabilities: { buttons: 0, maxTextLength: 10, canWriteFirst: false, edits: false, typing: false },
    start: async () => undefined,
    send: () => ({}),
    stop: async () => undefined,
  };
  const book = createLineBook({
    channels: new Map([[name, channel]]),
    now,
    paused: [],
    keepPaused: async () => undefined,
  });
  book.attach({
    backlog: () => 0,
    kept: () => kept.now,
    wake: (line) => woken.push(line),
    changed: (line) => changed.push(line),
    chatOf: async (_, address) => address as ConversationId,
  });
  const report = (...states: LineState[]) => {
    for (const state of states) book.report(name, state);
  };
  return { book, woken, changed, kept, report };
}

describe("createLineBook", () => {
  it("wakes the outbox when a line works again", () => {
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

  it("keeps messages while a line starts: nobody knows yet whether its platform is there", () => {
    const { book, woken, report } = openBook();
    report({ type: "starting" });
    expect(book.isAway(name)).toBe(true);
    report({ type: "working" });
    expect([book.isAway(name), woken]).toEqual([false, [name]]);
  });

  it("tells when a customer last wrote, whatever is stored after it", async () => {
    const { book } = openBook({ now: () => 9_000 });
    book.heard(name, "a", 5_000);
    book.heard(name, "b", 4_000);
    expect([book.list()[0]?.heardAt, await book.lastChat(name)]).toEqual([5_000, "a"]);
    book.heard(name, "b");
    expect([book.list()[0]?.heardAt, await book.lastChat(name)]).toEqual([9_000, "b"]);
  });

  it("tells the pages when a line begins to keep messages back, and when nothing of them waits any more", () => {
    const { book, changed, kept, report } = openBook();
    kept.now = { since: 1, waiting: 2 };
    for (const _ of [1, 2, 3]) book.kept(name);
    book.letGo(name);
    expect([changed, book.list()[0]?.careful]).toEqual([[name], { since: 1, waiting: 2 }]);
    kept.now = undefined;
    book.letGo(name);
    expect([changed, book.list()[0]?.careful]).toEqual([[name, name], undefined]);
    kept.now = { since: 1, waiting: 2 };
    report({ type: "away", why: "unreachable" });
    expect(book.list()[0]?.careful).toBeUndefined();
  });

  it("lets messages leave by a line that hears nothing, and notes the trouble once", () => {
    const { book, report } = openBook();
    report({ type: "deaf", waiting: 1, said: "" }, { type: "deaf", waiting: 2, said: "" });
    expect(book.isAway(name)).toBe(false);
    expect(book.list()[0]?.problems.map(({ type }) => type)).toEqual(["deaf"]);
  });
});
