/** What a call of the Bot API carries: JSON, or a form with files. */
import type { IncomingMessage } from "node:http";
import type { Payload } from "./bot-api.ts";

/** The fields of a call; the bytes of its files are put into `uploads`. */
export async function payloadOf(request: IncomingMessage, uploads: WeakMap<File, Buffer>): Promise<Payload> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/"))
    return body.length > 0 ? (JSON.parse(body.toString("utf8")) as Payload) : {};
  const form = await new Response(body, { headers: { "content-type": type } }).formData();
  const payload: Record<string, unknown> = {};
  for (const [name, value] of form) {
    payload[name] = name === "reply_markup" && typeof value === "string" ? JSON.parse(value) : value;
    if (value instanceof File) uploads.set(value, Buffer.from(await value.arrayBuffer()));
  }
  return payload;
}
