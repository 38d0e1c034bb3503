/** The secret of a partner's webhook, which is given once. */

/** 32 random bytes as Standard Webhooks writes a secret (standardwebhooks.com, "Signature scheme"). */
export function freshSecret(randomBytes: (length: number) => Uint8Array): string {
  return `whsec_${Buffer.from(randomBytes(32)).toString("base64")}`;
}
