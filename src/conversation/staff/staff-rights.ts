/** What acts of staff on an order have in common: who acts, who holds it, and when an act is refused to them. */
import type { AgentAct, Refusal } from "../../domain/act.ts";
import type { AgentName } from "../../domain/agent.ts";
import type { By, Order, OrderChange } from "../../domain/order.ts";
import { findSecrets } from "../../language/guarded/secrets.ts";
import { withLastingClaim } from "../../orders/change.ts";
import { changeOrder, type Work } from "../work.ts";

export type On<Type extends AgentAct["type"]> = Extract<AgentAct, { type: Type }>;
/** undefined: done. */
export type Outcome = Refusal | undefined;

export const nothingToDo: Refusal = { reason: "nothing_to_do" };

export function byAgent(agent: AgentName): Required<By> {
  return { type: "agent", id: agent.id, name: agent.name };
}

/** Heads and administrators may act on what others hold. */
export function leads({ role }: AgentName): boolean {
  return role === "head" || role === "admin";
}

/** A claim whose lease has run out is nobody's, even before the timer says so. */
export function holderOf(order: Order, { fresh }: Work): Order["claim"] {
  const { claim } = order;
  return claim && (claim.until === undefined || claim.until > fresh.realNow) ? claim : undefined;
}

/** Only who holds an order may change it. */
export function refusedToOthers(work: Work, agent: AgentName, order: Order): Outcome {
  const holder = holderOf(order, work);
  if (!holder) return { reason: "not_yours" };
  return holder.agent === agent.id ? undefined : { reason: "not_yours", by: holder.name };
}

/** The change, which makes whoever holds the order responsible for good. */
export function commit(work: Work, change: OrderChange): void {
  changeOrder(work, withLastingClaim(change));
}

/** Passwords, codes and card numbers are kept nowhere, whoever writes them. */
export function holdsSecret(text: string): boolean {
  return findSecrets(text, { askedForCode: false }).length > 0;
}
