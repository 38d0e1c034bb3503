/** One-time codes of partners' chats: made for a partner's page, kept as a hash, found again by it. */
import { createHash } from "node:crypto";
import { partnerCodeLength, partnerCodeMark, partnerCodeSigns } from "../conversation/partner/code.ts";

/** A code is good for a day. */
export const partnerCodeMs = 24 * 3_600_000;

/** A new code: five bits a sign. @param random cryptographically random bytes */
export function freshPartnerCode(random: (length: number) => Uint8Array): string {
  const signs = [...random(partnerCodeLength)].map((byte) => partnerCodeSigns.charAt(byte % 32));
  return `${partnerCodeMark}${signs.join("")}`;
}

/** As it is stored. */
export function hashOfPartnerCode(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}
