/** Orders: what a customer asked for, typed and durable, and the facts that are true in each state of its life. */
import type { Fields } from "./answer.ts";
import type { Complaint, OutcomeName } from "./complaint.ts";
import type { Confirmation } from "./confirmation.ts";
import type { Consent } from "./consent.ts";
import type { DataTold, DataWish } from "./data-wish.ts";
import type { Handoff } from "./handoff.ts";
import type { AgentId, ConversationId, CustomerId, DraftId, OfferId, OrderRef } from "./ids.ts";
import type { Both } from "./language.ts";
import type { Media } from "./message.ts";
import type { Money } from "./money.ts";
import type { Offer } from "./offer.ts";
import type { OrderClock } from "./order-clock.ts";
import type { PartnerName } from "./partner.ts";
import type { Rating } from "./rating.ts";
import type { LeftCounts, Search, SearchOver } from "./search.ts";
import type { Observed } from "./standing.ts";

export const statusNames = [
  "placed",
  "quoted",
  "approved",
  "awaiting_payment",
  "paid",
  "seeking",
  "assigned",
  "in_progress",
  "done",
  "cancelled",
  "failed",
] as const;
export type StatusName = (typeof statusNames)[number];

/** What an order is: a service for a customer, a complaint of one, or a request between the office's own departments. */
export const orderKinds = ["service", "complaint", "internal"] as const;
export type OrderKind = (typeof orderKinds)[number];

/** After these nothing follows. */
export const overStatuses = ["done", "cancelled", "failed"] as const satisfies readonly StatusName[];

/** Who made a change. */
export type By = {
  readonly type: "customer" | "agent" | "partner" | "office";
  readonly id?: string;
  readonly name?: string;
};

/** Where an order that was only waiting for somebody of the office goes back to. */
export type LetGoTo = "placed" | "approved" | "paid";

/** A state with the facts that are true in it. Moments are epoch milliseconds. */
export type OrderStatus =
  | { readonly status: "placed"; readonly at: number }
  | { readonly status: "quoted"; readonly at: number; readonly total: Money }
  | { readonly status: "approved"; readonly at: number }
  | { readonly status: "awaiting_payment"; readonly at: number; readonly total: Money }
  | { readonly status: "paid"; readonly at: number }
  | { readonly status: "seeking"; readonly at: number }
  /** `from`: where it goes back to when it is let go, if nobody was sought for it before, and since when it was there. */
  | {
      readonly status: "assigned";
      readonly at: number;
      readonly to: By;
      readonly from?: LetGoTo;
      readonly since?: number;
    }
  | { readonly status: "in_progress"; readonly at: number; readonly stage?: string }
  | { readonly status: "done"; readonly at: number }
  | { readonly status: "cancelled"; readonly at: number; readonly by: By; readonly reason: string }
  | { readonly status: "failed"; readonly at: number; readonly by: By; readonly reason: string };

/**
 * Who holds an order in the queue. Until the agent's first act the claim is a lease and ends at `until`; an act makes the
 * agent responsible, without `until`, until released, handed over, or taken by a head.
 */
export type Claim = {
  readonly agent: AgentId;
  readonly name: string;
  readonly since: number;
  /** The end of its lease, epoch milliseconds of the real clock, also in a rehearsal. */
  readonly until?: number;
};

export type PriceLine = { readonly label: Both; readonly amount: Money; readonly vat: boolean };
export type Price = { readonly lines: readonly PriceLine[]; readonly total: Money };

/** Until when the customer may choose, epoch milliseconds. */
export type ShownPrices = {
  readonly at: number;
  readonly until: number;
  readonly offers: readonly OfferId[];
};

export type Order = {
  readonly ref: OrderRef;
  readonly conversation: ConversationId;
  /** Whose it was when it was placed. Chats can be joined and parted since: whose it is, its chat says. */
  readonly customer: CustomerId;
  /** The form run it came from; unique within its conversation. */
  readonly draft: DraftId;
  readonly service: string;
  /** Left out: a service. */
  readonly kind?: Exclude<OrderKind, "service">;
  /** The order that it is about. */
  readonly about?: OrderRef;
  /** Of a complaint. */
  readonly complaint?: Complaint;
  readonly flowHash: string;
  /** Grows by one with every change that its history tells of; a change is committed only where it still matches. */
  readonly version: number;
  readonly fields: Fields;
  readonly state: OrderStatus;
  readonly claim?: Claim;
  /** Who carries it out, where that is a partner; staff who hold it look after it all the same. */
  readonly partner?: PartnerName;
  /** Those that had it before, or read the customer's own words in an offer, and know the customer by it. */
  readonly earlierPartners?: readonly PartnerName[];
  /** When it last went to a partner, or was taken from one; what it waits for begins anew. Epoch milliseconds. */
  readonly passedOnAt?: number;
  /** The department of the office that it was handed to; left out: the one whose service it is. */
  readonly department?: PartnerName;
  readonly handoff?: Handoff;
  /** To whom it was shown, oldest first; of those that are over the last few. */
  readonly offers?: readonly Offer[];
  /** Partners are asked by themselves, or were; left out: never yet. */
  readonly search?: Search;
  /** Prices of partners that the customer was shown, best first; left out once one is chosen, or none. */
  readonly shownPrices?: ShownPrices;
  readonly price?: Price;
  /** What of the price is passed on to the partner, its tax included, where the office proposed it by itself: nobody dearer is asked. */
  readonly passedOn?: Money;
  /** When the customer approved the price, and paid it; whatever became of the order since. Epoch milliseconds. */
  readonly approvedAt?: number;
  readonly paidAt?: number;
  readonly rating?: Rating;
  /** The newest change that the partner which has it was asked to confirm. */
  readonly confirmation?: Confirmation;
  /** The moment by which the customer was promised to hear of it, epoch milliseconds. */
  readonly promisedBy?: number;
  /** The next moment at which something of it is due (`orders/due.ts`), epoch milliseconds; left out: nothing is. */
  readonly dueAt?: number;
  /** What was done because time went by. */
  readonly clock?: OrderClock;
  /** The read-back that the customer approved, word for word. */
  readonly contract?: string;
  /** What was agreed to before data of a protected kind was kept. */
  readonly consent?: Consent;
  /** What the customer wants of their data: the most that they ever asked. */
  readonly dataAsked?: DataWish;
  /** The partners that know so, and have got nothing new to forget since. */
  readonly dataTold?: readonly DataTold[];
  readonly placedAt: number;
  /** When something of the order itself last changed. */
  readonly changedAt: number;
};

/** One row of an order's history. `from` is absent on the first. */
export type HistoryRow = {
  readonly at: number;
  readonly from?: StatusName;
  readonly to: StatusName;
  readonly stage?: string;
  readonly by: By;
  /** What happened beyond the status: claimed, released, a field corrected, a note. */
  readonly what:
    | "placed"
    | "moved"
    | "claimed"
    | "released"
    | "taken"
    | "corrected"
    | "noted"
    | "priced"
    /** Nobody suitable has a fixed price: a colleague sets it. */
    | "unpriced"
    | "lease_ended"
    /** Time went by: nobody claimed it, it stood still at a stage, a head was called, a promise was missed. */
    | "unclaimed"
    | "stuck"
    | "escalated"
    | "promise_missed"
    /** The customer was reminded of the appointment, said that it stands, did not come. */
    | "appointment_reminded"
    | "appointment_confirmed"
    /** The customer wants to cancel what staff decide on. */
    | "cancel_asked"
    /** It stays, whatever they wished of it. */
    | "appointment_kept"
    | "no_show"
    /** The customer was told that what was got runs out, or that they may cancel what is weeks late. */
    | "renewal_reminded"
    | "late_offered"
    | "amended"
    /** To a partner, and back from one. */
    | "given"
    | "given_back"
    /** What its partner is paid for it, where that was open at the acceptance. */
    | "pay_agreed"
    /** Words between the customer and a partner that reads them on its page alone, as they were passed on. */
    | "customer_wrote"
    | "partner_wrote"
    /** Shown to a partner, and what became of that. */
    | "offered"
    | "offer_declined"
    /** It took its decline back, and the offer stands again. */
    | "offered_again"
    | "offer_withdrawn"
    /** A partner named its price; the customer was shown the prices, chose one, chose none, or let them go by. */
    | "quoted"
    | "prices_shown"
    | "price_chosen"
    | "prices_refused"
    | "prices_expired"
    | "offer_expired"
    /** A partner answered an offer that had run out. */
    | "answered_late"
    /** The search for a partner: begun by staff, a round of it, a wait for somebody to open, or to have room, its end. */
    | "search_begun"
    | "searched"
    | "search_waits"
    | "search_crowded"
    | "search_over"
    /** The customer rated it. */
    | "rated"
    /** Of a complaint: the customer said more, which order it is about; a colleague answered; the customer is content, or not, or has gone silent. */
    | "complained"
    | "tied"
    | "answered"
    | "settled"
    | "complaint_withdrawn"
    | "reopened"
    | "unsettled"
    | "closed_by_silence"
    /** Their silence tells nothing, since they wrote what nobody read, or can't be written to: a colleague has to end it. */
    | "held_open"
    /** A partner reports something to the office. */
    | "reported"
    /** A picture from whoever carries it out: that it is done. */
    | "proof"
    /** Words between the customer and the partner that the office passed on, and in which it blotted something out. */
    | "masked"
    /** The customer asked about their data, and the partner that has them is told. */
    | "data_asked"
    /** Its system could not be told; the office told it by phone. */
    | "untold"
    | "partner_told"
    /** The partner knows of a change, can't do it so, or has not answered. */
    | "confirmed"
    | "not_possible"
    | "unconfirmed"
    /** From department to department; its time has passed; back to whoever handed it over. */
    | "handed"
    | "handoff_late"
    /** Heads were told outside the queue; the note names them. */
    | "heads_told"
    | "handed_back"
    /** It went back with what was asked of the department done. */
    | "handoff_done";
  readonly field?: { readonly name: string; readonly before?: unknown; readonly after: unknown };
  readonly note?: string;
  /** Of a search: how many were asked, why others were not, until when it waits, why it is over. */
  readonly search?: {
    readonly asked: number;
    readonly left: LeftCounts;
    readonly until?: number;
    readonly why?: SearchOver;
  };
  /** What a colleague answered to a complaint. */
  readonly outcome?: OutcomeName;
  /** What the customer gave it, from 1 to 5. */
  readonly mark?: number;
  /** The price that a partner named, or that was chosen. */
  readonly total?: Money;
  /** To whom it was given, or who gave it back. */
  readonly partner?: PartnerName;
  /** The department that it was handed to, or that handed it back; and by when it is to be done, epoch milliseconds. */
  readonly department?: PartnerName;
  readonly until?: number;
  /** Of a proof. */
  readonly document?: Media;
};

/**
 * What the store commits of an order. `expect` is the version that the change was made on (0: a new order), which a change without a row of history keeps: it is no news
 * to anybody who has seen the order, and every turn is stepped on the newest state there is.
 */
export type OrderChange = {
  readonly order: Order;
  /** As it was; left out of a new one. */
  readonly before?: Order;
  readonly expect: number;
  readonly history: readonly HistoryRow[];
  /** What it shows of partners, which is added to their counts with it. */
  readonly observed?: readonly Observed[];
};

/** When it was made: the moment of its last row of history, also where that tells of something beside the order. */
export const madeAt = ({ order, history }: OrderChange): number => history.at(-1)?.at ?? order.changedAt;
