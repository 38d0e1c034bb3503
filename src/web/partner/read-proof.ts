/**
 * The one file of a partner's page, streamed into the store of documents: a picture or a paper that proves the work. Nothing is read past the
 * limit, and nothing stays of what is refused.
 */
import type { Context } from "hono";
import type { Documents, Refused } from "../../documents/documents.ts";
import { fileLimits, takesKind } from "../../domain/files.ts";
import type { ConversationId } from "../../domain/ids.ts";
import type { Media } from "../../domain/message.ts";
import { boundaryOf, readParts } from "../api/multipart.ts";
import { Problem } from "../problem.ts";
import { storable } from "../storable.ts";

const maxBodyBytes = fileLimits.bytes + 64 * 1024;

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
  if (Number(c.req.header("content-length") ?? 0) > maxBodyBytes) return { type: "too_large" };
  try {
    for await (const part of readParts(body as AsyncIterable<Uint8Array>, boundary, maxBodyBytes)) {
      if (part.name !== "file") continue;
      const put = await documents.put(part.body, { ...about, name: storable(part.filename ?? "") });
      if (put.type === "refused") return { type: put.reason === "empty" ? "no_file" : put.reason };
      const { id: document, name, mediaType, bytes } = put.document;
      if (takesKind("document", { type: mediaType }))
        return { type: "file", media: { document, name, mediaType, bytes } };
      // A voice note proves nothing that anybody could look at.
      await documents.remove(document);
      return { type: "type_not_allowed" };
    }
    return { type: "no_file" };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { type: error.type === "file_too_large" ? "too_large" : "no_file" };
  }
}
