import { describe, expect, it } from "vitest";
import { openChat, postJson } from "./chat.ts";

type SseEvent = { readonly id: string; readonly data: { readonly seq: number; readonly text?: string } };

/** Reads events of a stream until `count` have come, then leaves. */
async function readEvents(answer: Response, count: number): Promise<SseEvent[]> {
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = "";
  const events = () =>
    text
      .split("\n\n")
      .slice(0, -1)
      .flatMap((frame) => {
        const id = /^id: ([^\n]*)\n/m.exec(frame)?.[1];
        const data = /^data: ([^\n]*)/m.exec(frame)?.[1];
        return id === undefined || data === undefined ? [] : [{ id, data: JSON.parse(data) }];
      });
  while (events().length < count) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return events();
}

describe("HEAD events", () => {
  it("leaves no stream open", async () => {
    const { app, path } = await openChat();
    for (let n = 0; n < 30; n += 1)
      expect((await app.request(`${path}/events`, { method: "HEAD" })).status).toBe(200);
  });
});

describe("GET events", () => {
  it("begins with the whole chat and goes on with what comes", async () => {
    const { app, path, office, conversation } = await openChat();
    office.say(conversation, "one");
    const answer = await app.request(`${path}/events`);
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    const reading = readEvents(answer, 3);
    await postJson(app, `${path}/messages`, { id: "m1", text: "two" });
    expect((await reading).map(({ id, data }) => [id, data.seq, data.text])).toEqual([
      ["1", 1, "one"],
      ["2", 2, "two"],
      ["3", 3, "> two"],
    ]);
  });

  it("leaves no gap and repeats nothing when it is cut anywhere and resumed by Last-Event-ID", async () => {
    const { app, path, office, conversation } = await openChat();
    for (let n = 1; n <= 250; n++) office.say(conversation, `line ${n}`);
    const seen: number[] = [];
    while (seen.length < 250) {
      const headers = { "last-event-id": String(seen.at(-1) ?? 0) };
      const some = await readEvents(
        await app.request(`${path}/events`, { headers }),
        Math.min(1 + (seen.length % 120), 250 - seen.length),
      );
      seen.push(...some.map(({ data }) => data.seq));
    }
    expect(seen).toEqual(Array.from({ length: 250 }, (_, index) => index + 1));
  });

  it("lets go of the engine when its reader leaves", async () => {
    const { app, path, office, conversation } = await openChat();
    for (let n = 0; n < 50; n++) {
      const answer = await app.request(`${path}/events`);
      await answer.body?.cancel();
    }
    office.say(conversation, "still here");
    expect(await readEvents(await app.request(`${path}/events`), 1)).toHaveLength(1);
  });

  it("carries a text with line breaks inside one event", async () => {
    const { app, path, office, conversation } = await openChat();
    office.say(conversation, "a\n\nid: 99\r\ndata: forged\u2028");
    const [event] = await readEvents(await app.request(`${path}/events`), 1);
    expect(event).toMatchObject({ id: "1", data: { text: "a\n\nid: 99\r\ndata: forged\u2028" } });
  });
});
