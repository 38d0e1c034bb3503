/** What somebody of the office asked another department for is theirs to call off, whoever has it by then. */
import type { AgentName } from "../../domain/agent.ts";
import type { Order } from "../../domain/order.ts";
import { moveOrder } from "../../orders/change.ts";
import { isClosed } from "../../orders/status.ts";
import { staffChannel } from "../order/news.ts";
import { changeOrder, type Work } from "../work.ts";
import { byAgent, nothingToDo, type On, type Outcome, refusedWords } from "./staff-rights.ts";

/** Whether it is what this agent asked of another department: the chat that it stands in is theirs. */
export function isAskerOf({ before }: Work, agent: AgentName, order: Order): boolean {
  return order.kind === "internal" && before.channel === staffChannel && before.address === agent.id;
}

export function withdrawRequest(
  work: Work,
  agent: AgentName,
  order: Order,
  act: On<"withdraw_request">,
): Outcome {
  if (!isAskerOf(work, agent, order)) return { reason: "not_allowed" };
  if (isClosed(order.state.status)) return nothingToDo;
  const note = act.reason.trim();
  const unfit = refusedWords(note, "reason_missing");
  if (unfit) return unfit;
  changeOrder(work, moveOrder(order, { to: "cancelled", note }, byAgent(agent), work.at));
  return undefined;
}
