/** How partners have served so far and what they have now, as choosing asks for it: what the store has added up over the time that counts. */
import type { PartnerId } from "../domain/ids.ts";
import { unseen } from "../domain/standing.ts";
import type { OrderStore } from "../store/orders.ts";
import { dayOf, type StandingStore } from "../store/standings.ts";
import type { Known } from "./choose.ts";
import type { Load } from "./rank.ts";

/** What is older says little of today. */
export const standingDays = 90;

const dayMs = 24 * 3_600_000;

export type StandingSource = {
  readonly standings: Pick<StandingStore, "since">;
  readonly orders: Pick<OrderStore, "partnerComplaints">;
};

/** Each partner's standing at a moment: of today and the days before it that count. Undefined of one that nothing is known of. */
export async function standingsAt(
  { standings, orders }: StandingSource,
  at: number,
): Promise<Known["standing"]> {
  const first = dayOf(at) - standingDays + 1;
  const [seen, upheld] = await Promise.all([standings.since(first), orders.partnerComplaints(first * dayMs)]);
  // Made once a look: choosing asks for thousands, and few were complained about.
  const blamed = new Map(
    [...upheld].map(
      ([partner, complaints]) => [partner, { ...(seen.get(partner) ?? unseen), complaints }] as const,
    ),
  );
  if (blamed.size === 0) return (partner) => seen.get(partner);
  return (partner) => blamed.get(partner) ?? seen.get(partner);
}

export type LoadSource = {
  readonly orders: Pick<OrderStore, "partnerLoads">;
  readonly standings: Pick<StandingStore, "openOffers">;
};

/** The orders that each partner has at a moment, and the offers that it has not answered; undefined of one that has neither. */
export async function loadsAt(
  { orders, standings }: LoadSource,
  at: number,
): Promise<ReadonlyMap<PartnerId, Load>> {
  const [held, open] = await Promise.all([orders.partnerLoads(), standings.openOffers(at)]);
  const partners = new Set([...held.keys(), ...open.keys()]);
  return new Map(
    [...partners].map((id) => [id, { orders: held.get(id) ?? 0, offers: open.get(id) ?? 0 }] as const),
  );
}
