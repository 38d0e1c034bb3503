/** What a database has been through. Apart from migrate.ts so that a worker need not load the machinery of migrations. */
import type Database from "better-sqlite3";

/** Hashes of the migrations that a database has been through, oldest first. */
export function appliedMigrations(db: Database.Database): readonly string[] {
  const there = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'").get();
  if (!there) return [];
  return db.prepare<[], string>("SELECT hash FROM __drizzle_migrations ORDER BY created_at").pluck().all();
}
