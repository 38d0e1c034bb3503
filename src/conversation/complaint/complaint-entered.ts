/** A complaint that staff or a program write down for a customer, who called or came in. */
import type { Refusal } from "../../domain/act.ts";
import type { AgentName } from "../../domain/agent.ts";
import type { Field } from "../../domain/answer.ts";
import type { OrderSummary } from "../../domain/conversation.ts";
import type { Event } from "../../domain/event.ts";
import type { OrderRef } from "../../domain/ids.ts";
import type { By, Order } from "../../domain/order.ts";
import { isolate } from "../../language/format.ts";
import { complainMore, isAnswered, isOpenComplaint, wordsField } from "../../orders/complaint.ts";
import { isClosed } from "../../orders/status.ts";
import { type ComplaintFlow, complaintFlow, isComplaintFlow } from "../flow/complaint-flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { likenessOf } from "../form/likeness.ts";
import { orderInEvent } from "../order/cancel.ts";
import { canTell } from "../order/news.ts";
import { sayText } from "../show/render.ts";
import { showMoment } from "../show/show.ts";
import { byAgent, nothingToDo, type On, type Outcome, refusedWords } from "../staff/staff-rights.ts";
import { addNews, changeOrder, type Work } from "../work.ts";
import { notContent } from "./complaint-answer.ts";
import { openComplaint } from "./complaint-open.ts";

const dayMs = 86_400_000;

/** About an order of this chat, by a colleague who was told of it; of a complaint that there is already, what the customer says to it now. */
export function complainForCustomer(
  work: Work,
  agent: AgentName,
  order: Order,
  { words: written }: On<"complain">,
): Outcome {
  const { ref, kind } = order;
  const flow = complaintFlow(work.catalogue);
  if (!flow || kind === "internal") return nothingToDo;
  const words = written.trim();
  const unfit = refusedWords(words, "empty");
  if (unfit) return unfit;
  const evidence = { text: words, messageId: "", start: 0, end: words.length, by: "agent" } as const;
  const told: Field = { value: words, evidence };
  if (kind === "complaint") return addForCustomer(work, agent, order, told);
  const known = complaintAbout(work, flow, ref);
  if (known) return { reason: "complaint_exists", ref: known.ref };
  enter(work, flow, { told, about: ref, by: byAgent(agent) });
  return undefined;
}

/** An order has one complaint at a time, whoever writes it down: the one that is open, or closed so lately that the matter is the same. */
function complaintAbout(work: Work, flow: ComplaintFlow, about: OrderRef): OrderSummary | undefined {
  return work.complaints.find((one) => one.of === about && isOfMatter(one, flow, work.at));
}

/** Open, or closed so lately that it is opened again where the matter is not over. */
function isOfMatter(one: OrderSummary, { complaint }: ComplaintFlow, at: number): boolean {
  if (isOpenComplaint(one)) return true;
  const isRecent = at - one.changedAt <= complaint.reopen_days * dayMs;
  return one.status === "done" && one.settledBy !== "customer" && one.reopened !== true && isRecent;
}

/** Into the complaint that there is. What they say to our answer is told apart from it: that they are content, or not. */
function addForCustomer(work: Work, agent: AgentName, order: Order, told: Field): Outcome {
  const flow = flowOf(work.catalogue, order);
  if (isClosed(order.state.status) || !isComplaintFlow(flow) || isAnswered(order, flow.complaint))
    return nothingToDo;
  addWords(work, order, told, byAgent(agent));
  return undefined;
}

function addWords(work: Work, order: Order, told: Field, by: By): void {
  changeOrder(work, complainMore(order, told, by, work.at));
  if (!canTell(work)) return;
  const { catalogue, language, at } = work;
  const hears = showMoment(Math.max(order.promisedBy ?? at, at), at, catalogue.zone, language);
  const names = { ref: isolate(order.ref), by: hears };
  addNews(work, order.ref, sayText(catalogue, language, "complaint.added", names));
}

const byProgram: By = { type: "office", name: "API" };

/**
 * By a program of the office. `about`: an order of this customer; where that has a complaint, what is told goes into it, and opens one that was answered again: who
 * complains once more is not content. The same words again are the complaint that there is.
 */
export function enterComplaint(
  work: Work,
  flow: ComplaintFlow,
  { fields, about, known, key }: Extract<Event, { type: "order_entered" }>,
): Refusal | undefined {
  const told = fields[wordsField];
  if (!told) return { reason: "empty" };
  const earlier = about === undefined ? sameWords(work, flow, told) : complaintAbout(work, flow, about);
  const refusal = earlier && repeated(work, earlier, told);
  if (refusal) return refusal;
  if (!earlier || !tellMore(work, earlier, told))
    enter(work, flow, { told, about, by: byProgram, entryKey: key });
  work.known = { ...work.known, ...known };
  return undefined;
}

/** Of no order: only the same words show that it is the same matter. */
function sameWords(work: Work, flow: ComplaintFlow, told: Field): OrderSummary | undefined {
  const likeness = likenessOf(flow.id, { [wordsField]: told });
  return work.complaints.find(
    (one) => isOpenComplaint(one) && one.of === undefined && one.likeness === likeness,
  );
}

/** What was told before is not told again. */
function repeated(work: Work, { ref, of }: OrderSummary, told: Field): Refusal | undefined {
  if (of === undefined) return { reason: "entered_before", ref };
  const order = orderInEvent(work, ref);
  if (!order) return { reason: "complaint_exists", ref };
  const holds = `\n${order.fields[wordsField]?.value ?? ""}\n`.includes(`\n${told.value}\n`);
  return holds ? { reason: "entered_before", ref } : undefined;
}

/** Into the complaint that there is. False where that takes no more. */
function tellMore(work: Work, { ref }: OrderSummary, told: Field): boolean {
  const order = orderInEvent(work, ref);
  if (!order) return false;
  if (notContent(work, order, told, { by: byProgram })) {
    if (!canTell(work)) work.silent = true;
    return true;
  }
  if (isClosed(order.state.status)) return false;
  addWords(work, order, told, byProgram);
  return true;
}

function enter(
  work: Work,
  flow: ComplaintFlow,
  complaint: {
    readonly told: Field;
    readonly about: OrderRef | undefined;
    readonly by: By;
    readonly entryKey?: string | undefined;
  },
): void {
  const opened = openComplaint(work, flow, complaint);
  if (!canTell(work)) return;
  const { catalogue, language, at } = work;
  const by = showMoment(opened.promisedBy ?? at, at, catalogue.zone, language);
  addNews(
    work,
    opened.ref,
    sayText(catalogue, language, "complaint.entered", { ref: isolate(opened.ref), by }),
  );
}
