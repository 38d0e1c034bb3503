/** Reading back, at a start, every message that has not left yet or may not have. */
import type Database from "better-sqlite3";
import type { ConversationId } from "../../domain/ids.ts";
import { keptBy, unsureSince } from "../doubt.ts";
import type { OutboxRow, OutboxState } from "../engine.ts";
import type { SentBody, TurnBody } from "./turn-row.ts";

/** A row of `deliveries`. */
export type DeliveryRow = {
  readonly chat: number;
  readonly seq: number;
  readonly turn: number;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly not_before: number | null;
  readonly asked_at: number | null;
  readonly error: string | null;
};

/** A turn of the journal with its chat. */
export type JournalRow = {
  readonly n: number;
  readonly chat: number;
  readonly version: number;
  readonly body: string;
  readonly id: ConversationId;
  readonly channel: string;
  readonly address: string;
  readonly handed: number;
};

/** A message that has not left, the turn that made it, and whether `deliveries` has a row of it. */
export type Unfinished = {
  readonly chat: number;
  readonly turn: number;
  readonly recorded: boolean;
  readonly row: OutboxRow;
};

/**
 * Everything that has not left, by conversation and seq.
 * @param settledTurn everything up to it has left or has a row in `deliveries`
 */
export function readUnfinished(db: Database.Database, settledTurn: number): readonly Unfinished[] {
  const recordOf = db.prepare<[number, number], DeliveryRow>(
    "SELECT * FROM deliveries WHERE chat = ? AND seq = ?",
  );
  const found: Unfinished[] = [];
  for (const turn of journalSince(db, settledTurn)) {
    for (const sent of sentBy(turn)) {
      if (sent.seq <= turn.handed || recordOf.get(turn.chat, sent.seq)) continue;
      found.push({ chat: turn.chat, turn: turn.n, recorded: false, row: toOutboxRow(turn, sent) });
    }
  }
  for (const record of unfinishedRecords(db)) {
    const sent = sentBy(record).find(({ seq }) => seq === record.seq);
    if (!sent) continue;
    found.push({ chat: record.chat, turn: record.n, recorded: true, row: toOutboxRow(record, sent, record) });
  }
  return found.sort((a, b) => a.chat - b.chat || a.row.seq - b.row.seq);
}

/** The turn up to which a database says that everything is settled. */
export function settledTurnOf(db: Database.Database): number {
  return Number(
    db.prepare<[string], string>("SELECT value FROM marks WHERE name = ?").pluck().get(settledMark) ?? 0,
  );
}

export const settledMark = "settled_turn";

const journalColumns = "t.n, t.chat, t.version, t.body, c.id, c.channel, c.address, c.handed";

function journalSince(db: Database.Database, n: number): readonly JournalRow[] {
  return db
    .prepare<[number], JournalRow>(
      `SELECT ${journalColumns} FROM turns t JOIN conversations c ON c.chat = t.chat WHERE t.n > ? ORDER BY t.n`,
    )
    .all(n);
}

function unfinishedRecords(db: Database.Database): readonly (JournalRow & DeliveryRow)[] {
  return db
    .prepare<[], JournalRow & DeliveryRow>(
      `SELECT ${journalColumns}, d.seq, d.state, d.attempts, d.not_before, d.asked_at, d.error
       FROM deliveries d JOIN turns t ON t.n = d.turn JOIN conversations c ON c.chat = d.chat
       WHERE d.state IN ('in_flight', 'waiting')`,
    )
    .all();
}

function sentBy({ body }: JournalRow): readonly SentBody[] {
  return (JSON.parse(body) as TurnBody).sent ?? [];
}

/** One message of a turn as the outbox holds it; without a record it may have left. */
export function toOutboxRow(turn: JournalRow, sent: SentBody, record?: DeliveryRow): OutboxRow {
  const state = record?.state ?? "in_flight";
  return {
    conversation: turn.id,
    seq: sent.seq,
    turn: turn.version,
    index: sent.index,
    channel: sent.channel ?? turn.channel,
    address: sent.address ?? turn.address,
    effect: sent.effect,
    createdAt: sent.createdAt,
    state,
    notBefore: record?.not_before ?? 0,
    attempts: record?.attempts ?? 0,
    possibleRepeat: state === "in_flight",
    ...(record?.asked_at != null && { askedAt: record.asked_at }),
    ...unsureSince(record?.error),
    ...(state === "waiting" && keptBy(record?.error)),
  };
}
