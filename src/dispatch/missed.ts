/**
 * Which offers of an order their partners let go by: they were told of them by themselves, work at that hour, had room, and the office ran when their time ended. What
 * a partner could not have answered says nothing of it, neither of its silence nor of what it accepts.
 */
import type { OfferId, OrderRef } from "../domain/ids.ts";
import type { Offer } from "../domain/offer.ts";
import type { Order } from "../domain/order.ts";
import type { Partner } from "../domain/partner.ts";
import { isUndecided } from "../orders/offers.ts";
import { stopMs } from "../orders/overdue.ts";
import type { PartnerStore } from "../store/partners.ts";

/** Of the offer's time so much at least, at its end, its partner must be open. */
const leastOpen = 1 / 3;

export type MissedDeps = {
  readonly partners: Pick<PartnerStore, "get">;
  /** Whether the partner works at a moment. */
  readonly isOpen: (partner: Partner, at: number) => boolean;
  /** Whether it has as many orders as it can carry out. */
  readonly isFull: (partner: Partner) => Promise<boolean>;
  /** Whether news of the offer left for its partner. */
  readonly wasTold: (offer: Offer, ref: OrderRef) => Promise<boolean>;
};

/** Those whose time has passed at a moment and that their partners could have answered. */
export type FindMissed = (order: Order, now: number) => Promise<readonly OfferId[]>;

export function createMissed({ partners, isOpen, isFull, wasTold }: MissedDeps): FindMissed {
  async function isMissed(offer: Offer, ref: OrderRef): Promise<boolean> {
    const partner = await partners.get(offer.partner.id);
    if (partner?.state.status !== "active") return false;
    const { until, madeAt } = offer;
    // One minute after opening is no time to answer in.
    const opens = until - (until - madeAt) * leastOpen;
    if (!isOpen(partner, until - 1) || !isOpen(partner, opens)) return false;
    return !(await isFull(partner)) && wasTold(offer, ref);
  }
  return async ({ offers = [], ref }, now) => {
    const passed = offers.filter(
      (offer) => isUndecided(offer) && offer.until <= now && now - offer.until <= stopMs,
    );
    const found = await Promise.all(passed.map((offer) => isMissed(offer, ref)));
    return passed.flatMap(({ id }, index) => (found[index] ? [id] : []));
  };
}
