/** How partners have served so far, as choosing asks for it: what the store counts of them over the time that counts. */
import type { PartnerId } from "../domain/ids.ts";
import type { PartnerMarks } from "../store/orders.ts";
import type { Known } from "./choose.ts";
import { unseen } from "./rank.ts";

/** Older marks say little of today (`rank.ts`). */
export const standingDays = 90;
const dayMs = 24 * 3_600_000;

export type StandingSource = {
  readonly partnerMarks: (since: number) => Promise<ReadonlyMap<PartnerId, PartnerMarks>>;
};

/** Each partner's standing at a moment, by what customers gave it; undefined of one that nothing is known of. */
export async function standingsAt({ partnerMarks }: StandingSource, at: number): Promise<Known["standing"]> {
  const marks = await partnerMarks(at - standingDays * dayMs);
  return (partner) => {
    const own = marks.get(partner);
    return own && { ...unseen, ...own };
  };
}
