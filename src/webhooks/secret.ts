/**
 * The secret that a partner's system and the office share, in the form of Standard Webhooks: `whsec_` and the base64 of 24 to 64 random
 * bytes (https://www.standardwebhooks.com, "Signature scheme"). One for each partner, never shown twice, never logged.
 */
declare const brand: unique symbol;
/** A `whsec_…` that has passed `parseWebhookSecret`. */
export type WebhookSecret = string & { readonly [brand]: "WebhookSecret" };

const prefix = "whsec_";
/** The specification's bounds: 192 to 512 bits. */
const fewestBytes = 24;
const mostBytes = 64;

/** The secret in a text, or undefined where it is none: no prefix, not plain base64, too short to be safe, too long. */
export function parseWebhookSecret(text: string): WebhookSecret | undefined {
  if (!text.startsWith(prefix)) return undefined;
  const encoded = text.slice(prefix.length);
  const bytes = Buffer.from(encoded, "base64");
  // Node skips what is no base64: only what comes out again as it went in was meant so.
  if (bytes.toString("base64") !== encoded || !isLongEnough(bytes)) return undefined;
  return text as WebhookSecret;
}

/**
 * A new secret from chance that the shell brings: `webhookSecretOf(randomBytes(32))`.
 * @throws RangeError for fewer than 24 or more than 64 bytes
 */
export function webhookSecretOf(bytes: Uint8Array): WebhookSecret {
  if (!isLongEnough(bytes)) {
    throw new RangeError(
      `A webhook secret has ${fewestBytes} to ${mostBytes} bytes, not ${bytes.byteLength}.`,
    );
  }
  return `${prefix}${Buffer.from(bytes).toString("base64")}` as WebhookSecret;
}

function isLongEnough(bytes: Uint8Array): boolean {
  return bytes.byteLength >= fewestBytes && bytes.byteLength <= mostBytes;
}
