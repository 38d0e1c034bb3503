/** Small, legal values for the store's tests: a chat, its turns, an order. */
import { newConversation } from "../../src/conversation/new-conversation.ts";
import type { Conversation } from "../../src/domain/conversation.ts";
import type { AgentId, ConversationId, CustomerId, DraftId } from "../../src/domain/ids.ts";
import { orderRefOf } from "../../src/domain/ids.ts";
import type { HistoryRow, Order, OrderChange } from "../../src/domain/order.ts";
import type { CommitTurn, Delivery, InboxRow, OutboxRow } from "../../src/store/engine.ts";

/** `id` of 1–22 characters, filled up. */
export const chatId = (id: string) => `c_${id.padEnd(22, "0")}` as ConversationId;
export const customerId = (id: string) => `u_${id.padEnd(22, "0")}` as CustomerId;
export const agentId = (id: string) => `a_${id.padEnd(22, "0")}` as AgentId;

export function conversationOf(name: string, change: Partial<Conversation> = {}): Conversation {
  const about = { id: chatId(name), customer: customerId(name), channel: "counting", address: name } as const;
  return { ...newConversation({ ...about, language: "ar", at: 0 }), version: 1, greeted: true, ...change };
}

export function inboxOf(name: string, seq: number, change: Partial<InboxRow> = {}): InboxRow {
  return {
    seq,
    channel: "counting",
    address: name,
    id: `m${seq}`,
    conversation: chatId(name),
    chatSeq: 1,
    at: seq * 10,
    receivedAt: seq * 10 + 1,
    content: { type: "text", text: `رسالة ${seq}` },
    state: "done",
    ...change,
  };
}

export function outboxOf(
  name: string,
  turn: number,
  seq: number,
  change: Partial<OutboxRow> = {},
): OutboxRow {
  return {
    conversation: chatId(name),
    seq,
    turn,
    index: 0,
    channel: "counting",
    address: name,
    effect: { type: "say", kind: "reply", from: "office", language: "ar", text: `جواب ${turn}` },
    createdAt: turn * 100,
    state: "in_flight",
    notBefore: 0,
    attempts: 0,
    possibleRepeat: false,
    ...change,
  };
}

/** The n-th message of a chat and its one reply: lines 2n−1 and 2n. */
export function turnOf(name: string, n: number, seq: number, change: Partial<CommitTurn> = {}): CommitTurn {
  return {
    expect: n - 1,
    conversation: conversationOf(name, { version: n, lastSeq: n * 2, heardAt: n }),
    orderChanges: [],
    inbox: inboxOf(name, seq, { chatSeq: n * 2 - 1 }),
    outbox: [outboxOf(name, n, n * 2)],
    ...change,
  };
}

export function handedOver(name: string, seq: number, change: Partial<Delivery> = {}): Delivery {
  return { conversation: chatId(name), seq, state: "handed_over", at: 1, attempts: 1, ...change };
}

export function orderOf(name: string, number: number, change: Partial<Order> = {}): Order {
  return {
    ref: orderRefOf(number),
    conversation: chatId(name),
    customer: customerId(name),
    draft: `${number}.0` as DraftId,
    service: "parcel_delivery",
    flowHash: "f".repeat(16),
    version: 1,
    fields: {},
    state: { status: "placed", at: 1 },
    placedAt: 1,
    changedAt: 1,
    ...change,
  };
}

export const placed: HistoryRow = { at: 1, to: "placed", by: { type: "customer" }, what: "placed" };

export function newOrder(name: string, number: number, change: Partial<Order> = {}): OrderChange {
  return { order: orderOf(name, number, change), expect: 0, history: [placed] };
}
