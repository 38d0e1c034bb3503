/** Everything that the memory store holds, in one place: plain maps, shared by its four ports. */

import type { StoredDocument } from "../../documents/documents.ts";
import type { Agent } from "../../domain/agent.ts";
import type { Conversation } from "../../domain/conversation.ts";
import type { DoorsRow } from "../../domain/doors.ts";
import type { AgentId, ConversationId, DocumentId, OrderRef, PartnerId } from "../../domain/ids.ts";
import type { ApiKey, Hook } from "../../domain/integration.ts";
import type { ChatLine } from "../../domain/message.ts";
import type { HistoryRow, Order } from "../../domain/order.ts";
import type { Partner } from "../../domain/partner.ts";
import type { Standing } from "../../domain/standing.ts";
import type { FlowVersion } from "../directory.ts";
import type { InboxRow, OutboxRow } from "../engine.ts";
import type { AgentSession, ChatSession } from "../people.ts";
import type { HeldEvent } from "./integrations.ts";

export type Tables = {
  readonly conversations: Map<ConversationId, Conversation>;
  /** By channel and address. */
  readonly byAddress: Map<string, ConversationId>;
  /** Keys of every delivery. */
  /** Keys of deliveries, and when each was received. */
  readonly inbox: Map<string, number>;
  readonly pending: Map<number, InboxRow>;
  /** Messages going out that have not left, by conversation and seq. */
  readonly outbox: Map<string, OutboxRow>;
  /** All messages that ever went out, by conversation and seq, with the id that their platform gave them. */
  readonly sent: Map<string, { readonly row: OutboxRow; readonly externalId?: string }>;
  /** By conversation, in the order of `seq`. */
  readonly lines: Map<ConversationId, ChatLine[]>;
  readonly orders: Map<OrderRef, Order>;
  /** By conversation and draft. */
  readonly drafts: Set<string>;
  readonly history: Map<OrderRef, HistoryRow[]>;
  /** By conversation, oldest first. */
  readonly joins: Map<ConversationId, DoorsRow[]>;
  readonly agents: Map<AgentId, Agent & { readonly passwordHash: string }>;
  readonly agentSessions: Map<string, AgentSession>;
  readonly chatSessions: Map<string, ChatSession>;
  /** Departments by member. */
  readonly memberships: Map<AgentId, readonly PartnerId[]>;
  /** When agents last looked at their requests. */
  readonly looks: Map<AgentId, number>;
  readonly partners: Map<PartnerId, Partner>;
  /** Active partners by service, until one changes. */
  readonly offered: Map<string, readonly Partner[]>;
  /** Secrets of partners' webhooks. */
  readonly secrets: Map<PartnerId, string>;
  /** What was seen of partners, by day. */
  readonly seenDays: Map<number, Map<PartnerId, Standing>>;
  readonly apiKeys: Map<string, { readonly key: ApiKey; readonly hash: string }>;
  readonly hooks: Map<
    string,
    {
      readonly hook: Hook;
      readonly secret: string;
      readonly deliveredAt?: number;
      readonly failing?: { readonly since: number; readonly times: number };
    }
  >;
  /** By `n`. */
  hookEvents: HeldEvent[];
  readonly flows: Map<string, FlowVersion>;
  readonly documents: Map<DocumentId, StoredDocument>;
  readonly marks: Map<string, string>;
  highestInbox: number;
};

export function emptyTables(): Tables {
  return {
    conversations: new Map(),
    byAddress: new Map(),
    inbox: new Map(),
    pending: new Map(),
    outbox: new Map(),
    sent: new Map(),
    lines: new Map(),
    orders: new Map(),
    drafts: new Set(),
    history: new Map(),
    joins: new Map(),
    agents: new Map(),
    agentSessions: new Map(),
    chatSessions: new Map(),
    memberships: new Map(),
    looks: new Map(),
    partners: new Map(),
    offered: new Map(),
    secrets: new Map(),
    seenDays: new Map(),
    apiKeys: new Map(),
    hooks: new Map(),
    hookEvents: [],
    flows: new Map(),
    documents: new Map(),
    marks: new Map(),
    highestInbox: 0,
  };
}

/** One string of several; none of the parts holds a NUL. */
export function keyOf(...parts: readonly (string | number)[]): string {
  return parts.join("\0");
}
