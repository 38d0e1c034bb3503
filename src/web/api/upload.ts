/**
 * A file sent from a web chat: streamed from the socket to the document store, never held whole. The id may come before or after
 * the file in the form; a file whose form turns out wrong is left without a message and is seen by nobody.
 */
import type { Context } from "hono";
import { isWithholding } from "../../conversation/consent/withhold.ts";
import type { Refused, StoredDocument } from "../../documents/documents.ts";
import { fileLimits, fileNumbers } from "../../domain/files.ts";
import type { ConversationId } from "../../domain/ids.ts";
import type { Content, Media } from "../../domain/message.ts";
import { longestText } from "../lengths.ts";
import { invalid, invalidField, Problem } from "../problem.ts";
import { storable } from "../storable.ts";
import type { ApiParts } from "./endpoint.ts";
import { type Part, readParts, textOf } from "./multipart.ts";
import { messageIdSchema } from "./schemas.ts";

/** The file, its caption (up to 16 KiB of UTF-8) and the form around them. */
const maxBodyBytes = fileLimits.bytes + 64 * 1024;
/** 4,096 UTF-16 units are at most 12,288 bytes. */
const maxCaptionBytes = 3 * longestText;

export type Upload = { readonly id: string; readonly content: Content };

/**
 * Reads the form and stores its file for this conversation.
 * @throws Problem 400 not such a form, 413 too large, 415 not an accepted type, 422 id or file missing or wrong, 503 disk full.
 */
export async function readUpload(
  c: Context,
  boundary: string,
  conversation: ConversationId,
  parts: Pick<ApiParts, "documents" | "engine">,
): Promise<Upload> {
  // Before a consent nothing of a file touches the disk: its bytes are read past, and the chat says so.
  const state = await parts.engine.conversation(conversation);
  const keeps = state === undefined || !isWithholding(state);
  if (Number(c.req.header("content-length") ?? 0) > maxBodyBytes)
    throw new Problem("file_too_large", `The body is larger than a file of ${fileNumbers.mb} MiB needs.`);
  const body = c.req.raw.body;
  if (!body) throw new Problem("bad_multipart", "The body is empty.");
  const form: { id?: string; caption?: string; stored?: StoredDocument; passed?: true } = {};
  for await (const part of readParts(body as AsyncIterable<Uint8Array>, boundary, maxBodyBytes)) {
    if (part.name === "id") form.id = idIn(await textOf(part, 1_024));
    else if (part.name === "caption") form.caption = captionIn(await textOf(part, maxCaptionBytes));
    else if (part.name === "file" && (form.stored || form.passed))
      throw invalidField("file", "too_many", "one file a message");
    else if (part.name === "file" && !keeps) form.passed = true;
    else if (part.name === "file") form.stored = await store(part, conversation, parts);
  }
  if (form.id === undefined) throw invalidField("id", "missing", "the message's id is missing");
  if (form.passed) return { id: form.id, content: { type: "unsupported", what: "withheld" } };
  if (!form.stored) throw invalidField("file", "missing", "the file is missing");
  return { id: form.id, content: contentOf(form.stored, form.caption) };
}

function idIn(text: string): string {
  const parsed = messageIdSchema.safeParse(text);
  if (!parsed.success) throw invalid(parsed.error);
  return storable(parsed.data);
}

function captionIn(text: string): string {
  if (text.length > longestText)
    throw new Problem(
      "text_too_long",
      `The caption has ${text.length} UTF-16 units; ${longestText} are allowed.`,
    );
  return storable(text);
}

async function store(
  part: Part,
  conversation: ConversationId,
  { documents, engine }: Pick<ApiParts, "documents" | "engine">,
): Promise<StoredDocument> {
  const about = { conversation, name: storable(part.filename ?? ""), at: engine.now() };
  const result = await documents.put(part.body, about);
  if (result.type === "refused") throw refusal(result.reason);
  return result.document;
}

function refusal(reason: Refused["reason"]): Problem {
  switch (reason) {
    case "too_large":
      return new Problem("file_too_large", `The file is larger than ${fileNumbers.mb} MiB.`);
    case "type_not_allowed":
      return new Problem("file_type", "By its first bytes the file is of no accepted type.");
    case "too_many_pixels":
      return invalidField(
        "file",
        "too_many_pixels",
        `the picture has more than ${fileNumbers.megapixels} megapixels`,
      );
    case "empty":
      return invalidField("file", "empty", "the file is empty");
    case "disk_full":
      return new Problem("not_now", "The disk is full.", { retryAfterSeconds: 30 });
    default:
      return reason satisfies never;
  }
}

function contentOf(stored: StoredDocument, caption: string | undefined): Content {
  const media: Media = {
    document: stored.id,
    name: stored.name,
    mediaType: stored.mediaType,
    bytes: stored.bytes,
    ...(caption !== undefined && caption.trim() !== "" && { caption }),
  };
  if (stored.mediaType.startsWith("image/")) return { type: "photo", ...media };
  if (stored.mediaType.startsWith("audio/")) return { type: "voice", ...media };
  return { type: "document", ...media };
}
