/** How a complaint stands, as its customer reads it: when somebody looks into it, when it is late, and when they ask. */
import type { Move } from "../../domain/act.ts";
import type { OrderSummary } from "../../domain/conversation.ts";
import type { Order, OrderChange } from "../../domain/order.ts";
import { isolate } from "../../language/format.ts";
import { withPromise } from "../../orders/change.ts";
import { mayBeReopened } from "../../orders/complaint.ts";
import { promisedBy } from "../../orders/promise.ts";
import { isClosed, stageOf } from "../../orders/status.ts";
import { type ComplaintFlow, isComplaintFlow } from "../flow/complaint-flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { canTell } from "../order/news.ts";
import { sayText, sentenceChoices } from "../show/render.ts";
import { showMoment } from "../show/show.ts";
import { addNews, type Work } from "../work.ts";
import { keyAt } from "./complaint-asked.ts";

/** Somebody looks into it: the answer is promised by the flow's time. Any other change stays as it is. */
export function withAnswerPromise(work: Work, change: OrderChange): OrderChange {
  const flow = flowOf(work.catalogue, change.order);
  if (!isComplaintFlow(flow) || stageOf(change.order.state) !== flow.complaint.looking) return change;
  const { office, zone } = work.catalogue;
  return withPromise(change, promisedBy(office, zone, work.at, flow.complaint.answer_minutes));
}

/** Who was not content with an answer waited for a person's words, which have come: the next answer is promised by the flow's time. */
export function promiseMetByWords(work: Work, order: Order): number | undefined {
  const flow = flowOf(work.catalogue, order);
  if (!isComplaintFlow(flow) || stageOf(order.state) !== flow.complaint.looking) return undefined;
  if (!order.complaint?.outcome) return undefined;
  const { office, zone } = work.catalogue;
  const promised = promisedBy(office, zone, order.state.at, flow.complaint.answer_minutes);
  return promised > (order.promisedBy ?? 0) ? promised : undefined;
}

/** Tells a move of a complaint. @returns false where the order is none: its own flow says what is told */
export function tellComplaintMove(work: Work, order: Order, move: Move): boolean {
  const flow = flowOf(work.catalogue, order);
  if (!isComplaintFlow(flow)) return false;
  const name = canTell(work) ? moveSentence(work, flow, order, move) : undefined;
  if (name === undefined) return true;
  const { catalogue, language, at } = work;
  const reason = (move.note ?? "").trim().replace(/[.。]+$/u, "");
  const text = sayText(catalogue, language, name, {
    ...{ ref: isolate(order.ref), reason, by: byOf(work, order) },
  });
  const token = `complaint-${order.ref}-${keyAt(at)}`;
  const choices = name === "complaint.closed" ? sentenceChoices(catalogue, language, name, token) : [];
  addNews(work, order.ref, text, choices.length > 0 ? { choices } : {});
  return true;
}

type Told = "complaint.looked_into" | "complaint.closed" | "complaint.closed_again" | "complaint.closed_for";

/** What is closed may be opened again while it is recent: by its button, whatever else is open then. */
function moveSentence(
  work: Work,
  { complaint }: ComplaintFlow,
  order: Order,
  { stage, to }: Move,
): Told | undefined {
  if (stage === complaint.looking) return "complaint.looked_into";
  if (to === "done")
    return mayBeReopened(order, complaint, work.at) ? "complaint.closed" : "complaint.closed_again";
  return to === "cancelled" ? "complaint.closed_for" : undefined;
}

/** What the customer reads who asks how it stands. */
export function complaintLine(work: Work, order: Order | OrderSummary): string {
  const { catalogue, language } = work;
  const flow = flowOf(catalogue, order);
  const status = "state" in order ? order.state.status : order.status;
  const stage = "state" in order ? stageOf(order.state) : order.stage;
  const ref = isolate(order.ref);
  if (isClosed(status)) return sayText(catalogue, language, "complaint.status_closed", { ref });
  if (stage !== undefined && stage === flow.complaint?.answered)
    return sayText(catalogue, language, "complaint.status_answered", { ref });
  const name = stage === undefined ? "complaint.status_received" : "complaint.status_looked_into";
  return sayText(catalogue, language, name, { ref, by: byOf(work, order) });
}

function byOf(
  { at, catalogue, language }: Work,
  { promisedBy: promised }: Pick<Order, "promisedBy">,
): string {
  return showMoment(promised ?? at, at, catalogue.zone, language);
}
