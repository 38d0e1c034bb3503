/**
 * A folder of things that were costly to make, each under the digest of what it was made from and of the code that made it. Losing
 * it, or a file of it, costs time and nothing else: what can't be read is made anew, what can't be written is not kept.
 */
import { createHash, randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { crc32 } from "node:zlib";
import type { Keep } from "./domain/keep.ts";
import { root } from "./root.ts";

/** Beside the installed packages: gone with them, and never in anybody's backup. */
export const keptFolder = join(root, "node_modules", ".wasit", "kept");

/** So many of one name are left, those used last: today's, and those of tests and of versions tried in turn. */
const mostOfOneName = 12;
/** Before the value: the checksum of its bytes. A power cut can leave a file of the right name and length that is not whole. */
const headBytes = 4;

/** @param folder made when something is first kept */
export function keepIn(folder: string): Keep {
  const code = codeDigest();
  return <T>(name: string, from: string, make: () => T): T => {
    const digest = createHash("sha256").update(code).update(from).digest("hex").slice(0, 32);
    const file = join(folder, `${name}-${digest}`);
    const known = read<T>(file);
    if (known) return known.value;
    const value = make();
    write(folder, name, file, value);
    return value;
  };
}

let digested: Buffer | undefined;

/** Once a process: what it runs was loaded at its start. */
function codeDigest(): Buffer {
  digested ??= digestOfCode();
  return digested;
}

/** Other code may make something else of the same: every source file counts, and the Node that runs it. */
function digestOfCode(): Buffer {
  const hash = createHash("sha256").update(process.version);
  const files = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(readFileSync(file));
  return hash.update(readFileSync(join(root, "package-lock.json"))).digest();
}

function read<T>(file: string): { readonly value: T } | undefined {
  try {
    const bytes = readFileSync(file);
    const body = bytes.subarray(headBytes);
    if (crc32(body) !== bytes.readUInt32LE(0)) return undefined;
    touch(file);
    // Written by `write` under the digest of the same code and input, so it is what `make` would give.
    return { value: deserialize(body) as T };
  } catch {
    return undefined;
  }
}

/** What is recalled is of use: it goes after what nobody asks for. */
function touch(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // A folder that can't be written: nothing is removed from it either.
  }
}

/** Whole or not at all: several processes may write the same. */
function write(folder: string, name: string, file: string, value: unknown): void {
  const body = serialize(value);
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(crc32(body));
  const half = join(folder, `.${randomUUID()}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(half, Buffer.concat([head, body]));
    renameSync(half, file);
    removeOld(folder, name);
  } catch {
    if (existsSync(half)) rmSync(half);
  }
}

function removeOld(folder: string, name: string): void {
  const files = readdirSync(folder)
    .filter((file) => file.startsWith(`${name}-`))
    .map((file) => ({ path: join(folder, file), at: statSync(join(folder, file)).mtimeMs }))
    .sort((one, other) => other.at - one.at);
  for (const { path } of files.slice(mostOfOneName)) rmSync(path, { force: true });
}
