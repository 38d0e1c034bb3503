/** What is heard, through the real library before a page of our own: nothing here is proved of today's WhatsApp. */
import { describe, expect, it, vi } from "vitest";
import { me, omar, sara } from "./account.ts";
import { openStarted, soon } from "./started.ts";

const now = () => Math.floor(Date.now() / 1_000);
const words = (text: string) => ({ type: "text", text });

describe("a line that was away", () => {
  it("hands over what arrived meanwhile, oldest first, with the platform's time", async () => {
    const { account, office, start, taken } = await openStarted();
    await account.arrives(sara.lid, { body: "before" });
    await taken(1);
    await account.channel.stop();
    const at = now() + 1;
    for (const n of [0, 1, 2]) await account.arrives(sara.lid, { body: `while away ${n}`, t: at + n });
    await account.arrives(omar, { body: "another", t: at });
    await start();
    const all = await taken(5);
    const ofSara = all.filter(({ address }) => address === sara.lid);
    expect(ofSara.map(({ content }) => content)).toEqual(
      ["before", "while away 0", "while away 1", "while away 2"].map(words),
    );
    expect(all.filter(({ address }) => address === omar).map(({ content }) => content)).toEqual([
      words("another"),
    ]);
    expect(office.taken.every(({ at }) => at <= Date.now())).toBe(true);
  });

  it("fetches more than one page of a long chat", async () => {
    const { account, start, taken } = await openStarted();
    await account.channel.stop();
    for (let n = 0; n < 130; n++) await account.arrives(sara.lid, { body: `${n}`, t: now() });
    await start();
    expect((await taken(130)).map(({ content }) => content)).toEqual(
      Array.from({ length: 130 }, (_, n) => words(`${n}`)),
    );
  });

  it("leaves alone what lay there before the number was linked", async () => {
    const old = { body: "last year", t: now() - 3_600 };
    const { account, taken } = await openStarted({
      before: [{ id: omar, unreadCount: 3, msgs: [old, { ...old, t: old.t + 1 }] }],
    });
    await account.arrives(sara.lid, { body: "today" });
    expect((await taken(1)).map(({ content }) => content)).toEqual([words("today")]);
  });

  it("hands over a correction that was made meanwhile", async () => {
    const { account, start, taken } = await openStarted();
    await account.arrives(sara.lid, { body: "فندق في جدة" });
    const [first] = await taken(1);
    await account.channel.stop();
    Object.assign(account.chats.get(sara.lid)?.msgs[0] ?? {}, {
      body: "فندق في مكة",
      latestEditSenderTimestampMs: Date.now(),
    });
    await start();
    const [, edit] = await taken(2);
    expect(edit?.content).toEqual({ type: "edit", of: first?.id, text: "فندق في مكة" });
  });
});

describe("a chat", () => {
  it("is whole for each of two that read it at once", async () => {
    const t = now() - 3_600;
    const msgs = [1, 2, 3, 4].map((n) => ({ body: `${n}`, t: t + n }));
    const { account } = await openStarted({ before: [{ id: omar, unreadCount: 0, msgs }] });
    const read = async () => (await account.webs[0]?.messages(omar, 50))?.map(({ text }) => text);
    expect(await Promise.all([read(), read()])).toEqual([
      ["1", "2", "3", "4"],
      ["1", "2", "3", "4"],
    ]);
  });
});

describe("a person", () => {
  it("is one address, whether they come under the LID or the phone", async () => {
    const { account, taken } = await openStarted();
    // Whether they come live or are swept up at the start, their order is that of their times.
    const t = now();
    await account.arrives(sara.lid, { body: "one", t });
    await account.arrives(sara.phone, { body: "two", t: t + 1 });
    await account.arrives(sara.lid, { body: "three", t: t + 2 });
    const all = await taken(3);
    expect(all.map(({ address }) => address)).toEqual([sara.lid, sara.lid, sara.lid]);
    expect(all.map(({ content }) => content)).toEqual(["one", "two", "three"].map(words));
  });

  it("stays at the address under which the office knows them", async () => {
    const { account, desk, taken } = await openStarted();
    desk.heard.set(sara.phone, Date.now() - 1_000);
    await account.arrives(sara.lid, { body: "مرحبا" });
    expect((await taken(1))[0]?.address).toBe(sara.phone);
  });

  it("who is in a group, a status, a channel or a broadcast list is not heard there", async () => {
    const { account, taken } = await openStarted();
    for (const chat of ["120363000000000000@g.us", "status@broadcast", "1203@newsletter", "55@broadcast"])
      await account.arrives(chat, { body: "to many" });
    await account.arrives(sara.lid, { body: "to a list", broadcast: true });
    await account.arrives(me, { body: "a note to oneself", fromMe: true });
    await account.arrives(sara.lid, { body: "to the office" });
    const all = await taken(1);
    expect(all.map(({ content }) => content)).toEqual([words("to the office")]);
  });

  it("who is called back hears of it once, whatever the page tells of the call", async () => {
    const { account, taken } = await openStarted();
    await account.inPage((page, from) => page.ring("CALL7", from), sara.phone);
    await account.inPage((page, from) => page.ring("CALL7", from), sara.phone);
    const [call] = await taken(1);
    expect(call).toMatchObject({
      address: sara.lid,
      id: "call:CALL7",
      content: { type: "unsupported", what: "call" },
    });
    await account.inPage((page, from) => page.ring("CALL8", from, { outgoing: true }), sara.phone);
    await account.inPage((page, from) => page.ring("CALL9", from, { isGroup: true }), sara.phone);
    await account.arrives(sara.lid, { type: "call_log", callOutcome: "Connected" });
    await account.arrives(sara.lid, { type: "call_log", callOutcome: "Missed", stanza: "LOG2" });
    expect((await taken(2))[1]).toMatchObject({ id: `false_${sara.lid}_LOG2`, content: { what: "call" } });
  });
});

describe("a colleague with the office's phone", () => {
  it("is heard as staff, and the office's own messages are not", async () => {
    const { account, desk, office, send, taken } = await openStarted();
    desk.heard.set(sara.lid, Date.now());
    await send("من المكتب");
    await account.arrives(sara.lid, { body: "أنا خالد من المكتب", fromMe: true });
    await account.arrives(sara.lid, { type: "image", fromMe: true, file: "/9j/4AAQ", caption: "العقد" });
    await account.arrives(sara.lid, { type: "e2e_notification", fromMe: true, body: "" });
    await taken(2);
    expect(office.contents()).toEqual([
      { type: "by_staff", text: "أنا خالد من المكتب" },
      { type: "by_staff", text: "العقد" },
    ]);
    expect(office.taken.every(({ address }) => address === sara.lid)).toBe(true);
  });

  it("is heard of what they wrote while the office was closed", async () => {
    const { account, office, start, taken } = await openStarted();
    await account.channel.stop();
    await account.arrives(sara.lid, { body: "نعم متوفر", fromMe: true });
    await start();
    await taken(1);
    expect(office.contents()).toEqual([{ type: "by_staff", text: "نعم متوفر" }]);
  });
});

describe("a file", () => {
  it("that is announced as too large is never downloaded", async () => {
    const { account, taken } = await openStarted();
    await account.arrives(sara.lid, {
      type: "document",
      file: "JVBERi0=",
      size: 2 * 1024 ** 3,
      filename: "x",
    });
    expect((await taken(1))[0]?.content).toEqual({ type: "unsupported", what: "file_too_large" });
    expect(await account.inPage((page) => page.downloads)).toEqual([]);
  });

  it("that a browser does not survive is told as unreadable by the next one", async () => {
    const { account, taken } = await openStarted();
    const deadly = { type: "document", file: "JVBERi0=", size: 12, filename: "x", deadly: true };
    await account.arrives(sara.lid, deadly);
    await account.arrives(sara.lid, { body: "after it" });
    const all = await taken(2);
    expect(all.map(({ content }) => content)).toEqual([
      { type: "unsupported", what: "other" },
      words("after it"),
    ]);
    expect(account.clients.length).toBe(2);
  });

  it("that WhatsApp has no more is told as unreadable", async () => {
    const { account, taken } = await openStarted();
    await account.arrives(sara.lid, { type: "image", file: "/9j/4AAQ", expired: true });
    expect((await taken(1))[0]?.content).toEqual({ type: "unsupported", what: "other" });
  });

  it("is not fetched a second time by a sweep", async () => {
    const { account, desk, taken } = await openStarted();
    await account.arrives(sara.lid, { type: "image", file: "/9j/4AAQ", mimetype: "image/jpeg" });
    await taken(1);
    await account.inPage((page) => page.sync());
    await account.arrives(sara.lid, { body: "after it" });
    await taken(2);
    expect(desk.files.size).toBe(1);
  });
});

describe("a message that WhatsApp can't decipher", () => {
  it("is told as unreadable, and heard when it can after all", async () => {
    const { account, taken } = await openStarted();
    const id = await account.arrives(sara.lid, { type: "ciphertext", stanza: "3ACIPHER" });
    const [client] = account.clients;
    client?.emit("message_ciphertext_failed", await client.getMessageById(id));
    expect((await taken(1))[0]?.content).toEqual({ type: "unsupported", what: "other" });
    await account.inPage((page, id) => page.decipher(id, "مرحبا"), id);
    expect((await taken(2))[1]).toMatchObject({ content: words("مرحبا"), id: `false_${sara.lid}_3ACIPHER` });
  });
});

describe("an edit", () => {
  it("of a colleague, or a message that was deciphered late, is none of a customer's", async () => {
    const { account, office, taken } = await openStarted();
    const own = await account.arrives(sara.lid, { body: "خطأ", fromMe: true });
    await account.inPage((page, id) => page.edit(id, "صواب"), own);
    await account.arrives(sara.lid, { body: "after" });
    await taken(2);
    await vi.waitFor(() => expect(office.contents()).toHaveLength(2), soon);
    expect(office.contents().map(({ type }) => type)).toEqual(["by_staff", "text"]);
  });
});
