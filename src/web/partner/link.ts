/**
 * The signed link by which a partner answers one offer: whoever has it acts for the partner, nobody can guess it, and it opens nothing
 * else. It is good as long as the offer; after an acceptance it is the partner's page of the order.
 */
import { createHmac } from "node:crypto";
import { type OfferId, parseOfferId } from "../../domain/ids.ts";
import { sameSecret } from "../security.ts";

/** 128 bits of HMAC-SHA256: 22 characters of base64url. */
const signatureLength = 22;

/** @param key random, kept with the office's data: another key makes every link worthless */
export function offerPath(key: string, offer: OfferId): string {
  return `/offer/${offer}/${signatureOf(key, offer)}`;
}

/** The offer that a link names; undefined for one that is misspelt or that we did not sign. */
export function readOfferPath(
  key: string,
  parts: { readonly offer: string; readonly signature: string },
): OfferId | undefined {
  const offer = parseOfferId(parts.offer);
  return offer && sameSecret(parts.signature, signatureOf(key, offer)) ? offer : undefined;
}

function signatureOf(key: string, offer: OfferId): string {
  return createHmac("sha256", key).update(`offer:${offer}`).digest("base64url").slice(0, signatureLength);
}
