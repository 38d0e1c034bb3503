/**
 * The engine's port on SQLite. Every call but a look far back into a chat is synchronous: the database is in this process, and so is
 * its only writer.
 */
import type Database from "better-sqlite3";
import type { Conversation } from "../../domain/conversation.ts";
import { type ConversationId, orderNumberOf } from "../../domain/ids.ts";
import type { Content } from "../../domain/message.ts";
import type { Order } from "../../domain/order.ts";
import type { EngineStore, InboxRow } from "../engine.ts";
import { createChats } from "./chats.ts";
import { createCommitter } from "./commit.ts";
import type { PendingRow } from "./commit-statements.ts";
import { guarded } from "./failure.ts";
import { createIsLongWalk, createLines } from "./lines.ts";
import { createOutgoing } from "./outgoing.ts";
import type { Reader } from "./reader.ts";
import { createWakes } from "./wakes.ts";
import { type PartnerWriting, preparePartnerWriting } from "./write-partner.ts";
import type { WrittenBeside } from "./write-turn.ts";

export type SqliteEngine = {
  readonly engine: EngineStore;
  /** Before closing: writes down how far everything is settled. */
  readonly settle: () => void;
};

/**
 * @param beside what a turn means to other tables, inside its transaction
 * @param onPartner a partner was changed by a turn: what is remembered of partners is out of date
 */
export function sqliteEngine(
  db: Database.Database,
  reader: Pick<Reader, "lines">,
  beside: WrittenBeside,
  onPartner: () => void = () => undefined,
): SqliteEngine {
  const sql = statements(db);
  const chats = createChats(db);
  const outgoing = createOutgoing(db, chats);
  const { write, versionOf } = preparePartnerWriting(db);
  const partners: PartnerWriting = {
    versionOf,
    write(partner) {
      write(partner);
      onPartner();
    },
  };
  const committer = createCommitter(db, chats, outgoing, partners, beside);
  const wakes = createWakes(db, chats);
  const lines = createLines(db);
  const isLongWalk = createIsLongWalk(db);
  guarded(outgoing.unfinished);

  const engine: EngineStore = {
    findConversation: (channel, address) => guarded(() => parsed(sql.byAddress.get(channel, address))),
    getConversation: (id) => guarded(() => parsed(sql.byId.get(id))),
    getOrder: (ref) => guarded(() => parsed<Order>(sql.order.get(orderNumberOf(ref)))),
    commitTurns: (turns, deliveries) => committer.commitTurns(turns, deliveries),
    recordDeliveries: (deliveries) => committer.recordDeliveries(deliveries),
    insertInbox: (rows) => committer.insertInbox(rows),
    pendingInbox: () => guarded(() => sql.pending.all().map(toInboxRow)),
    unfinishedOutbox: () => guarded(outgoing.unfinished),
    dueConversations: (now, limit) => guarded(() => wakes.due(now, limit)),
    nextWake: () => guarded(() => wakes.next()),
    dueOrders: (now, limit) =>
      guarded(() => sql.dueOrders.all(now, limit).map((json) => JSON.parse(json) as Order)),
    nextDue: () => guarded(() => sql.nextDue.get() ?? undefined),
    dueAgain: (after) =>
      guarded(() => {
        sql.dueAgain.run(after, after);
        return sql.chatsAhead.all(after);
      }),
    highest: () => guarded(() => ({ order: sql.highestOrder.get() ?? 0, inbox: highestInbox(db) })),
    lines: (conversation, after, limit) =>
      guarded(() =>
        isLongWalk(conversation, after)
          ? reader.lines(conversation, after, limit)
          : lines(conversation, after, limit),
      ),
  };
  return { engine, settle: () => committer.settle() };
}

function statements(db: Database.Database) {
  const column = <P extends unknown[], T>(source: string) => db.prepare<P, T>(source).pluck();
  return {
    byAddress: column<[string, string], string>(
      "SELECT state FROM conversations WHERE channel = ? AND address = ?",
    ),
    byId: column<[string], string>("SELECT state FROM conversations WHERE id = ?"),
    order: column<[number], string>("SELECT body FROM orders WHERE number = ?"),
    dueOrders: column<[number, number], string>(
      "SELECT body FROM orders WHERE due_at <= ? ORDER BY due_at LIMIT ?",
    ),
    // The condition is what lets SQLite use the partial index.
    nextDue: column<[], number | null>("SELECT min(due_at) FROM orders WHERE due_at IS NOT NULL"),
    // Asked when the clock has gone back, and never else: no index is worth keeping for it.
    dueAgain: db.prepare<[number, number]>(
      `UPDATE orders SET due_at = 0, body = json_set(body, '$.dueAt', 0)
       WHERE body ->> '$.changedAt' > ? OR body ->> '$.clock.at' > ?`,
    ),
    // The partial index of timers bounds it.
    chatsAhead: column<[number], ConversationId>(
      `SELECT id FROM conversations WHERE wake_at IS NOT NULL AND
       max(state ->> '$.heardAt', state ->> '$.spokeAt', coalesce(state ->> '$.askedAt', 0),
           coalesce(state ->> '$.person.mutedUntil', 0)) > ?`,
    ),
    pending: db.prepare<[], PendingRow>("SELECT * FROM pending ORDER BY seq"),
    highestOrder: column<[], number | null>("SELECT max(number) FROM orders"),
  };
}

function parsed<T = Conversation>(json: unknown): T | undefined {
  return typeof json === "string" ? (JSON.parse(json) as T) : undefined;
}

function toInboxRow(row: PendingRow): InboxRow {
  const { seq, channel, address, id, at, received_at: receivedAt } = row;
  return {
    seq,
    channel,
    address,
    id,
    conversation: row.conversation as ConversationId,
    chatSeq: 0,
    at,
    receivedAt,
    content: JSON.parse(row.content) as Content,
    state: "pending",
  };
}

/**
 * Deliveries are committed nearly in the order of their `seq`: the highest is among the newest turns, or still pending. No index is
 * kept for a question that is asked once a start.
 */
function highestInbox(db: Database.Database): number {
  const newest = db
    .prepare<[], number | null>(
      `SELECT max(inbox_seq) FROM (SELECT inbox_seq FROM turns WHERE inbox_seq IS NOT NULL ORDER BY n DESC LIMIT 10000)`,
    )
    .pluck()
    .get();
  const pending = db.prepare<[], number | null>("SELECT max(seq) FROM pending").pluck().get();
  return Math.max(newest ?? 0, pending ?? 0);
}
