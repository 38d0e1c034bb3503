/** What a customer says to our answer on the phone or at the desk: a colleague writes it down, in their own name. */
import type { AgentName } from "../../domain/agent.ts";
import type { Field } from "../../domain/answer.ts";
import type { Order } from "../../domain/order.ts";
import { isolate } from "../../language/format.ts";
import { isAnswered, settleComplaint } from "../../orders/complaint.ts";
import { isComplaintFlow } from "../flow/complaint-flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { canTell } from "../order/news.ts";
import { sayText } from "../show/render.ts";
import { byAgent, holdsSecret, nothingToDo, type On, type Outcome } from "../staff/staff-rights.ts";
import { addNews, changeOrder, type Work } from "../work.ts";
import { endCase, notContent } from "./complaint-answer.ts";

/** Content closes it; not content opens it again as their own word would, and needs their words. */
export function hearForCustomer(
  work: Work,
  agent: AgentName,
  order: Order,
  { content, words: written }: On<"hear_complaint">,
): Outcome {
  const flow = flowOf(work.catalogue, order);
  if (!isComplaintFlow(flow)) return nothingToDo;
  const words = written.trim();
  if (holdsSecret(words)) return { reason: "holds_a_secret" };
  const by = byAgent(agent);
  if (content) {
    if (!isAnswered(order, flow.complaint)) return nothingToDo;
    changeOrder(work, settleComplaint(order, "customer", work.at, { by, words }));
    endCase(work, order.ref);
    const { catalogue, language } = work;
    const told = sayText(catalogue, language, "complaint.settled", { ref: isolate(order.ref) });
    if (canTell(work)) addNews(work, order.ref, told);
    return undefined;
  }
  if (words === "") return { reason: "empty" };
  const evidence = { text: words, messageId: "", start: 0, end: words.length, by: "agent" } as const;
  const said: Field = { value: words, evidence };
  if (!notContent(work, order, said, { by })) return nothingToDo;
  if (!canTell(work)) work.silent = true;
  return undefined;
}
