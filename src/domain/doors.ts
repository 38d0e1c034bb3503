/**
 * One person, several doors: the chats of a customer who writes from more than one address. Two chats become one customer's only after a
 * proof, and can be parted again; until then they are strangers.
 */
import type { ConversationId, CustomerId } from "./ids.ts";
import type { By } from "./order.ts";

/** Another chat of the same customer. */
export type Door = { readonly conversation: ConversationId; readonly channel: string };

/** A phone that a platform vouches for as the sender's own. */
export type VerifiedPhone = {
  /** E.164. */
  readonly number: string;
  /** When the chat learnt it, epoch milliseconds. */
  readonly at: number;
  /** `address`: the sender writes from it. `contact`: shared with the platform's own button. */
  readonly by: "address" | "contact";
};

/** A one-time code that this chat has been given, to be sent from the other address. Only `id` is there to be found by. */
export type LinkCode = {
  readonly id: string;
  /** SHA-256 (hex) of the whole code, as it is spoken without its dash. */
  readonly hash: string;
  /** Epoch milliseconds after which it is worth nothing. */
  readonly until: number;
  /** Wrong ones that named its `id`. */
  readonly tries: number;
};

/** Why two chats are one person's: the same verified phone, or a code given in one and sent from the other. */
export type Proof = { readonly type: "phone"; readonly number: string } | { readonly type: "code" };

/** Another customer's chat that a proof points to, until its owner says whether the two are to be joined. */
export type FoundDoor = {
  readonly conversation: ConversationId;
  readonly customer: CustomerId;
  readonly channel: string;
  readonly proof: Proof;
  /** Epoch milliseconds after which a yes comes too late. */
  readonly until: number;
};

/** One row of a chat's history of joins: what changed for this chat, and with which others it is one customer since. */
export type DoorsRow = {
  readonly at: number;
  readonly what: "joined" | "split";
  readonly by: By;
  readonly proof?: Proof;
  readonly customer: { readonly before: CustomerId; readonly after: CustomerId };
  readonly others: readonly Door[];
};

/** What a turn changes in the store's look-ups and history of doors, beside the chat's own state. */
export type DoorChange = {
  /** The chat belongs to this customer from now on. */
  readonly customer?: CustomerId;
  /** Found by this phone from now on. */
  readonly phone?: VerifiedPhone;
  /** Found by this code until then. */
  readonly code?: Pick<LinkCode, "id" | "until">;
  readonly history?: DoorsRow;
};
