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
  /** When staff wrote down what was agreed: it was open at the acceptance, and may be put right. */
  readonly agreedAt?: number;
  /** The partner names its price for it, and the customer chooses; left out: who accepts has the order. */
  readonly asks?: "price";
  /** Staff gave it the order by hand: it was asked nothing, and has answered nothing. */
  readonly given?: true;
  /** Its partner answered after its time, when nothing could come of it: a yes (or a price), or a no. */
  readonly late?: { readonly at: number; readonly takes: boolean };
  readonly state: OfferState;
};

/** An open one whose `until` has passed is over, even before that is written down. */
export type OfferState =
  | { readonly type: "open" }
  | { readonly type: "accepted"; readonly at: number }
  | ({ readonly type: "quoted"; readonly at: number; readonly until: number } & Quote)
  /**
   * `busy`: its partner only said that it takes nothing for now, which counts nowhere. `since`: what would have taken the offer back, had it stood; the
   * order is no more what was declined.
   */
  | {
      readonly type: "declined";
      readonly at: number;
      readonly reason: string;
      readonly busy?: true;
      readonly since?: WithdrawnWhy;
    }
  | { readonly type: "withdrawn"; readonly at: number; readonly why: WithdrawnWhy }
  /**
   * Nobody answered by `until`; `at` is when that was written down. `missed`: its partner was told of it, was open, and the office ran: it could
   * have answered.
   */
  | { readonly type: "expired"; readonly at: number; readonly missed?: true };

/**
 * `taken`: another partner was first, or staff do it themselves. `by_staff`: they took the offer back. `changed`: the order is another
 * than the partner was shown, or waits for its price. `not_chosen`: the customer took none of the prices. `over`: the order has ended.
 */
export type WithdrawnWhy = "taken" | "by_staff" | "changed" | "not_chosen" | "over";

/** What a partner wants for an order. It can be chosen before the `until` of its state. */
export type Quote = {
  /** Tax included. */
  readonly total: Money;
  /** Words for the customer. */
  readonly note?: string;
  /** Another time than the one asked for, epoch milliseconds. */
  readonly time?: number;
};

/** `reason` may be empty. */
export type OfferAnswer =
  | { readonly type: "accept" }
  | { readonly type: "decline"; readonly reason: string; readonly busy?: true }
  /** It takes its decline back, and wants to see the offer again. */
  | { readonly type: "again" }
  /** `at`: another time than the one asked for, epoch milliseconds. */
  | { readonly type: "quote"; readonly total: Money; readonly note?: string; readonly at?: number };

/**
 * Why a price is refused: nothing or less, more than anybody pays, another currency than the office's, a time that has passed; `needed`: an
 * order that asks for one was accepted without, `not_asked`: its price is fixed.
 */
export type BadQuote = "not_positive" | "too_much" | "other_currency" | "past_time" | "needed" | "not_asked";

/** Why an offer can't be answered any more, or not like that. */
export type OfferOver = "taken" | "withdrawn" | "expired" | "declined" | "accepted" | "quoted";

/** The same as its partner reads it, which is told apart further: `changed`, `not_chosen` and `ended` (the order is over) are withdrawn, too. */
export type OfferEnd = OfferOver | "changed" | "not_chosen" | "ended";
