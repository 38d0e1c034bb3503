/** What channels ask of the running office: files kept and opened, acknowledgements, colleagues who write with the platform's own app. */
import type { Desk, IncomingFile, LineState, Sender } from "./channels/channel.ts";
import { isWithholding } from "./conversation/consent/withhold.ts";
import type { Documents, Refused, StoredDocument } from "./documents/documents.ts";
import { fileLimits } from "./domain/files.ts";
import type { Content } from "./domain/message.ts";
import type { Engine } from "./engine.ts";
import { StoreError } from "./store/engine.ts";

export type DeskDeps = {
  readonly engine: Engine;
  readonly documents: Documents;
  /** The office's first language, for a chat that begins with a file. */
  readonly language: "ar" | "en";
  readonly report: (channel: string, state: LineState) => void;
};

/** The desk of one channel. */
export function openDesk(channel: string, deps: DeskDeps): Desk {
  const { engine, documents } = deps;

  async function keepFile(from: Sender, file: IncomingFile): Promise<Content | "not_now"> {
    try {
      return await keep(from, file);
    } catch (error) {
      const passes =
        error instanceof StoreError && (error.problem === "disk_full" || error.problem === "busy");
      if (passes) return "not_now";
      throw error;
    }
  }

  async function keep(from: Sender, file: IncomingFile): Promise<Content | "not_now"> {
    const { address, language = deps.language } = from;
    const { id: conversation } = await engine.openConversation({ channel, address, language });
    const state = await engine.conversation(conversation);
    if (state && isWithholding(state)) return { type: "unsupported", what: "withheld" };
    if ((file.announced ?? 0) > fileLimits.bytes) return { type: "unsupported", what: "file_too_large" };
    const about = { conversation, name: file.name, at: engine.now() };
    const kept = await documents.put(file.body, about);
    return kept.type === "stored" ? contentOf(kept.document) : refusedAs(kept.reason);
  }

  return {
    keepFile,
    openFile: (document) => documents.open(document),
    keyOf: (address, id) => engine.keyOf(channel, address, id),
    progressed: (address, id, progress) => engine.progressed(channel, address, id, progress),
    reached: (address, isReached, at) => engine.reached(channel, address, isReached, at),
    lastHeard: (address) => engine.lastHeard(channel, address),
    report: (state) => deps.report(channel, state),
  };
}

/** A stored file as what a customer sent: its type by its first bytes says what it is. */
function contentOf({ id, name, mediaType, bytes }: StoredDocument): Content {
  const media = { document: id, name, mediaType, bytes };
  if (mediaType.startsWith("image/")) return { type: "photo", ...media };
  if (mediaType.startsWith("audio/")) return { type: "voice", ...media };
  return { type: "document", ...media };
}

function refusedAs(reason: Refused["reason"]): Content | "not_now" {
  switch (reason) {
    case "too_large":
      return { type: "unsupported", what: "file_too_large" };
    case "type_not_allowed":
      return { type: "unsupported", what: "file_type" };
    case "too_many_pixels":
      return { type: "unsupported", what: "file_too_many_pixels" };
    case "empty":
      return { type: "unsupported", what: "file_empty" };
    case "disk_full":
      return "not_now";
    default:
      return reason satisfies never;
  }
}
