/**
 * Which messages of the linked number are ours, and which a colleague typed on the phone. Ours are told by the ids that `send` gave back,
 * while a hand-over is under way only once it has ended; after a kill, and where nobody knows how a hand-over ended, by their words, whose
 * digests are written down before each hand-over, beside the message's key: so the next process knows what it must look for.
 */
import { createFolderKey, type FolderKey } from "./folder-key.ts";
import { openSentLines, type SentLine } from "./sent-lines.ts";
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

/** Hand-overs whose end nobody knows, and that may come up late. */
const mostInDoubt = 1_000;
const mostIds = 20_000;

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
  const { earlier, write, tidy } = await openSentLines(file, now);
  const digests = new Set(earlier.map(({ digest }) => digest));
  const firstTried = firstOf(earlier);
  const underWay = new Map<string, UnderWay>();
  /** Of hand-overs whose end nobody knows, by digest: whom to tell when the message comes up late. */
  const inDoubt = new Map<string, OnLate>();
  const began = now();

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
      await write({ at: now(), digest, key });
      let end: () => void = () => undefined;
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      underWay.set(address, { digest, seen: undefined, ended });
      return ({ id, onLate }) => {
        if (id !== undefined) keep(id);
        else if (onLate) inDoubt.set(digest, onLate);
        forgetOldest(inDoubt, mostInDoubt);
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
    tidy,
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
function firstOf(lines: readonly SentLine[]): Map<string, number> {
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
