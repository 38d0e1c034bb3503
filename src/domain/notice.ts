/** What a partner is told of an order, as JSON values: what it needs and no more. */
import type { AnswerValue } from "./answer.ts";
import type { OfferId, OrderRef, PartnerId } from "./ids.ts";
import type { Money } from "./money.ts";
import type { StatusName } from "./order.ts";

export type PartnerNotice = {
  readonly type:
    | "offer.made"
    | "offer.withdrawn"
    | "order.assigned"
    /** It is over, or not this partner's any more. */
    | "order.cancelled"
    | "order.amended"
    /** Its customer wants their data deleted, or takes back their consent to its being kept: what no law keeps is to go. */
    | "customer.data"
    /** By mail alone: its customer wrote, which it reads on its page. */
    | "customer.wrote";
  /** `until`: RFC 3339 in UTC. `asks`: it is answered by a price. */
  readonly offer?: {
    readonly id: OfferId;
    readonly until: string;
    readonly pays?: Money;
    readonly asks?: "price";
    readonly payment: Payment;
  };
  readonly order: {
    readonly ref: OrderRef;
    readonly service: string;
    readonly status: StatusName;
    readonly stage?: string;
    /** The customer wants another appointment, or none, and the office decides. */
    readonly wish?: "move" | "cancel";
    /** It has changed, or is cancelled: the number by which the partner confirms that it knows. */
    readonly change?: number;
    /** What the customer asks about their data. */
    readonly data?: "delete" | "withdraw";
    /** As under "Values" of the contract. */
    readonly fields: Readonly<Record<string, AnswerValue>>;
  };
};

/**
 * Who pays the partner, when, and how much: `fixed` as `pays` says, the `own_price` that the partner names, or `to_agree` with the office
 * before the work begins.
 */
export type Payment = {
  readonly by: "office";
  readonly when: "order_done";
  readonly amount: "fixed" | "own_price" | "to_agree";
};

/** What a partner is told that is about none of its orders: it let offers go by, and gets no new ones until it says that it is back. */
export type PausedNotice = {
  readonly type: "partner.paused";
  readonly partner: PartnerId;
  /** Since when, RFC 3339 in UTC. */
  readonly since: string;
};

/**
 * A notice on its way: of what there is news. What the partner reads of the order is looked up when it leaves (docs/decisions/068), so nothing of the
 * customer waits here, and nobody hears what is not theirs any more. Older rows hold more than this, which nobody reads.
 */
export type OrderNoticeRef = Pick<PartnerNotice, "type"> & {
  readonly offer?: Omit<NonNullable<PartnerNotice["offer"]>, "payment">;
  /** When it happened, epoch milliseconds. */
  readonly at?: number;
  readonly order: Pick<PartnerNotice["order"], "ref">;
};

export type PausedNoticeRef = Pick<PausedNotice, "type"> & { readonly at: number };

export type NoticeRef = OrderNoticeRef | PausedNoticeRef;
