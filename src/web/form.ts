/** What a page's form sent, bounded and read once. */
import type { Context } from "hono";

/** Enough for 4,096 characters of text and its neighbours, percent-encoded (12 bytes a character at worst). */
const formBytes = 64 * 1024;

/** An urlencoded form of at most `maxBytes`; a larger one, or a body of another kind, reads as an empty form. */
export async function readForm(c: Context, maxBytes = formBytes): Promise<URLSearchParams> {
  const type = c.req.header("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded") || !c.req.raw.body) return new URLSearchParams();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of c.req.raw.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return new URLSearchParams();
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}

/** A field's text, trimmed; line breaks as one `\n`, since forms send CR LF; NUL, which no channel carries, as U+FFFD. */
export function textOf(form: URLSearchParams, name: string): string {
  return (form.get(name) ?? "").replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD").trim();
}
