/**
 * A consistent copy of an office while it runs: the database by `VACUUM INTO` (one read transaction, and compact), the documents
 * by their hashes (a file is never changed, so a hard link is a copy), and a manifest that says what belongs together.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { StoreError } from "../engine.ts";
import type { BackupKind } from "../store.ts";
import { appliedMigrations } from "./applied-migrations.ts";

export type Manifest = {
  readonly format: 1;
  readonly createdAt: string;
  readonly database: string;
  readonly bytes: number;
  readonly migrations: readonly string[];
  readonly documents: readonly string[];
  /** Documents that the database names and the data folder lacks. */
  readonly missing: readonly string[];
};

/**
 * Copies the database at `path`, and the documents of `dataDir`, into a folder. Nothing bears the name of a backup before it is
 * complete and on the disk.
 * @throws StoreError `io` when there is no database; whatever the system says when the folder can't be written or the disk is full; what was begun is removed
 */
export function backUp(from: {
  readonly path: string;
  readonly dataDir: string;
  readonly toFolder: string;
  readonly kind: BackupKind;
}): { readonly file: string; readonly manifest: Manifest } {
  if (!existsSync(from.path)) throw new StoreError("io", `There is no database at ${from.path}.`);
  const at = new Date();
  mkdirSync(from.toFolder, { recursive: true, mode: 0o700 });
  const file = freeName(from.toFolder, at, from.kind);
  const partial = join(from.toFolder, `.${basename(file)}.partial`);
  try {
    copyDatabase(from.path, partial);
    const { migrations, hashes } = readCopy(partial);
    const missing = hashes.filter((hash) => !copyDocument(from.dataDir, from.toFolder, hash));
    const manifest: Manifest = {
      format: 1,
      createdAt: at.toISOString(),
      database: basename(file),
      bytes: statSync(partial).size,
      migrations,
      documents: hashes.filter((hash) => !missing.includes(hash)),
      missing,
    };
    writeFileSync(manifestOf(file), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
    renameSync(partial, file);
    syncFolder(from.toFolder);
    return { file, manifest };
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/** `wasit-20261122-093000.json` beside `wasit-20261122-093000.db`. */
function manifestOf(file: string): string {
  return file.replace(/\.db$/, ".json");
}

/** `documents/ab/abcdef…` in a data folder or in a folder of backups. */
function documentPath(folder: string, hash: string): string {
  return join(folder, "documents", hash.slice(0, 2), hash);
}

/** Puts a document into another folder, unless it is there: a link where that is possible, a copy elsewhere. */
export function copyDocument(fromFolder: string, toFolder: string, hash: string): boolean {
  const source = documentPath(fromFolder, hash);
  const target = documentPath(toFolder, hash);
  if (existsSync(target)) return true;
  if (!existsSync(source)) return false;
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, `${target}.partial`);
    syncFile(`${target}.partial`);
    renameSync(`${target}.partial`, target);
  }
  return true;
}

function copyDatabase(path: string, partial: string): void {
  rmSync(partial, { force: true });
  const db = new Database(path, { readonly: true });
  try {
    db.pragma("busy_timeout = 5000");
    db.prepare("VACUUM INTO ?").run(partial);
  } finally {
    db.close();
  }
  syncFile(partial);
}

function readCopy(path: string): {
  readonly migrations: readonly string[];
  readonly hashes: readonly string[];
} {
  const db = new Database(path, { readonly: true });
  try {
    const hashes = db
      .prepare<[], string>("SELECT DISTINCT sha256 FROM documents ORDER BY sha256")
      .pluck()
      .all();
    return { migrations: appliedMigrations(db), hashes };
  } finally {
    db.close();
  }
}

/** UTC, to the second; a second backup within one second gets a number. */
function freeName(folder: string, at: Date, kind: BackupKind): string {
  const stamp = at.toISOString().slice(0, 19).replace(/[-:]/g, "").replace("T", "-");
  const label = kind === "nightly" ? "-nightly" : "";
  for (let n = 1; ; n += 1) {
    const file = join(folder, `wasit-${stamp}${label}${n === 1 ? "" : `-${n}`}.db`);
    if (!existsSync(file)) return file;
  }
}

export function syncFile(path: string): void {
  const file = openSync(path, "r+");
  fsyncSync(file);
  closeSync(file);
}

export function syncFolder(path: string): void {
  const folder = openSync(path, "r");
  fsyncSync(folder);
  closeSync(folder);
}
