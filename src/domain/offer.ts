/** Offers: an order shown to a partner, who may take it until a moment; the first who does has it. */
import type { OfferId } from "./ids.ts";
import type { Money } from "./money.ts";
import type { PartnerName } from "./partner.ts";

/** Moments in epoch milliseconds of the office's clock. */
export type Offer = {
  readonly id: OfferId;
  readonly partner: PartnerName;
  readonly madeAt: number;
  /** It can be accepted before this moment. */
  readonly until: number;
  /** What the partner is paid for it, tax included; left out: to be agreed. */
  readonly pays?: Money;
  readonly state: OfferState;
};

/** An open one whose `until` has passed is over, even before that is written down. */
export type OfferState =
  | { readonly type: "open" }
  | { readonly type: "accepted"; readonly at: number }
  | { readonly type: "declined"; readonly at: number; readonly reason: string }
  | { readonly type: "withdrawn"; readonly at: number; readonly why: WithdrawnWhy }
  /** Nobody answered by `until`; `at` is when that was written down. */
  | { readonly type: "expired"; readonly at: number };

/**
 * `taken`: another partner was first, or staff do it themselves. `by_staff`: they took the offer back. `changed`: the order is another
 * than the partner was shown, or waits for its price. `over`: the order has ended.
 */
export type WithdrawnWhy = "taken" | "by_staff" | "changed" | "over";

/** `reason` may be empty. */
export type OfferAnswer = { readonly type: "accept" } | { readonly type: "decline"; readonly reason: string };

/** Why an offer can't be answered any more, or not like that. */
export type OfferOver = "taken" | "withdrawn" | "expired" | "declined" | "accepted";
