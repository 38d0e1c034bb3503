/** An order as contracts.md shows it: plain values, the words they came from, its history, and no field that is not known. */
import type { Catalogue } from "../../conversation/flow/flow.ts";
import { findFlow } from "../../conversation/flow/pinned.ts";
import type { AnswerValue, Evidence, Fields } from "../../domain/answer.ts";
import type { Outcome } from "../../domain/complaint.ts";
import type { Conversation } from "../../domain/conversation.ts";
import type { By, HistoryRow, Order } from "../../domain/order.ts";
import type { WebParts } from "../deps.ts";
import type { OrderJson } from "./schemas.ts";

type Beside = {
  readonly history: readonly HistoryRow[];
  readonly conversation: Conversation | undefined;
  readonly catalogue: Catalogue;
};

/** Orders as their answers, in the same order: what stands beside them is looked up for all at once. */
export async function orderJsons(parts: WebParts, orders: readonly Order[]): Promise<readonly OrderJson[]> {
  const refs = orders.map(({ ref }) => ref);
  const [histories, chats] = await Promise.all([parts.orders.histories(refs), parts.orders.chatsOf(refs)]);
  return orders.map((order) =>
    toJson(order, {
      history: histories.get(order.ref) ?? [],
      conversation: chats.get(order.conversation),
      catalogue: parts.catalogue(),
    }),
  );
}

/** One order as its answer. */
export async function orderJson(parts: WebParts, order: Order): Promise<OrderJson> {
  const [json] = await orderJsons(parts, [order]);
  if (!json) throw new Error("an order has no answer");
  return json;
}

function toJson(order: Order, { history, conversation, catalogue }: Beside): OrderJson {
  const { state, claim, partner, price, promisedBy } = order;
  return {
    ref: order.ref,
    service: order.service,
    kind: order.kind ?? "service",
    ...(order.about !== undefined && { about: order.about }),
    ...(order.complaint?.outcome && { outcome: outcomeJson(order.complaint.outcome) }),
    status: state.status,
    ...("stage" in state && state.stage !== undefined && { stage: state.stage }),
    ...valuesAndEvidence(order.fields),
    ...(price && { price: { lines: [...price.lines], total: price.total } }),
    customer: customerOf(order, conversation, catalogue),
    ...(partner && { partner: { id: partner.id, name: partner.name } }),
    ...(claim && { agent: { id: claim.agent, name: claim.name } }),
    ...(promisedBy !== undefined && { promisedBy: moment(promisedBy) }),
    ...(state.status === "cancelled" && { cancelled: { by: byJson(state.by), reason: state.reason } }),
    ...(state.status === "failed" && { failed: { by: byJson(state.by), reason: state.reason } }),
    history: history.map(historyJson),
  };
}

/** `fields` as plain values beside `evidence` by the same names. */
export function valuesAndEvidence(fields: Fields): {
  fields: Record<string, AnswerValue>;
  evidence: Record<string, Evidence>;
} {
  const entries = Object.entries(fields);
  return {
    fields: Object.fromEntries(entries.map(([name, { value }]) => [name, value])),
    evidence: Object.fromEntries(entries.map(([name, { evidence }]) => [name, evidence])),
  };
}

function customerOf(
  order: Order,
  conversation: Conversation | undefined,
  catalogue: Catalogue,
): OrderJson["customer"] {
  const named = (remembered: string) =>
    rememberedIn(order, remembered, catalogue) ?? conversation?.known[remembered]?.value;
  const name = named("customer_name");
  const phone = named("customer_phone");
  return {
    // Chats may have been joined or parted since the order was placed.
    id: conversation?.customer ?? order.customer,
    conversation: order.conversation,
    ...(conversation && { channel: conversation.channel, language: conversation.language }),
    ...(typeof name === "string" && { name }),
    ...(typeof phone === "string" && { phone }),
  };
}

/** The order's own answer to the question that its flow keeps under this name. */
function rememberedIn(order: Order, name: string, catalogue: Catalogue): AnswerValue | undefined {
  const question = findFlow(catalogue, order)?.questions.find(({ remember_as }) => remember_as === name);
  return question && order.fields[question.name]?.value;
}

function historyJson({ at, from, to, stage, by, note }: HistoryRow): OrderJson["history"][number] {
  return {
    at: moment(at),
    ...(from && { from }),
    to,
    ...(stage !== undefined && { stage }),
    by: byJson(by),
    ...(note !== undefined && { note }),
  };
}

function outcomeJson({ what, words, at, by, blames }: Outcome): NonNullable<OrderJson["outcome"]> {
  return { what, words, at: moment(at), by: byJson(by), ...(blames && { partner: blames.id }) };
}

function byJson({ type, name }: By): OrderJson["history"][number]["by"] {
  return { type, ...(name !== undefined && { name }) };
}

function moment(at: number): string {
  return new Date(at).toISOString();
}
