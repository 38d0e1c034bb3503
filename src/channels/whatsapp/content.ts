/** What a WhatsApp message is in our words. Pure; files are named here and fetched by whoever hands the message over. */
import type { Content } from "../../domain/message.ts";
import { readCard } from "./v-card.ts";
import type { WebFile, WebKey, WebMessage } from "./web.ts";

export type Heard =
  /** One delivery, or several of one message: an album of cards. */
  | { readonly type: "contents"; readonly contents: readonly Content[] }
  | { readonly type: "file"; readonly file: WebFile; readonly caption: string }
  /** Notices of WhatsApp itself, and parts of what comes on its own. */
  | { readonly type: "nothing" };

const nothing: Heard = { type: "nothing" };

/** Message types of the library (util/Constants.js, `MessageTypes`) that nobody wrote. */
const notices = new Set([
  "album",
  "broadcast_notification",
  "ciphertext",
  "debug",
  "e2e_notification",
  "gp2",
  "group_notification",
  "notification",
  "notification_template",
  "protocol",
  "reaction",
]);

export function readMessage(message: WebMessage): Heard {
  const { type, text, file, location } = message;
  if (notices.has(type)) return nothing;
  if (type === "sticker") return one({ type: "unsupported", what: "sticker" });
  if (file) return { type: "file", file, caption: text };
  if (location) return one({ type: "location", ...location });
  switch (type) {
    case "chat":
    case "buttons_response":
    case "list_response":
    case "template_button_reply":
      return one({ type: "text", text });
    case "vcard":
    case "multi_vcard":
      return cards(message.cards);
    case "poll_creation":
      return one({ type: "unsupported", what: "poll" });
    case "revoked":
      return one({ type: "unsupported", what: "deleted" });
    case "call_log":
      return isMissed(message) ? one({ type: "unsupported", what: "call" }) : nothing;
    default:
      // Seen once only, payments, invitations, products: words alone are taken.
      return one({ type: "unsupported", what: "other" });
  }
}

/** Whoever reached nobody is called back, a declined call and an unknown outcome count as missed. `upcoming`: it is only planned. */
export function isMissed({ call = "" }: Pick<WebMessage, "call">): boolean {
  return !/connected|completed|accepted|answered|ongoing|upcoming/i.test(call) || /not_?answered/i.test(call);
}

/** What a colleague wrote with the office's phone. undefined: nobody wrote it. */
export function readOwn(message: WebMessage): string | undefined {
  if (notices.has(message.type) || message.type === "revoked" || message.type === "call_log")
    return undefined;
  return message.type === "chat" || message.file ? message.text : "";
}

/**
 * The id under which a message is known in our office: the library's serialized id with our own address in the place of the chat's, which
 * may be the person's LID today and their phone tomorrow.
 */
export function messageId({ fromMe, id }: Pick<WebKey, "fromMe" | "id">, address: string): string {
  return `${fromMe}_${address}_${id}`;
}

/** The id under which it is told that a message was deleted. */
export function deletedId(message: WebKey, address: string): string {
  return `deleted:${messageId(message, address)}`;
}

function one(content: Content): Heard {
  return { type: "contents", contents: [content] };
}

function cards(cards: readonly string[]): Heard {
  const contents = cards.map((card): Content => {
    const read = readCard(card);
    return read ? { type: "contact", ...read } : { type: "unsupported", what: "other" };
  });
  return contents.length === 0 ? one({ type: "unsupported", what: "empty" }) : { type: "contents", contents };
}
