/** What was said in a chat, as an event brings it: the message, who may stand behind it, and what was said before. */
import type { Conversation } from "./conversation.ts";
import type { VerifiedPhone } from "./doors.ts";
import type { Content } from "./message.ts";
import type { BadField, ReadFields, Reading } from "./understanding.ts";

/** A customer's message that has just become line `seq` of the chat. `at` is the platform's time, never later than the event's. */
export type Said = {
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  readonly content: Content;
  readonly doors?: DoorsKnown;
};

/** What the shell knows of this person's other chats, where a proof may be at hand. Chats are as they are now. */
export type DoorsKnown = {
  /** A phone that the platform vouches for as the sender's own, new to this chat. */
  readonly phone?: VerifiedPhone;
  /** Chats of other customers that have it. */
  readonly withPhone?: readonly Conversation[];
  /** The code that stands in the message, as it is kept, and the chat that it was given in while it lives. */
  readonly code?: { readonly id: string; readonly hash: string; readonly chat?: Conversation };
  /** A new code, for whoever asks for one. */
  readonly fresh?: { readonly code: string; readonly id: string; readonly hash: string };
  /** While the question whether to join is open: the chats of both customers, but this one. */
  readonly both?: readonly Conversation[];
};

/** What a message said of services before its customer had agreed that it may be kept. In memory alone, never in a store. */
export type HeldSaying = {
  readonly messageId: string;
  /** It tells of pain or of a death, so that a kind word may be said once it may be known. */
  readonly trouble?: "ill" | "bereaved" | "wronged";
  /** The message's own time, epoch milliseconds. */
  readonly at: number;
  readonly by: Reading["by"];
  /** By service id. */
  readonly said: Readonly<
    Record<
      string,
      { readonly fields: ReadFields; readonly bad?: Readonly<Record<string, BadField>> | undefined }
    >
  >;
};

/** What the customer wrote before, as the chat's own lines keep it. */
export type ToldBefore = { readonly messageId: string; readonly at: number; readonly text: string };
