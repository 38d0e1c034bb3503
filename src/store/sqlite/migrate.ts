/**
 * Brings a database to today's schema, or refuses one that a newer version of the program has changed. drizzle itself would accept
 * that silently, and would skip a migration that is dated before the last applied one: so the hashes are compared first.
 */
import { join } from "node:path";
import type Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { root } from "../../root.ts";
import { StoreError } from "../engine.ts";
import { appliedMigrations } from "./applied-migrations.ts";
import { toStoreError } from "./failure.ts";

/** `drizzle/sqlite` of this installation. */
export const migrationsFolder: string = join(root, "drizzle", "sqlite");

/**
 * Applies what is missing, in one transaction: all of it or nothing.
 * @throws StoreError `newer_schema` when the database has been through a migration that this program does not know
 */
export function bringUpToDate(db: Database.Database, folder: string = migrationsFolder): void {
  const known = readMigrationFiles({ migrationsFolder: folder });
  const applied = appliedMigrations(db);
  refuseUnknown(applied, known);
  if (applied.length === known.length) return;
  withoutReferences(db, () => applyAll(db, folder));
}

function applyAll(db: Database.Database, folder: string): void {
  try {
    migrate(drizzle(db), { migrationsFolder: folder });
  } catch (error) {
    throw reasonOf(error);
  }
}

const gaveUp =
  "The database could not be brought up to date, and nothing was changed. The disk is full or failed: look after it, then start again.";

/**
 * SQLite's own error beneath drizzle's. Where SQLite has rolled back by itself, as it does when the disk is full or fails, drizzle's
 * own ROLLBACK fails too and hides the reason.
 */
function reasonOf(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Error)) return error;
  return cause.message.includes("no transaction is active")
    ? new StoreError("io", gaveUp, { cause: error })
    : toStoreError(cause);
}

/**
 * A change of a CHECK rebuilds its table, and dropping the old one would break every reference to it; so references are held off
 * meanwhile and looked at when all is in place (sqlite.org/lang_altertable.html, section 7). The pragma has no effect inside the
 * transaction, where drizzle's own copy of it stands.
 */
function withoutReferences(db: Database.Database, change: () => void): void {
  const before = db.pragma("foreign_keys", { simple: true });
  db.pragma("foreign_keys = OFF");
  try {
    change();
    const [broken] = db.pragma("foreign_key_check") as readonly unknown[];
    if (broken)
      throw new StoreError("corrupt", `A migration left a reference to nothing: ${JSON.stringify(broken)}`);
  } finally {
    db.pragma(`foreign_keys = ${before}`);
  }
}

function refuseUnknown(applied: readonly string[], known: readonly { readonly hash: string }[]): void {
  // Applied ones must be exactly the first ones known, in order: anything else has another history than this program.
  if (applied.every((hash, index) => known[index]?.hash === hash)) return;
  throw new StoreError(
    "newer_schema",
    "This database was made by another, newer version of the program. Install that version again, or restore a backup made before the upgrade.",
  );
}
