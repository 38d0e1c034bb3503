/** What acts of staff on an order have in common: who acts, who holds it, and when an act is refused to them. */
import type { AgentAct, Refusal } from "../../domain/act.ts";
import type { AgentName } from "../../domain/agent.ts";
import type { By, Order, OrderChange } from "../../domain/order.ts";
import { findSecrets } from "../../language/guarded/secrets.ts";
import { withLastingClaim } from "../../orders/change.ts";
import { holderOf } from "../../orders/status.ts";
import { changeOrder, type Work } from "../work.ts";

export type On<Type extends AgentAct["type"]> = Extract<AgentAct, { type: Type }>;
/** undefined: done. */
export type Outcome = Refusal | undefined;

export const nothingToDo: Refusal = { reason: "nothing_to_do" };

export function byAgent(agent: AgentName): Required<By> {
  return { type: "agent", id: agent.id, name: agent.name };
}

/** Only who holds an order may change it. */
export function refusedToOthers(work: Work, agent: AgentName, order: Order): Outcome {
  const holder = holderOf(order, work.fresh.realNow);
  if (!holder) return { reason: "not_yours" };
  return holder.agent === agent.id ? undefined : { reason: "not_yours", by: holder.name };
}

/** The change, which makes whoever holds the order responsible for good. */
export function commit(work: Work, change: OrderChange): void {
  changeOrder(work, withLastingClaim(change));
}

/** The same, where whoever does not hold the order may do it, too, and takes nothing on with it. */
export function commitAside(work: Work, agent: AgentName, order: Order, change: OrderChange): void {
  if (holderOf(order, work.fresh.realNow)?.agent === agent.id) commit(work, change);
  else changeOrder(work, change);
}

/** Why these trimmed words are not taken, where some are needed. */
export function refusedWords(words: string, missing: "empty" | "reason_missing"): Outcome {
  if (words === "") return { reason: missing };
  return holdsSecret(words) ? { reason: "holds_a_secret" } : undefined;
}

/** Passwords, codes and card numbers are kept nowhere, whoever writes them. */
export function holdsSecret(text: string): boolean {
  return findSecrets(text, { askedForCode: false }).length > 0;
}
