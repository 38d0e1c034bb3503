/**
 * Opens the database of one office: `wasit.db` in its data folder, alone, whole, and at today's schema, or not at all. WAL with
 * synchronous=FULL: what is committed survives a power cut.
 */
import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { StoreError } from "../engine.ts";
import type { Store } from "../store.ts";
import { sqliteDeliveries } from "./deliveries.ts";
import { sqliteDepartments } from "./departments.ts";
import { sqliteDirectory } from "./directory.ts";
import { sqliteDoors } from "./doors.ts";
import { sqliteEngine } from "./engine.ts";
import { guarded, toStoreError } from "./failure.ts";
import { sqliteIntegrations } from "./integrations.ts";
import { takeLock } from "./lock.ts";
import { bringUpToDate, migrationsFolder } from "./migrate.ts";
import { sqliteOrders } from "./orders.ts";
import { sqlitePartners } from "./partners.ts";
import { sqlitePeople } from "./people.ts";
import { purge } from "./purge.ts";
import { startReader } from "./reader.ts";
import { sqliteSeenWebhooks } from "./seen-webhooks.ts";
import { checkFile, checkWhole } from "./soundness.ts";
import { sqliteStandings } from "./standings.ts";

export type SqliteSettings = {
  readonly dataDir: string;
  /** A data folder is born with the real clock or as a rehearsal, and opens only as such. */
  readonly clock: "real" | "rehearsal";
  /** How long another process may take to let go of the folder. */
  readonly lockWaitMs?: number;
  /** Another folder of migrations than the installation's own. */
  readonly migrations?: string;
};

/** A stopping office is given 10 s; a start waits a little longer. */
const defaultLockWaitMs = 15_000;

/** Name of the database in its data folder. */
export const databaseName = "wasit.db";

/**
 * Opens the store.
 * @throws StoreError `locked`, `corrupt`, `newer_schema`, `rehearsal_mismatch`, `io`, `disk_full`: what to do is in the message
 */
export async function openSqliteStore(settings: SqliteSettings): Promise<Store> {
  makeFolder(settings.dataDir);
  const lock = await takeLock(settings.dataDir, settings.lockWaitMs ?? defaultLockWaitMs).catch(
    (error: unknown) => {
      throw toStoreError(error);
    },
  );
  try {
    return openLocked(settings, lock.release);
  } catch (error) {
    lock.release();
    throw toStoreError(error);
  }
}

/** Whoever starts the office with a wrong folder must read which, not where in the code it was noticed. */
function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new StoreError(
      "io",
      `The data folder ${dataDir} can't be made or written (${reason}). Set WASIT_DATA to a folder that this user may write. Example: WASIT_DATA=./data`,
      { cause: error },
    );
  }
}

function openLocked(settings: SqliteSettings, release: () => void): Store {
  const path = join(settings.dataDir, databaseName);
  checkFile(path);
  const db = new Database(path);
  try {
    return assemble(db, path, settings, release);
  } catch (error) {
    db.close();
    throw error;
  }
}

function assemble(db: Database.Database, path: string, settings: SqliteSettings, release: () => void): Store {
  setUp(db);
  checkWhole(db, path);
  bringUpToDate(db, settings.migrations ?? migrationsFolder);
  bindClock(db, settings);
  const reader = startReader({ path, dataDir: settings.dataDir });
  const { partners, changed } = sqlitePartners(db);
  const { integrations, write } = sqliteIntegrations(db);
  const { standings, writing } = sqliteStandings(db);
  const beside = { standings: writing, writeHookEvents: write };
  const { engine, settle } = sqliteEngine(db, reader, beside, changed);
  return {
    engine,
    orders: sqliteOrders(db, reader),
    people: sqlitePeople(db),
    directory: sqliteDirectory(db, reader),
    departments: sqliteDepartments(db),
    partners,
    standings,
    integrations,
    seenWebhooks: sqliteSeenWebhooks(db),
    deliveries: sqliteDeliveries(db),
    doors: sqliteDoors(db),
    backup: (toFolder, kind) => reader.backup(toFolder, kind),
    purge: (outlived) => purge(db, outlived),
    async close() {
      await reader.close();
      try {
        guarded(settle);
      } finally {
        db.close();
        release();
      }
    },
  };
}

/** How every writing connection is set up; docs/decisions/012 has the measurements behind the numbers. */
export function setUp(db: Database.Database): void {
  db.pragma("busy_timeout = 5000");
  // Only a new file takes it.
  db.pragma("page_size = 8192");
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.pragma("foreign_keys = ON");
  db.pragma("wal_autocheckpoint = 4000");
  db.pragma("cache_size = -8000");
  db.pragma("temp_store = MEMORY");
}

function bindClock(db: Database.Database, { clock, dataDir }: SqliteSettings): void {
  const born = db.prepare<[], string>("SELECT value FROM marks WHERE name = 'clock'").pluck().get();
  if (born === undefined) db.prepare("INSERT INTO marks (name, value) VALUES ('clock', ?)").run(clock);
  else if (born !== clock) throw new StoreError("rehearsal_mismatch", describeMismatch(dataDir, born));
}

function describeMismatch(dataDir: string, born: string): string {
  return born === "rehearsal"
    ? `The data folder ${dataDir} belongs to a rehearsal and can't serve a real office. Use another folder (WASIT_DATA), or set WASIT_CLOCK.`
    : `The data folder ${dataDir} belongs to a real office and can't be used for a rehearsal. Use another folder (WASIT_DATA), or leave WASIT_CLOCK out.`;
}
