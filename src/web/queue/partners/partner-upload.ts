/** The one file that the import's form sends, as text: bounded, and in UTF-8 or refused. */
import type { Context } from "hono";
import { boundaryOf, readParts } from "../../api/multipart.ts";
import { Problem } from "../../problem.ts";

/** 20,000 partners with everything they can have. */
export const mostBytes = 8 * 1024 * 1024;

export type Uploaded =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "no_file" | "too_big" | "not_utf8" };

/** The part called `file` of a multipart form; an empty one is none. */
export async function readCsvFile(c: Context): Promise<Uploaded> {
  const boundary = boundaryOf(c.req.header("content-type"));
  const { body } = c.req.raw;
  if (boundary === undefined || !body) return { type: "no_file" };
  if (Number(c.req.header("content-length") ?? 0) > mostBytes) return { type: "too_big" };
  try {
    for await (const part of readParts(body as AsyncIterable<Uint8Array>, boundary, mostBytes)) {
      if (part.name !== "file") continue;
      const pieces: Uint8Array[] = [];
      for await (const piece of part.body) pieces.push(Uint8Array.from(piece));
      return textOf(Buffer.concat(pieces));
    }
    return { type: "no_file" };
  } catch (error) {
    if (error instanceof Problem) return { type: error.type === "file_too_large" ? "too_big" : "no_file" };
    throw error;
  }
}

/** A spreadsheet's older formats are another code page, or UTF-16: both break the rules of UTF-8, or hold NUL. */
function textOf(bytes: Buffer): Uploaded {
  if (bytes.length === 0) return { type: "no_file" };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? { type: "not_utf8" } : { type: "text", text };
  } catch {
    return { type: "not_utf8" };
  }
}
