/** The partner that got something for the customer says until when it lasts: from that day on reminders count, as if staff had noted it. */
import type { Refusal } from "../../domain/act.ts";
import type { Field } from "../../domain/answer.ts";
import type { Order } from "../../domain/order.ts";
import { isolate } from "../../language/format.ts";
import { isDate, localDate } from "../../language/times/clock.ts";
import { correctOrder } from "../../orders/change.ts";
import { byPartner } from "../../orders/row.ts";
import type { Flow } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { sayText } from "../show/render.ts";
import { showNamed } from "../show/show.ts";
import { addNews, changeOrder, type Work } from "../work.ts";
import { refreshSummary } from "./amend.ts";
import { canTell } from "./news.ts";

/** The question of the flow that holds it, where its partner may answer it: work has begun, or is done. */
export function expiryQuestion(flow: Flow, { state }: Order): Flow["questions"][number] | undefined {
  const { renewal, questions } = flow;
  if (!renewal || (state.status !== "in_progress" && state.status !== "done")) return undefined;
  return questions.find(({ name }) => name === renewal.expiry_field);
}

/** Whether it is still to be said. */
export function lacksExpiry(flow: Flow, order: Order): boolean {
  const question = expiryQuestion(flow, order);
  return question !== undefined && order.fields[question.name] === undefined;
}

/** @param date `YYYY-MM-DD`, after today; the same one again changes nothing */
export function noteExpiry(work: Work, order: Order, date: string): Refusal | undefined {
  const { catalogue, at, language } = work;
  const flow = flowOf(catalogue, order);
  const question = expiryQuestion(flow, order);
  if (!question || !order.partner) return { reason: "nothing_to_do" };
  if (!isDate(date) || date <= localDate(at, catalogue.zone))
    return { reason: "unknown_field", field: question.name };
  const before = order.fields[question.name];
  if (before?.value === date) return undefined;
  const evidence = { text: date, messageId: "", start: 0, end: date.length, by: "api" } as const;
  const after: Field = { value: date, evidence };
  const fields = { ...order.fields, [question.name]: after };
  const by = byPartner(order.partner);
  changeOrder(
    work,
    correctOrder(order, fields, { field: question.name, before, after, by, at, what: "corrected" }),
  );
  refreshSummary(work, { ...order, fields }, flow);
  if (!canTell(work)) return undefined;
  const what = showNamed(catalogue, flow, fields, [question.name], language);
  addNews(work, order.ref, sayText(catalogue, language, "renewal.noted", { ref: isolate(order.ref), what }));
  return undefined;
}
