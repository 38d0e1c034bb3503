import type { Message, Update } from "telegraf/types";
import { describe, expect, it } from "vitest";
import { readMessage } from "../../../src/channels/telegram/message-content.ts";
import {
  type Delivery,
  type Reader,
  readPresence,
  readUpdate,
} from "../../../src/channels/telegram/updates.ts";

const reader: Reader = { spoken: () => undefined, language: "ar", now: () => 1_795_000_000_500 };
const sara = { id: 42, is_bot: false, first_name: "Sara", language_code: "ar-SA" };
const chat = { id: 42, type: "private", first_name: "Sara" };
const base = { message_id: 7, from: sara, chat, date: 1_795_000_000 };

/** The platform's JSON, which the library's types describe only in part. */
const update = (parts: object): Update => ({ update_id: 1, ...parts }) as Update;
const sent = (parts: object, more: Partial<Reader> = {}): Delivery | undefined =>
  readUpdate(update({ message: { ...base, ...parts } }), { ...reader, ...more });
const contentOf = (delivery: Delivery | undefined) =>
  delivery && "content" in delivery.what ? delivery.what.content : undefined;
const read = (parts: object) => readMessage({ ...base, ...parts } as Message);

describe("readUpdate", () => {
  it("gives a message its id, its sender's chat, its moment and language", () => {
    expect(sent({ text: "سلام" })).toEqual({
      address: "42",
      id: "m:42:7",
      at: 1_795_000_000_000,
      language: "ar",
      what: { type: "content", content: { type: "text", text: "سلام" } },
    });
  });

  it.each([
    ["en-GB", "en"],
    ["ur", undefined],
    [undefined, undefined],
  ])("knows the language %s for what it is", (language_code, language) => {
    expect(sent({ text: "hi", from: { ...sara, language_code } })?.language).toBe(language);
  });

  it.each(["group", "supergroup", "channel"])("hears nothing of a %s", (type) => {
    expect(sent({ text: "hi", chat: { id: -100, type } })).toBeUndefined();
  });

  it("hears no bot, and nothing without a sender", () => {
    expect(sent({ text: "hi", from: { ...sara, is_bot: true } })).toBeUndefined();
    expect(sent({ text: "hi", from: undefined })).toBeUndefined();
  });

  it("takes an edit for a delivery of its own that names what it changes", () => {
    const edited = update({ edited_message: { ...base, edit_date: 1_795_000_060, text: "5 kg" } });
    expect(readUpdate(edited, reader)).toMatchObject({
      id: "e:42:7:1795000060",
      at: 1_795_000_060_000,
      what: { content: { type: "edit", of: "m:42:7", text: "5 kg" } },
    });
  });

  it("takes new words under a picture for an edit, and a place that moves on for nothing", () => {
    const photo = [{ file_id: "p", width: 1, height: 1 }];
    const caption = update({ edited_message: { ...base, edit_date: 2, photo, caption: "the passport" } });
    expect(contentOf(readUpdate(caption, reader))).toMatchObject({ type: "edit", text: "the passport" });
    const moved = update({
      edited_message: { ...base, edit_date: 2, location: { latitude: 1, longitude: 2 } },
    });
    expect(readUpdate(moved, reader)).toBeUndefined();
  });

  it("takes a press, even under a message that the platform shows no more", () => {
    const message = { message_id: 3, chat, date: 0 };
    const query = { id: "99", from: sara, chat_instance: "1", data: "q4:yes" };
    expect(readUpdate(update({ callback_query: { ...query, message } }), reader)).toEqual({
      address: "42",
      id: "c:99",
      at: 1_795_000_000_500,
      language: "ar",
      what: { type: "press", content: { type: "choice", value: "q4:yes" }, query: "99", message: 3 },
    });
    expect(readUpdate(update({ callback_query: query }), reader)).toMatchObject({
      address: "42",
      id: "c:99",
    });
    const { data: _, ...game } = query;
    expect(readUpdate(update({ callback_query: { ...game, game_short_name: "g" } }), reader)).toBeUndefined();
  });

  it("takes the emoji that came, and nothing where one went", () => {
    const about = { chat, message_id: 3, user: sara, date: 1_795_000_001 };
    const emoji = (one: string) => ({ type: "emoji", emoji: one });
    const came = { ...about, old_reaction: [emoji("❤")], new_reaction: [emoji("❤"), emoji("👍")] };
    expect(readUpdate(update({ message_reaction: came }), reader)).toMatchObject({
      id: "r:42:3:1795000001:👍",
      what: { type: "reaction", emoji: "👍", message: "3" },
    });
    const went = { ...about, old_reaction: [emoji("👍")], new_reaction: [] };
    expect(readUpdate(update({ message_reaction: went }), reader)).toBeUndefined();
    const custom = {
      ...about,
      old_reaction: [],
      new_reaction: [{ type: "custom_emoji", custom_emoji_id: "1" }],
    };
    expect(readUpdate(update({ message_reaction: custom }), reader)).toBeUndefined();
  });

  it("leaves what is no message to the office alone", () => {
    const member = { chat, from: sara, date: 1, old_chat_member: {}, new_chat_member: { status: "kicked" } };
    expect(readUpdate(update({ my_chat_member: member }), reader)).toBeUndefined();
    expect(readUpdate(update({}), reader)).toBeUndefined();
    expect(sent({ pinned_message: { ...base, text: "hi" } })).toBeUndefined();
  });

  it("tells who blocked the bot and who let it in again, in private chats alone", () => {
    const of = (status: string, more: object = {}) =>
      readPresence(
        update({ my_chat_member: { chat, from: sara, date: 7, new_chat_member: { status }, ...more } }),
      );
    expect(of("kicked")).toEqual({ address: String(chat.id), isReached: false, at: 7_000 });
    expect(of("member")).toMatchObject({ isReached: true });
    expect(of("restricted")).toBeUndefined();
    expect(of("kicked", { chat: { id: -100, type: "group" } })).toBeUndefined();
    expect(readPresence(update({}))).toBeUndefined();
  });

  it("answers a message whose parts are in disorder, and throws at none", () => {
    for (const parts of [{ photo: [] }, { voice: null }, { contact: {} }, { venue: 5 }, { text: 5 }]) {
      expect(contentOf(sent(parts))).toEqual({ type: "unsupported", what: "other" });
    }
  });
});

describe("commands", () => {
  const said = (text: string, language?: "ar" | "en") => {
    const content = contentOf(sent({ text }, language ? { spoken: () => language } : {}));
    return content?.type === "text" ? content.text : undefined;
  };

  it("greet at a plain start, and hand the code of a deep link over", () => {
    expect([said("/start"), said("/start", "en")]).toEqual(["مرحبا", "hello"]);
    const unknown = { ...sara, language_code: undefined };
    expect(contentOf(sent({ text: "/start", from: unknown }, { language: "en" }))).toMatchObject({
      text: "hello",
    });
    expect([said("/start ABC-1"), said("/start@office_bot  ABC-1 ")]).toEqual([
      "/start ABC-1",
      "/start ABC-1",
    ]);
  });

  it("stand for words in the language that is spoken in the chat, whatever the telephone's", () => {
    expect([said("/menu"), said("/menu@office_bot"), said("/MENU", "en")]).toEqual([
      "القائمة",
      "القائمة",
      "menu",
    ]);
    expect([said("/status", "en"), said("/cancel"), said("/agent")]).toEqual([
      "where is my order",
      "إلغاء",
      "موظف",
    ]);
  });

  it("that nobody knows, or that say more, are words like any other", () => {
    expect(said("/dance")).toBe("/dance");
    expect(said("/cancel the second one")).toBe("/cancel the second one");
    expect(said("and / or")).toBe("and / or");
  });
});

describe("readMessage", () => {
  it("takes the largest size of a photo", () => {
    const size = (file_id: string, width: number) => ({
      file_id,
      width,
      height: width,
      file_size: width * 10,
    });
    expect(read({ photo: [size("s", 90), size("l", 1280), size("m", 320)], caption: "جواز" })).toEqual({
      type: "file",
      file: { id: "l", name: "", bytes: 12_800 },
      caption: "جواز",
    });
  });

  it.each([
    [
      "voice",
      { voice: { file_id: "f", duration: 9, file_size: 5 } },
      { id: "f", name: "", bytes: 5, seconds: 9 },
    ],
    ["audio", { audio: { file_id: "f", duration: 9, title: "Song" } }, { id: "f", name: "Song", seconds: 9 }],
    ["video", { video: { file_id: "f", file_name: "a.mp4" } }, { id: "f", name: "a.mp4" }],
    ["video_note", { video_note: { file_id: "f" } }, { id: "f", name: "" }],
    ["animation", { animation: { file_id: "f" }, document: { file_id: "f" } }, { id: "f", name: "" }],
    [
      "document",
      { document: { file_id: "f", file_name: "../../etc/passwd" } },
      { id: "f", name: "../../etc/passwd" },
    ],
  ])("takes a %s for a file", (_, parts, file) => {
    expect(read(parts)).toEqual({ type: "file", file });
  });

  it("gives a venue's location its name", () => {
    const location = { latitude: 24.7, longitude: 46.6 };
    expect(read({ venue: { location, title: "برج المملكة", address: "العليا" }, location })).toEqual({
      type: "content",
      content: { type: "location", ...location, label: "برج المملكة، العليا" },
    });
  });

  it("gives a number in full its plus, and leaves one of an address book as it was typed", () => {
    const phone = (contact: object) => {
      const found = read({ contact: { first_name: "سارة", ...contact } });
      return found.type === "content" && found.content.type === "contact" ? found.content.phone : undefined;
    };
    expect(phone({ phone_number: "966501234567" })).toBe("+966501234567");
    expect(phone({ phone_number: "+966501234567" })).toBe("+966501234567");
    expect(phone({ phone_number: "0501234567" })).toBe("0501234567");
    expect(phone({ phone_number: "050 123 4567" })).toBe("050 123 4567");
  });

  it("knows which number the platform vouches for", () => {
    const contact = { first_name: "سارة", phone_number: "966501234567" };
    const own = { type: "contact", name: "سارة", phone: "+966501234567", own: true };
    expect(read({ contact: { ...contact, user_id: 42 } })).toEqual({ type: "content", content: own });
    for (const other of [contact, { ...contact, user_id: 9 }])
      expect(read({ contact: other })).not.toHaveProperty("content.own");
    expect(contentOf(sent({ contact: { ...contact, user_id: 42 } }))).toEqual(own);
  });

  it.each([
    ["sticker", "sticker"],
    ["poll", "poll"],
    ["dice", "other"],
    ["game", "other"],
    ["story", "other"],
    ["paid_media", "other"],
    ["something_of_next_year", "other"],
  ])("declares a %s as %s", (kind, what) => {
    expect(read({ [kind]: {} })).toEqual({ type: "content", content: { type: "unsupported", what } });
  });
});
