/** The one file of a partner's page, streamed into the store of documents: a picture or a paper that proves the work. */
import type { Context } from "hono";
import type { Documents, Refused } from "../../documents/documents.ts";
import { fileLimits, takesKind } from "../../domain/files.ts";
import type { ConversationId } from "../../domain/ids.ts";
import type { Media } from "../../domain/message.ts";
import { boundaryOf, readParts } from "../api/multipart.ts";
import { storable } from "../api/storable.ts";
import { Problem } from "../problem.ts";

const maxBodyBytes = fileLimits.bytes + 64 * 1024;
/** What is too large is read past up to here: a browser shows an answer that comes before its form has left as a broken line. */
const mostReadPast = 4 * fileLimits.bytes;

export type ProofRefusal = Exclude<Refused["reason"], "empty"> | "no_file";
export type ReadProof = { readonly type: "file"; readonly media: Media } | { readonly type: ProofRefusal };

/** @param conversation the chat of the order that it proves */
export async function readProof(
  c: Context,
  documents: Documents,
  about: { readonly conversation: ConversationId; readonly at: number },
): Promise<ReadProof> {
  const boundary = boundaryOf(c.req.header("content-type"));
  const { body } = c.req.raw;
  if (boundary === undefined || !body) return { type: "no_file" };
  const pieces = piecesOf(body);
  try {
    for await (const part of readParts(pieces.all(), boundary, maxBodyBytes)) {
      if (part.name !== "file") continue;
      const put = await documents.put(part.body, { ...about, name: storable(part.filename ?? "") });
      if (put.type === "refused") {
        await pieces.readPast();
        return { type: put.reason === "empty" ? "no_file" : put.reason };
      }
      const { id: document, name, mediaType, bytes } = put.document;
      const media = { document, name, mediaType, bytes };
      // A voice note proves nothing that anybody could look at.
      return takesKind("document", { type: mediaType })
        ? { type: "file", media }
        : { type: "type_not_allowed" };
    }
    return { type: "no_file" };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await pieces.readPast();
    return { type: error.type === "file_too_large" ? "too_large" : "no_file" };
  }
}

function piecesOf(body: ReadableStream<Uint8Array>): {
  readonly all: () => AsyncGenerator<Uint8Array, void, undefined>;
  readonly readPast: () => Promise<void>;
} {
  const reader = body.getReader();
  return {
    async *all() {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        yield value;
      }
    },
    async readPast() {
      for (let bytes = 0; bytes < mostReadPast; ) {
        const { done, value } = await reader.read();
        if (done) return;
        bytes += value.byteLength;
      }
      await reader.cancel();
    },
  };
}
