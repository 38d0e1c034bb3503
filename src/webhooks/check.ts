/**
 * Whether a webhook that somebody posted is the partner's, fresh, and readable. Pure: the route brings the raw body, the headers, the
 * partner's secrets and the moment of the real clock. Whether it came before, `seen.ts` knows.
 */
import { timingSafeEqual } from "node:crypto";
import type { WebhookSecret } from "./secret.ts";
import { isWebhookId, signatureOf } from "./sign.ts";

/** How far the sender's clock may be from ours, before and after (the specification leaves it to us; its libraries take the same). */
const toleranceSeconds = 5 * 60;
/** What a partner has to say is some hundred bytes; hashing what strangers post is not free. */
export const longestBody = 64 * 1024;

export type Received = {
  readonly headers: Headers;
  /** As it came over the line: a body that was parsed and written anew may differ, and then fails. */
  readonly body: Uint8Array;
  /** Those that hold now; none where the sender is unknown or has none. */
  readonly secrets: readonly WebhookSecret[];
  /** Epoch milliseconds by the real clock. */
  readonly now: number;
};

export type WebhookRefusal =
  /** One of the three headers is not there. */
  | "missing_header"
  /** An id or a timestamp that no sender of ours writes. */
  | "malformed_header"
  /** Signed more than five minutes ago: late, or caught and played again. */
  | "too_old"
  /** Signed more than five minutes ahead: the sender's clock is wrong. */
  | "too_new"
  /** No signature over exactly this by a secret that holds. */
  | "forged"
  /** Longer than 64 KiB. */
  | "too_large"
  /** Signed rightly, but no JSON in UTF-8. */
  | "not_json";

export type WebhookCheck =
  | { readonly type: "ok"; readonly id: string; readonly body: unknown }
  | { readonly type: "refused"; readonly why: WebhookRefusal };

/** Checks in the order of what it costs; nothing of the body is read before its signature is right. */
export function checkWebhook({ headers, body, secrets, now }: Received): WebhookCheck {
  const id = headers.get("webhook-id");
  const timestamp = headers.get("webhook-timestamp");
  const signatures = headers.get("webhook-signature");
  if (!id || !timestamp || !signatures) return refused("missing_header");
  // No leading zeros, no fractions: what is signed is the number, and it is written in one way only.
  if (!isWebhookId(id) || !/^[1-9]\d{0,11}$/.test(timestamp)) return refused("malformed_header");
  const seconds = Number(timestamp);
  const ageSeconds = Math.floor(now / 1000) - seconds;
  if (ageSeconds > toleranceSeconds) return refused("too_old");
  if (-ageSeconds > toleranceSeconds) return refused("too_new");
  if (body.byteLength > longestBody) return refused("too_large");
  const text = textOf(body);
  // What is no UTF-8 was signed by nobody as text; the library would sign it with its bytes replaced.
  if (text === undefined) return refused("forged");
  const right = secrets.map((secret) => signatureOf({ id, seconds, body: text, secret }));
  if (!hasOneOf(signatures, right)) return refused("forged");
  return parsed(id, text);
}

/** The HTTP status that says so (contract of partner webhooks). */
export function statusOfRefusal(why: WebhookRefusal): 400 | 401 | 413 {
  if (why === "not_json") return 400;
  return why === "too_large" ? 413 : 401;
}

/** Every pair is compared, each in constant time: how long it takes tells nothing of what would be right. */
function hasOneOf(given: string, right: readonly string[]): boolean {
  let isRight = false;
  for (const one of given.split(" ")) {
    for (const signature of right) isRight = isSame(one, signature) || isRight;
  }
  return isRight;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}

/** Byte for byte the same text, a byte order mark included; undefined where it is no UTF-8. */
function textOf(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return undefined;
  }
}

function parsed(id: string, text: string): WebhookCheck {
  try {
    return { type: "ok", id, body: JSON.parse(text) as unknown };
  } catch {
    return refused("not_json");
  }
}

function refused(why: WebhookRefusal): WebhookCheck {
  return { type: "refused", why };
}
