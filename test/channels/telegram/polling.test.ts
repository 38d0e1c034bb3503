import { describe, expect, it } from "vitest";
import { deskInMemory } from "../desk.ts";
import { openLine } from "./bench.ts";
import { customerOf } from "./customer.ts";
import { openPolling } from "./telegram-platform.ts";

const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from("a picture".repeat(500))]);

describe("polling", () => {
  it("asks without an offset after a start, and confirms only what the office has", async () => {
    const { api, office, customer, until } = await openLine({}, { starts: false });
    office.refuseNext(3);
    customer.says("one");
    const { channel } = openPolling(api);
    await channel.start(office.receive, office.desk);
    await until(() => expect(office.calls.length).toBeGreaterThanOrEqual(2));
    expect(api.confirmed).toEqual([]);
    await until(() => expect(api.queue).toHaveLength(0));
    expect(api.callsOf("getUpdates")[0]?.payload).not.toHaveProperty("offset");
    await channel.stop();
  });

  it("confirms up to the first update that was not taken, and no further", async () => {
    const { api, office, customer, until } = await openLine({}, { starts: false });
    // The second of three chats is told to come again, three times.
    let refused = 0;
    const receive: typeof office.receive = async (inbound) => {
      if (inbound.address === "43" && refused < 3) {
        refused += 1;
        return { type: "not_now", reason: "overloaded" };
      }
      return office.receive(inbound);
    };
    const line = openPolling(api);
    await line.channel.start(receive, deskInMemory());
    const [first, second, third] = [
      customer.says("a"),
      customerOf(api, 43).says("b"),
      customerOf(api, 44).says("c"),
    ];
    await until(() => expect(refused).toBe(3));
    expect(api.confirmed).not.toContain(second.update_id);
    expect(api.confirmed).not.toContain(third.update_id);
    await until(() =>
      expect(api.confirmed).toEqual([first, second, third].map(({ update_id }) => update_id)),
    );
    await line.channel.stop();
  });

  it("tells the office who blocked the bot, and confirms it only once that is stored", async () => {
    const { api, office, channel, until } = await openLine({}, { starts: false });
    const told: boolean[] = [];
    const reached: typeof office.desk.reached = async (_, isReached) => {
      told.push(isReached);
      return told.length < 3 ? "not_now" : "done";
    };
    const chat = { id: 42, type: "private" };
    const from = { id: 42, is_bot: false };
    const update = { chat, from, date: 1_795_000_000, new_chat_member: { status: "kicked" } };
    const { update_id } = api.push({ my_chat_member: update });
    await channel.start(office.receive, { ...office.desk, reached });
    await until(() => expect(api.confirmed).toEqual([update_id]));
    expect(told).toEqual([false, false, false]);
    expect(office.calls).toEqual([]);
  });

  it("hands over what was written after a block only once the block is stored, and after what was written before it", async () => {
    const { api, office, channel, customer, until } = await openLine({}, { starts: false });
    const order: string[] = [];
    const reached: typeof office.desk.reached = async (_, isReached) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push(isReached ? "back" : "gone");
      return "done";
    };
    const receive: typeof office.receive = async (inbound) => {
      if (inbound.content.type === "text") order.push(inbound.content.text);
      return office.receive(inbound);
    };
    const becomes = (status: string) =>
      api.push({
        my_chat_member: {
          chat: { id: 42, type: "private" },
          from: { id: 42, is_bot: false },
          date: 1_795_000_000,
          new_chat_member: { status },
        },
      });
    customer.says("before");
    becomes("kicked");
    becomes("member");
    customer.says("after");
    await channel.start(receive, { ...office.desk, reached });
    await until(() => expect(order).toEqual(["before", "gone", "back", "after"]));
  });

  it("takes six messages of one customer in one answer in their order", async () => {
    const { office, channel, customer, texts, until } = await openLine({}, { starts: false });
    const words = ["1", "2", "3", "4", "5", "6"];
    for (const text of words) customer.says(text);
    await channel.start(office.receive, office.desk);
    await until(() => expect(texts()).toEqual(words));
  });

  it("holds a chat up behind its file, and no other", async () => {
    const { api, office, customer, texts, until } = await openLine();
    api.fail("file", { type: "hang" });
    customer.file("photo", jpeg);
    customer.says("after the photo");
    customerOf(api, 43).says("from another");
    await until(() => expect(texts()).toEqual(["from another"]));
    // New ones go on coming though the photo is confirmed to nobody.
    customerOf(api, 44).says("later");
    await until(() => expect(texts()).toEqual(["from another", "later"]));
    expect(api.confirmed).toEqual([]);
    expect(office.calls).toHaveLength(2);
  });

  it("takes an album as so many pictures, in their order, with the words under the first", async () => {
    const { office, customer, until } = await openLine();
    for (let n = 0; n < 5; n += 1) {
      const bytes = Uint8Array.from([...jpeg, n]);
      customer.file("photo", bytes, { media_group_id: "g", ...(n === 0 && { caption: "صور الشقة" }) });
    }
    await until(() => expect(office.taken).toHaveLength(5));
    const found = office.contents().flatMap((content) => (content.type === "photo" ? [content] : []));
    expect(found.map(({ caption }) => caption)).toEqual([
      "صور الشقة",
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(found.map(({ document }) => office.desk.files.get(document)?.at(-1))).toEqual([0, 1, 2, 3, 4]);
  });

  it("asks for a file again that breaks off, and says in the end that it did not arrive", async () => {
    const { api, office, customer, until } = await openLine();
    api.fail("file", { type: "reset" }, 2);
    customer.file("document", jpeg, { name: "a.jpg" });
    await until(() => expect(office.contents()).toMatchObject([{ type: "photo" }]));
    api.fail("file", { type: "raw", status: 404, body: "" }, 20);
    customer.file("document", jpeg, { name: "b.jpg", caption: "عقد الإيجار" });
    await until(() => expect(office.taken).toHaveLength(3));
    expect(office.contents().slice(1)).toEqual([
      { type: "unsupported", what: "other" },
      { type: "text", text: "عقد الإيجار" },
    ]);
    expect(api.callsOf("file")).toHaveLength(8);
  });

  it.each([
    ["the network is away", "file", { type: "reset" }],
    ["the file server has a fault", "file", { type: "raw", status: 502, body: "" }],
    [
      "the platform has one",
      "getFile",
      { type: "answer", status: 500, description: "Internal Server Error" },
    ],
    [
      "the bot is asked to wait",
      "getFile",
      { type: "answer", status: 429, description: "Too Many Requests", retryAfter: 1 },
    ],
  ] as const)("has a file brought again while %s", async (_, method, failure) => {
    const { api, office, customer, texts, until } = await openLine();
    api.fail(method, failure, 7);
    customer.file("photo", jpeg);
    customer.says("after it");
    await until(() => expect(texts()).toEqual(["after it"]));
    expect(office.contents()).toMatchObject([{ type: "photo" }, { type: "text" }]);
    expect(api.callsOf(method).length).toBeGreaterThan(7);
    await until(() => expect(api.queue).toHaveLength(0));
  });

  it("waits for no server any more when the message is an hour old", async () => {
    const { api, office, customer, until } = await openLine();
    api.fail("file", { type: "reset" }, 20);
    customer.file("photo", jpeg, { date: Math.floor(Date.now() / 1_000) - 3_601 });
    await until(() => expect(office.contents()).toEqual([{ type: "unsupported", what: "other" }]));
    expect(api.callsOf("file")).toHaveLength(5);
  });

  it("reads nothing of a file that is announced as too large, and refuses in words what the platform will not give", async () => {
    const { api, office, customer, until } = await openLine();
    customer.message({
      document: { file_id: "huge", file_unique_id: "h", file_name: "a.zip", file_size: 2_000_000_000 },
    });
    await until(() => expect(office.contents()).toEqual([{ type: "unsupported", what: "file_too_large" }]));
    expect(api.callsOf("getFile")).toHaveLength(0);
    api.files.set("grown", Buffer.alloc(21 * 1024 * 1024));
    customer.message({ document: { file_id: "grown", file_unique_id: "g", file_name: "b.zip" } });
    await until(() => expect(office.taken).toHaveLength(2));
    expect(office.contents()[1]).toEqual({ type: "unsupported", what: "file_too_large" });
    expect(api.callsOf("file")).toHaveLength(0);
  });

  it.each([
    ["a NUL and other controls", "a\u0000b\u0007c\u001b[2J"],
    ["half a pair", "a\ud83db\udc00"],
    ["bidi controls", "\u202eevil\u2066\u200f"],
    ["nothing but spaces", " \u3000\n"],
    ["ten thousand marks", `a${"\u0301".repeat(10_000)}`],
    ["a key of JavaScript", "__proto__"],
  ])("hands %s over as it came", async (_, text) => {
    const { customer, texts, until } = await openLine();
    customer.says(text);
    await until(() => expect(texts()).toEqual([text]));
  });

  it("brings less and less often what the office has no room for", async () => {
    const { office, channel, customer, texts, until } = await openLine({}, { starts: false });
    const times: number[] = [];
    await channel.start((inbound) => {
      times.push(performance.now());
      return office.receive(inbound);
    }, office.desk);
    office.refuseNext(6);
    customer.says("patience");
    await until(() => expect(texts()).toEqual(["patience"]));
    const waits = times.slice(1).map((at, index) => at - (times[index] ?? at));
    expect(waits).toHaveLength(6);
    expect(waits.at(-1)).toBeGreaterThan((waits[0] ?? 0) * 3);
  });

  it("goes on when one file can't be kept whatever is tried", async () => {
    const { office, customer, texts, until } = await openLine();
    office.desk.keepFile = () => Promise.reject(new Error("the reader of pictures broke"));
    customer.file("photo", jpeg, { caption: "صورة" });
    customer.says("after it");
    await until(() => expect(texts()).toEqual(["صورة", "after it"]));
    expect(office.contents()[0]).toEqual({ type: "unsupported", what: "other" });
  });

  it("stops reading a file that turns out larger than was announced", async () => {
    const { api, office, customer, until } = await openLine();
    api.files.set("endless", Buffer.from("small"));
    const before = process.memoryUsage().arrayBuffers;
    customer.message({
      document: { file_id: "endless", file_unique_id: "e", file_name: "a.pdf", file_size: 5 },
    });
    await until(() => expect(office.contents()).toEqual([{ type: "unsupported", what: "file_too_large" }]));
    await until(() => expect(api.queue).toHaveLength(0));
    // The desk in memory holds 20 MB of it at the most; the line itself holds nothing.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60 * 1024 * 1024);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(api.callsOf("file")).toHaveLength(1);
  });

  it("loses nothing when update ids begin anew below the last", async () => {
    const { api, customer, texts, until } = await openLine();
    customer.says("before the quiet week");
    await until(() => expect(api.queue).toHaveLength(0));
    await until(() => expect(api.callsOf("getUpdates").at(-1)?.payload.timeout).toBe(50));
    api.state.nextUpdate = 12;
    customer.says("after it");
    customer.says("and more");
    await until(() => expect(texts()).toEqual(["before the quiet week", "after it", "and more"]));
    await until(() => expect(api.queue).toHaveLength(0));
  });

  it("confirms at a stop what it has taken", async () => {
    const { api, channel, customer, texts, until } = await openLine();
    customer.says("one");
    await until(() => expect(texts()).toEqual(["one"]));
    await channel.stop();
    expect(api.queue).toHaveLength(0);
  });

  it("hears nothing of groups, channels and bots, and confirms it", async () => {
    const { api, office, customer, until } = await openLine();
    const group = { id: -100, type: "supergroup", title: "Friends" };
    const message = { message_id: 1, date: 1, from: { id: 42, is_bot: false }, chat: group, text: "hi" };
    api.push({ message });
    api.push({ channel_post: { ...message, chat: { ...group, type: "channel" } } });
    api.push({ message: { ...message, chat: { id: 9, type: "private" }, from: { id: 9, is_bot: true } } });
    api.push({ my_chat_member: { chat: { id: 42, type: "private" }, from: { id: 42 }, date: 1 } });
    customer.says("mine");
    await until(() => expect(api.queue).toHaveLength(0));
    expect(office.calls.map(({ address }) => address)).toEqual(["42"]);
    expect(api.bubbles).toEqual([]);
  });
});
