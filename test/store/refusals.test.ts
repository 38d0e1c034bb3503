import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { StoreError } from "../../src/store/engine.ts";
import { sqliteEngine } from "../../src/store/sqlite/engine.ts";
import { toStoreError } from "../../src/store/sqlite/failure.ts";
import { bringUpToDate } from "../../src/store/sqlite/migrate.ts";
import { startReader } from "../../src/store/sqlite/reader.ts";
import { sqliteStandings } from "../../src/store/sqlite/standings.ts";
import { newFolder } from "./data-folder.ts";
import { chatId, handedOver, newOrder, turnOf } from "./sample-turns.ts";

function openDatabase() {
  const path = `${newFolder()}/wasit.db`;
  const db = new Database(path, { timeout: 20 });
  db.pragma("journal_mode = WAL");
  db.pragma("foreign_keys = ON");
  bringUpToDate(db);
  const beside = { standings: sqliteStandings(db).writing, writeHookEvents: () => undefined };
  return { path, db, engine: sqliteEngine(db, startReader({ path, dataDir: path }), beside).engine };
}

function problemOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error instanceof StoreError ? error.problem : error;
  }
  return "no problem";
}

describe("a full disk", () => {
  it("lets nothing of a batch be written, and everything once there is room", async () => {
    const { db, engine } = openDatabase();
    await engine.commitTurns([turnOf("a", 1, 1)], []);
    const pages = Number(db.pragma("page_count", { simple: true }));
    db.pragma(`max_page_count = ${pages + 1}`);
    const many = Array.from({ length: 60 }, (_, n) => turnOf(`n${n}x`, 1, n + 2));
    expect(problemOf(() => engine.commitTurns(many, [handedOver("a", 2)]))).toBe("disk_full");
    expect(await engine.getConversation(chatId("n0x"))).toBeUndefined();
    expect(await engine.unfinishedOutbox()).toHaveLength(1);
    db.pragma("max_page_count = 4294967294");
    const results = await engine.commitTurns(many, [handedOver("a", 2)]);
    expect(results.every(({ type }) => type === "committed")).toBe(true);
    expect(await engine.unfinishedOutbox()).toHaveLength(60);
  });
});

describe("a locked database", () => {
  it("is a problem of its own, and nothing is written or lost", async () => {
    const { path, engine } = openDatabase();
    await engine.commitTurns([turnOf("a", 1, 1)], []);
    const other = new Database(path);
    other.exec("BEGIN IMMEDIATE");
    expect(problemOf(() => engine.commitTurns([turnOf("a", 2, 2)], []))).toBe("busy");
    expect(problemOf(() => engine.recordDeliveries([handedOver("a", 2)]))).toBe("busy");
    other.exec("ROLLBACK");
    expect(await engine.commitTurns([turnOf("a", 2, 2)], [handedOver("a", 2)])).toEqual([
      { type: "committed" },
    ]);
    expect(await engine.unfinishedOutbox()).toHaveLength(1);
  });
});

describe("a turn that breaks the schema's rules", () => {
  it("fails alone: the database itself knows the statuses", async () => {
    const { engine } = openDatabase();
    const broken = newOrder("b", 10_001, { state: { status: "lost", at: 1 } as never });
    const results = await engine.commitTurns(
      [turnOf("a", 1, 1), turnOf("b", 1, 2, { orderChanges: [broken] }), turnOf("c", 1, 3)],
      [],
    );
    expect(results.map(({ type }) => type)).toEqual(["committed", "failed", "committed"]);
    expect(await engine.getConversation(chatId("b"))).toBeUndefined();
    expect(await engine.commitTurns([turnOf("b", 1, 2)], [])).toEqual([{ type: "committed" }]);
  });
});

describe("toStoreError", () => {
  it("names the problems of the database as a whole, and leaves other errors alone", () => {
    const codes: [code: string, problem: string][] = [
      ["SQLITE_FULL", "disk_full"],
      ["SQLITE_IOERR_FSYNC", "io"],
      ["SQLITE_READONLY_DBMOVED", "io"],
      ["SQLITE_CANTOPEN", "io"],
      ["SQLITE_BUSY_SNAPSHOT", "busy"],
      ["SQLITE_CORRUPT_INDEX", "corrupt"],
      ["SQLITE_NOTADB", "corrupt"],
    ];
    for (const [code, problem] of codes) {
      const cause = new Database.SqliteError("seen", code);
      expect(toStoreError(cause)).toMatchObject({ problem, cause });
    }
    const constraint = new Database.SqliteError("seen", "SQLITE_CONSTRAINT_CHECK");
    expect(toStoreError(constraint)).toBe(constraint);
  });
});
