/**
 * One process per data folder. `lock.db` is held exclusively for life: the lock is free at once when its holder dies, however it
 * dies, which no pid file can promise. `lock.pid` beside it only names the holder to people.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import { StoreError } from "../engine.ts";

const retryEveryMs = 100;

export type Lock = { release(): void };

/**
 * Takes the folder's lock.
 * @param waitMs how long a holder may take to stop before this is refused
 * @throws StoreError `locked`, naming the holder's pid
 */
export async function takeLock(dataDir: string, waitMs: number): Promise<Lock> {
  const pidFile = join(dataDir, "lock.pid");
  const lastTry = performance.now() + waitMs;
  for (;;) {
    const db = tryLock(join(dataDir, "lock.db"));
    if (db) {
      writeFileSync(pidFile, `${process.pid}\n`);
      return {
        release() {
          rmSync(pidFile, { force: true });
          db.close();
        },
      };
    }
    if (performance.now() >= lastTry) throw new StoreError("locked", describeHolder(dataDir, pidFile));
    await sleep(retryEveryMs);
  }
}

function tryLock(path: string): Database.Database | undefined {
  const db = new Database(path, { timeout: 0 });
  try {
    db.exec("BEGIN EXCLUSIVE");
    return db;
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) return undefined;
    throw error;
  }
}

function describeHolder(dataDir: string, pidFile: string): string {
  let holder = "another process";
  try {
    holder = `process ${readFileSync(pidFile, "utf8").trim()}`;
  } catch {
    // The holder has not written its name yet, or has just removed it.
  }
  return `The data folder ${dataDir} is in use by ${holder}. Stop it first, or give this office a folder of its own (WASIT_DATA).`;
}
