/**
 * A file on its way in: it streams to disk while it is counted and hashed, and only its header is ever looked at. Nothing is decoded, unpacked,
 * or named by its sender.
 */
import { createHash, randomBytes } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import type { ConversationId, DocumentId } from "../domain/ids.ts";
import type { Refused, StoredDocument } from "./documents.ts";
import { cleanLabel } from "./label.ts";
import { mediaTypeOf, type Sniffed } from "./media-type.ts";
import { pixelsOf } from "./pixels.ts";
import { textWatch } from "./text-watch.ts";

export type About = { readonly conversation: ConversationId; readonly name: string; readonly at: number };
export type Most = { readonly maxBytes: number; readonly maxPixels: number };
type Written = { readonly bytes: number; readonly sha256: string; readonly isText: boolean };

/** @param to the file that it is written into: of one that is refused, the caller removes what is there */
export async function receive(
  source: AsyncIterable<Uint8Array>,
  to: string,
  about: About,
  { maxBytes, maxPixels }: Most,
): Promise<StoredDocument | Refused["reason"]> {
  const file = await open(to, "wx+", 0o600);
  try {
    const written = await writeAll(source, file, maxBytes);
    if (typeof written === "string") return written;
    const found = await mediaTypeOf(file, written.bytes, written.isText, about.name);
    if (!found) return "type_not_allowed";
    if (!(await fitsPixels(file, found, maxPixels))) return "too_many_pixels";
    await file.sync();
    return toDocument(written, found, about);
  } finally {
    await file.close();
  }
}

/** Writes chunk by chunk, never holding more than one; a source that is too long is left where the cap is met. */
async function writeAll(
  source: AsyncIterable<Uint8Array>,
  file: FileHandle,
  maxBytes: number,
): Promise<Written | "too_large" | "empty"> {
  const hash = createHash("sha256");
  const text = textWatch();
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return "too_large";
    hash.update(chunk);
    text.add(chunk);
    await file.writeFile(chunk);
  }
  if (bytes === 0) return "empty";
  return { bytes, sha256: hash.digest("hex"), isText: text.end() };
}

async function fitsPixels(file: FileHandle, { mediaType }: Sniffed, most: number): Promise<boolean> {
  if (!mediaType.startsWith("image/")) return true;
  const pixels = await pixelsOf(file, mediaType);
  return pixels !== undefined && pixels <= most;
}

function toDocument(written: Written, { mediaType, extensions }: Sniffed, about: About): StoredDocument {
  return {
    id: `f_${randomBytes(16).toString("base64url")}` as DocumentId,
    conversation: about.conversation,
    sha256: written.sha256,
    mediaType,
    bytes: written.bytes,
    name: cleanLabel(about.name, extensions),
    at: about.at,
  };
}
