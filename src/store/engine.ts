/**
 * The engine's port to the store: conversations, inbox, outbox, and the one write that matters, `commitTurns`. Nothing here takes
 * a callback: the unit of work is a value. A lost race is a result; a broken database is a thrown `StoreError`.
 */
import type { Conversation } from "../domain/conversation.ts";
import type { DoorChange } from "../domain/doors.ts";
import type { Effect } from "../domain/effect.ts";
import type { ConversationId, OrderRef } from "../domain/ids.ts";
import type { ChatLine, Content } from "../domain/message.ts";
import type { Order, OrderChange } from "../domain/order.ts";
import type { Partner } from "../domain/partner.ts";

export type Eventually<T> = T | Promise<T>;

/** A delivery as it is stored. `seq` counts deliveries of the whole office in the order of `receive`; the engine gives it. */
export type InboxRow = {
  readonly seq: number;
  readonly channel: string;
  readonly address: string;
  readonly id: string;
  readonly conversation: ConversationId;
  /** Its place in the chat; 0 while it is pending. */
  readonly chatSeq: number;
  readonly at: number;
  readonly receivedAt: number;
  readonly content: Content;
  readonly state: "pending" | "done" | "failed";
};

/** A delivery of which no turn could be made or written: only its key is kept, so that its repeats are repeats. */
export type FailedRow = Pick<InboxRow, "seq" | "channel" | "address" | "id" | "receivedAt"> & {
  readonly state: "failed";
};

/** One effect of a committed turn on its way out. (conversation, seq) is unique; `turn` and `index` make its key. */
export type OutboxRow = {
  readonly conversation: ConversationId;
  readonly seq: number;
  readonly turn: number;
  readonly index: number;
  readonly channel: string;
  readonly address: string;
  readonly effect: Effect;
  readonly createdAt: number;
  readonly state: OutboxState;
  /** Epoch milliseconds before which it is not tried. */
  readonly notBefore: number;
  readonly attempts: number;
  /** Found in flight at a start: it may have gone out already. */
  readonly possibleRepeat: boolean;
  /** Hand-overs that may have reached the customer, though nobody can say. */
  readonly unsure?: number;
  /** It waits since its line kept it back. */
  readonly kept?: true;
  /** When staff asked that it leaves once more, after it had failed. */
  readonly askedAt?: number;
};
export type OutboxState = "in_flight" | "waiting" | "handed_over" | "failed";

/** What became of a row. Written with the next commit, or alone when the engine is idle. */
export type Delivery = {
  readonly conversation: ConversationId;
  readonly seq: number;
  readonly state: OutboxState;
  readonly at: number;
  readonly attempts: number;
  readonly notBefore?: number;
  readonly externalId?: string;
  /**
   * Why it waits or failed: a `ChannelProblem`'s type or a reason of the outbox's own; of one that was handed over `repeated`: it may have
   * arrived twice.
   */
  readonly error?: string;
  /** As in `OutboxRow`; what was written once stays. */
  readonly askedAt?: number;
};

/** One turn to commit. `expect`: the conversation's version that it was stepped on; 0 inserts. */
export type CommitTurn = {
  readonly expect: number;
  readonly conversation: Conversation;
  readonly orderChanges: readonly OrderChange[];
  readonly outbox: readonly OutboxRow[];
  /** Whose the chat is, and what it can be found by, where that changes. */
  readonly doors?: DoorChange;
  /** Partners that this turn changes, each with the version that it was made on: one that has another by now makes the turn stale. */
  readonly partners?: readonly Partner[];
  /**
   * Turns of other chats that this one brings about (two chats become one customer's): written right after it, and all of them or none;
   * a single one that is stale makes the whole stale. They answer no delivery and begin no chat.
   */
  readonly also?: readonly Omit<CommitTurn, "inbox" | "settles" | "also">[];
  /** The delivery that this turn answers, inserted with it. */
  readonly inbox?: InboxRow;
  /**
   * Or the `seq` of a pending delivery that this turn settles, and as what: it must still be pending. Only now does it get its
   * place in the chat, since staff may have written in between.
   */
  readonly settles?: {
    readonly seq: number;
    readonly state: "done" | "failed";
    readonly chatSeq: number;
    /** The line as it is kept, where it is not as it came: what was heard in it, what had to be taken out. */
    readonly content?: Content;
  };
};

/**
 * `committed`: durable. `duplicate`: the delivery was there before; nothing of this turn was written. `stale`: the conversation,
 * an order or the pending delivery had moved on; nothing was written, step again on the newest state. `failed`: this turn alone
 * could not be written (its error beside it); its neighbours were.
 */
export type CommitResult =
  | { readonly type: "committed" }
  | { readonly type: "duplicate" }
  | { readonly type: "stale" }
  | { readonly type: "failed"; readonly error: unknown };

export interface EngineStore {
  findConversation(channel: string, address: string): Eventually<Conversation | undefined>;
  getConversation(id: ConversationId): Eventually<Conversation | undefined>;
  /** The newest state of an order, for the event that is about to change it. */
  getOrder(ref: OrderRef): Eventually<Order | undefined>;
  /**
   * One transaction (synchronous=FULL) for all turns and deliveries, in order; two turns of one conversation may follow each other.
   * When the batch fails, it is tried again with a savepoint per turn. Throws `StoreError` when nothing can be written
   * (`disk_full`, `io`): then nothing was. With nothing to write it finds out whether it could, and throws if not.
   */
  commitTurns(
    turns: readonly CommitTurn[],
    deliveries: readonly Delivery[],
  ): Eventually<readonly CommitResult[]>;
  /** Deliveries alone, with synchronous=NORMAL: survives a kill; only a power cut forgets it. */
  recordDeliveries(deliveries: readonly Delivery[]): Eventually<void>;
  /**
   * Stores deliveries without a turn: as pending (a model will read it), or as failed for good. A failed row with the `seq` of a
   * pending one takes its place.
   */
  insertInbox(rows: readonly (InboxRow | FailedRow)[]): Eventually<readonly ("stored" | "duplicate")[]>;
  /** All pending deliveries by `seq`, for a start. */
  pendingInbox(): Eventually<readonly InboxRow[]>;
  /** Every row that is not yet handed over or failed, by conversation and seq; rows found in flight come marked `possibleRepeat`. */
  unfinishedOutbox(): Eventually<readonly OutboxRow[]>;
  /** Conversations whose `wake.at` ≤ now, earliest first. */
  dueConversations(now: number, limit: number): Eventually<readonly Conversation[]>;
  /** No chat has an earlier `wake.at`; it may be a little too early, until `dueConversations` has been asked at that moment. */
  nextWake(): Eventually<number | undefined>;
  /** Orders whose due moment ≤ now, earliest first; that of orders which an older version left is long past. */
  dueOrders(now: number, limit: number): Eventually<readonly Order[]>;
  /** The earliest due moment of all orders. */
  nextDue(): Eventually<number | undefined>;
  /**
   * Orders in which something was written by a later moment than this are due at once: the clock has gone back. Looks at every order.
   * @returns the chats with a timer that heard or asked something later, or stay mute beyond it: all that a later moment may hold up
   */
  dueAgain(writtenAfter: number): Eventually<readonly ConversationId[]>;
  /** Highest order number given so far, and highest inbox seq. */
  highest(): Eventually<{ readonly order: number; readonly inbox: number }>;
  /** Lines of a chat with `seq` > after, in order. */
  lines(conversation: ConversationId, after: number, limit: number): Eventually<readonly ChatLine[]>;
}

export type StoreProblem =
  | "disk_full"
  | "io"
  | "busy"
  | "corrupt"
  | "newer_schema"
  | "locked"
  | "rehearsal_mismatch";
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly problem: StoreProblem;
  constructor(problem: StoreProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}
