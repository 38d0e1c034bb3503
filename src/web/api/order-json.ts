/** An order as contracts.md shows it: plain values, the words they came from, its history, and no field that is not known. */
import type { Catalogue } from "../../conversation/flow.ts";
import type { AnswerValue, Evidence, Fields } from "../../domain/answer.ts";
import type { Conversation } from "../../domain/conversation.ts";
import type { By, HistoryRow, Order } from "../../domain/order.ts";
import type { WebParts } from "../deps.ts";
import type { OrderJson } from "./schemas.ts";

/** Everything that an order's answer needs, looked up. */
export async function orderJson(parts: WebParts, order: Order): Promise<OrderJson> {
  const [history, conversation, partner] = await Promise.all([
    parts.orders.history(order.ref),
    parts.engine.conversation(order.conversation),
    order.partner && parts.directory.getPartner(order.partner),
  ]);
  const { state, claim, price, promisedBy } = order;
  return {
    ref: order.ref,
    service: order.service,
    status: state.status,
    ...("stage" in state && state.stage !== undefined && { stage: state.stage }),
    ...valuesAndEvidence(order.fields),
    ...(price && { price: { lines: [...price.lines], total: price.total } }),
    customer: customerOf(order, conversation, parts.catalogue()),
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
    id: order.customer,
    conversation: order.conversation,
    ...(conversation && { channel: conversation.channel, language: conversation.language }),
    ...(typeof name === "string" && { name }),
    ...(typeof phone === "string" && { phone }),
  };
}

/** The order's own answer to the question that its flow keeps under this name. */
function rememberedIn(order: Order, name: string, { versions, flows }: Catalogue): AnswerValue | undefined {
  const flow = versions.get(order.flowHash) ?? flows.get(order.service);
  const question = flow?.questions.find(({ remember_as }) => remember_as === name);
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

function byJson({ type, name }: By): OrderJson["history"][number]["by"] {
  return { type, ...(name !== undefined && { name }) };
}

function moment(at: number): string {
  return new Date(at).toISOString();
}
