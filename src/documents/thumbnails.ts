/** Small copies beside the documents that they are of, under the same content hash: made when somebody first looks, and kept. */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DrawSmall } from "./thumbnail-maker.ts";

export type Thumbnails = {
  /** The small copy of this content; `undefined` where none can be made, or not now. */
  of(sha256: string): Promise<Buffer<ArrayBuffer> | undefined>;
  /** Removes the copy. */
  remove(sha256: string): Promise<void>;
};

export type ThumbnailsSettings = {
  readonly draw: DrawSmall;
  readonly pathOf: (sha256: string) => string;
  /** A folder for what isn't finished. */
  readonly incoming: string;
  /** Does the work unless the content is removed in the same moment, or was before. */
  readonly whileThere: (sha256: string, work: () => Promise<void>) => Promise<void>;
};

/** Contents of which no copy could be made, so that every look at a page doesn't try again. */
const mostRemembered = 10_000;
/** The machine may have been busy with something else; a picture that takes so long so often is taken for impossible. */
const mostTooLong = 3;

export function openThumbnails(settings: ThumbnailsSettings): Thumbnails {
  const { draw, pathOf, incoming, whileThere } = settings;
  const making = new Map<string, Promise<Buffer<ArrayBuffer> | undefined>>();
  const impossible = new Set<string>();
  /** How often they took too long. */
  const tooLong = new Map<string, number>();
  const smallPath = (sha256: string) => `${pathOf(sha256)}.webp`;

  async function make(sha256: string): Promise<Buffer<ArrayBuffer> | undefined> {
    const copy = await draw(pathOf(sha256));
    if (typeof copy === "string") {
      if (copy === "impossible" || (copy === "too_long" && isTooOften(sha256))) giveUp(sha256);
      return undefined;
    }
    tooLong.delete(sha256);
    // A full disk is no reason to show nothing: the copy is drawn again at the next look.
    await keep(sha256, copy).catch(() => undefined);
    return copy;
  }

  function isTooOften(sha256: string): boolean {
    const times = (tooLong.get(sha256) ?? 0) + 1;
    if (tooLong.size >= mostRemembered) tooLong.clear();
    tooLong.set(sha256, times);
    return times >= mostTooLong;
  }

  function giveUp(sha256: string): void {
    tooLong.delete(sha256);
    if (impossible.size >= mostRemembered) impossible.clear();
    impossible.add(sha256);
  }

  async function keep(sha256: string, copy: Buffer): Promise<void> {
    const temporary = join(incoming, `${randomBytes(12).toString("hex")}.webp`);
    try {
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      await writeFile(temporary, copy, { mode: 0o600 });
      await whileThere(sha256, () => rename(temporary, smallPath(sha256)));
    } finally {
      await rm(temporary, { force: true });
    }
  }

  return {
    async of(sha256) {
      if (impossible.has(sha256)) return undefined;
      const kept = await readFile(smallPath(sha256)).catch(() => undefined);
      if (kept) return kept;
      const before = making.get(sha256);
      if (before) return before;
      const made = make(sha256).finally(() => making.delete(sha256));
      making.set(sha256, made);
      return made;
    },
    remove: (sha256) => rm(smallPath(sha256), { force: true }),
  };
}
