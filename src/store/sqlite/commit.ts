/**
 * The one write that matters. A turn is three statements: the key of its delivery, one row of the journal, and the chat's own row,
 * which carries along what became of the messages before it. `write-turn.ts` writes one; here they share a transaction.
 */
import type Database from "better-sqlite3";
import {
  type CommitResult,
  type CommitTurn,
  type Delivery,
  type FailedRow,
  type InboxRow,
  StoreError,
} from "../engine.ts";
import type { Chats } from "./chats.ts";
import { commitStatements } from "./commit-statements.ts";
import { toStoreError } from "./failure.ts";
import type { Outgoing } from "./outgoing.ts";
import { createTransaction } from "./transaction.ts";
import { settledMark } from "./unfinished.ts";
import type { PartnerWriting } from "./write-partner.ts";
import { createTurnWriter, type WrittenBeside } from "./write-turn.ts";

/** Turns after which `settled_turn` is written again: at most so many more are read at a start. */
const settleEvery = 512;

const roomMark = "room";
const roomText = "-".repeat(64 * 1024);

/** Ends a transaction in which a turn proved stale after part of it was written. */
class Stale extends Error {}

export type Committer = {
  commitTurns(turns: readonly CommitTurn[], deliveries: readonly Delivery[]): readonly CommitResult[];
  recordDeliveries(deliveries: readonly Delivery[]): void;
  insertInbox(rows: readonly (InboxRow | FailedRow)[]): readonly ("stored" | "duplicate")[];
  /** Writes down how far everything is settled, so that the next start reads no more than it must. */
  settle(): void;
};

export function createCommitter(
  db: Database.Database,
  chats: Chats,
  outgoing: Outgoing,
  partners: PartnerWriting,
  beside: WrittenBeside,
): Committer {
  const sql = commitStatements(db);
  const writer = createTurnWriter(sql, { chats, outgoing, partners, ...beside });
  const transaction = createTransaction(db, sql, [writer, chats, outgoing, beside.standings]);
  let settledAt = writer.lastTurn();

  /** The common case: nothing goes wrong, and a chat's row carries the hand-overs before it. */
  function commitAtOnce(turns: readonly CommitTurn[], deliveries: readonly Delivery[]): CommitResult[] {
    if (writer.lastTurn() - settledAt >= settleEvery) markSettled();
    const fold = new Map<number, number>();
    for (const delivery of deliveries) outgoing.record(delivery, fold);
    const results = turns.map((turn) => {
      const result = writer.write(turn, fold);
      if (result.type === "stale") throw new Stale();
      return result;
    });
    for (const [chat, seq] of fold) outgoing.writeHanded(chat, seq);
    return results;
  }

  /** Each turn for itself, so that one that can't be written harms no other. */
  function commitOneByOne(turns: readonly CommitTurn[], deliveries: readonly Delivery[]): CommitResult[] {
    for (const delivery of deliveries) outgoing.record(delivery);
    return turns.map((turn) => {
      sql.savepoint.run();
      const result = writeSafely(turn);
      if (result.type !== "committed") sql.rollbackTo.run();
      sql.release.run();
      return result;
    });
  }

  function writeSafely(turn: CommitTurn): CommitResult {
    try {
      return writer.write(turn);
    } catch (error) {
      const failure = toStoreError(error);
      if (failure instanceof StoreError || !db.inTransaction) throw failure;
      return { type: "failed", error };
    }
  }

  /** Takes as much room as a turn may need, and gives it back. */
  function findRoom(): [] {
    sql.putMark.run(roomMark, roomText);
    sql.putMark.run(roomMark, "");
    return [];
  }

  function markSettled(): void {
    const settled = outgoing.settledTurn(writer.lastTurn());
    sql.putMark.run(settledMark, String(settled));
    settledAt = writer.lastTurn();
  }

  return {
    commitTurns(turns, deliveries) {
      if (turns.length === 0 && deliveries.length === 0) return transaction(findRoom);
      try {
        return transaction(() => commitAtOnce(turns, deliveries));
      } catch (error) {
        if (error instanceof StoreError) throw error;
        return transaction(() => commitOneByOne(turns, deliveries));
      }
    },
    recordDeliveries(deliveries) {
      db.pragma("synchronous = NORMAL");
      try {
        transaction(() => {
          for (const delivery of deliveries) outgoing.record(delivery);
        });
      } finally {
        db.pragma("synchronous = FULL");
      }
    },
    insertInbox: (rows) => transaction(() => rows.map((row) => writer.insertInbox(row))),
    settle: () => transaction(markSettled),
  };
}
