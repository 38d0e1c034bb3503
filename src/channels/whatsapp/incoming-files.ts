/**
 * Files that customers send, from WhatsApp's page to the desk. The page gives a file whole, in memory: so one that is announced as too large, or
 * without a size, is not asked for, and one that a browser did not survive is not asked for again.
 */
import type { Content } from "../../domain/message.ts";
import type { Desk } from "../channel.ts";
import type { Web, WebFile } from "./web.ts";

export type IncomingFiles = {
  /**
   * Downloads it where the desk wants it. `again`: nothing was stored, and it should be tried a little later. Rejects where its browser
   * has ended.
   */
  keep(web: Web, one: OneFile): Promise<Content | "again">;
};

export type OneFile = {
  readonly address: string;
  /** The message's. */
  readonly id: string;
  readonly file: WebFile;
  /** From 1. */
  readonly attempt: number;
};

/** A file that the page can't give after so many tries is told as one that nobody can read. */
const mostDownloads = 3;

const unreadable: Content = { type: "unsupported", what: "other" };

/** @param isOpen does this browser still live? */
export function createIncomingFiles(
  desk: Pick<Desk, "keepFile">,
  isOpen: (web: Web) => boolean,
): IncomingFiles {
  /** Downloads that have begun: where a browser ended in the middle of one, the next must not try it. */
  const begun = new Set<string>();

  return {
    async keep(web, { address, id, file, attempt }) {
      if (file.bytes === undefined || begun.has(id)) return unreadable;
      let gone = false;
      async function* body(): AsyncGenerator<Uint8Array> {
        begun.add(id);
        const bytes = await file.download();
        begun.delete(id);
        if (bytes) yield bytes;
        else gone = true;
      }
      try {
        const incoming = { name: file.name, announced: file.bytes, body: body() };
        const kept = await desk.keepFile({ address }, incoming);
        if (kept === "not_now") return "again";
        return gone ? unreadable : kept;
      } catch (error) {
        if (!isOpen(web)) throw error;
        begun.delete(id);
        return attempt < mostDownloads ? "again" : unreadable;
      }
    },
  };
}
