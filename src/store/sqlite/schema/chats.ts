/** Chats: who they are with, what came in and what went out, and by what a chat is found again. */
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * One row a chat. `wake_at` is never later than the state's own `wake.at`: it is moved only when that comes earlier, or when it has
 * passed. `handed` is the `seq` up to which everything born in flight has left. `last_turn` begins the chain back through `turns`.
 */
export const conversations = sqliteTable(
  "conversations",
  {
    chat: integer("chat").primaryKey(),
    id: text("id").notNull(),
    channel: text("channel").notNull(),
    address: text("address").notNull(),
    customer: text("customer").notNull(),
    version: integer("version").notNull(),
    wakeAt: integer("wake_at"),
    waitingSince: integer("waiting_since"),
    handed: integer("handed").notNull().default(0),
    lastTurn: integer("last_turn").notNull(),
    state: text("state").notNull(),
  },
  (table) => [
    uniqueIndex("conversations_by_id").on(table.id),
    uniqueIndex("conversations_by_address").on(table.channel, table.address),
    index("conversations_by_customer").on(table.customer),
    index("conversations_to_wake").on(table.wakeAt).where(sql`${table.wakeAt} is not null`),
    index("conversations_waiting").on(table.waitingSince).where(sql`${table.waitingSince} is not null`),
  ],
);

/** The key of every delivery, which makes a repeat a repeat. The migration makes it WITHOUT ROWID: one tree instead of two. */
export const inbox = sqliteTable(
  "inbox",
  {
    channel: text("channel").notNull(),
    address: text("address").notNull(),
    id: text("id").notNull(),
    receivedAt: integer("received_at").notNull(),
    state: text("state").notNull(),
    turn: integer("turn"),
  },
  (table) => [
    primaryKey({ columns: [table.channel, table.address, table.id] }),
    check("inbox_state", sql`${table.state} in ('pending', 'done', 'failed')`),
  ],
);

/** Deliveries that wait for a reading. */
export const pending = sqliteTable("pending", {
  seq: integer("seq").primaryKey(),
  channel: text("channel").notNull(),
  address: text("address").notNull(),
  id: text("id").notNull(),
  conversation: text("conversation").notNull(),
  at: integer("at").notNull(),
  receivedAt: integer("received_at").notNull(),
  content: text("content").notNull(),
});

/**
 * The journal: one row a turn, appended, never changed. `prev` is the chat's turn before, `seq` the chat's last line after it, `body`
 * the delivery that it answers and the messages that it sends (turn-row.ts).
 */
export const turns = sqliteTable("turns", {
  n: integer("n").primaryKey(),
  chat: integer("chat")
    .notNull()
    .references(() => conversations.chat),
  prev: integer("prev").notNull(),
  version: integer("version").notNull(),
  seq: integer("seq").notNull(),
  inboxSeq: integer("inbox_seq"),
  body: text("body").notNull(),
});

/** Messages that did not simply leave: tried again, given up, or given an id by their platform. The rest is `conversations.handed`. */
export const deliveries = sqliteTable(
  "deliveries",
  {
    chat: integer("chat")
      .notNull()
      .references(() => conversations.chat),
    seq: integer("seq").notNull(),
    turn: integer("turn").notNull(),
    state: text("state").notNull(),
    at: integer("at").notNull(),
    attempts: integer("attempts").notNull(),
    notBefore: integer("not_before"),
    externalId: text("external_id"),
    error: text("error"),
    /** What the platform told of it later. */
    progress: text("progress"),
    /** When staff asked that it leaves once more. */
    askedAt: integer("asked_at"),
  },
  (table) => [
    primaryKey({ columns: [table.chat, table.seq] }),
    index("deliveries_by_external_id")
      .on(table.chat, table.externalId)
      .where(sql`${table.externalId} is not null`),
    index("deliveries_unfinished").on(table.chat).where(sql`${table.state} in ('in_flight', 'waiting')`),
    check("deliveries_state", sql`${table.state} in ('in_flight', 'waiting', 'handed_over', 'failed')`),
  ],
);

/**
 * What a chat can be found by beside its address: the phone that its platform vouches for, and a one-time code (its first half; `until`
 * is when it ends). A row is a way to look, the truth is in the chat's own state.
 */
export const doorKeys = sqliteTable(
  "door_keys",
  {
    kind: text("kind", { enum: ["phone", "code"] }).notNull(),
    key: text("key").notNull(),
    chat: integer("chat")
      .notNull()
      .references(() => conversations.chat),
    until: integer("until"),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.key, table.chat] }),
    index("door_keys_by_chat").on(table.chat),
    check("door_keys_kind", sql`${table.kind} in ('phone', 'code')`),
  ],
);

/** The history of joins: what the turn that made a chat's `version` changed of whose it is. Appended, never changed. */
export const joins = sqliteTable(
  "joins",
  {
    chat: integer("chat")
      .notNull()
      .references(() => conversations.chat),
    version: integer("version").notNull(),
    at: integer("at").notNull(),
    what: text("what", { enum: ["joined", "split"] }).notNull(),
    body: text("body").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.chat, table.version] }),
    check("joins_what", sql`${table.what} in ('joined', 'split')`),
  ],
);

export const chatSessions = sqliteTable("chat_sessions", {
  hash: text("hash").primaryKey(),
  conversation: text("conversation").notNull(),
  createdAt: integer("created_at").notNull(),
  seenAt: integer("seen_at").notNull(),
});
