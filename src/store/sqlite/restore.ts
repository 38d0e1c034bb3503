/**
 * The way back from a backup. The copy is checked and prepared beside the old database, which is kept; one rename then changes them.
 * Messages that were on their way when the copy was made may have arrived since: nobody can know, so they are not sent again.
 */
import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { StoreError } from "../engine.ts";
import { appliedMigrations } from "./applied-migrations.ts";
import { copyDocument, syncFile, syncFolder } from "./backup.ts";
import { toStoreError } from "./failure.ts";
import { takeLock } from "./lock.ts";
import { bringUpToDate } from "./migrate.ts";
import { checkFile } from "./soundness.ts";
import { databaseName } from "./store.ts";
import { readUnfinished, settledTurnOf } from "./unfinished.ts";

export type Restored = {
  /** Where the database that was there before lies now. */
  readonly keptAside?: string;
  readonly orders: number;
  /** Messages to customers of which nobody knows whether they arrived. */
  readonly unknown: number;
  /** Documents that the copy names and that are nowhere to be found, by hash. */
  readonly missing: readonly string[];
};

/** What `deliveries.error` says of such a message. */
const unknownAfterRestore = "unknown_after_restore";

/**
 * Puts a backup in the place of a data folder's database.
 * @throws StoreError `locked` while an office is running on the folder, `corrupt` or `newer_schema` for a copy that can't be used;
 * then nothing was changed
 */
export async function restore(from: { readonly file: string; readonly dataDir: string }): Promise<Restored> {
  const { file, dataDir } = from;
  if (!existsSync(file)) throw new StoreError("io", `There is no file ${file}.`);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = await takeLock(dataDir, 0);
  const copy = join(dataDir, `${databaseName}.restoring`);
  try {
    rmSync(copy, { force: true });
    checkFile(file);
    copyFileSync(file, copy);
    const { orders, unknown, hashes } = prepare(copy, file);
    const missing = restoreDocuments(file, dataDir, hashes);
    const keptAside = exchange(dataDir, copy);
    return { orders, unknown, missing, ...(keptAside !== undefined && { keptAside }) };
  } catch (error) {
    throw toStoreError(error);
  } finally {
    rmSync(copy, { force: true });
    lock.release();
  }
}

/** Is the copy whole, and of this program? Then today's schema, and a mark on every message that was on its way. */
function prepare(
  copy: string,
  file: string,
): { readonly orders: number; readonly unknown: number; readonly hashes: readonly string[] } {
  const db = new Database(copy);
  try {
    db.pragma("journal_mode = DELETE");
    const found = String(db.pragma("quick_check(1)", { simple: true }));
    if (found !== "ok") throw new StoreError("corrupt", `The backup ${file} is damaged: ${found}`);
    if (appliedMigrations(db).length === 0)
      throw new StoreError("corrupt", `${file} is no backup of an office.`);
    if ((db.pragma("foreign_key_check") as unknown[]).length > 0)
      throw new StoreError(
        "corrupt",
        `The backup ${file} is damaged: rows refer to rows that are not there.`,
      );
    bringUpToDate(db);
    const column = <T>(sql: string) => db.prepare<[], T>(sql).pluck().all();
    return {
      orders: column<number>("SELECT count(*) FROM orders")[0] ?? 0,
      unknown: markUnfinished(db),
      hashes: column<string>("SELECT DISTINCT sha256 FROM documents"),
    };
  } finally {
    db.close();
    syncFile(copy);
  }
}

function markUnfinished(db: Database.Database): number {
  const found = readUnfinished(db, settledTurnOf(db));
  const mark = db.prepare<[number, number, number, number, number, string]>(
    `INSERT INTO deliveries (chat, seq, turn, at, attempts, error, state) VALUES (?, ?, ?, ?, ?, ?, 'failed')
     ON CONFLICT (chat, seq) DO UPDATE SET state = 'failed', error = excluded.error`,
  );
  for (const { chat, turn, row } of found)
    mark.run(chat, row.seq, turn, row.createdAt, row.attempts, unknownAfterRestore);
  return found.length;
}

/** From beside the backup; what the data folder still has needs no copy. */
function restoreDocuments(file: string, dataDir: string, hashes: readonly string[]): readonly string[] {
  return hashes.filter((hash) => !copyDocument(dirname(file), dataDir, hash));
}

/** The old database goes aside under another name, the copy takes its place by one rename. */
function exchange(dataDir: string, copy: string): string | undefined {
  const path = join(dataDir, databaseName);
  const stamp = new Date().toISOString().slice(0, 19).replace(/[-:]/g, "").replace("T", "-");
  const aside = join(dataDir, `wasit-before-restore-${stamp}.db`);
  const there = existsSync(path);
  if (there) {
    emptyLog(path);
    // A log that is left belongs to the old database; beside the new one it would be played into it.
    for (const end of ["-wal", "-shm"])
      if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, `${aside}${end}`);
    linkSync(path, aside);
  }
  renameSync(copy, path);
  syncFolder(dataDir);
  return there ? aside : undefined;
}

/** Puts what is only in the log into the old file, so that it is whole where it lies aside. A damaged one stays as it is. */
function emptyLog(path: string): void {
  try {
    const db = new Database(path);
    db.pragma("wal_checkpoint(TRUNCATE)");
    db.close();
  } catch {
    // Kept aside as it was found.
  }
}
