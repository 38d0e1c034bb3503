/** A delivery as statements: new with its turn, kept for later, or given up. */
import type { Content } from "../../domain/message.ts";
import type { CommitTurn, FailedRow, InboxRow } from "../engine.ts";
import type { CommitStatements } from "./commit-statements.ts";
import { type SaidBody, toSaid } from "./turn-row.ts";

/** The key of a delivery, by which it is known again. @param n the turn that it became */
export function addInbox(
  sql: CommitStatements,
  row: InboxRow | FailedRow,
  state: string,
  n: number | null,
): "stored" | "duplicate" {
  const { channel, address, id, receivedAt } = row;
  return sql.addInbox.run(channel, address, id, receivedAt, state, n).changes === 1 ? "stored" : "duplicate";
}

/** The pending delivery as the line that it becomes, if it is still pending. */
export function settle(
  sql: CommitStatements,
  settles: NonNullable<CommitTurn["settles"]>,
  n: number,
): SaidBody | undefined {
  const row = sql.takePending.get(settles.seq);
  if (!row) return undefined;
  sql.settleInbox.run(settles.state, n, row.channel, row.address, row.id);
  const content = settles.content ?? (JSON.parse(row.content) as Content);
  return toSaid({ id: row.id, at: row.at, receivedAt: row.received_at, content }, settles.chatSeq);
}

export function insertPending(sql: CommitStatements, row: InboxRow): "stored" | "duplicate" {
  if (addInbox(sql, row, "pending", null) === "duplicate") return "duplicate";
  const { seq, channel, address, id, conversation, at, receivedAt, content } = row;
  sql.addPending.run(seq, channel, address, id, conversation, at, receivedAt, JSON.stringify(content));
  return "stored";
}

export function insertFailed(sql: CommitStatements, row: FailedRow): "stored" | "duplicate" {
  if (!sql.takePending.get(row.seq)) return addInbox(sql, row, "failed", null);
  sql.settleInbox.run("failed", null, row.channel, row.address, row.id);
  return "stored";
}
