/** The library's objects as ours: what the channel reads of a chat, a message and a reaction. */
import type { Chat, Message, MessageId, Reaction } from "whatsapp-web.js";
import type { WebChat, WebFile, WebKey, WebMessage, WebReaction } from "./web.ts";

/** What WhatsApp's page has of a message beyond the library's own fields. */
type Raw = {
  readonly size?: number;
  readonly filename?: string;
  readonly isViewOnce?: boolean;
  readonly callOutcome?: string;
  /** Seconds that were spoken. */
  readonly callDuration?: number;
  readonly subtype?: string;
};

export function toChat({ id, unreadCount, timestamp }: Chat): WebChat {
  return { id: id._serialized, unread: unreadCount, at: (timestamp ?? 0) * 1_000 };
}

export function toMessage(message: Message): WebMessage {
  const raw = message.rawData as Raw;
  const { location, latestEditSenderTimestampMs: editedAt } = message;
  const call = Number(raw.callDuration) > 0 ? "Completed" : (raw.callOutcome ?? raw.subtype);
  const label = location ? [location.name, location.address].filter(Boolean).join(", ") : "";
  return {
    ...toKey(message.id),
    type: message.type,
    text: message.body ?? "",
    at: message.timestamp * 1_000,
    ack: message.ack ?? 0,
    cards: message.vCards ?? [],
    toMany: Boolean(message.broadcast || message.isStatus),
    ...(message.hasMedia && { file: toFile(message, raw) }),
    ...(location && {
      location: {
        latitude: Number(location.latitude),
        longitude: Number(location.longitude),
        ...(label !== "" && { label }),
      },
    }),
    ...(editedAt !== undefined && { editedAt }),
    ...(message.type === "call_log" && { call: call ?? "" }),
  };
}

export function toReaction({ msgId, reaction, senderId, timestamp }: Reaction): WebReaction {
  return { to: toKey(msgId), emoji: reaction ?? "", by: senderId, at: Math.round(timestamp * 1_000) };
}

/** `remote` is typed as a string; of reactions it comes as the page's object. */
function toKey({ fromMe, remote, id }: MessageId): WebKey {
  const chat: unknown = remote;
  const inside = (chat as { _serialized?: unknown } | null)?._serialized;
  return { fromMe, id, chat: typeof chat === "string" ? chat : String(inside) };
}

function toFile(message: Message, { size, filename }: Raw): WebFile {
  const seconds = Number(message.duration);
  return {
    name: filename ?? "",
    ...(typeof size === "number" && { bytes: size }),
    ...(seconds > 0 && { seconds }),
    async download() {
      const media = await message.downloadMedia();
      return media?.data ? Buffer.from(media.data, "base64") : undefined;
    },
  };
}
