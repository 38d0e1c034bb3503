/** A complaint that staff or a program write down for a customer, who called or came in. */
import type { AgentName } from "../domain/agent.ts";
import type { Field } from "../domain/answer.ts";
import type { Event, Refusal } from "../domain/event.ts";
import type { OrderRef } from "../domain/ids.ts";
import type { By, Order } from "../domain/order.ts";
import { isolate } from "../language/format.ts";
import { wordsField } from "../orders/complaint.ts";
import { type ComplaintFlow, complaintFlow } from "./complaint-flow.ts";
import { openComplaint } from "./complaint-open.ts";
import { canTell } from "./news.ts";
import { sayText } from "./render.ts";
import { showMoment } from "./show.ts";
import { byAgent, holdsSecret, nothingToDo, type On, type Outcome } from "./staff-rights.ts";
import { addNews, type Work } from "./work.ts";

/** About an order of this chat, by a colleague who was told of it. */
export function complainForCustomer(
  work: Work,
  agent: AgentName,
  { ref, kind }: Order,
  { words: written }: On<"complain">,
): Outcome {
  const flow = complaintFlow(work.catalogue);
  if (!flow || kind !== undefined) return nothingToDo;
  const words = written.trim();
  if (words === "") return { reason: "empty" };
  if (holdsSecret(words)) return { reason: "holds_a_secret" };
  const evidence = { text: words, messageId: "", start: 0, end: words.length, by: "agent" } as const;
  enter(work, flow, { told: { value: words, evidence }, about: ref, by: byAgent(agent) });
  return undefined;
}

/** By a program of the office. `about`: an order of this customer. */
export function enterComplaint(
  work: Work,
  flow: ComplaintFlow,
  { fields, about, known }: Extract<Event, { type: "order_entered" }>,
): Refusal | undefined {
  const told = fields[wordsField];
  if (!told) return { reason: "empty" };
  enter(work, flow, { told, about, by: { type: "office", name: "API" } });
  work.known = { ...work.known, ...known };
  return undefined;
}

function enter(
  work: Work,
  flow: ComplaintFlow,
  complaint: { readonly told: Field; readonly about: OrderRef | undefined; readonly by: By },
): void {
  const opened = openComplaint(work, flow, complaint);
  if (!opened || !canTell(work)) return;
  const { catalogue, language, at } = work;
  const by = showMoment(opened.promisedBy ?? at, at, catalogue.zone, language);
  addNews(
    work,
    opened.ref,
    sayText(catalogue, language, "complaint.entered", { ref: isolate(opened.ref), by }),
  );
}
