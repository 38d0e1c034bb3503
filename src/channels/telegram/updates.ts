/**
 * From one update of the Bot API to what has to be handed over. Only private chats count: what is said in groups and channels, by bots,
 * or by the platform itself is nobody's request, and nothing of it is kept. Pure.
 */
import type { CallbackQuery, Chat, Message, MessageReactionUpdated, Update, User } from "telegraf/types";
import type { Language } from "../../domain/language.ts";
import type { Content, Inbound } from "../../domain/message.ts";
import { asWords } from "./commands.ts";
import { type RemoteFile, readMessage } from "./message-content.ts";

/** Only these are asked for (https://core.telegram.org/bots/api#update). */
export const wantedUpdates = [
  "message",
  "edited_message",
  "callback_query",
  "message_reaction",
  "my_chat_member",
] as const;

/** Who wrote, and under which id it counts: `m:` a message, `e:` an edit, `c:` a press, `r:` a reaction. */
type About = Pick<Inbound, "address" | "id" | "at" | "language" | "answers">;

export type Delivery = About & {
  readonly what:
    | { readonly type: "content"; readonly content: Content }
    /** A press: `query` waits for its answer; `message` is the one with the buttons. */
    | { readonly type: "press"; readonly content: Content; readonly query: string; readonly message?: number }
    | { readonly type: "file"; readonly file: RemoteFile; readonly caption?: string }
    /** `message`: the platform's id of what was reacted to. */
    | { readonly type: "reaction"; readonly emoji: string; readonly message: string };
};

export type Reader = {
  /** The language that the office last spoke at an address. */
  readonly spoken: (address: string) => Language | undefined;
  /** The office's first. */
  readonly language: Language;
  /** Presses carry no moment of their own; epoch milliseconds. */
  readonly now: () => number;
};

/** What an update delivers; undefined: nothing that anybody said to the office. */
export function readUpdate(update: Update, reader: Reader): Delivery | undefined {
  if ("message" in update) return readSent(update.message, reader);
  if ("edited_message" in update) return readEdit(update.edited_message);
  if ("callback_query" in update) return readPress(update.callback_query, reader);
  if ("message_reaction" in update) return readReaction(update.message_reaction);
  return undefined;
}

/** Whether the bot still reaches the customer of a private chat: they blocked it, or let it in again. */
export type Presence = { readonly address: string; readonly isReached: boolean; readonly at: number };

/** What an update tells of that; undefined: nothing. */
export function readPresence(update: Update): Presence | undefined {
  if (!("my_chat_member" in update)) return undefined;
  const { chat, from, date, new_chat_member } = update.my_chat_member;
  if (!isCustomer(chat, from)) return undefined;
  const { status } = new_chat_member;
  if (status !== "kicked" && status !== "member") return undefined;
  return { address: String(chat.id), isReached: status === "member", at: date * 1_000 };
}

function readSent(message: Message, { spoken, language }: Reader): Delivery | undefined {
  const { chat, from, message_id, date } = message;
  if (!isCustomer(chat, from)) return undefined;
  const about = { ...aboutOf(chat, from, `m:${chat.id}:${message_id}`, date), ...answersOf(message) };
  const sent = readSafely(message);
  if (sent.type === "note") return undefined;
  if (sent.type === "file") return { ...about, what: sent };
  const { content } = sent;
  if (content.type !== "text") return { ...about, what: { type: "content", content } };
  const text = asWords(content.text, spoken(about.address) ?? about.language ?? language);
  return { ...about, what: { type: "content", content: { type: "text", text } } };
}

/** The office's own message that this one answers: whose it is, the office finds out. */
function answersOf(message: Message): Pick<About, "answers"> {
  const answered = "reply_to_message" in message ? message.reply_to_message?.message_id : undefined;
  return typeof answered === "number" ? { answers: String(answered) } : {};
}

/** A message in a shape that nobody foresaw is still one, and gets an answer. */
function readSafely(message: Message): ReturnType<typeof readMessage> {
  try {
    const sent = readMessage(message);
    if (sent.type !== "content" || isSound(sent.content)) return sent;
  } catch {
    // The same as below: whatever is in it, the office can't use it.
  }
  return { type: "content", content: { type: "unsupported", what: "other" } };
}

/** Are words words and numbers numbers? The library's types promise it; what was posted need not keep it. */
function isSound(content: Content): boolean {
  return Object.entries(content).every(([name, value]) =>
    name === "latitude" || name === "longitude"
      ? Number.isFinite(value)
      : name === "own" || typeof value === "string",
  );
}

/** New words for an old message; what else can change (a live location) says nothing. */
function readEdit(message: Update.EditedMessageUpdate["edited_message"]): Delivery | undefined {
  const { chat, from, message_id, edit_date = 0 } = message;
  const words = "text" in message ? message.text : "caption" in message ? message.caption : undefined;
  if (!isCustomer(chat, from) || typeof words !== "string") return undefined;
  const content: Content = { type: "edit", of: `m:${chat.id}:${message_id}`, text: words };
  return {
    ...aboutOf(chat, from, `e:${chat.id}:${message_id}:${edit_date}`, edit_date),
    what: { type: "content", content },
  };
}

function readPress(query: CallbackQuery, { now }: Reader): Delivery | undefined {
  const { id, from, message } = query;
  // Under a message that is too old to be shown, the chat is still known; without any message it is the presser's own.
  const chat = message?.chat ?? { id: from.id, type: "private" };
  if (!isCustomer(chat, from) || !("data" in query) || typeof query.data !== "string") return undefined;
  const content: Content = { type: "choice", value: query.data };
  const press = {
    type: "press",
    content,
    query: id,
    ...(message && { message: message.message_id }),
  } as const;
  return { ...aboutOf(chat, from, `c:${id}`, now() / 1_000), what: press };
}

/** The emoji that came; one that was taken back changes nothing. */
function readReaction(reaction: MessageReactionUpdated): Delivery | undefined {
  const { chat, user, message_id, date, old_reaction, new_reaction } = reaction;
  if (!isCustomer(chat, user)) return undefined;
  const before = new Set(emojisIn(old_reaction));
  const emoji = emojisIn(new_reaction).find((one) => !before.has(one));
  if (emoji === undefined) return undefined;
  return {
    ...aboutOf(chat, user, `r:${chat.id}:${message_id}:${date}:${emoji}`, date),
    what: { type: "reaction", emoji, message: String(message_id) },
  };
}

function emojisIn(reactions: MessageReactionUpdated["new_reaction"]): readonly string[] {
  return reactions.flatMap((one) => (one.type === "emoji" ? [one.emoji] : []));
}

/** A person in their own chat with the bot. */
function isCustomer(chat: Pick<Chat, "type">, from: User | undefined): from is User {
  return chat.type === "private" && from !== undefined && !from.is_bot;
}

/** @param date seconds, as the platform gives them */
function aboutOf({ id: chat }: Pick<Chat, "id">, from: User, id: string, date: number): About {
  const language = languageOf(from);
  return { address: String(chat), id, at: Math.round(date * 1_000), ...(language && { language }) };
}

/** The language of their app, where it is one of ours. */
function languageOf({ language_code }: User): Language | undefined {
  const [language] = (language_code ?? "").toLowerCase().split("-");
  return language === "ar" || language === "en" ? language : undefined;
}
