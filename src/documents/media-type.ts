/** What a file is, told by its own bytes from a short list. Whatever is not on the list is not taken. */
import type { FileHandle } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import { officeTypeOf } from "./office-type.ts";

/** `extensions`: endings that belong to the type, the usual one first. */
export type Sniffed = { readonly mediaType: string; readonly extensions: readonly string[] };

/** More than any magic number on the list needs. */
const headBytes = 4_100;

const allowed: ReadonlyMap<string, Sniffed> = new Map(
  (
    [
      ["image/jpeg", ["jpg", "jpeg"]],
      ["image/png", ["png"]],
      ["image/apng", ["png", "apng"]],
      ["image/webp", ["webp"]],
      ["image/gif", ["gif"]],
      ["application/pdf", ["pdf"]],
      ["audio/ogg", ["ogg", "opus", "oga"]],
      ["audio/mpeg", ["mp3"]],
      ["audio/mp4", ["m4a", "mp4"]],
      ["video/mp4", ["mp4", "m4v"]],
    ] as const
  ).map(([mediaType, extensions]) => [mediaType, { mediaType, extensions }]),
);
/** The same by its other name. */
const synonyms: Readonly<Record<string, string>> = { "audio/x-m4a": "audio/mp4", "video/x-m4v": "video/mp4" };

const plainText: Sniffed = { mediaType: "text/plain", extensions: ["txt", "log", "md"] };
const csv: Sniffed = { mediaType: "text/csv", extensions: ["csv"] };

/**
 * The type of a file that lies on disk, or `undefined` when it is not one that is taken.
 * @param isText every byte of it was plain text
 * @param name the sender's label; it decides only between two kinds of plain text
 */
export async function mediaTypeOf(
  file: FileHandle,
  bytes: number,
  isText: boolean,
  name: string,
): Promise<Sniffed | undefined> {
  const head = Buffer.alloc(Math.min(headBytes, bytes));
  await file.read(head, 0, head.length, 0);
  // Archives are told by their table of contents: the general reader would unpack a part of them.
  if (head.toString("latin1", 0, 2) === "PK") return officeTypeOf(file, bytes);
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  const [bare = ""] = found?.mime.split(";") ?? [];
  const known = allowed.get(synonyms[bare] ?? bare);
  if (known) return known;
  // Short magic numbers are also words ("BM" begins a bitmap and BMW): plain text is plain text.
  if (!isText) return undefined;
  return name.toLowerCase().endsWith(".csv") ? csv : plainText;
}
