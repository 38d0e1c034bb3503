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
import { canTell } from "../order/news.ts";
import { sayText } from "../show/render.ts";
import { showMoment } from "../show/show.ts";
import { byAgent, holdsSecret, nothingToDo, type On, type Outcome } from "../staff/staff-rights.ts";
import { addNews, changeOrder, type Work } from "../work.ts";
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
  if (words === "") return { reason: "empty" };
  if (holdsSecret(words)) return { reason: "holds_a_secret" };
  const evidence = { text: words, messageId: "", start: 0, end: words.length, by: "agent" } as const;
  const told: Field = { value: words, evidence };
  if (kind === "complaint") return addForCustomer(work, agent, order, told);
  const known = work.complaints.find((one) => one.of === ref && isOfMatter(one, flow, work.at));
  if (known) return { reason: "complaint_exists", ref: known.ref };
  enter(work, flow, { told, about: ref, by: byAgent(agent) });
  return undefined;
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
  changeOrder(work, complainMore(order, told, byAgent(agent), work.at));
  if (!canTell(work)) return undefined;
  const { catalogue, language, at } = work;
  const by = showMoment(Math.max(order.promisedBy ?? at, at), at, catalogue.zone, language);
  addNews(work, order.ref, sayText(catalogue, language, "complaint.added", { ref: isolate(order.ref), by }));
  return undefined;
}

/** By a program of the office. `about`: an order of this customer. The same words of the same matter are the complaint that there is. */
export function enterComplaint(
  work: Work,
  flow: ComplaintFlow,
  { fields, about, known, key }: Extract<Event, { type: "order_entered" }>,
): Refusal | undefined {
  const told = fields[wordsField];
  if (!told) return { reason: "empty" };
  const likeness = likenessOf(flow.id, { [wordsField]: told });
  const same = work.complaints.find(
    (one) => isOpenComplaint(one) && one.likeness === likeness && one.of === about,
  );
  if (same) return { reason: "entered_before", ref: same.ref };
  enter(work, flow, { told, about, by: { type: "office", name: "API" }, entryKey: key });
  work.known = { ...work.known, ...known };
  return undefined;
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
