/** How a complaint ends: a colleague's answer, the customer's yes or no to it, their silence, or their wish that it be closed. */

import type { AgentName } from "../../domain/agent.ts";
import type { Field } from "../../domain/answer.ts";
import type { OrderRef } from "../../domain/ids.ts";
import type { By, Order } from "../../domain/order.ts";
import { isolate } from "../../language/format.ts";
import { tokens } from "../../language/letters/normalise.ts";
import {
  answerComplaint,
  type ComplaintRules,
  complainMore,
  holdOpen,
  isAnswered,
  keepOpen,
  mayBeReopened,
  reopenComplaint,
  settleComplaint,
  tieComplaint,
} from "../../orders/complaint.ts";
import { promisedBy } from "../../orders/promise.ts";
import { isClosed } from "../../orders/status.ts";
import { type ComplaintFlow, isComplaintFlow } from "../flow/complaint-flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { orderInEvent } from "../order/cancel.ts";
import { canTell } from "../order/news.ts";
import { askAboutOrder, type OrderPress } from "../order/order-offer.ts";
import { ordersOfCase } from "../person/case.ts";
import { staffBy, staffMoment, wantPerson } from "../person/person.ts";
import { sayText } from "../show/render.ts";
import { showMoment } from "../show/show.ts";
import {
  byAgent,
  commit,
  nothingToDo,
  type On,
  type Outcome,
  refusedToOthers,
  refusedWords,
} from "../staff/staff-rights.ts";
import { addLine, changeOrder, type Work } from "../work.ts";
import { answerText, askToBeSure, isOfAnswer, keyAt, tellAnswer } from "./complaint-asked.ts";
import { complaintLine } from "./complaint-news.ts";
import { toldIn } from "./complaint-open.ts";

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
  const unfit = refusedWords(words, "empty");
  if (unfit) return unfit;
  const decided = { what: outcome, words, ...(blames && { blames }) };
  const { answered: stage } = flow.complaint;
  commit(work, answerComplaint(order, decided, { by: byAgent(agent), at: work.at, stage }));
  if (!canTell(work)) return undefined;
  const told = `${answerText(work, order.ref, decided)}\n${untilText(work, flow)}`;
  askAboutOrder(work, order, { of: "complaint", key: keyAt(work.at), told, isOwed: true });
  return undefined;
}

/** When the complaint is closed by silence. */
function untilText({ catalogue, at, language }: Work, { complaint }: ComplaintFlow): string {
  const moment = promisedBy(catalogue.office, catalogue.zone, at, complaint.silence_minutes);
  const by = showMoment(moment, at, catalogue.zone, language);
  return sayText(catalogue, language, "complaint.until", { by });
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

/**
 * The customer's answer to the question whether that settles it. A yes counts for the answer under which it stood, a no for any; courtesies and what may be
 * a no bring the question once more. False where it is none.
 */
export function answerSettled(work: Work, order: Order, { key }: OrderPress, id: string): boolean {
  if (!["yes", "no", "sure", "unclear"].includes(id)) return false;
  work.about = order.ref;
  const flow = flowOf(work.catalogue, order);
  if (!isComplaintFlow(flow)) return false;
  if ((id === "sure" || id === "unclear") && isAnswered(order, flow.complaint)) {
    askToBeSure(work, order, id);
    return true;
  }
  if (id === "no" && notContent(work, order, wordsOfNo(work))) return true;
  if (!isAnswered(order, flow.complaint)) work.parts.push(complaintLine(work, order));
  else if (isOfAnswer(key, order)) settle(work, order, "complaint.settled");
  else tellAnswer(work, order);
  return true;
}

/** Where the customer said more than no. */
function wordsOfNo(work: Work): Field | undefined {
  const { said } = work;
  const text = said && "text" in said.content ? (said.content.text ?? "") : "";
  return tokens(text).length > 1 ? toldIn(work, text) : undefined;
}

/**
 * An answer was not enough: the first opens it again, a later one leaves it with a head. False where it was not answered, or takes no more.
 * @param said what the customer says to it; `by`: the colleague to whom they said it
 */
export function notContent(
  work: Work,
  order: Order,
  said: Field | undefined,
  {
    wantsPerson = false,
    by = { type: "customer" },
  }: { readonly wantsPerson?: boolean; readonly by?: By } = {},
): boolean {
  const flow = flowOf(work.catalogue, order);
  if (!isComplaintFlow(flow)) return false;
  const reopens = mayBeReopened(order, flow.complaint, work.at);
  if (!reopens && !isAnswered(order, flow.complaint)) return false;
  wantPerson(work, "complaint", wantsPerson, order.ref);
  if (reopens) reopen(work, order, said, by);
  else goOn(work, order, flow.complaint, { said, by });
  return true;
}

/** A later answer was not enough either: a head goes on with it. @param said what the customer says to it */
function goOn(
  work: Work,
  order: Order,
  { looking: stage }: ComplaintRules,
  { said, by }: { readonly said: Field | undefined; readonly by: By },
): void {
  const promised = staffMoment(work);
  changeOrder(work, keepOpen(order, said, { at: work.at, promisedBy: promised, stage, by }));
  addLine(work, "complaint.not_enough", { ref: isolate(order.ref), by: staffBy(work) });
}

function settle(work: Work, order: Order, name: "complaint.settled" | "complaint.withdrawn"): void {
  const by = name === "complaint.settled" ? "customer" : "withdrawn";
  changeOrder(work, settleComplaint(order, by, work.at));
  endCase(work, order.ref);
  addLine(work, name, { ref: isolate(order.ref) });
}

/** Nobody has to write about it any more. */
export function endCase(work: Work, ref: OrderRef): void {
  const { person } = work;
  if (person?.reason !== "complaint" || person.agent || person.others || person.order !== ref) return;
  if (person.mutedUntil <= work.at) work.person = undefined;
}

/** The answer was not enough: to a head, with a new promise. @param said what the customer says to it */
function reopen(work: Work, order: Order, said: Field | undefined, who: By): void {
  const { catalogue, language, at } = work;
  const { promise_minutes: minutes } = flowOf(catalogue, order).dispatch;
  const promised = promisedBy(catalogue.office, catalogue.zone, at, minutes);
  changeOrder(work, reopenComplaint(order, said, { at, promisedBy: promised, by: who }));
  const by = showMoment(promised, at, catalogue.zone, language);
  const name = order.complaint?.outcome ? "complaint.reopened" : "complaint.reopened_untold";
  addLine(work, name, { ref: isolate(order.ref), by });
}

/** More of the customer's words, where they were asked for: `told` where they have been answered, too. False where it takes no more. */
export function addWords(work: Work, ref: OrderRef, said: Field): boolean | "told" {
  const order = orderInEvent(work, ref);
  if (!order) return false;
  if (notContent(work, order, said)) return "told";
  if (isClosed(order.state.status)) return false;
  changeOrder(work, complainMore(order, said, { type: "customer" }, work.at));
  return true;
}

/**
 * Nothing was said to the answer for as long as the flow waits. Who wrote what nobody has read as a yes or a no, was called for and not seen to, or can't be
 * reached here, has not been silent: a person is called, once an answer, and a colleague ends it.
 */
export function closeInSilence(work: Work, order: Order): void {
  const { complaints, person } = work;
  const isCalled = person?.reason === "complaint" && ordersOfCase(person).includes(order.ref);
  const answeredAt = order.complaint?.outcome?.at ?? order.state.at;
  const isUnread = (complaints.find(({ ref }) => ref === order.ref)?.unreadAt ?? 0) >= answeredAt;
  if (canTell(work) && !isCalled && !isUnread) {
    changeOrder(work, settleComplaint(order, "silence", work.at));
    return;
  }
  changeOrder(work, holdOpen(order, work.at));
  wantPerson(work, "complaint", false, order.ref);
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
