/** Reading orders: for the queue, the API, and «وين طلبي؟». Writing is `EngineStore.commitTurns` alone. */

import type { Conversation } from "../domain/conversation.ts";
import type { AgentId, ConversationId, CustomerId, OrderRef, PartnerId } from "../domain/ids.ts";
import {
  type HistoryRow,
  type Order,
  type OrderKind,
  overStatuses,
  type StatusName,
} from "../domain/order.ts";

export type OrderFilter = {
  readonly conversation?: ConversationId;
  readonly customer?: CustomerId;
  readonly statuses?: readonly StatusName[];
  readonly service?: string;
  readonly kind?: OrderKind;
  readonly withoutKinds?: readonly Exclude<OrderKind, "service">[];
  /** Of what departments ask of each other only what this agent may read; left out: all of it. */
  readonly insider?: Insider;
  /** Claimed by this agent, or by nobody. */
  readonly claimedBy?: AgentId | "nobody" | "somebody";
  /**
   * Handed to one of these departments, or by one of them to another; or handed to none and of one of these services. Goes with statuses and
   * `claimedBy` alone.
   */
  readonly ofDepartments?: {
    readonly departments: readonly PartnerId[];
    readonly services: readonly string[];
  };
};

/**
 * Somebody of the office who leads nobody. Of requests between departments they read their own, those that they hold, and those of the departments
 * that they are in.
 */
export type Insider = {
  readonly agent: AgentId;
  /** The channel of the chats that stand for people of the office, and the agent's own chat there. */
  readonly channel: string;
  readonly chat?: ConversationId;
  readonly departments: readonly PartnerId[];
  /** What these departments do. */
  readonly services: readonly string[];
};

/** Whether they may: everything but requests between departments that are no business of theirs. */
export function mayRead(insider: Insider, order: Order): boolean {
  const { conversation, claim, kind } = order;
  if (kind !== "internal" || conversation === insider.chat || claim?.agent === insider.agent) return true;
  return isOfDepartments(order, insider);
}

/** Handed to one of these departments, or by one of them; or handed to none and of one of these services. */
export function isOfDepartments(
  { department, handoff, service }: Order,
  { departments, services }: NonNullable<OrderFilter["ofDepartments"]>,
): boolean {
  if (!department) return services.includes(service);
  const giver = handoff?.back ? undefined : handoff?.from?.id;
  return departments.includes(department.id) || (giver !== undefined && departments.includes(giver));
}

/** `after`: an opaque cursor from an earlier page; a broken one gives `bad_cursor`. Newest first. */
export type PageRequest = { readonly limit: number; readonly after?: string };
export type OrderPage =
  | { readonly type: "page"; readonly orders: readonly Order[]; readonly next?: string }
  | { readonly type: "bad_cursor" };

export interface OrderStore {
  get(ref: OrderRef): Promise<Order | undefined>;
  list(filter: OrderFilter, page: PageRequest): Promise<OrderPage>;
  history(ref: OrderRef): Promise<readonly HistoryRow[]>;
  /** The histories of a page of orders, in one look-up; an order that is unknown is left out. */
  histories(refs: readonly OrderRef[]): Promise<ReadonlyMap<OrderRef, readonly HistoryRow[]>>;
  /** The chats that a page of orders stands in, in one look-up. */
  chatsOf(refs: readonly OrderRef[]): Promise<ReadonlyMap<ConversationId, Conversation>>;
  /** Claims whose lease ended at or before `now`. */
  endedLeases(now: number, limit: number): Promise<readonly Order[]>;
  /** How many orders that are not over each partner has; who has none is left out. */
  partnerLoads(): Promise<ReadonlyMap<PartnerId, number>>;
  /** Complaints that were upheld against each partner, answered at or after a moment; who has none is left out. */
  partnerComplaints(since: number): Promise<ReadonlyMap<PartnerId, number>>;
  /** The orders that are about this one, newest first. */
  about(ref: OrderRef, limit: number): Promise<readonly Order[]>;
  /** The orders that are not over and are a partner's, newest first. */
  ofPartner(partner: PartnerId, limit: number): Promise<readonly Order[]>;
  /** Words, a reference, a phone or a name, anywhere in an order's fields; runs beside the main thread. Newest first. */
  search(query: string, limit: number, insider?: Insider): Promise<readonly Order[]>;
  /** Numbers on the queue's tabs, each at most `countedAtMost`. */
  counts(agent: AgentId, insider?: Insider): Promise<QueueCounts>;
  /** Chats in which a person is wanted, longest waiting first; for an insider none that stands for a colleague. */
  waitingChats(limit: number, insider?: Insider): Promise<readonly Conversation[]>;
}

/** Statuses in which nobody has anything left to do. */
export const closedStatuses: ReadonlySet<StatusName> = new Set<StatusName>(overStatuses);

/** Counting stops here: "1000 or more" is as good as the number, and takes no longer in a big office. */
export const countedAtMost = 1_000;

export type QueueCounts = {
  /** Not closed, and claimed by nobody. */
  readonly open: number;
  /** Not closed, and claimed by this agent. */
  readonly mine: number;
  /** Complaints that are not closed, whoever has them. */
  readonly complaints: number;
  /** Chats in which a person is wanted. */
  readonly waiting: number;
};
