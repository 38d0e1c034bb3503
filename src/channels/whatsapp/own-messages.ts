/**
 * Which messages of the linked number are ours, and which a colleague typed on the phone. Ours are told by the ids that `send` gave back,
 * while a hand-over is under way only once it has ended; after a kill, and where nobody knows how a hand-over ended, by their words, whose
 * digests are written down before each hand-over, beside the message's key: so the next process knows what it must look for.
 */
import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { createFolderKey, type FolderKey } from "./folder-key.ts";
import type { WebMessage } from "./web.ts";

export type OwnMessages = {
  /** A hand-over begins; what it gives is called when it has ended. */
  begin(address: string, text: string, key?: string): Promise<(how: HandOverEnd) => void>;
  /** Its hand-over ended in doubt, and it was found in the chat: the same words once more would be a colleague's. */
  found(address: string, text: string, id: string): void;
  /**
   * When an earlier process first began to hand this message over, epoch milliseconds: nobody may know how that ended. Answered once, and
   * for eight days.
   */
  takeEarlier(message: {
    readonly key: string;
    readonly address: string;
    readonly text: string;
  }): number | undefined;
  /** Is this the id of a message of ours? */
  knows(id: string): boolean;
  /** Resolves once no hand-over to this chat is under way. */
  quiet(address: string): Promise<void>;
  /** The id of an own message to this chat with these words that came up since `begin`, though the hand-over did not answer. */
  cameUp(address: string, text: string): string | undefined;
  /** An own message came up, from whoever. */
  saw(address: string, message: Pick<WebMessage, "id" | "text">): void;
  isOurs(address: string, message: Pick<WebMessage, "id" | "text" | "at" | "ack">): boolean;
  /** Takes out of the file what is too old to be looked for. */
  tidy(): Promise<void>;
};

/** `id`: the one that it got. `onLate`: it may have left all the same, under an id that nobody knows yet; called when it comes up. */
export type HandOverEnd = {
  readonly id?: string | undefined;
  readonly onLate?: OnLate | undefined;
};
type OnLate = (message: Pick<WebMessage, "id" | "ack">) => void;

/** A hand-over that an earlier process did not see the end of is looked for by its words for this long. */
const rememberMs = 8 * 24 * 3_600_000;
/** The file is looked through for what is older at most so often. */
const tidyMs = 24 * 3_600_000;
/** Of an earlier process only the last few can be in doubt: the office knows the ids of all others. */
const mostDigests = 1_000;
const mostIds = 20_000;

type Line = { readonly at: number; readonly digest: string; readonly key?: string | undefined };
type UnderWay = { readonly digest: string; seen: string | undefined; readonly ended: Promise<void> };

/**
 * @param file where digests are kept; undefined: nowhere
 * @param key digests addresses and words
 */
export async function openOwnMessages(
  file: string | undefined,
  now: () => number,
  key: Pick<FolderKey, "digest"> = createFolderKey(),
): Promise<OwnMessages> {
  /** No words are kept on disk beside the database. */
  const digestOf = (address: string, text: string) => key.digest(`${address}\n${text}`);
  const ids = new Set<string>();
  const earlier = file === undefined ? [] : await readLines(file, now());
  const digests = new Set(earlier.map(({ digest }) => digest));
  const firstTried = firstOf(earlier);
  const underWay = new Map<string, UnderWay>();
  /** Of hand-overs whose end nobody knows, by digest: whom to tell when the message comes up late. */
  const inDoubt = new Map<string, OnLate>();
  const began = now();
  let recent = [...earlier];
  let written = recent.length;
  let tidiedAt = began;
  let writing: Promise<unknown> = Promise.resolve();

  /** Written before the hand-over; the file is begun anew when most of it is of no use any more. */
  async function writeDown(line: Line): Promise<void> {
    if (file === undefined) return;
    recent = [...recent.slice(1 - mostDigests), line];
    written += 1;
    await inTurn(() => (written <= 5 * mostDigests ? appendFile(file, lineOf(line)) : writeAnew(file)));
  }

  async function writeAnew(path: string): Promise<void> {
    recent = recent.filter(({ at }) => now() - at < rememberMs);
    written = recent.length;
    await writeFile(path, recent.map(lineOf).join(""), { mode: 0o600 });
  }

  /** A line that is written while the file is begun anew would be lost. */
  function inTurn(write: () => Promise<void>): Promise<void> {
    const done = writing.then(write);
    writing = done.catch(() => undefined);
    return done;
  }

  function keep(id: string): void {
    ids.add(id);
    forgetOldest(ids, mostIds);
  }

  /** It came up late: the same words once more would be a colleague's. */
  function cameUpLate(message: Pick<WebMessage, "id" | "ack">, digest: string): boolean {
    const tell = inDoubt.get(digest);
    if (!tell) return false;
    inDoubt.delete(digest);
    keep(message.id);
    tell(message);
    return true;
  }

  return {
    async begin(address, text, key) {
      const digest = digestOf(address, text);
      await writeDown({ at: now(), digest, key });
      let end: () => void = () => undefined;
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      underWay.set(address, { digest, seen: undefined, ended });
      return ({ id, onLate }) => {
        if (id !== undefined) keep(id);
        else if (onLate) inDoubt.set(digest, onLate);
        forgetOldest(inDoubt, mostDigests);
        underWay.delete(address);
        end();
      };
    },
    found(address, text, id) {
      inDoubt.delete(digestOf(address, text));
      keep(id);
    },
    takeEarlier({ key, address, text }) {
      const name = nameOf(key, digestOf(address, text));
      const at = firstTried.get(name);
      firstTried.delete(name);
      return at;
    },
    async tidy() {
      if (file === undefined || now() - tidiedAt < tidyMs) return;
      tidiedAt = now();
      await inTurn(() => writeAnew(file));
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
    isOurs(address, message) {
      if (ids.has(message.id)) return true;
      const digest = digestOf(address, message.text);
      return (message.at <= began && digests.has(digest)) || cameUpLate(message, digest);
    },
  };
}

/** By the key and the words of a message, of which one row may have several: when its first hand-over began. */
function firstOf(lines: readonly Line[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { key, digest, at } of lines) {
    if (key === undefined) continue;
    const name = nameOf(key, digest);
    first.set(name, Math.min(at, first.get(name) ?? at));
  }
  return first;
}

function nameOf(key: string, digest: string): string {
  return `${key}\n${digest}`;
}

type Kept = { readonly size: number; keys(): Iterable<string>; delete(key: string): boolean };

function forgetOldest(kept: Kept, most: number): void {
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
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
    const { at, digest, key }: Partial<Line> = JSON.parse(text);
    if (typeof at !== "number" || typeof digest !== "string") return [];
    return [{ at, digest, ...(typeof key === "string" && { key }) }];
  } catch {
    return [];
  }
}
