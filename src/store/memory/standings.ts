/** How partners have served, in memory: sums by day and partner, and open offers as the orders have them. */
import type { PartnerId } from "../../domain/ids.ts";
import type { OrderChange } from "../../domain/order.ts";
import { type Standing, unseen, withSeen } from "../../domain/standing.ts";
import { dayOf, type StandingStore } from "../standings.ts";
import type { Tables } from "./tables.ts";

export function memoryStandings({ seenDays, orders }: Tables): StandingStore {
  return {
    async since(day) {
      const sums = new Map<PartnerId, Standing>();
      for (const [of, seen] of seenDays) {
        if (of < day) continue;
        for (const [partner, counts] of seen)
          sums.set(partner, withSeen(sums.get(partner) ?? unseen, counts));
      }
      return sums;
    },
    async openOffers(at) {
      const counts = new Map<PartnerId, number>();
      for (const { offers = [] } of orders.values())
        for (const { partner, state, until } of offers)
          if (state.type === "open" && until > at) counts.set(partner.id, (counts.get(partner.id) ?? 0) + 1);
      return counts;
    },
  };
}

/** What a change shows of partners. */
export function addSeen({ seenDays }: Tables, { order, observed = [] }: OrderChange): void {
  for (const { partner, counts } of observed) {
    const day = dayOf(order.changedAt);
    const seen = seenDays.get(day) ?? new Map<PartnerId, Standing>();
    seenDays.set(day, seen.set(partner, withSeen(seen.get(partner) ?? unseen, counts)));
  }
}
