/** Staff have partners asked by themselves, everybody anew, or end that. What was offered already stands. */
import type { AgentName } from "../../domain/agent.ts";
import type { Order } from "../../domain/order.ts";
import { mayBeOffered } from "../../orders/offers.ts";
import { endSearch, isResting, isSearching, searchAgain } from "../../orders/search.ts";
import { holderOf } from "../../orders/status.ts";
import { flowOf } from "../flow/pinned.ts";
import { legalMoves } from "../order/moves.ts";
import type { Work } from "../work.ts";
import { byAgent, commit, nothingToDo, type Outcome } from "./staff-rights.ts";

/** While nobody holds the order, anybody may. */
export function search(work: Work, agent: AgentName, order: Order): Outcome {
  const refusal = heldByOther(work, agent, order);
  if (refusal) return refusal;
  const runs = isSearching(order) && !isResting(order);
  if (flowOf(work.catalogue, order).dispatch.strategy === "office" || runs) return nothingToDo;
  if (!mayBeOffered(order))
    return { reason: "illegal_move", from: order.state.status, legal: legalMoves(work.catalogue, order) };
  commit(work, searchAgain(order, byAgent(agent), work.at));
  return undefined;
}

export function stopSearch(work: Work, agent: AgentName, order: Order): Outcome {
  const refusal = heldByOther(work, agent, order);
  if (refusal) return refusal;
  if (!isSearching(order)) return nothingToDo;
  commit(work, endSearch(order, "by_staff", { at: work.at, by: byAgent(agent) }));
  return undefined;
}

function heldByOther(work: Work, agent: AgentName, order: Order): Outcome {
  const holder = holderOf(order, work.fresh.realNow);
  return holder && holder.agent !== agent.id ? { reason: "not_yours", by: holder.name } : undefined;
}
