/** How partners have served, in memory: sums by day and partner, and open offers as the orders have them. */
import type { PartnerId } from "../../domain/ids.ts";
import { madeAt, type OrderChange } from "../../domain/order.ts";
import { type Standing, seenIn, unseen, withSeen } from "../../domain/standing.ts";
import { dayOf, longAgo, type StandingStore } from "../standings.ts";
import type { Tables } from "./tables.ts";

export function memoryStandings({ seenDays, orders }: Tables): StandingStore {
  return {
    async since(day) {
      const sums = new Map<PartnerId, Standing>();
      const before = new Map<PartnerId, Standing>();
      for (const [of, seen] of seenDays) {
        const into = of < day ? before : sums;
        for (const [partner, counts] of seen)
          into.set(partner, withSeen(into.get(partner) ?? unseen, counts));
      }
      for (const [partner, seen] of before) {
        const earlier = seenIn(seen);
        if (earlier > 0) sums.set(partner, { ...(sums.get(partner) ?? unseen), earlier });
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

/** What was seen before a day becomes one sum a partner. */
export function foldSeen({ seenDays }: Tables, before: number): void {
  const folded = seenDays.get(longAgo) ?? new Map<PartnerId, Standing>();
  for (const [day, seen] of seenDays) {
    if (day === longAgo || day >= before) continue;
    for (const [partner, counts] of seen)
      folded.set(partner, withSeen(folded.get(partner) ?? unseen, counts));
    seenDays.delete(day);
  }
  if (folded.size > 0) seenDays.set(longAgo, folded);
}

/** What a change shows of partners. */
export function addSeen({ seenDays }: Tables, change: OrderChange): void {
  const day = dayOf(madeAt(change));
  for (const { partner, counts } of change.observed ?? []) {
    const seen = seenDays.get(day) ?? new Map<PartnerId, Standing>();
    seenDays.set(day, seen.set(partner, withSeen(seen.get(partner) ?? unseen, counts)));
  }
}
