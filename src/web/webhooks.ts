/**
 * Messages that a platform brings by itself. Whether it is that platform, and what becomes of the message, its channel says: the route
 * gives it the raw body and answers with the status that it gets.
 */
import { Hono } from "hono";
import type { WebLog } from "./deps.ts";
import { Problem } from "./problem.ts";

/** What a channel makes of what was posted. */
export type PlatformWebhook = {
  /** From the root, like `/telegram/webhook`. */
  readonly path: string;
  /** Resolves with the HTTP status: 2xx only for what is stored, 401 for what the platform did not send. */
  readonly take: (headers: Headers, body: Uint8Array) => Promise<number>;
};

/** Updates of a platform are some kilobytes; files are not in them. */
const maxBodyBytes = 1024 * 1024;
/** After 503 the platform need not wait long: most causes pass by themselves. */
const retryAfterSeconds = "1";

export type WebhookCounts = { webhooks_total: number; webhooks_refused_total: number };

/** `POST` on each path; what comes of it is counted. */
export function webhookRoutes(
  webhooks: readonly PlatformWebhook[],
  { log, counts }: { readonly log: WebLog; readonly counts: WebhookCounts },
): Hono {
  const app = new Hono();
  for (const { path, take } of webhooks) {
    app.post(path, async (c) => {
      const status = await take(c.req.raw.headers, await bodyOf(c.req.raw));
      counts.webhooks_total += 1;
      if (status === 401) {
        counts.webhooks_refused_total += 1;
        log.warn({ path }, "somebody without the secret posted to a webhook; nothing was stored");
      }
      return new Response(null, {
        status,
        headers: status === 503 ? { "retry-after": retryAfterSeconds } : {},
      });
    });
  }
  return app;
}

async function bodyOf(request: Request): Promise<Uint8Array> {
  const tooLarge = () => new Problem("file_too_large", `The body is longer than ${maxBodyBytes} bytes.`);
  if (Number(request.headers.get("content-length") ?? 0) > maxBodyBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBodyBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
