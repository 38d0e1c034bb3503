/** What people send and what the office sends: the same words for every channel. */

import type { ConversationId, DocumentId, OrderRef } from "./ids.ts";
import type { Language } from "./language.ts";
import type { NoticeRef } from "./notice.ts";

export type Media = {
  readonly document: DocumentId;
  /** The sender's own name for the file: a label to show escaped, never a path. */
  readonly name: string;
  /** Media type by magic number, e.g. `image/jpeg`. */
  readonly mediaType: string;
  readonly bytes: number;
  readonly caption?: string;
  /** Why nobody read or heard it, where that was tried for. */
  readonly unread?: "too_large" | "too_long";
};

/** Words that a model saw in a picture, by the field of a service's form that they may be for. They are only ever proposed. */
export type Seen = { readonly service: string; readonly words: Readonly<Record<string, string>> };

export type Content =
  /** Words. Secrets have been replaced before this is stored. */
  | { readonly type: "text"; readonly text: string }
  /** A press on one of our choices: `value` names its question too, so a stale press is recognised. */
  | { readonly type: "choice"; readonly value: string }
  | {
      readonly type: "location";
      readonly latitude: number;
      readonly longitude: number;
      readonly label?: string;
    }
  /** `own`: the platform vouches that it is the sender's own number. */
  /** `own`: the platform itself vouches that it is the sender's own card, not one that they typed or passed on. */
  | { readonly type: "contact"; readonly name: string; readonly phone: string; readonly own?: true }
  | ({ readonly type: "photo"; readonly seen?: Seen } & Media)
  | ({ readonly type: "document" } & Media)
  /** `text`: what a model heard in it, without secrets. */
  | ({ readonly type: "voice"; readonly seconds?: number; readonly text?: string } & Media)
  /** The sender changed an earlier message of theirs. */
  | { readonly type: "edit"; readonly of: string; readonly text: string }
  /** An emoji on one of our messages (`to`: its key), or on something else (no `to`). */
  | { readonly type: "reaction"; readonly emoji: string; readonly to?: string }
  /** Somebody of the office wrote to this customer with the platform's own app. `text`: of a file its caption, or empty. */
  | { readonly type: "by_staff"; readonly text: string }
  /** Something that no order can use, or that may not be kept; it still gets a declared answer. */
  | { readonly type: "unsupported"; readonly what: Unsupported };

export type Unsupported =
  | "sticker"
  | "poll"
  | "deleted"
  | "empty"
  | "other"
  | "withheld"
  /** A missed call: a person calls back. */
  | "call"
  /** Files that were not kept. */
  | "file_too_large"
  | "file_type"
  | "file_too_many_pixels"
  | "file_empty";

/** One delivery by a channel. (channel, address, id) is unique: the same again is a repeat, whatever its body. */
export type Inbound = {
  readonly channel: string;
  /** The sender's address on that channel: a chat id, a LID, a web chat's id. Never assumed to be a phone number. */
  readonly address: string;
  readonly id: string;
  readonly content: Content;
  /** When the platform says that it was sent, epoch milliseconds. */
  readonly at: number;
  /**
   * The sender's phone (E.164), where the platform vouches that they write from it, with every delivery. It is a proof of who they are:
   * never a guess, never a number that somebody typed.
   */
  readonly phone?: string;
  /** The platform's id of the office's message that this one answers, where the sender chose one. */
  readonly answers?: string;
  /** The language that the channel knows of its user, for the first reply. */
  readonly language?: Language;
};

/** `value` is at most 64 bytes, opaque to channels, and bound to the question that offered it. */
export type Choice = { readonly value: string; readonly label: string };

export type Speaker = "customer" | "office" | "agent" | "partner";

/** What the customer could share with one press, where a platform has a button for it: their own number, where they are. */
export type Shareable = "phone" | "location";

/** What the office says. The channel decides how a choice list looks, from its capabilities. */
export type Outbound = {
  readonly conversation: ConversationId;
  readonly channel: string;
  readonly address: string;
  /** Idempotency key, unique for good: `{conversation}:{turn version}:{index}`. */
  readonly key: string;
  /** Place of this message in its chat, from 1. */
  readonly seq: number;
  readonly from: Exclude<Speaker, "customer">;
  readonly text: string;
  readonly language: Language;
  readonly choices?: readonly Choice[];
  /** The question in it takes this. */
  readonly wants?: Shareable;
  readonly document?: Media;
  readonly order?: OrderRef;
  /** For a partner's system or mailbox: of what it is told in place of the text. */
  readonly notice?: NoticeRef;
  /** Nobody asked for it: news, a reminder. */
  readonly unasked?: true;
  /** The rest of a message of which the beginning has left. */
  readonly rest?: true;
};

/** What a platform tells after it took a message. `failed`: it took it, and could not deliver it. */
export type Progress = "delivered" | "read" | "failed";

/** One line of a chat as anybody reads it back (web chat, queue): what was said, in the order of `seq`. */
export type ChatLine = {
  readonly seq: number;
  readonly from: Speaker;
  readonly at: number;
  /** For the customer's lines: the id that their channel gave the message (evidence names it too). */
  readonly id?: string;
  readonly content?: Content;
  readonly text?: string;
  readonly choices?: readonly Choice[];
  readonly document?: Media;
  readonly order?: OrderRef;
  /** For the office's own lines: what became of it. */
  readonly delivery?: "waiting" | "in_flight" | "handed_over" | "delivered" | "read" | "failed";
  /** Why it waits for another try, or did not arrive. */
  readonly problem?: string;
  /** For an agent's line: their name. */
  readonly name?: string;
};
