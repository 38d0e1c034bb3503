/** A data folder for one test, in memory where the machine has such a place: nothing here is about the disk itself. */
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { onTestFinished } from "vitest";
import { openSqliteStore, type SqliteSettings } from "../../src/store/sqlite/store.ts";
import type { Store } from "../../src/store/store.ts";

export const fastestFolder: string = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** Removed when the test is over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(fastestFolder, "wasit-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Closed when the test is over, if it has not been before. */
export async function openStore(dataDir: string, settings: Partial<SqliteSettings> = {}): Promise<Store> {
  const store = await openSqliteStore({ dataDir, clock: "real", lockWaitMs: 0, ...settings });
  onTestFinished(() => store.close().catch(() => undefined));
  return store;
}

/** What a power cut or a kill at this moment would leave behind: the files as they are. */
export function leftBehind(dataDir: string): string {
  const folder = newFolder();
  cpSync(dataDir, folder, { recursive: true, filter: (path) => !/lock\./.test(path) });
  return folder;
}

/** Is the database in a folder whole, and does everything refer to something that is there? */
export function problemsOf(path: string): readonly unknown[] {
  const db = new Database(path, { readonly: true });
  try {
    const found = db.pragma("integrity_check", { simple: true });
    return [...(found === "ok" ? [] : [found]), ...(db.pragma("foreign_key_check") as unknown[])];
  } finally {
    db.close();
  }
}
