/** Keys that a partner is given once: the code by which it links its chat, and the secret of its webhook. */
import type { PartnerContacts } from "../../domain/partner.ts";

type RandomBytes = (length: number) => Uint8Array;

/** Without those that look or sound like others; 27 of them. */
const signs = "BCDFGHJKMNPQRTVWXYZ23456789";

/** Three days: time enough for a telephone call about it. */
const linkCodeMs = 3 * 24 * 60 * 60_000;
const linkCodeSigns = 8;

/** `P` and eight signs, over 10^11 of them: nobody meets one by trying. It is good for three days of the real clock. */
export function freshLinkCode(
  randomBytes: RandomBytes,
  now: number,
): NonNullable<PartnerContacts["linkCode"]> {
  const picked: string[] = [];
  // 243 = 9 × 27: bytes above it would favour the first signs.
  while (picked.length < linkCodeSigns) {
    for (const byte of randomBytes(16))
      if (byte < 243 && picked.length < linkCodeSigns) picked.push(signs.charAt(byte % signs.length));
  }
  return { code: `P${picked.join("")}`, until: now + linkCodeMs };
}

/** 32 random bytes as Standard Webhooks writes a secret (standardwebhooks.com, "Signature scheme"). */
export function freshSecret(randomBytes: RandomBytes): string {
  return `whsec_${Buffer.from(randomBytes(32)).toString("base64")}`;
}
