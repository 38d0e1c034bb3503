/**
 * What pages, the API, channels and timers may ask of the running engine. `turn.ts` builds it. Everything that changes a chat or
 * an order goes through here, one conversation at a time, and resolves when it is durable.
 */

import type { Received } from "./channels/channel.ts";
import type { AgentAct, Move, PartnerReport, Refusal } from "./domain/act.ts";
import type { AgentName } from "./domain/agent.ts";
import type { Fields } from "./domain/answer.ts";
import type { Conversation } from "./domain/conversation.ts";
import type { ConversationId, OfferId, OrderRef, PartnerId } from "./domain/ids.ts";
import type { Language } from "./domain/language.ts";
import type { ChatLine, Inbound, Progress } from "./domain/message.ts";
import type { OfferAnswer } from "./domain/offer.ts";
import type { Order } from "./domain/order.ts";
import type { Partner } from "./domain/partner.ts";

export type Acted =
  | { readonly type: "done"; readonly conversation: Conversation; readonly order?: Order }
  | { readonly type: "refused"; readonly refusal: Refusal; readonly order?: Order }
  | { readonly type: "unknown" }
  /** Nothing was written: the disk is full or the office is stopping. Try again. */
  | { readonly type: "not_now" };

/** Accepted once it had been declined, and another order by then: its partner is to read it first. */
export const isChangedOffer = (acted: Acted): boolean =>
  acted.type === "refused" && acted.refusal.reason === "offer_over" && acted.refusal.why === "changed";

/**
 * `nothing`: it did not fail. `opted_out`: the customer stopped messages, and did not ask for this one. `never_wrote`: nor did they ever
 * write, and this line writes to nobody first.
 */
export type SentAgain = "sent" | "nothing" | "opted_out" | "never_wrote";

/** What changed, for live pages: ids and versions only, never words. */
export type Change =
  | { readonly type: "chat"; readonly conversation: ConversationId; readonly lastSeq: number }
  | {
      readonly type: "order";
      readonly ref: OrderRef;
      readonly version: number;
      readonly conversation: ConversationId;
    }
  | { readonly type: "person"; readonly conversation: ConversationId; readonly wanted: boolean }
  /** What became of a message that was on its way, or was handed over. */
  | { readonly type: "delivery"; readonly conversation: ConversationId; readonly seq: number }
  /** A line of the office is in another state, or was paused. */
  | { readonly type: "line"; readonly channel: string };

export interface Engine {
  receive(inbound: Inbound): Promise<Received>;
  /** Makes the chat of (channel, address) if there is none. `id` is given by the web chat, which hands it out first. */
  openConversation(input: {
    readonly channel: string;
    readonly address: string;
    readonly language: Language;
    readonly id?: ConversationId;
  }): Promise<Conversation>;
  conversation(id: ConversationId): Promise<Conversation | undefined>;
  lines(conversation: ConversationId, after: number, limit: number): Promise<readonly ChatLine[]>;
  /** An act of staff, on an order or on a chat. `expect`: refused as `stale` when the order has another version by then. */
  act(
    agent: AgentName,
    act: AgentAct,
    on: { readonly ref: OrderRef; readonly expect?: number } | { readonly conversation: ConversationId },
  ): Promise<Acted>;
  /** An order for a customer who called or came in, or what a colleague (`by`) asks of another department. */
  enterOrder(input: {
    readonly by?: AgentName;
    readonly conversation: ConversationId;
    readonly service: string;
    readonly fields: Fields;
    /** Of a complaint: the order of this customer that it is about. */
    readonly about?: OrderRef;
    /** Who called, by the names under which flows remember (`customer_name`, `customer_phone`). */
    readonly known?: Fields;
    /** The program's own name for this entry: the same again in this chat is refused with the order that it became. */
    readonly key?: string;
  }): Promise<Acted>;
  /** A move by an integrator. */
  moveOrder(ref: OrderRef, move: Move): Promise<Acted>;
  /** The answer of the partner to whom this order was offered. */
  answerOffer(ref: OrderRef, offer: OfferId, answer: OfferAnswer): Promise<Acted>;
  /** What the partner that has this order reports of it. */
  partnerReports(ref: OrderRef, partner: PartnerId, report: PartnerReport): Promise<Acted>;
  /** The chat becomes the partner's that was given this code; `unknown` for one that is not good, or is no more. */
  joinPartner(conversation: ConversationId, code: string): Promise<Acted>;
  /** The chat is the partner's no more. */
  partPartner(partner: Partner, conversation: ConversationId): Promise<Acted>;
  /** This partner, whose chat this is, let its offers go by and gets no new ones. */
  partnerPaused(conversation: ConversationId, partner: PartnerId): Promise<Acted>;
  /** A claim whose lease ran out goes back to the queue. */
  endLease(order: Order): Promise<Acted>;
  /** Fires the timers of conversations and orders that are due by the office's clock. */
  tick(): Promise<void>;
  /** At a start, once the channels are there: from now on messages leave, those that a stop left first. */
  resume(): void;
  /** The key of the office's message to which its platform gave this id. */
  keyOf(channel: string, address: string, id: string): Promise<string | undefined>;
  /** What a platform tells of a message after it took it. */
  progressed(channel: string, address: string, id: string, progress: Progress): Promise<void>;
  /** Whether anything reaches this customer, as the platform told `at` that moment; as in `Desk`. */
  reached(channel: string, address: string, isReached: boolean, at: number): Promise<"done" | "not_now">;
  /** A message that failed leaves once more. */
  sendAgain(conversation: ConversationId, seq: number): Promise<SentAgain>;
  /** When the newest stored message of this address was received, epoch milliseconds. */
  lastHeard(channel: string, address: string): Promise<number | undefined>;
  /** Calls back after each commit; returns the way to stop it. */
  subscribe(listener: (changes: readonly Change[]) => void): () => void;
  /** Running totals for /metrics: names are Prometheus names without the `wasit_` prefix. */
  counters(): Readonly<Record<string, number>>;
  /** Is everything that a ready office needs there? `disk_full` is a reason not to be. */
  health(): { readonly ready: boolean; readonly reason?: string };
  /** The office's clock, epoch milliseconds (a rehearsal may have moved it). */
  now(): number;
  /** Every stored message processed and every due effect handed over. */
  idle(): Promise<void>;
  close(): Promise<void>;
}
