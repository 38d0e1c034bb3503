/** A desk for a channel alone: what it was asked and told is written down, files are kept in memory. */
import type { Desk, LineState } from "../../src/channels/channel.ts";
import type { DocumentId } from "../../src/domain/ids.ts";
import type { Content, Progress } from "../../src/domain/message.ts";

export type ToldDesk = Desk & {
  readonly states: LineState[];
  readonly files: Map<string, Uint8Array>;
  readonly progress: { address: string; id: string; progress: Progress }[];
  /** Keys by `{address} {platform id}`, for `keyOf`. */
  readonly keys: Map<string, string>;
  readonly heard: Map<string, number>;
  readonly reach: { address: string; isReached: boolean; at: number }[];
};

/** @param most bytes of the largest file that it keeps */
export function deskInMemory(most = 20 * 1024 * 1024): ToldDesk {
  const files = new Map<string, Uint8Array>();
  const states: LineState[] = [];
  const progress: ToldDesk["progress"] = [];
  const keys = new Map<string, string>();
  const heard = new Map<string, number>();
  const reach: ToldDesk["reach"] = [];

  async function keepFile(_: unknown, file: Parameters<Desk["keepFile"]>[1]): Promise<Content | "not_now"> {
    const tooLarge = { type: "unsupported", what: "file_too_large" } as const;
    if ((file.announced ?? 0) > most) return tooLarge;
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of file.body) {
      bytes += chunk.length;
      if (bytes > most) return tooLarge;
      chunks.push(chunk);
    }
    const document = `doc-${files.size + 1}`.padEnd(24, "x") as DocumentId;
    const body = Buffer.concat(chunks);
    files.set(document, body);
    const media = { document, name: file.name, bytes };
    if (body.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])))
      return { type: "photo", ...media, mediaType: "image/jpeg" };
    if (body.subarray(0, 4).toString("latin1") === "OggS")
      return { type: "voice", ...media, mediaType: "audio/ogg" };
    return { type: "document", ...media, mediaType: "application/pdf" };
  }

  return {
    ...{ states, files, progress, keys, heard, reach, keepFile },
    openFile: async (document) => {
      const file = files.get(document);
      return file && new Blob([file as Uint8Array<ArrayBuffer>]).stream();
    },
    keyOf: async (address, id) => keys.get(`${address} ${id}`),
    progressed: async (address, id, made) => void progress.push({ address, id, progress: made }),
    async reached(address, isReached, at) {
      reach.push({ address, isReached, at });
      return "done";
    },
    lastHeard: async (address) => heard.get(address),
    report: (state) => void states.push(state),
  };
}
