/**
 * What holds for every answer: headers that leave a browser nothing to misuse, and a request log without session keys, addresses
 * or words. Also the comparison of keys in constant time.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { WebLog } from "./deps.ts";

/** No inline script or style, nothing from elsewhere; `blob:` is the preview of a photo before it is sent. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const always = {
  "content-security-policy": contentSecurityPolicy,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "permissions-policy": "geolocation=(self), camera=(), microphone=(), payment=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
} as const;

/** A year: browsers then never ask for this host without TLS. Its other hosts are not ours to speak for. */
const onlyByTls = { "strict-transport-security": "max-age=31536000" } as const;

/**
 * Sets the headers on every answer; nothing is cached unless its route says so.
 * @param publicUrl the address that customers use; `https:` promises that it will stay so
 */
export function securityHeaders(publicUrl: string): MiddlewareHandler {
  const headers = publicUrl.startsWith("https:") ? { ...always, ...onlyByTls } : always;
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
  };
}

/**
 * HEAD runs the route of GET, and its body is read by nobody: a stream would stay open for good, and a file too. So it is ended here.
 */
export function endsUnreadBodies(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (c.req.method === "HEAD") await c.res.body?.cancel();
  };
}

/** One line a request: the route's pattern, never the path, because paths hold session keys. */
export function requestLog(log: WebLog, now: () => number): MiddlewareHandler {
  return async (c, next) => {
    const begun = now();
    await next();
    const fields = {
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: now() - begun,
    };
    if (c.res.status >= 500) log.warn(fields, "request failed");
    else log.debug(fields, "request");
  };
}

/** True where both are the same; the time taken tells nothing about where they differ. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(
    createHash("sha256").update(given).digest(),
    createHash("sha256").update(expected).digest(),
  );
}

/** Does the request carry the key of the settings? Never true while there is none. */
export function hasApiKey(c: Context, apiKey: string | undefined): boolean {
  const [, given] = /^Bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "") ?? [];
  return apiKey !== undefined && apiKey !== "" && given !== undefined && sameSecret(given, apiKey);
}
