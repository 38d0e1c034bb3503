/**
 * The raw limit: the rows that W must write, by prepared statements alone, from strings that are ready. No engine, no parsing, no
 * JSON. Same schema, same pragmas, a file on the same disk. L1: one message a transaction; L128: 128.
 */
import { join } from "node:path";
import Database from "better-sqlite3";
import { commitStatements } from "../../src/store/sqlite/commit-statements.ts";
import { openSqliteStore, setUp } from "../../src/store/sqlite/store.ts";
import { settledMark } from "../../src/store/sqlite/unfinished.ts";

/** Strings of the length that W's rows have, taken from an office that has just run W. */
export type RawSample = {
  readonly turn: string;
  readonly state: string;
  readonly order: string;
  readonly history: string;
  /** When such an order is due, epoch milliseconds; null: never. */
  readonly due: number | null;
};

export function sampleOf(dataDir: string): RawSample {
  const db = new Database(join(dataDir, "wasit.db"), { readonly: true });
  // The middle-sized of the last rows: what W writes again and again, not its first greeting.
  const median = (table: string, column: string, key: string) =>
    db
      .prepare<[], string>(
        `SELECT ${column} FROM (SELECT ${column} FROM ${table} ORDER BY ${key} DESC LIMIT 600) ORDER BY length(${column}) LIMIT 1 OFFSET (SELECT min(300, count(*) / 2) FROM ${table})`,
      )
      .pluck()
      .get() ?? "";
  const sample = {
    turn: median("turns", "body", "n"),
    state: median("conversations", "state", "chat"),
    order: median("orders", "body", "number"),
    history: median("history", "body", "number"),
    due:
      db.prepare<[], number | null>("SELECT due_at FROM orders ORDER BY number DESC").pluck().get() ?? null,
  };
  db.close();
  return sample;
}

export type RawWriter = {
  /** Writes `messages` messages, `batch` a transaction; the seconds that it took. */
  write(messages: number, batch: number): number;
  close(): void;
};

/** @param chats how many chats take turns, as in the engine's run */
export async function openRaw(dataDir: string, sample: RawSample, chats: number): Promise<RawWriter> {
  const store = await openSqliteStore({ dataDir, clock: "real" });
  await store.close();
  const db = new Database(join(dataDir, "wasit.db"));
  setUp(db);
  const sql = commitStatements(db);
  let { turn, chat: firstChat } = sql.last.get() ?? { turn: 0, chat: 0 };
  let order =
    db.prepare<[], number>("SELECT coalesce(max(number), 10000) FROM orders").pluck().get() ?? 10_000;
  const prefix = `raw-${firstChat}-`;
  sql.begin.run();
  for (let n = 1; n <= chats; n++) {
    const id = `${prefix}${n}`.padEnd(24, "x");
    sql.addChat.run(
      firstChat + n,
      id,
      "counting",
      `${prefix}${n}`,
      id,
      1,
      1_800_000_000_000,
      null,
      1,
      sample.state,
    );
  }
  sql.commit.run();
  const versions = new Array<number>(chats).fill(1);
  const messages = new Array<number>(chats).fill(0);

  function writeOne(n: number): void {
    const which = n % chats;
    const chat = firstChat + 1 + which;
    const version = versions[which] ?? 1;
    const message = messages[which] ?? 0;
    versions[which] = version + 1;
    messages[which] = message + 1;
    turn += 1;
    sql.addInbox.run("counting", `${prefix}${which + 1}`, `m${message}`, 1_790_000_000_000, "done", turn);
    sql.addTurn.run(turn, chat, turn, version, version * 2, turn, sample.turn);
    sql.moveChat.run(version + 1, version, turn, sample.state, chat, version);
    if (message % 6 !== 5) return;
    order += 1;
    sql.addOrder.run(
      order,
      chat,
      `${version}.0`,
      "bench_form",
      "placed",
      0,
      null,
      null,
      sample.due,
      1,
      sample.order,
    );
    sql.addHistory.run(order, 1, 0, sample.history);
  }

  return {
    write(count, batch) {
      const began = performance.now();
      for (let n = 0; n < count; n += batch) {
        sql.begin.run();
        for (let i = n; i < Math.min(n + batch, count); i++) writeOne(i);
        sql.commit.run();
      }
      return (performance.now() - began) / 1_000;
    },
    close() {
      markHanded(db, turn);
      db.close();
    },
  };
}

/** As if every message had left: the next start must find nothing on its way out. */
export function markHanded(db: Database.Database, lastTurn: number): void {
  db.exec("UPDATE conversations SET handed = 1000000000");
  const { putMark } = commitStatements(db);
  putMark.run(settledMark, String(lastTurn));
}
