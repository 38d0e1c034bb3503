import { describe, expect, it } from "vitest";
import { sessionSchema } from "../../../src/web/api/schemas.ts";
import { storable } from "../../../src/web/storable.ts";
import { sure, tinyOffice } from "../tiny-office.ts";
import { api, formWith, linesIn, openChat, pictureOf, postJson, withKey } from "./chat.ts";

describe("POST /chat/sessions", () => {
  it("gives 256 random bits and keeps only their hash", async () => {
    const { session, office, conversation } = await openChat();
    expect(Buffer.from(session, "base64url")).toHaveLength(32);
    expect(conversation).toMatch(/^c_[\w-]{22}$/);
    expect(await office.people.findChatSession(session)).toBeUndefined();
  });

  it("opens a chat without any body", async () => {
    const { app } = await openChat();
    expect((await app.request(`${api}/chat/sessions`, { method: "POST" })).status).toBe(201);
  });

  it("lets as many chats be opened as the API key's holder likes", async () => {
    const { app } = await openChat();
    for (let n = 0; n < 60; n++)
      expect((await postJson(app, `${api}/chat/sessions`, {}, withKey)).status).toBe(201);
  });

  it("ends a session that nobody used for 90 days, and none that was used", async () => {
    const { app, office, path } = await openChat();
    const day = 24 * 3_600_000;
    office.realTime += 89 * day;
    expect((await app.request(`${path}/messages`)).status).toBe(200);
    office.realTime += 89 * day;
    expect((await app.request(`${path}/messages`)).status).toBe(200);
    office.realTime += 91 * day;
    expect((await app.request(`${path}/messages`)).status).toBe(404);
  });

  it("leaves session keys out of the log", async () => {
    const { app, office, path, session } = await openChat();
    await app.request(`${path}/messages`);
    await app.request(`${api}/orders?session=${session}`);
    expect(office.logged.length).toBeGreaterThan(1);
    expect(JSON.stringify(office.logged)).not.toContain(session);
  });
});

describe("POST messages", () => {
  it("acknowledges a message with its own id once it is durable", async () => {
    const { app, path, office, conversation } = await openChat();
    const answer = await postJson(app, `${path}/messages`, { id: "m1", text: "سلام" });
    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual({ id: "m1" });
    expect(sure(office.chats.get(conversation))[0]).toMatchObject({
      content: { type: "text", text: "سلام" },
    });
  });

  it("accepts the same id again and stores nothing", async () => {
    const { app, path, office, conversation } = await openChat();
    for (const text of ["one", "other"])
      expect((await postJson(app, `${path}/messages`, { id: "m1", text })).status).toBe(202);
    expect(office.chats.get(conversation)).toHaveLength(2);
  });

  it.each([
    [{ choice: "q1:yes" }, { type: "choice", value: "q1:yes" }],
    [
      { location: { latitude: 24.7, longitude: 46.6 } },
      { type: "location", latitude: 24.7, longitude: 46.6 },
    ],
    [
      { contact: { name: "Sara", phone: "0501234567" } },
      { type: "contact", name: "Sara", phone: "0501234567" },
    ],
  ])("hands over %o", async (body, content) => {
    const { app, path, office, conversation } = await openChat();
    await postJson(app, `${path}/messages`, { id: "m1", ...body });
    expect(sure(office.chats.get(conversation))[0]?.content).toEqual(content);
  });

  it.each([
    ["no content", { id: "1" }],
    ["two contents", { id: "1", text: "x", choice: "q1:a" }],
    ["no id", { text: "x" }],
    ["an id of 65 characters", { id: "i".repeat(65), text: "x" }],
    ["an empty id", { id: "", text: "x" }],
    ["a choice of 65 bytes", { id: "1", choice: "س".repeat(33) }],
    ["a place off the earth", { id: "1", location: { latitude: 91, longitude: 0 } }],
    ["a text that is none", { id: "1", text: 5 }],
    ["null", null],
    ["a list", []],
  ])("refuses %s as wrong", async (_, body) => {
    const { app, path, office, conversation } = await openChat();
    expect((await postJson(app, `${path}/messages`, JSON.stringify(body))).status).toBe(422);
    expect(office.chats.get(conversation)).toHaveLength(0);
  });

  it("takes 4,096 UTF-16 units and not one more", async () => {
    const { app, path } = await openChat();
    const statuses = [];
    for (const text of [
      "🙂".repeat(2_048),
      `${"🙂".repeat(2_048)}x`,
      "x".repeat(200_000),
      "x".repeat(5_000_000),
    ])
      statuses.push((await postJson(app, `${path}/messages`, { id: `m${text.length}`, text })).status);
    expect(statuses).toEqual([202, 413, 413, 413]);
  });

  it("replaces what no store can carry, and never fails over it", async () => {
    const { app, path, office, conversation } = await openChat();
    await postJson(app, `${path}/messages`, '{"id":"m1","text":"a\\ud800b\\u0000c"}');
    const bytes = Buffer.concat([
      Buffer.from('{"id":"m2","text":"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}'),
    ]);
    await app.request(`${path}/messages`, { method: "POST", body: bytes });
    const texts = sure(office.chats.get(conversation)).flatMap(({ content }) =>
      content?.type === "text" ? [content.text] : [],
    );
    expect(texts).toEqual(["a\ufffdb\ufffdc", "\ufffd\ufffd"]);
    expect(storable("سلام 🙂")).toBe("سلام 🙂");
  });

  it("lets a chat burst 20 messages and then one a second, others unharmed", async () => {
    const { app, path, office } = await openChat();
    const send = async (id: string) => (await postJson(app, `${path}/messages`, { id, text: "x" })).status;
    for (let n = 0; n < 20; n++) expect(await send(`b${n}`)).toBe(202);
    expect(await send("c1")).toBe(429);
    office.realTime += 1_000;
    expect([await send("c2"), await send("c3")]).toEqual([202, 429]);
    const other = sessionSchema.parse(await (await postJson(app, `${api}/chat/sessions`, {})).json());
    const answer = await postJson(app, `${api}/chat/sessions/${other.session}/messages`, {
      id: "1",
      text: "x",
    });
    expect(answer.status).toBe(202);
  });
});

describe("POST messages with a file", () => {
  it("stores the file under its conversation and hands over a photo", async () => {
    const { app, path, office, conversation } = await openChat();
    const form = formWith("f1", pictureOf(300_000), "../../صورة.png");
    form.append("caption", "هويتي");
    expect((await app.request(`${path}/messages`, { method: "POST", body: form })).status).toBe(202);
    const content = sure(office.chats.get(conversation))[0]?.content;
    expect(content).toMatchObject({
      type: "photo",
      mediaType: "image/png",
      bytes: 300_000,
      caption: "هويتي",
    });
  });

  it("takes the id after the file too", async () => {
    const { app, path } = await openChat();
    const form = formWith(undefined, pictureOf(1_000));
    form.append("id", "late");
    const answer = await app.request(`${path}/messages`, { method: "POST", body: form });
    expect(await answer.json()).toEqual({ id: "late" });
  });

  it.each([
    ["without an id", formWith(undefined, pictureOf(100)), 422],
    ["without a file", new FormData(), 422],
    ["with an empty file", formWith("1", pictureOf(0)), 422],
  ])("refuses a form %s", async (_, form, status) => {
    const { app, path } = await openChat();
    if (!form.has("file")) form.append("id", "1");
    expect((await app.request(`${path}/messages`, { method: "POST", body: form })).status).toBe(status);
  });

  it("takes twenty files of one address at once, over all its chats, and then says how long to wait", async () => {
    const { app, path } = await openChat();
    const other = sessionSchema.parse(await (await postJson(app, `${api}/chat/sessions`, {})).json());
    const paths = [path, `${api}/chat/sessions/${other.session}`];
    const send = (n: number) =>
      app.request(`${paths[n % 2]}/messages`, { method: "POST", body: formWith(`f${n}`, pictureOf(100)) });
    for (let n = 0; n < 20; n += 1) expect((await send(n)).status).toBe(202);
    const refused = await send(20);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(
      (await postJson(app, `${path}/messages`, { id: "words", text: "a word still passes" })).status,
    ).toBe(202);
  });

  it("refuses a body that says it is too long before reading it", async () => {
    const { app, path } = await openChat();
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const headers = { "content-type": "multipart/form-data; boundary=x", "content-length": "52428800" };
    const answer = await app.request(`${path}/messages`, {
      method: "POST",
      headers,
      body: endless,
      duplex: "half",
    } as RequestInit);
    expect(answer.status).toBe(413);
    expect(pulled).toBeLessThan(5);
  });

  it("gives the file back to its own chat alone, as an attachment", async () => {
    const { app, path, office } = await openChat();
    await app.request(`${path}/messages`, {
      method: "POST",
      body: formWith("f1", pictureOf(500), 'a"\r\nb صورة.png'),
    });
    const { messages } = await linesIn(await app.request(`${path}/messages`));
    const document = sure(messages[0]?.document);
    const answer = await app.request(`${path}/documents/${document.id}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="[\w. -]+"; filename\*=UTF-8''[\w%.-]+$/,
    );
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(new Uint8Array(await answer.arrayBuffer())).toHaveLength(500);
    const stranger = await openChat(office);
    expect((await stranger.app.request(`${stranger.path}/documents/${document.id}`)).status).toBe(404);
  });
});

describe("GET messages", () => {
  it("pages through a chat by seq", async () => {
    const { app, path, office, conversation } = await openChat();
    for (let n = 0; n < 150; n++) office.say(conversation, `line ${n}`);
    const first = await linesIn(await app.request(`${path}/messages`));
    expect([first.messages.length, first.more]).toEqual([100, true]);
    const rest = await linesIn(await app.request(`${path}/messages?after=100`));
    expect([rest.messages.length, rest.more, rest.messages[0]?.seq]).toEqual([50, false, 101]);
  });

  it("shows a line as the contract does", async () => {
    const { app, path, office, conversation } = await openChat();
    office.say(conversation, "نعتمد؟", [{ value: "q1:yes", label: "اعتماد" }]);
    await postJson(app, `${path}/messages`, { id: "m1", choice: "q1:yes" });
    const { messages } = await linesIn(await app.request(`${path}/messages?after=0`));
    expect(messages.slice(0, 2)).toEqual([
      {
        seq: 1,
        from: "office",
        at: expect.stringMatching(/^2026-11-22T.*Z$/),
        text: "نعتمد؟",
        choices: [{ value: "q1:yes", label: "اعتماد" }],
      },
      { seq: 2, from: "customer", at: expect.stringMatching(/Z$/), id: "m1", text: "اعتماد" },
    ]);
  });

  it("finds a pressed choice's words on the page before", async () => {
    const { app, path, office, conversation } = await openChat();
    office.say(conversation, "نعتمد؟", [{ value: "q1:yes", label: "اعتماد" }]);
    await postJson(app, `${path}/messages`, { id: "m1", choice: "q1:yes" });
    const { messages } = await linesIn(await app.request(`${path}/messages?after=1`));
    expect(messages[0]?.text).toBe("اعتماد");
  });

  it("holds the answer until something new comes", async () => {
    const { app, path, office, conversation } = await openChat();
    const held = app.request(`${path}/messages?after=0&wait=20`);
    await new Promise((resolve) => setImmediate(resolve));
    office.say(conversation, "أهلًا");
    const { messages } = await linesIn(await held);
    expect(messages).toMatchObject([{ seq: 1, text: "أهلًا" }]);
  });

  it("answers empty when the wait is over", async () => {
    const { app, path } = await openChat();
    const answer = await app.request(`${path}/messages?wait=0.05`);
    expect(await answer.json()).toEqual({ messages: [], more: false });
  });
});

describe("GET qr", () => {
  it("draws the return link", async () => {
    const { app, path } = await openChat(tinyOffice({ publicUrl: "https://chat.example.com" }));
    const answer = await app.request(`${path}/qr`);
    expect(answer.headers.get("content-type")).toBe("image/svg+xml");
    expect(await answer.text()).toMatch(/^<svg/);
  });
});
