/** A look at an office's database from outside, while the office runs or not: on a read-only connection, changing nothing. */
import { existsSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { StoreError } from "../engine.ts";
import { appliedMigrations } from "./applied-migrations.ts";
import { migrationsFolder } from "./migrate.ts";
import { checkFile } from "./soundness.ts";

export type Examined =
  | { readonly type: "missing" }
  /** Opening it would leave files beside it that the office's own user could not write. */
  | { readonly type: "another_user" }
  | { readonly type: "damaged"; readonly what: string }
  /** `code`: SQLite's own, such as `SQLITE_CANTOPEN`, or the system's. */
  | { readonly type: "unreadable"; readonly code: string }
  | {
      readonly type: "whole";
      readonly bytes: number;
      /** Migrations that it has been through, and how many this program knows; `isNewer`: it knows others. */
      readonly applied: number;
      readonly known: number;
      readonly isNewer: boolean;
      /** Administrators that may log in, those of the demo aside. */
      readonly administrators: number;
    };

/** Looks at every page of the database at this path. Takes time in proportion to its size: a second for 200 MB. */
export function examineDatabase(path: string): Examined {
  if (!existsSync(path)) return { type: "missing" };
  try {
    const user = process.getuid?.();
    if (user !== undefined && statSync(path).uid !== user) return { type: "another_user" };
    checkFile(path);
    const db = new Database(path, { readonly: true, timeout: 5_000 });
    try {
      return look(db);
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof StoreError) return { type: "damaged", what: error.message };
    if (!(error instanceof Error && "code" in error)) throw error;
    const code = String(error.code);
    return isDamage(code) ? { type: "damaged", what: error.message } : { type: "unreadable", code };
  }
}

function look(db: Database.Database): Examined {
  const found = String(db.pragma("quick_check(1)", { simple: true }));
  if (found !== "ok") return { type: "damaged", what: found.replace(/\s+/g, " ") };
  // What stands in the journal is counted, too.
  const bytes =
    Number(db.pragma("page_count", { simple: true })) * Number(db.pragma("page_size", { simple: true }));
  const applied = appliedMigrations(db);
  const known = readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash);
  const isNewer = applied.some((hash, index) => known[index] !== hash);
  const counts = { applied: applied.length, known: known.length, isNewer };
  return { type: "whole", bytes, ...counts, administrators: administratorsIn(db) };
}

function administratorsIn(db: Database.Database): number {
  const there = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'agents'").get();
  if (!there) return 0;
  const query = "SELECT count(*) FROM agents WHERE role = 'admin' AND NOT disabled AND NOT demo";
  return db.prepare<[], number>(query).pluck().get() ?? 0;
}

function isDamage(code: string): boolean {
  return code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB";
}
