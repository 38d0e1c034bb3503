/**
 * The signed link by which a partner answers one offer: whoever has it acts for the partner, nobody can guess it, and it opens nothing
 * else. It is good as long as the offer; after an acceptance it is the partner's page of the order.
 */
import { createHmac } from "node:crypto";
import { type OfferId, type OrderRef, parseOfferId, parseOrderRef } from "../../domain/ids.ts";
import { sameSecret } from "../security.ts";

/** 128 bits of HMAC-SHA256: 22 characters of base64url. */
const signatureLength = 22;

export type OfferLink = { readonly ref: OrderRef; readonly offer: OfferId };

/** @param key random, kept with the office's data: another key makes every link worthless */
export function offerPath(key: string, { ref, offer }: OfferLink): string {
  return `/offer/${ref}/${offer}/${signatureOf(key, { ref, offer })}`;
}

/** What a link names; undefined for one that is misspelt or that we did not sign. */
export function readOfferPath(
  key: string,
  parts: { readonly ref: string; readonly offer: string; readonly signature: string },
): OfferLink | undefined {
  const ref = parseOrderRef(parts.ref);
  const offer = parseOfferId(parts.offer);
  if (!ref || !offer) return undefined;
  return sameSecret(parts.signature, signatureOf(key, { ref, offer })) ? { ref, offer } : undefined;
}

function signatureOf(key: string, { ref, offer }: OfferLink): string {
  return createHmac("sha256", key)
    .update(`offer:${ref}:${offer}`)
    .digest("base64url")
    .slice(0, signatureLength);
}
