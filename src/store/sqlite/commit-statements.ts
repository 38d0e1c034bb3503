/** The SQL of a commit, one statement a verb. Prepared once: preparing each time costs several times the statement itself. */
import type Database from "better-sqlite3";

/** A row of `pending`. */
export type PendingRow = {
  readonly seq: number;
  readonly channel: string;
  readonly address: string;
  readonly id: string;
  readonly conversation: string;
  readonly at: number;
  readonly received_at: number;
  readonly content: string;
};

export type CommitStatements = ReturnType<typeof commitStatements>;

export function commitStatements(db: Database.Database) {
  return {
    ...transactionStatements(db),
    ...chatStatements(db),
    ...orderStatements(db),
    ...doorStatements(db),
  };
}

function transactionStatements(db: Database.Database) {
  return {
    begin: db.prepare("BEGIN IMMEDIATE"),
    commit: db.prepare("COMMIT"),
    rollback: db.prepare("ROLLBACK"),
    savepoint: db.prepare("SAVEPOINT one_turn"),
    rollbackTo: db.prepare("ROLLBACK TO one_turn"),
    release: db.prepare("RELEASE one_turn"),
  };
}

function chatStatements(db: Database.Database) {
  return {
    last: db.prepare<[], { turn: number; chat: number }>(
      `SELECT (SELECT coalesce(max(n), 0) FROM turns) AS turn, (SELECT coalesce(max(chat), 0) FROM conversations) AS chat`,
    ),
    /** Changes nothing when the delivery was there before. */
    addInbox: db.prepare<[string, string, string, number, string, number | null]>(
      `INSERT INTO inbox (channel, address, id, received_at, state, turn) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (channel, address, id) DO NOTHING`,
    ),
    settleInbox: db.prepare<[string, number | null, string, string, string]>(
      "UPDATE inbox SET state = ?, turn = ? WHERE channel = ? AND address = ? AND id = ?",
    ),
    addPending: db.prepare<[number, string, string, string, string, number, number, string]>(
      `INSERT INTO pending (seq, channel, address, id, conversation, at, received_at, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    /** Takes a pending delivery away, if it is still pending. */
    takePending: db.prepare<[number], PendingRow>("DELETE FROM pending WHERE seq = ? RETURNING *"),
    /** Changes nothing when the id or the address has a chat already. */
    addChat: db.prepare<
      [number, string, string, string, string, number, number | null, number | null, number, string]
    >(
      `INSERT INTO conversations (chat, id, channel, address, customer, version, wake_at, waiting_since, handed, last_turn, state)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?) ON CONFLICT DO NOTHING`,
    ),
    addTurn: db.prepare<[number, number, number, number, number, number | null, string]>(
      "INSERT INTO turns (n, chat, prev, version, seq, inbox_seq, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
    ),
    /** Changes nothing when the chat has moved on. Leaves the indexed columns alone, and with them their indices. */
    moveChat: db.prepare<[number, number, number, string, number, number]>(
      "UPDATE conversations SET version = ?, handed = max(handed, ?), last_turn = ?, state = ? WHERE chat = ? AND version = ?",
    ),
    moveChatAndTimes: db.prepare<
      [number, number, number, string, number | null, number | null, number, number]
    >(
      `UPDATE conversations SET version = ?, handed = max(handed, ?), last_turn = ?, state = ?, wake_at = ?, waiting_since = ?
       WHERE chat = ? AND version = ?`,
    ),
    putMark: db.prepare<[string, string]>(
      "INSERT INTO marks (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    ),
  };
}

function orderStatements(db: Database.Database) {
  return {
    /** Changes nothing when the number, or the form run, has its order already. */
    addOrder: db.prepare<
      [
        number,
        number,
        string,
        string,
        string,
        number,
        string | null,
        number | null,
        number | null,
        number,
        string,
      ]
    >(
      `INSERT INTO orders (number, chat, draft, service, status, held, claimed_by, claim_until, due_at, version, body)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    ),
    /** Changes nothing when the order has moved on. */
    moveOrder: db.prepare<
      [
        string,
        number,
        string | null,
        number | null,
        string | null,
        number | null,
        number,
        string,
        number,
        number,
      ]
    >(
      `UPDATE orders SET status = ?, held = ?, claimed_by = ?, claim_until = ?, partner = ?, due_at = ?, version = ?, body = ?
       WHERE number = ? AND version = ?`,
    ),
    /** Beside the order's own row, which holds them too: of complaints and orders between departments alone. */
    markKind: db.prepare<[string, number | null, string | null, number | null, number]>(
      "UPDATE orders SET kind = ?, about = ?, blamed = ?, blamed_at = ? WHERE number = ?",
    ),
    /** The same of a hand-off. */
    handOrder: db.prepare<[string | null, string | null, number]>(
      "UPDATE orders SET department = ?, handed_from = ? WHERE number = ?",
    ),
    addHistory: db.prepare<[number, number, number, string]>(
      "INSERT INTO history (number, version, i, body) VALUES (?, ?, ?, ?)",
    ),
  };
}

/** Used only where whose a chat is changes, or what it can be found by. */
function doorStatements(db: Database.Database) {
  return {
    moveCustomer: db.prepare<[string, number]>("UPDATE conversations SET customer = ? WHERE chat = ?"),
    dropDoorKeys: db.prepare<[string, number]>("DELETE FROM door_keys WHERE kind = ? AND chat = ?"),
    addDoorKey: db.prepare<[string, string, number, number | null]>(
      "INSERT INTO door_keys (kind, key, chat, until) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    ),
    addJoin: db.prepare<[number, number, number, string, string]>(
      "INSERT INTO joins (chat, version, at, what, body) VALUES (?, ?, ?, ?, ?)",
    ),
  };
}
