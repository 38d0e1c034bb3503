/** Lines and messages on a whole office: what staff press on the pages reaches the platform, and what it tells reaches the pages. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Channel, ChannelError, type Desk } from "../../../src/channels/channel.ts";
import type { Outbound } from "../../../src/domain/message.ts";
import { type Office, openOffice } from "../../../src/office.ts";
import { createAgent } from "../../../src/web/auth/agents.ts";
import { webOn } from "../real-office.ts";
import { sure } from "../tiny-office.ts";
import { password } from "./small-office.ts";
import { origin, Visitor } from "./visitor.ts";

const sent: Outbound[] = [];
const platform: { desk?: Desk; gone: boolean } = { gone: false };
const line: Channel = {
  name: "telegram",
  capabilities: { buttons: 10, maxTextLength: 4_096, canWriteFirst: false, edits: false, typing: false },
  async start(_receive, desk) {
    platform.desk = desk;
    desk.report({ type: "working", as: "@office_bot" });
  },
  stop: async () => undefined,
  send(outbound) {
    if (platform.gone) throw new ChannelError({ type: "address_gone" }, "blocked");
    sent.push(outbound);
    return { id: `p${sent.length}` };
  },
};

let dataDir: string;
let office: Office;
let huda: Visitor;
let chat: string;
let said = 0;

const says = async (text: string) => {
  said += 1;
  await office.receive({
    channel: "telegram",
    address: "7",
    id: `m${said}`,
    content: { type: "text", text },
  });
  await office.idle();
};
const lastLine = async () => {
  const lines = await office.engine.lines(chat as never, 0, 100);
  return sure(lines.at(-1));
};

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "wasit-lines-"));
  office = await openOffice({ dataDir, manualClock: true, channels: [line] });
  const { app } = webOn(office, origin);
  const agent = { email: "huda@example.com", name: "Huda", role: "head", language: "en", password } as const;
  await createAgent(office.store.people, agent, { now: Date.now(), randomBytes });
  huda = new Visitor(app, "/queue");
  await huda.logIn("huda@example.com", password);
  await says("hello");
  chat = sure(await office.lines.lastChat("telegram"));
}, 60_000);

afterAll(async () => {
  await office.close();
  rmSync(dataDir, { recursive: true });
});

describe("a line and its page", { timeout: 30_000 }, () => {
  it("is paused, keeps its replies, and sends them when it goes on", async () => {
    const before = sent.length;
    await huda.post("/lines/telegram/pause");
    await says("are you open now?");
    expect(sent).toHaveLength(before);
    expect(await huda.get("/lines")).toMatch(/Waiting to leave<\/dt><dd>1</);
    expect(await huda.get(`/chats/${chat}`)).toContain("waits for the line");
    await huda.post("/lines/telegram/resume");
    await office.idle();
    expect(sent).toHaveLength(before + 1);
  });

  it("shows how far a message came, and really sends a failed one again", async () => {
    await platform.desk?.progressed("7", `p${sent.length}`, "read");
    expect((await lastLine()).delivery).toBe("read");
    expect(await huda.get(`/chats/${chat}`)).toMatch(/class="delivery read">read</);
    platform.gone = true;
    await says("what do you offer?");
    platform.gone = false;
    const failed = await lastLine();
    const { goneAt, person } = sure(await office.engine.conversation(chat as never));
    // A mere answer, and no order: nobody has to call.
    expect([typeof goneAt, person]).toEqual(["number", undefined]);
    expect(await huda.get(`/chats/${chat}`)).toMatch(
      /id="gone">\s*Since <time[^>]*>[^<]+<\/time> messages do not reach the customer here: they blocked the line/,
    );
    const before = sent.length;
    expect((await huda.post(`/chats/${chat}/again`, { seq: String(failed.seq) })).status).toBe(200);
    await office.idle();
    expect(sent.slice(before).map(({ seq, text }) => [seq, text])).toEqual([[failed.seq, failed.text]]);
    expect((await office.engine.conversation(chat as never))?.goneAt).toBeUndefined();
    expect((await huda.post(`/chats/${chat}/again`, { seq: String(failed.seq) })).status).toBe(409);
    expect(sent).toHaveLength(before + 1);
  });

  it("is tried with a test message, in the chat that wrote last", async () => {
    expect(await huda.get("/lines")).toContain(`href="/queue/chats/${chat}"`);
    const before = await office.engine.conversation(chat as never);
    expect((await huda.post(`/chats/${chat}/test_line`)).status).toBe(200);
    await office.idle();
    expect(sent.at(-1)?.text).toContain("A test message from");
    expect((await office.engine.conversation(chat as never))?.person).toEqual(before?.person);
  });
});
