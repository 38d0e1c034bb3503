/**
 * The three headers that prove who sent a webhook, by Standard Webhooks: a base64 HMAC-SHA256 over `id.timestamp.body`. The library
 * computes it; which ids may be signed, and that several secrets hold while one replaces another, is said here.
 */
import { createHash } from "node:crypto";
import { Webhook } from "standardwebhooks";
import type { WebhookSecret } from "./secret.ts";

/** What goes with a webhook, besides its content type. */
export type WebhookHeaders = {
  readonly "webhook-id": string;
  /** Seconds since 1970: when this try was made, by the real clock. */
  readonly "webhook-timestamp": string;
  /** `v1,…`, one for each secret, with blanks between. */
  readonly "webhook-signature": string;
};

export type Unsigned = {
  /** Stays the same at every try, so that a repeat has no further effect; see `webhookIdOf`. */
  readonly id: string;
  /** Epoch milliseconds by the real clock, never by a rehearsal's. */
  readonly at: number;
  readonly body: string;
  /** The present secret first; during a change also the one before it. */
  readonly secrets: readonly WebhookSecret[];
};

/**
 * Printable ASCII without blanks and without full stops: with a stop in it, one signed text could be cut into id, timestamp and body in two
 * ways (the specification asks for the same).
 */
export function isWebhookId(text: string): boolean {
  return /^[\x21-\x2d\x2f-\x7e]{1,128}$/.test(text);
}

/** The id of a message that is known by a key of ours, which may be of any form: the same key gives the same id. */
export function webhookIdOf(key: string): string {
  return `msg_${createHash("sha256").update(key).digest("base64url").slice(0, 27)}`;
}

/**
 * Signs one try at a message with every secret that holds.
 * @throws RangeError for an id that must not be signed, or without any secret: both are faults of ours
 */
export function signWebhook({ id, at, body, secrets }: Unsigned): WebhookHeaders {
  if (!isWebhookId(id)) throw new RangeError(`${JSON.stringify(id)} is no id of a webhook.`);
  if (secrets.length === 0) throw new RangeError("A webhook needs a secret to be signed with.");
  const seconds = Math.floor(at / 1000);
  return {
    "webhook-id": id,
    "webhook-timestamp": `${seconds}`,
    "webhook-signature": secrets.map((secret) => signatureOf({ id, seconds, body, secret })).join(" "),
  };
}

/** `v1,` and the base64 of the HMAC. */
export function signatureOf(signed: {
  readonly id: string;
  readonly seconds: number;
  readonly body: string;
  readonly secret: WebhookSecret;
}): string {
  const { id, seconds, body, secret } = signed;
  return new Webhook(secret).sign(id, new Date(seconds * 1000), body);
}
