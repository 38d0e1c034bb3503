/** What SQLite's errors mean for the office: who must act, in one sentence. Anything unknown stays as it was thrown. */
import Database from "better-sqlite3";
import { StoreError, type StoreProblem } from "../engine.ts";

const meanings: readonly (readonly [prefix: string, problem: StoreProblem, sentence: string])[] = [
  [
    "SQLITE_FULL",
    "disk_full",
    "The disk is full: nothing was written. Free some space; the office goes on by itself.",
  ],
  [
    "SQLITE_IOERR",
    "io",
    "The disk failed while the database was read or written. Check the disk, then start again.",
  ],
  [
    "SQLITE_READONLY",
    "io",
    "The database can't be written. Check the rights of the data folder, then start again.",
  ],
  [
    "SQLITE_CANTOPEN",
    "io",
    "The database can't be opened. Check the rights of the data folder, then start again.",
  ],
  ["SQLITE_BUSY", "busy", "Another program has held the database locked for over 5 seconds. Close it."],
  ["SQLITE_CORRUPT", "corrupt", "The database is damaged. Restore a backup: npm run restore -- --from FILE"],
  [
    "SQLITE_NOTADB",
    "corrupt",
    "The database file is damaged. Restore a backup: npm run restore -- --from FILE",
  ],
];

/** The same failure as a `StoreError` with its cause, or the error itself when it is no matter of the database as a whole. */
export function toStoreError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const meaning = meanings.find(([prefix]) => error.code.startsWith(prefix));
  return meaning ? new StoreError(meaning[1], meaning[2], { cause: error }) : error;
}

/** Runs a piece of database work, turning the failures that concern the whole database into `StoreError`s. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toStoreError(error);
  }
}
