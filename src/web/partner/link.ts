/**
 * The signed link by which a partner answers one offer: whoever has it acts for the partner, nobody can guess it, and it opens nothing
 * else. It is good as long as the offer; after an acceptance it is the partner's page of the order.
 */
import { createHmac } from "node:crypto";
import { type OfferId, type PartnerId, parseOfferId, parsePartnerId } from "../../domain/ids.ts";
import { sameSecret } from "../security.ts";

/** 128 bits of HMAC-SHA256: 22 characters of base64url. */
const signatureLength = 22;

/** @param key random, kept with the office's data: another key makes every link worthless */
export function offerPath(key: string, offer: OfferId): string {
  return `/offer/${offer}/${signatureOf(key, `offer:${offer}`)}`;
}

/** The offer that a link names; undefined for one that is misspelt or that we did not sign. */
export function readOfferPath(
  key: string,
  parts: { readonly offer: string; readonly signature: string },
): OfferId | undefined {
  const offer = parseOfferId(parts.offer);
  return offer && sameSecret(parts.signature, signatureOf(key, `offer:${offer}`)) ? offer : undefined;
}

/** A pause of a partner: who, and since when, epoch milliseconds. */
export type Pause = { readonly partner: PartnerId; readonly since: number };

/** Where a partner says that it is back. It ends this pause and no later one, so it is good once. */
export function backPath(key: string, { partner, since }: Pause): string {
  return `/back/${partner}/${since}/${signatureOf(key, `back:${partner}:${since}`)}`;
}

/** The pause that a link ends; undefined for one that is misspelt or that we did not sign. */
export function readBackPath(
  key: string,
  parts: { readonly partner: string; readonly since: string; readonly signature: string },
): Pause | undefined {
  const partner = parsePartnerId(parts.partner);
  const since = Number(parts.since);
  if (!partner || !Number.isSafeInteger(since)) return undefined;
  const isOurs = sameSecret(parts.signature, signatureOf(key, `back:${partner}:${since}`));
  return isOurs ? { partner, since } : undefined;
}

function signatureOf(key: string, of: string): string {
  return createHmac("sha256", key).update(of).digest("base64url").slice(0, signatureLength);
}
