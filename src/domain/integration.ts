/** Programs of the office and its integrators: keys by which they ask, and hooks by which they are told. */
import type { AgentId, ConversationId, OrderRef, PartnerId } from "./ids.ts";
import type { HistoryRow, OrderKind, StatusName } from "./order.ts";

/** What a key may do. The key of the settings may do everything. */
export const scopes = [
  "orders:read",
  "orders:write",
  "internal:read",
  "conversations:read",
  "messages:write",
  "lines:read",
  "metrics:read",
] as const;
export type Scope = (typeof scopes)[number];

/** A key without itself: it is shown once, and only its SHA-256 is kept. Moments in epoch milliseconds by the real clock. */
export type ApiKey = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: number;
  readonly createdBy: AgentId;
  /** To the minute. */
  readonly usedAt?: number;
  readonly revokedAt?: number;
  /** Keys that were taken away before this was kept have none. */
  readonly revokedBy?: AgentId;
};

/** `internal.…`: of what the office's own departments ask of each other. */
export const hookEventTypes = [
  "order.placed",
  "order.changed",
  "message.received",
  "internal.placed",
  "internal.changed",
] as const;
export type HookEventType = (typeof hookEventTypes)[number];

/** One of the office's own systems. Its secret is no part of it: the store gives that out by itself. */
export type Hook = {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly events: readonly HookEventType[];
  readonly createdAt: number;
  /** Hooks that were made before this was kept have none. */
  readonly createdBy?: AgentId;
};

/** What is kept of an event until it is delivered: names and moments, nothing that anybody said or that tells of a customer. */
export type HookEvent =
  | {
      readonly type: Exclude<HookEventType, "message.received">;
      readonly at: number;
      readonly order: {
        readonly ref: OrderRef;
        readonly service: string;
        /** Left out: a service. */
        readonly kind?: Exclude<OrderKind, "service">;
        /** The order that a complaint is about. */
        readonly about?: OrderRef;
        readonly version: number;
        readonly status: StatusName;
        readonly stage?: string;
        readonly conversation: ConversationId;
        readonly partner?: PartnerId;
      };
      /** What happened to it, in order. */
      readonly what: readonly HistoryRow["what"][];
    }
  | {
      readonly type: "message.received";
      readonly at: number;
      readonly conversation: ConversationId;
      readonly seq: number;
    };

/** Events of one subject are told in their order. */
export function subjectOf(event: HookEvent): string {
  return event.type === "message.received" ? event.conversation : event.order.ref;
}
