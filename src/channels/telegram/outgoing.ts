/**
 * One message of the office as a call of the Bot API. Plain text without any markup: what customers and flows write is shown as it is,
 * and a text has the length that it has.
 */
import { Readable } from "node:stream";
import type { InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from "telegraf/types";
import type { Media, Outbound } from "../../domain/message.ts";
import type { Desk } from "../channel.ts";
import { ChannelError } from "../channel.ts";
import type { Bot, CallOptions } from "./bot.ts";
import { keyboardOf } from "./keyboard.ts";

/** Pictures above this go as files (https://core.telegram.org/bots/api#sendphoto). */
const largestPhoto = 10 * 1024 * 1024;
/** 50 MB on a poor line. */
const uploadMs = 120_000;

type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;
type Sending = { readonly bot: Bot; readonly desk: Desk | undefined; readonly options: CallOptions };

/** Sends it; resolves with the platform's id of it, undefined where there was nothing to show. @throws BotError or ChannelError */
export async function sendOutbound(outbound: Outbound, sending: Sending): Promise<string | undefined> {
  const { address: chat_id, text, document } = outbound;
  const reply_markup = keyboardOf(outbound);
  if (document) return String(await sendFile(outbound, document, reply_markup, sending));
  // The platform takes no message of spaces alone: the end of a long text can be one.
  if (text.trim() === "") return undefined;
  const { message_id } = await sending.bot.call(
    "sendMessage",
    { chat_id, text, reply_markup },
    sending.options,
  );
  return String(message_id);
}

async function sendFile(
  { address: chat_id, text }: Outbound,
  document: Media,
  reply_markup: Markup,
  { bot, desk, options }: Sending,
): Promise<number> {
  const bytes = await desk?.openFile(document.document);
  if (!bytes) throw new ChannelError({ type: "refused" }, `the file ${document.document} is not there`);
  // Web streams and Node's name their parts differently in the types alone.
  const source = Readable.fromWeb(bytes as Parameters<typeof Readable.fromWeb>[0]);
  const file = { source, filename: fileName(document.name) };
  const words = { chat_id, reply_markup, ...(text.trim() !== "" && { caption: text }) };
  const upload = { ...options, timeoutMs: uploadMs };
  try {
    const sent = await (isPhoto(document)
      ? bot.call("sendPhoto", { ...words, photo: file }, upload)
      : document.mediaType === "audio/ogg"
        ? bot.call("sendVoice", { ...words, voice: file }, upload)
        : bot.call("sendDocument", { ...words, document: file }, upload));
    return sent.message_id;
  } finally {
    source.destroy();
  }
}

function isPhoto({ mediaType, bytes }: Media): boolean {
  return (mediaType === "image/jpeg" || mediaType === "image/png") && bytes <= largestPhoto;
}

/** The name stands in a header of the upload: nothing in it may end the header or its quotes. */
function fileName(name: string): string {
  return name.replace(/[\u0000-\u001f\u007f"\\/]/g, "_");
}
