/** Is the database file whole? A damaged one is refused at the start, with the way back: half an office is worse than none. */
import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import type Database from "better-sqlite3";
import { StoreError } from "../engine.ts";

/**
 * Up to this size every page is looked at, at every start (about a second for 200 MB). Above it only the header, the length and the
 * schema are: `quick_check` takes time in proportion to the file, and damage elsewhere is met as an error, never as wrong rows.
 */
const checkedWholeBytes = 200 * 1024 * 1024;
const magic = "SQLite format 3\0";

/**
 * Before the file is opened: is it a database at all, and as long as its header says? Must not be called while this process has
 * the file open, since closing it here would drop SQLite's locks on it.
 * @throws StoreError `corrupt`
 */
export function checkFile(path: string): void {
  if (!existsSync(path)) return;
  const { size } = statSync(path);
  if (size === 0) return;
  const header = readHeader(path);
  if (header.length < 100 || header.toString("latin1", 0, 16) !== magic)
    throw damaged(path, "it is no database");
  // 1 stands for 65,536 (https://www.sqlite.org/fileformat.html, 1.3.2).
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const pages = header.readUInt32BE(28);
  // With a WAL beside it, pages at the end may not have been copied into the file yet.
  if (!existsSync(`${path}-wal`) && size < pages * pageSize) throw damaged(path, "its end is missing");
}

function readHeader(path: string): Buffer {
  const file = openSync(path, "r");
  try {
    const header = Buffer.alloc(100);
    return header.subarray(0, readSync(file, header, 0, 100, 0));
  } finally {
    closeSync(file);
  }
}

/**
 * After it is opened: every page of a file of usual size, the schema of a big one.
 * @throws StoreError `corrupt`
 */
export function checkWhole(db: Database.Database, path: string): void {
  if (statSync(path).size > checkedWholeBytes) {
    db.prepare("SELECT count(*) FROM sqlite_schema").get();
    return;
  }
  const found = String(db.pragma("quick_check(1)", { simple: true }));
  if (found !== "ok") throw damaged(path, found);
}

function damaged(path: string, what: string): StoreError {
  return new StoreError(
    "corrupt",
    `The database ${path} is damaged (${what.replace(/\s+/g, " ")}). Nothing was changed. Restore the newest backup: npm run restore -- --from FILE`,
  );
}
