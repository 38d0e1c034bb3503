/** What a customer sent, from a message of whatever kind: the port's content, or the file that has to be fetched first. Pure. */
import type { Message } from "telegraf/types";
import type { Content } from "../../domain/message.ts";

/** A file at the platform. */
export type RemoteFile = {
  readonly id: string;
  /** The sender's own name for it, or empty. */
  readonly name: string;
  /** As the platform announces it. */
  readonly bytes?: number;
  readonly seconds?: number;
};

export type Sent =
  | { readonly type: "content"; readonly content: Content }
  | { readonly type: "file"; readonly file: RemoteFile; readonly caption?: string }
  /** The platform's own notes (pinned, auto-delete, …): nobody said anything. */
  | { readonly type: "note" };

const unsupported = (what: "sticker" | "poll" | "other"): Sent => ({
  type: "content",
  content: { type: "unsupported", what },
});

/** What was sent. */
export function readMessage(message: Message): Sent {
  if ("text" in message) return { type: "content", content: { type: "text", text: message.text } };
  const file = fileIn(message);
  if (file) {
    const caption = "caption" in message ? message.caption : undefined;
    return { type: "file", file, ...(caption !== undefined && caption.trim() !== "" && { caption }) };
  }
  // A venue is a location, too: with its name it is more.
  if ("venue" in message) {
    const { title, address, location } = message.venue;
    const label = [title, address].filter((part) => part !== "").join("، ");
    return placeAt(location, label);
  }
  if ("location" in message) return placeAt(message.location);
  if ("contact" in message) return contactIn(message);
  if ("sticker" in message) return unsupported("sticker");
  if ("poll" in message) return unsupported("poll");
  if (Object.keys(message).some((key) => notes.has(key))) return { type: "note" };
  return unsupported("other");
}

function placeAt(
  { latitude, longitude }: { readonly latitude: number; readonly longitude: number },
  label?: string,
): Sent {
  const content: Content = { type: "location", latitude, longitude, ...(label && { label }) };
  return { type: "content", content };
}

/** Numbers of Telegram accounts come in full, often without their plus; those of address books as somebody typed them. */
function contactIn({ contact, from }: Message.ContactMessage): Sent {
  const { first_name, last_name, phone_number, user_id } = contact;
  const own = user_id !== undefined && user_id === from?.id;
  const isFull = own || /^[1-9]\d{9,14}$/.test(phone_number);
  const phone = isFull && !phone_number.startsWith("+") ? `+${phone_number}` : phone_number;
  const name = [first_name, last_name].filter(Boolean).join(" ");
  return { type: "content", content: { type: "contact", name, phone, ...(own && { own }) } };
}

/** Of the sizes of a photo the largest; a moving picture counts as the film that it is. */
function fileIn(message: Message): RemoteFile | undefined {
  if ("photo" in message) {
    const largest = message.photo.reduce((best, size) => (size.width > best.width ? size : best));
    return remote(largest, "");
  }
  if ("voice" in message) return remote(message.voice, "", message.voice.duration);
  if ("audio" in message) {
    const { file_name, title, duration } = message.audio;
    return remote(message.audio, file_name ?? title ?? "", duration);
  }
  if ("video" in message) return remote(message.video, message.video.file_name ?? "");
  if ("video_note" in message) return remote(message.video_note, "");
  if ("animation" in message) return remote(message.animation, message.animation.file_name ?? "");
  if ("document" in message) return remote(message.document, message.document.file_name ?? "");
  return undefined;
}

function remote(
  { file_id, file_size }: { readonly file_id: string; readonly file_size?: number },
  name: string,
  seconds?: number,
): RemoteFile {
  return {
    id: file_id,
    name,
    ...(file_size !== undefined && { bytes: file_size }),
    ...(seconds !== undefined && { seconds }),
  };
}

/** Fields of service messages that can stand in a private chat (https://core.telegram.org/bots/api#message). */
const notes: ReadonlySet<string> = new Set([
  "pinned_message",
  "message_auto_delete_timer_changed",
  "write_access_allowed",
  "connected_website",
  "chat_background_set",
  "boost_added",
  "users_shared",
  "chat_shared",
  "proximity_alert_triggered",
  "successful_payment",
  "refunded_payment",
  "new_chat_photo",
  "delete_chat_photo",
  "new_chat_title",
]);
