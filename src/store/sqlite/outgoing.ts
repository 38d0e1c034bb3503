/**
 * What became of the messages that turns send. Most simply leave: then one number of their conversation says so (`handed`), written
 * with its next turn. Only the others get a row in `deliveries`. What has not left is found again by reading the journal from
 * the last turn before which everything is settled (docs/decisions/010).
 */
import type Database from "better-sqlite3";
import type { Delivery, OutboxRow } from "../engine.ts";
import type { Chats } from "./chats.ts";
import type { Staging } from "./transaction.ts";
import type { TurnBody } from "./turn-row.ts";
import { type DeliveryRow, readUnfinished, settledTurnOf } from "./unfinished.ts";

/** A message born in flight, of which nothing is recorded yet. */
type InFlight = { readonly chat: number; readonly seq: number; readonly turn: number };

export type Outgoing = Staging & {
  /** Writes one record. With `fold`, a simple hand-over is only noted there, for the chat's own row to carry. */
  record(delivery: Delivery, fold?: Map<number, number>): void;
  writeHanded(chat: number, seq: number): void;
  /** Messages that this transaction made. */
  stage(born: readonly InFlight[]): void;
  /** Everything up to this turn has left or has a row of its own. */
  settledTurn(lastTurn: number): number;
  /** Reads what has not left, and forgets what was thought to be in flight. */
  unfinished(): readonly OutboxRow[];
};

export function createOutgoing(db: Database.Database, chats: Chats): Outgoing {
  const write = statements(db);
  const inFlight = createInFlight();
  let born: (readonly InFlight[])[] = [];
  let gone: { readonly chat: number; readonly seq: number }[] = [];
  /** How many of a chat's first ones this transaction has dealt with. */
  const passed = new Map<number, number>();

  function record(delivery: Delivery, fold?: Map<number, number>): void {
    const chat = chats.find(delivery.conversation)?.chat;
    if (chat === undefined) return;
    const mine = inFlight.of(chat);
    const before = passed.get(chat) ?? 0;
    const isFirst = mine?.[before]?.seq === delivery.seq;
    if (isFirst) passed.set(chat, before + 1);
    const isSimple = delivery.externalId === undefined && delivery.error === undefined;
    if (isFirst && delivery.state === "handed_over" && isSimple) {
      if (fold) fold.set(chat, delivery.seq);
      else write.handed.run(delivery.seq, chat);
    } else {
      const turn = mine?.find(({ seq }) => seq === delivery.seq)?.turn ?? turnOf(chat, delivery.seq);
      if (turn === undefined) return;
      putRow(chat, turn, delivery);
    }
    gone.push({ chat, seq: delivery.seq });
  }

  function putRow(chat: number, turn: number, delivery: Delivery): void {
    const { seq, state, at, attempts, notBefore, externalId, error, askedAt } = delivery;
    const more = [notBefore ?? null, externalId ?? null, error ?? null, askedAt ?? null] as const;
    write.row.run(chat, seq, turn, state, at, attempts, ...more);
  }

  function turnOf(chat: number, seq: number): number | undefined {
    const row = write.find.get(chat, seq);
    if (row) return row.turn;
    for (const { n, body } of write.journal.iterate({ chat, seq })) {
      if ((JSON.parse(body) as TurnBody).sent?.some((sent) => sent.seq === seq)) return n;
    }
    return undefined;
  }

  return {
    record,
    writeHanded: (chat, seq) => void write.handed.run(seq, chat),
    stage: (rows) => void born.push(rows),
    end(outcome) {
      if (outcome === "committed") {
        for (const one of gone) inFlight.drop(one);
        for (const rows of born) for (const one of rows) inFlight.add(one);
      }
      born = [];
      gone = [];
      passed.clear();
    },
    settledTurn: inFlight.settledTurn,
    unfinished() {
      const found = readUnfinished(db, settledTurnOf(db));
      inFlight.clear();
      for (const { recorded, chat, turn, row } of found)
        if (!recorded) inFlight.add({ chat, turn, seq: row.seq });
      return found.map(({ row }) => row);
    },
  };
}

/** Messages born in flight, by chat, oldest first. */
function createInFlight() {
  const chats = new Map<number, InFlight[]>();
  return {
    of: (chat: number): readonly InFlight[] | undefined => chats.get(chat),
    add(one: InFlight): void {
      const mine = chats.get(one.chat);
      if (mine) mine.push(one);
      else chats.set(one.chat, [one]);
    },
    drop({ chat, seq }: { readonly chat: number; readonly seq: number }): void {
      const mine = chats.get(chat);
      if (!mine) return;
      if (mine[0]?.seq === seq) mine.shift();
      else {
        const index = mine.findIndex((one) => one.seq === seq);
        if (index > 0) mine.splice(index, 1);
      }
      if (mine.length === 0) chats.delete(chat);
    },
    /** Before this turn none of them was born. */
    settledTurn(lastTurn: number): number {
      let settled = lastTurn;
      for (const [first] of chats.values()) if (first && first.turn <= settled) settled = first.turn - 1;
      return settled;
    },
    clear: (): void => chats.clear(),
  };
}

function statements(db: Database.Database) {
  return {
    handed: db.prepare<[number, number]>("UPDATE conversations SET handed = max(handed, ?) WHERE chat = ?"),
    find: db.prepare<[number, number], DeliveryRow>("SELECT * FROM deliveries WHERE chat = ? AND seq = ?"),
    row: db.prepare<
      [
        number,
        number,
        number,
        string,
        number,
        number,
        number | null,
        string | null,
        string | null,
        number | null,
      ]
    >(
      `INSERT INTO deliveries (chat, seq, turn, state, at, attempts, not_before, external_id, error, asked_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (chat, seq) DO UPDATE SET state = excluded.state, at = excluded.at, attempts = excluded.attempts,
         not_before = excluded.not_before, external_id = coalesce(excluded.external_id, external_id), error = excluded.error,
         asked_at = coalesce(excluded.asked_at, asked_at)`,
    ),
    /** The chat's turns from the newest back to the one that holds a line. */
    journal: db.prepare<[{ chat: number; seq: number }], { n: number; body: string }>(
      `WITH RECURSIVE back (n, prev, seq, body) AS (
         SELECT t.n, t.prev, t.seq, t.body FROM conversations c JOIN turns t ON t.n = c.last_turn WHERE c.chat = @chat
         UNION ALL SELECT t.n, t.prev, t.seq, t.body FROM back JOIN turns t ON t.n = back.prev WHERE t.seq >= @seq)
       SELECT n, body FROM back`,
    ),
  };
}
