/** How a complaint ends: a colleague's answer, the customer's yes or no to it, their silence, or their wish that it be closed. */

import type { AgentName } from "../domain/agent.ts";
import type { Field } from "../domain/answer.ts";
import type { OutcomeName } from "../domain/complaint.ts";
import type { OrderRef } from "../domain/ids.ts";
import type { Order } from "../domain/order.ts";
import { isolate } from "../language/format.ts";
import {
  answerComplaint,
  type ComplaintRules,
  complainMore,
  isAnswered,
  keepOpen,
  mayBeReopened,
  reopenComplaint,
  settleComplaint,
  tieComplaint,
} from "../orders/complaint.ts";
import { promisedBy } from "../orders/promise.ts";
import { isClosed } from "../orders/status.ts";
import { orderInEvent } from "./cancel.ts";
import { isComplaintFlow } from "./complaint-flow.ts";
import { complaintLine } from "./complaint-news.ts";
import { canTell } from "./news.ts";
import { askAboutOrder } from "./order-offer.ts";
import { staffBy, staffMoment, wantPerson } from "./person.ts";
import { flowOf } from "./pinned.ts";
import { sayText } from "./render.ts";
import type { SentenceName } from "./sentences.ts";
import { showMoment } from "./show.ts";
import {
  byAgent,
  commit,
  holdsSecret,
  nothingToDo,
  type On,
  type Outcome,
  refusedToOthers,
} from "./staff-rights.ts";
import { addLine, changeOrder, type Work } from "./work.ts";

const answeredAs = {
  apology: "complaint.answered_apology",
  redo: "complaint.answered_redo",
  refund: "complaint.answered_refund",
  other: "complaint.answered_other",
  not_upheld: "complaint.answered_not_upheld",
} as const satisfies Readonly<Record<OutcomeName, SentenceName>>;

/** A colleague answers: the customer reads what was decided, in the colleague's words, and says whether that settles it. */
export function answerByStaff(
  work: Work,
  agent: AgentName,
  order: Order,
  { outcome, words: written, blames }: On<"answer_complaint">,
): Outcome {
  const flow = flowOf(work.catalogue, order);
  if (!isComplaintFlow(flow)) return nothingToDo;
  if (isClosed(order.state.status)) return nothingToDo;
  const refusal = refusedToOthers(work, agent, order);
  if (refusal) return refusal;
  const words = written.trim();
  if (words === "") return { reason: "empty" };
  if (holdsSecret(words)) return { reason: "holds_a_secret" };
  const decided = { what: outcome, words, ...(blames && { blames }) };
  const { answered: stage } = flow.complaint;
  commit(work, answerComplaint(order, decided, { by: byAgent(agent), at: work.at, stage }));
  if (!canTell(work)) return undefined;
  const told = sayText(work.catalogue, work.language, answeredAs[outcome], {
    ref: isolate(order.ref),
    words,
  });
  askAboutOrder(work, order, { of: "complaint", key: String(order.version), told, isOwed: true });
  return undefined;
}

/** The customer did not say which order it is about, or another one was taken for it. */
export function tieByStaff(
  work: Work,
  agent: AgentName,
  order: Order,
  { about }: On<"tie_complaint">,
): Outcome {
  if (order.kind !== "complaint" || isClosed(order.state.status) || order.about === about) return nothingToDo;
  const refusal = refusedToOthers(work, agent, order);
  if (refusal) return refusal;
  commit(work, tieComplaint(order, about, byAgent(agent), work.at));
  return undefined;
}

/** The customer's answer to the question whether that settles it. False where it is none. */
export function answerSettled(work: Work, order: Order, id: string): boolean {
  if (id !== "yes" && id !== "no") return false;
  work.about = order.ref;
  const flow = flowOf(work.catalogue, order);
  if (!isComplaintFlow(flow)) return false;
  if (id === "no" && mayBeReopened(order, flow.complaint, work.at)) {
    wantPerson(work, "complaint", false, order.ref);
    reopen(work, order, undefined);
  } else if (!isAnswered(order, flow.complaint)) work.parts.push(complaintLine(work, order));
  else if (id === "yes") settle(work, order, "complaint.settled");
  else {
    wantPerson(work, "complaint", false, order.ref);
    goOn(work, order, flow.complaint, undefined);
  }
  return true;
}

/** A later answer was not enough either: a head goes on with it. @param said what the customer says to it */
export function goOn(
  work: Work,
  order: Order,
  { looking: stage }: ComplaintRules,
  said: Field | undefined,
): void {
  const promised = staffMoment(work);
  changeOrder(work, keepOpen(order, said, { at: work.at, promisedBy: promised, stage }));
  addLine(work, "complaint.not_enough", { ref: isolate(order.ref), by: staffBy(work) });
}

function settle(work: Work, order: Order, name: "complaint.settled" | "complaint.withdrawn"): void {
  changeOrder(work, settleComplaint(order, "customer", work.at));
  endCase(work, order.ref);
  addLine(work, name, { ref: isolate(order.ref) });
}

/** Nobody has to write about it any more. */
function endCase(work: Work, ref: OrderRef): void {
  const { person } = work;
  if (person?.reason !== "complaint" || person.agent || person.others || person.order !== ref) return;
  if (person.mutedUntil <= work.at) work.person = undefined;
}

/** The answer was not enough: to a head, with a new promise. @param said what the customer says to it */
export function reopen(work: Work, order: Order, said: Field | undefined): void {
  const { catalogue, language, at } = work;
  const { promise_minutes: minutes } = flowOf(catalogue, order).dispatch;
  const promised = promisedBy(catalogue.office, catalogue.zone, at, minutes);
  changeOrder(work, reopenComplaint(order, said, { at, promisedBy: promised }));
  const by = showMoment(promised, at, catalogue.zone, language);
  addLine(work, "complaint.reopened", { ref: isolate(order.ref), by });
}

/** More of the customer's words, where they were asked for. False where it takes no more. */
export function addWords(work: Work, ref: OrderRef, said: Field): boolean {
  const order = orderInEvent(work, ref);
  if (!order || isClosed(order.state.status)) return false;
  changeOrder(work, complainMore(order, said, { type: "customer" }, work.at));
  return true;
}

/** Nothing was said to the answer for as long as the flow waits. */
export function closeInSilence(work: Work, order: Order): void {
  changeOrder(work, settleComplaint(order, "silence", work.at));
  endCase(work, order.ref);
}

/** The customer wants it closed. False where it is no complaint of theirs. */
export function withdrawComplaint(work: Work, ref: OrderRef | undefined): boolean {
  const order = ref && orderInEvent(work, ref);
  if (order?.kind !== "complaint") return false;
  work.about = order.ref;
  work.aside = true;
  if (isClosed(order.state.status)) work.parts.push(complaintLine(work, order));
  else settle(work, order, "complaint.withdrawn");
  return true;
}
