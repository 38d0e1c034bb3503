/** The unit of work: what one event made of a conversation. The store commits it whole, or not at all. */
import type { Refusal } from "./act.ts";
import type { Conversation } from "./conversation.ts";
import type { DoorChange } from "./doors.ts";
import type { Effect } from "./effect.ts";
import type { Event } from "./event.ts";
import type { ConversationId } from "./ids.ts";
import type { OrderChange } from "./order.ts";
import type { Partner } from "./partner.ts";

/** What `step` returns: values only. `conversation.version` is one more than that of the state stepped on. */
export type Turn = {
  readonly conversation: Conversation;
  readonly orderChanges: readonly OrderChange[];
  readonly effects: readonly Effect[];
  /** How many orders this turn made, if any: so many of the shell's next free references have been used up. */
  readonly placed?: number;
  /** Whose the chat is, and what it can be found by, where that changes. */
  readonly doors?: DoorChange;
  /** Partners as this turn leaves them, each with the version that it was made on: committed with it, or not at all. */
  readonly partners?: readonly Partner[];
  /** What this turn makes happen in other chats: committed with it, or not at all. */
  readonly elsewhere?: readonly Elsewhere[];
};

export type Elsewhere = { readonly conversation: ConversationId; readonly event: Event };

export type StepResult =
  | ({ readonly type: "turn" } & Turn)
  /** The event may not do that now; nothing changes. */
  | { readonly type: "refused"; readonly refusal: Refusal };
