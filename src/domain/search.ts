/** Searches: partners are asked about an order by themselves, until one takes it or nobody is left. */
import type { OfferId, PartnerId } from "./ids.ts";
import type { Money } from "./money.ts";
import type { PartnerName } from "./partner.ts";

/**
 * `ring`: one after the other, the best first. `broadcast`: several at once, and the first who accepts has it. `quotes`: several at once are
 * asked for their price, and the customer chooses. `direct`: one that the flow names, and nobody else.
 */
export const searchStrategies = ["ring", "broadcast", "quotes", "direct"] as const;

/** Moments in epoch milliseconds of the office's clock. */
export type Search = {
  readonly since: number;
  /** Whom it has asked, oldest first. */
  readonly asked: readonly PartnerId[];
  /** Nobody who could do it is open, or has room: nobody is asked before this moment, unless somebody has room before. */
  readonly waitsUntil?: number;
  /** Since when it has waited for room: all who could do it have as many unanswered offers as they may. */
  readonly noRoomSince?: number;
  /** Declines after which somebody was sought in their place, while others may still answer. */
  readonly replaced?: number;
  readonly over?: { readonly at: number; readonly why: SearchOver };
  /** The customer has read that nobody was found: not said again when staff search anew. */
  readonly told?: true;
};

/**
 * `found`: somebody has it. `quoted`: prices are before the customer. `nobody`: all who could were asked. `unreachable`: no partner of the service can be asked by itself. `by_staff`: they
 * do it, or stopped it. `ended`: the order is over.
 */
export type SearchOver = "found" | "quoted" | "nobody" | "unreachable" | "by_staff" | "ended";

/** One that may be asked, with the id that its offer gets. */
export type Candidate = { readonly partner: PartnerName; readonly offer: OfferId; readonly pays?: Money };

/** Who may be asked about an order at a moment. */
export type Candidates = {
  /** Best first. */
  readonly chosen: readonly Candidate[];
  /** When the first of those that would do opens, where some are closed. */
  readonly opensAt?: number;
  /** Of those that would do, so many have no room for one more offer now. */
  readonly crowded?: number;
  /** Why others were not chosen, each reason with how many. */
  readonly left: LeftCounts;
  /** Partners of the service that can be asked by themselves, whatever else speaks against them. */
  readonly reachable: number;
};

/** By reason (`dispatch/choose.ts`), how many. */
export type LeftCounts = Readonly<Record<string, number>>;
