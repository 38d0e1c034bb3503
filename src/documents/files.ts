/** Documents as files: `{dataDir}/documents/ab/abcdef…`, named by their content: the same one again is the same file. */
import { randomBytes } from "node:crypto";
import { createReadStream, rmSync } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { fileLimits } from "../domain/files.ts";
import type { DirectoryStore } from "../store/directory.ts";
import type { Documents, StoredDocument } from "./documents.ts";
import { receive } from "./incoming.ts";
import { type DrawSmall, thumbnailMaker } from "./thumbnail-maker.ts";
import { openThumbnails } from "./thumbnails.ts";

export type FilesSettings = {
  readonly dataDir: string;
  readonly directory: Pick<
    DirectoryStore,
    | "putDocument"
    | "getDocument"
    | "unusedDocuments"
    | "removeDocument"
    | "countContent"
    | "getMark"
    | "setMark"
  >;
  /** Left out: `fileLimits`. */
  readonly maxBytes?: number;
  readonly maxPixels?: number;
  /** How small copies are drawn; left out: by a process of their own. */
  readonly draw?: DrawSmall;
};

/** The mark that says up to which `at` documents have been looked at. */
const lookedAtMark = "documents_looked_at";

/** Opens the documents of a data folder, of which this process must be the only user. */
export function filesDocuments(settings: FilesSettings): Documents {
  const { directory, maxBytes = fileLimits.bytes, maxPixels = fileLimits.pixels } = settings;
  const folder = join(settings.dataDir, "documents");
  const incoming = join(folder, "incoming");
  // What a killed process had not finished.
  rmSync(incoming, { recursive: true, force: true });
  const inTurn = oneAfterTheOther();
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  const thumbnails = openThumbnails({
    ...{ pathOf, incoming, draw: settings.draw ?? thumbnailMaker() },
    whileThere: (sha256, work) =>
      inTurn(sha256, async () => {
        if ((await directory.countContent(sha256)) > 0) await work();
      }),
  });

  function removeOne({ id, sha256 }: StoredDocument): Promise<void> {
    return inTurn(sha256, async () => {
      if ((await directory.countContent(sha256)) === 1) {
        await rm(pathOf(sha256), { force: true });
        await thumbnails.remove(sha256);
      }
      await directory.removeDocument(id);
    });
  }

  return {
    async put(source, about) {
      const temporary = join(incoming, randomBytes(12).toString("hex"));
      try {
        await mkdir(incoming, { recursive: true, mode: 0o700 });
        const document = await receive(source, temporary, about, { maxBytes, maxPixels });
        if (typeof document === "string") return { type: "refused", reason: document };
        // The record first: a file that a kill leaves without one would never be found again.
        await inTurn(document.sha256, async () => {
          await directory.putDocument(document);
          await keep(temporary, pathOf(document.sha256));
        });
        return { type: "stored", document };
      } catch (error) {
        if (isDiskFull(error)) return { type: "refused", reason: "disk_full" };
        throw error;
      } finally {
        await rm(temporary, { force: true });
      }
    },
    get: (id) => directory.getDocument(id),
    async removeUnused(before) {
      const from = Number((await directory.getMark(lookedAtMark)) ?? 0);
      const unused = await directory.unusedDocuments(from, before);
      for (const document of unused) await removeOne(document);
      if (before > from) await directory.setMark(lookedAtMark, String(before));
      return unused.length;
    },
    async remove(id) {
      const document = await directory.getDocument(id);
      if (document) await removeOne(document);
    },
    async open(id, part) {
      const document = await directory.getDocument(id);
      if (!document) return undefined;
      const path = pathOf(document.sha256);
      const there = await stat(path).catch(() => undefined);
      if (!there) return undefined;
      const file = createReadStream(path, part && { start: part.first, end: part.last });
      return Readable.toWeb(file) as ReadableStream<Uint8Array>;
    },
    async thumbnail(id) {
      const document = await directory.getDocument(id);
      return document?.mediaType.startsWith("image/") ? thumbnails.of(document.sha256) : undefined;
    },
  };
}

/** Under its lasting name, and the name itself on the disk too. The same content again is the same file. */
async function keep(temporary: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await rename(temporary, path);
  for (const folder of [dirname(path), dirname(dirname(path))]) {
    const handle = await open(folder, "r");
    await handle.sync();
    await handle.close();
  }
}

/** Of one content, one thing at a time: what is being kept is never removed in the same moment. */
function oneAfterTheOther(): (sha256: string, work: () => Promise<void>) => Promise<void> {
  const last = new Map<string, Promise<void>>();
  return (sha256, work) => {
    const done = (last.get(sha256) ?? Promise.resolve()).then(work);
    const settled = done
      .catch(() => undefined)
      .then(() => {
        if (last.get(sha256) === settled) last.delete(sha256);
      });
    last.set(sha256, settled);
    return done;
  };
}

function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  const problem = "problem" in error ? error.problem : undefined;
  return code === "ENOSPC" || code === "EDQUOT" || problem === "disk_full";
}
