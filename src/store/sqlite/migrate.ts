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
  migrate(drizzle(db), { migrationsFolder: folder });
}

function refuseUnknown(applied: readonly string[], known: readonly { readonly hash: string }[]): void {
  // Applied ones must be exactly the first ones known, in order: anything else has another history than this program.
  if (applied.every((hash, index) => known[index]?.hash === hash)) return;
  throw new StoreError(
    "newer_schema",
    "This database was made by another, newer version of the program. Install that version again, or restore a backup made before the upgrade.",
  );
}
