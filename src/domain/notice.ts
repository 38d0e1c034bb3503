/** What a partner's own system is told of an order, as JSON values: what it needs and no more. */
import type { AnswerValue } from "./answer.ts";
import type { OfferId, OrderRef } from "./ids.ts";
import type { Money } from "./money.ts";
import type { StatusName } from "./order.ts";

export type PartnerNotice = {
  readonly type:
    | "offer.made"
    | "offer.withdrawn"
    | "order.assigned"
    /** It is over, or not this partner's any more. */
    | "order.cancelled"
    | "order.amended";
  /** `until`: RFC 3339 in UTC. */
  readonly offer?: { readonly id: OfferId; readonly until: string; readonly pays?: Money };
  readonly order: {
    readonly ref: OrderRef;
    readonly service: string;
    readonly status: StatusName;
    readonly stage?: string;
    /** As under "Values" of the contract. */
    readonly fields: Readonly<Record<string, AnswerValue>>;
  };
};
