import { beforeEach, describe, expect, it } from "vitest";
import type { Agent } from "../../../src/domain/agent.ts";
import type { Conversation } from "../../../src/domain/conversation.ts";
import { password, type SmallOffice, smallOffice } from "./small-office.ts";
import { Visitor } from "./visitor.ts";

let office: SmallOffice;
let visitor: Visitor;
let agent: Agent;
let chat: Conversation;

beforeEach(async () => {
  office = smallOffice();
  agent = await office.agent("agent", "en");
  chat = office.chat(["my secret words"], "en");
  visitor = new Visitor(office.app);
  await visitor.logIn("agent@example.com", password);
});

/** What a stream has said once something stands in it. */
async function readUntil(response: Response, wanted: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes(wanted)) break;
  }
  return text;
}

describe("the stream of changes", () => {
  it("carries ids and versions only", async () => {
    const stream = await visitor.send("GET", "/events");
    expect(stream.headers.get("content-type")).toContain("text/event-stream");
    const order = office.order(chat, {});
    await office.act(agent, { type: "note", text: "a note with words" }, order.ref);
    const text = await readUntil(stream, "event: order");
    expect(text).toContain(`"ref":"${order.ref}"`);
    expect(text).toContain('"version":2');
    expect(text).not.toMatch(/words|note/);
  });

  it("goes on after the last event, whether named by the browser or by a tab that took over", async () => {
    const order = office.order(chat, {});
    await office.act(agent, { type: "note", text: "one" }, order.ref);
    await office.act(agent, { type: "note", text: "two" }, order.ref);
    for (const [path, headers] of [
      ["/events", { "last-event-id": "boot:1" }],
      ["/events?since=boot:1", {}],
    ] as const) {
      const text = await readUntil(await visitor.send("GET", path, { headers }), "event: order");
      expect(text).toContain("id: boot:2");
      expect(text).not.toContain("id: boot:1\n");
    }
  });

  it("begins where the page was read: what came in between is not missed", async () => {
    const order = office.order(chat, {});
    const page = await visitor.get("/");
    await office.act(agent, { type: "note", text: "one" }, order.ref);
    const since = /data-since="([^"]+)"/.exec(page)?.[1] ?? "";
    const stream = await visitor.send("GET", `/events?since=${encodeURIComponent(since)}`);
    expect(await readUntil(stream, "event: order")).toContain(`"ref":"${order.ref}"`);
  });

  it("asks for a fresh start after an event of another boot", async () => {
    const stream = await visitor.send("GET", "/events?since=older:7");
    expect(await readUntil(stream, "event: reset")).toContain("event: reset");
  });

  it("tells the pages of an agent who was disabled that it is over, and nothing else", async () => {
    await office.agent("admin", "en");
    const admin = new Visitor(office.app);
    await admin.logIn("admin@example.com", password);
    const stream = await visitor.send("GET", "/events");
    const theirs = await admin.send("GET", "/events");
    await admin.post(`/agents/${agent.id}/disable`);
    const order = office.order(chat, {});
    await office.act(agent, { type: "note", text: "x" }, order.ref);
    const text = await readUntil(stream, "event:");
    expect(text).toContain("event: over");
    expect(text).not.toContain(order.ref);
    expect(await readUntil(theirs, "event:")).toContain(order.ref);
  });
});
