/**
 * The same as an earlier order («نفس طلبي الأخير بس لثلاثة»): a form that begins with what that order held and still can hold, each value
 * shown in the read-back as known and open to change. Days that have passed are asked for anew.
 */
import type { Field, Fields } from "../../domain/answer.ts";
import type { Conversation, OrderSummary } from "../../domain/conversation.ts";
import type { OrderRef } from "../../domain/ids.ts";
import type { Order } from "../../domain/order.ts";
import type { Understanding } from "../../domain/understanding.ts";
import { isolate } from "../../language/format.ts";
import { localDate } from "../../language/times/clock.ts";
import { problemWith } from "../answers/problem.ts";
import type { Flow, Question } from "../flow/flow.ts";
import { lacksPermit } from "../flow/permits.ts";
import { askMenu } from "../hearing/menu.ts";
import { orderInEvent } from "../order/cancel.ts";
import { addLine, type Work } from "../work.ts";
import { beginForm } from "./begin-form.ts";

type Again = Extract<Understanding, { type: "again" }>;

/** The order that is meant: the newest of the service that is named, else the newest of all. */
export function orderToRepeat(
  { orders }: Pick<Conversation, "orders">,
  { service }: Pick<Again, "service">,
): OrderRef | undefined {
  const isMeant = (order: OrderSummary) => service === undefined || order.service === service;
  return orders.find(isMeant)?.ref;
}

/** Begins a form like an earlier order. Without one a form of the service begins empty, or the menu is offered. */
export function repeatOrder(work: Work, again: Again): void {
  const ref = orderToRepeat(work, again);
  const order = ref === undefined ? undefined : orderInEvent(work, ref);
  const service = order?.service ?? again.service;
  const flow = service === undefined ? undefined : work.catalogue.flows.get(service);
  if (!order) addLine(work, "again.none");
  if (!flow) {
    askMenu(work, "greeting.how_can_we_help");
    return;
  }
  if (order) addLine(work, "again.like", { ref: isolate(order.ref) });
  const like = order && heldBy(work, flow, order, again);
  beginForm(work, flow.id, { fields: again.fields, bad: again.bad, another: true, ...(like && { like }) });
}

/** A form of the service like this order of the same chat. */
export function beginLike(work: Work, order: Order): void {
  const flow = work.catalogue.flows.get(order.service);
  if (!flow) {
    askMenu(work, "greeting.how_can_we_help");
    return;
  }
  addLine(work, "again.like", { ref: isolate(order.ref) });
  const like = heldBy(work, flow, order, { fields: {} });
  beginForm(work, flow.id, { fields: {}, another: true, like });
}

/** Types whose values belong to one order alone: the files were read for that one. */
const ownTypes: ReadonlySet<string> = new Set(["photo", "document"]);

/** What the order held and the new one may hold: in today's bounds, not derived, and apart from what is said anew. */
function heldBy(
  work: Work,
  flow: Flow,
  order: Order,
  { fields, bad = {} }: Pick<Again, "fields" | "bad">,
): Fields {
  const today = localDate(work.said?.at ?? work.at, work.catalogue.zone);
  const held: Record<string, Field> = {};
  for (const question of flow.questions) {
    const field = order.fields[question.name];
    if (!field || field.evidence.by === "derived" || question.derived || ownTypes.has(question.type))
      continue;
    if (question.name in fields || question.name in bad || isPartOfNew(flow, question, fields)) continue;
    if (problemWith(question, field.value, today)) continue;
    if (lacksPermit(work.catalogue, question, field.value, work.at)) continue;
    held[question.name] = { value: field.value, evidence: { ...field.evidence, by: "known" } };
  }
  return held;
}

/** Three people in place of two: how many of the two were children says nothing any more; nor the two, when the children are new. */
function isPartOfNew(flow: Flow, question: Question, fields: Again["fields"]): boolean {
  if (question.part_of !== undefined) return question.part_of in fields;
  return flow.questions.some(({ name, part_of }) => part_of === question.name && name in fields);
}
