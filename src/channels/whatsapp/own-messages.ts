/**
 * Which messages of the linked number are ours, and which a colleague typed on the phone. Ours are told by the ids that `send` gave back,
 * while a hand-over is under way only once it has ended; after a kill, and where nobody knows how a hand-over ended, by their words, whose
 * digests are written down before each hand-over.
 */
import { createHash } from "node:crypto";
import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { WebMessage } from "./web.ts";

export type OwnMessages = {
  /** A hand-over begins; what it gives is called when it has ended. */
  begin(address: string, text: string): Promise<(how: HandOverEnd) => void>;
  /** Is this the id of a message of ours? */
  knows(id: string): boolean;
  /** Resolves once no hand-over to this chat is under way. */
  quiet(address: string): Promise<void>;
  /** The id of an own message to this chat with these words that came up since `begin`, though the hand-over did not answer. */
  cameUp(address: string, text: string): string | undefined;
  /** An own message came up, from whoever. */
  saw(address: string, message: Pick<WebMessage, "id" | "text">): void;
  isOurs(address: string, message: Pick<WebMessage, "id" | "text" | "at">): boolean;
};

/** `id`: the one that it got. `inDoubt`: it may have left all the same, under an id that nobody knows yet. */
export type HandOverEnd = { readonly id?: string | undefined; readonly inDoubt?: boolean };

/** A hand-over that an earlier process did not see the end of is looked for by its words for this long. */
const rememberMs = 8 * 24 * 3_600_000;
/** Of an earlier process only the last few can be in doubt: the office knows the ids of all others. */
const mostDigests = 1_000;
const mostIds = 20_000;

type Line = { readonly at: number; readonly digest: string };
type UnderWay = { readonly digest: string; seen: string | undefined; readonly ended: Promise<void> };

/** @param file where digests are kept; undefined: nowhere */
export async function openOwnMessages(file: string | undefined, now: () => number): Promise<OwnMessages> {
  const ids = new Set<string>();
  const earlier = file === undefined ? [] : await readLines(file, now());
  const digests = new Set(earlier.map(({ digest }) => digest));
  const underWay = new Map<string, UnderWay>();
  /** Of hand-overs whose end nobody knows: the message may come up late. */
  const inDoubt = new Set<string>();
  const began = now();
  let recent = [...earlier];
  let written = recent.length;

  /** Written before the hand-over; the file is begun anew when most of it is of no use any more. */
  async function writeDown(line: Line): Promise<void> {
    if (file === undefined) return;
    recent = [...recent.slice(1 - mostDigests), line];
    written += 1;
    if (written <= 5 * mostDigests) return appendFile(file, lineOf(line));
    written = recent.length;
    await writeFile(file, recent.map(lineOf).join(""), { mode: 0o600 });
  }

  function keep(id: string): void {
    ids.add(id);
    forgetOldest(ids, mostIds);
  }

  /** It came up late: the same words once more would be a colleague's. */
  function cameUpLate(id: string, digest: string): boolean {
    if (!inDoubt.delete(digest)) return false;
    keep(id);
    return true;
  }

  return {
    async begin(address, text) {
      const digest = digestOf(address, text);
      await writeDown({ at: now(), digest });
      let end: () => void = () => undefined;
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      underWay.set(address, { digest, seen: undefined, ended });
      return ({ id, inDoubt: isInDoubt }) => {
        if (id !== undefined) keep(id);
        else if (isInDoubt) inDoubt.add(digest);
        forgetOldest(inDoubt, mostDigests);
        underWay.delete(address);
        end();
      };
    },
    knows: (id) => ids.has(id),
    async quiet(address) {
      await underWay.get(address)?.ended;
    },
    cameUp(address, text) {
      const sending = underWay.get(address);
      return sending?.digest === digestOf(address, text) ? sending.seen : undefined;
    },
    saw(address, { id, text }) {
      const sending = underWay.get(address);
      if (sending && sending.digest === digestOf(address, text)) sending.seen ??= id;
    },
    isOurs(address, { id, text, at }) {
      if (ids.has(id)) return true;
      const digest = digestOf(address, text);
      return (at <= began && digests.has(digest)) || cameUpLate(id, digest);
    },
  };
}

function forgetOldest(kept: Set<string>, most: number): void {
  for (const oldest of kept) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
}

/** No words are kept on disk beside the database. */
function digestOf(address: string, text: string): string {
  return createHash("sha256").update(`${address}\n${text}`).digest("base64url").slice(0, 22);
}

/** Those of earlier processes that are still young; the file is begun anew with them. */
async function readLines(file: string, now: number): Promise<readonly Line[]> {
  const lines = (await readFile(file, "utf8").catch(() => "")).split("\n").flatMap(parse);
  const young = lines.filter(({ at }) => now - at < rememberMs).slice(-mostDigests);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, young.map(lineOf).join(""), { mode: 0o600 });
  return young;
}

function lineOf(line: Line): string {
  return `${JSON.stringify(line)}\n`;
}

/** The last line of a killed process may be half. */
function parse(text: string): readonly Line[] {
  try {
    const { at, digest }: Partial<Line> = JSON.parse(text);
    return typeof at === "number" && typeof digest === "string" ? [{ at, digest }] : [];
  } catch {
    return [];
  }
}
