import { describe, expect, it } from "vitest";
import { lineListSchema } from "../../../src/web/api/line-states.ts";
import { sentMessageListSchema } from "../../../src/web/api/schemas.ts";
import { createApp } from "../../../src/web/app.tsx";
import { tinyOffice } from "../tiny-office.ts";
import { api, openChat, withKey } from "./chat.ts";

const since = "2026-11-22T09:00:00.000Z";

describe("GET /lines", () => {
  it("gives the facts of every line, and never what links one", async () => {
    const office = tinyOffice();
    const { book, backlog } = office.officeLines;
    book.report("telegram", { type: "away", why: "conflict", retryAt: Date.parse(since) + 60_000 });
    book.report("whatsapp", { type: "needs_link", qr: "2@secret", code: "ABCD-EFGH", why: "logged_out" });
    book.heard("web", "an-address");
    await book.pause("whatsapp", true);
    backlog.set("whatsapp", 7);
    const answer = await createApp(office).request(`${api}/lines`, { headers: withKey });
    const text = await answer.text();
    expect(text).not.toMatch(/secret|ABCD|an-address/);
    expect(lineListSchema.strict().parse(JSON.parse(text))).toEqual({
      lines: [
        { channel: "web", state: "working", since, paused: false, lastIn: since, backlog: 0, problems: [] },
        {
          channel: "telegram",
          state: "away",
          why: "conflict",
          since,
          retryAt: "2026-11-22T09:01:00.000Z",
          paused: false,
          backlog: 0,
          problems: [{ at: since, type: "conflict" }],
        },
        {
          channel: "whatsapp",
          state: "needs_link",
          why: "logged_out",
          since,
          paused: true,
          backlog: 7,
          problems: [],
        },
      ],
    });
  });

  it("tells of a line that keeps messages back", async () => {
    const office = tinyOffice();
    office.officeLines.kept.set("whatsapp", { since: Date.parse(since), waiting: 3 });
    const answer = await createApp(office).request(`${api}/lines`, { headers: withKey });
    const { lines } = lineListSchema.parse(await answer.json());
    expect(lines.map(({ channel, careful }) => [channel, careful])).toEqual([
      ["web", undefined],
      ["telegram", undefined],
      ["whatsapp", { since, waiting: 3 }],
    ]);
  });
});

describe("GET /conversations/{conversation}/messages", () => {
  it("says what became of the office's messages, for the holder of the key", async () => {
    const chat = await openChat();
    chat.office.chats.set(chat.conversation, [
      { seq: 1, from: "customer", at: 0, id: "m1", content: { type: "text", text: "hi" } },
      { seq: 2, from: "office", at: 0, text: "hello", delivery: "read" },
      { seq: 3, from: "office", at: 0, text: "still there?", delivery: "failed", problem: "address_gone" },
    ]);
    const read = async (query = "") => {
      const path = `${api}/conversations/${chat.conversation}/messages${query}`;
      const answer = await chat.app.request(path, { headers: withKey });
      return sentMessageListSchema.strict().parse(await answer.json());
    };
    const { messages, more } = await read();
    expect(more).toBe(false);
    expect(messages.map(({ seq, text, delivery, problem }) => [seq, text, delivery, problem])).toEqual([
      [1, "hi", undefined, undefined],
      [2, "hello", "read", undefined],
      [3, "still there?", "failed", "address_gone"],
    ]);
    expect((await read("?after=2")).messages.map(({ seq }) => seq)).toEqual([3]);
  });
});

describe("GET /metrics", () => {
  it("has each line's state, pause and backlog", async () => {
    const office = tinyOffice();
    const { book, backlog } = office.officeLines;
    const app = createApp(office);
    const read = async () => (await app.request("/metrics", { headers: withKey })).text();
    book.report("telegram", { type: "away", why: "unreachable" });
    backlog.set("telegram", 4);
    await book.pause("whatsapp", true);
    const text = await read();
    for (const sample of [
      'wasit_line_state{line="telegram",state="away"} 1',
      'wasit_line_state{line="telegram",state="working"} 0',
      'wasit_line_state{line="web",state="working"} 1',
      'wasit_line_paused{line="whatsapp"} 1',
      'wasit_line_paused{line="telegram"} 0',
      'wasit_line_backlog{line="telegram"} 4',
    ])
      expect(text.split("\n")).toContain(sample);
    book.report("telegram", { type: "working" });
    expect(await read()).toContain('wasit_line_state{line="telegram",state="away"} 0');
  });
});
