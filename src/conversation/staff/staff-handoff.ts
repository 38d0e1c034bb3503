/** Staff hand an order to another department, and back. The customer hears of it only where it moves the time that they were given. */
import { type AgentName, leads } from "../../domain/agent.ts";
import type { Order, OrderChange } from "../../domain/order.ts";
import { isolate } from "../../language/format.ts";
import { withPromise } from "../../orders/change.ts";
import { promiseOf } from "../../orders/due/promise.ts";
import { handOff, handOffBack } from "../../orders/handoff.ts";
import { promisedBy } from "../../orders/promise.ts";
import { holderOf, isClosed } from "../../orders/status.ts";
import { flowOf } from "../flow/pinned.ts";
import { dueKnownOf } from "../order/due-known.ts";
import { canTell } from "../order/news.ts";
import { sayText } from "../show/render.ts";
import { aboutOrder, showMoment } from "../show/show.ts";
import { addNews, changeOrder, type Work } from "../work.ts";
import {
  byAgent,
  nothingToDo,
  type On,
  type Outcome,
  refusedToOthers,
  refusedWords,
} from "./staff-rights.ts";

/** By whoever holds the order, or a head. */
export function handOffAct(work: Work, agent: AgentName, order: Order, act: On<"hand_off">): Outcome {
  const refusal = leads(agent) ? undefined : refusedToOthers(work, agent, order);
  if (refusal) return refusal;
  const note = act.note.trim();
  const unfit = refusedWords(note, "reason_missing");
  if (unfit) return unfit;
  const isThere = (order.department ?? act.from)?.id === act.to.id;
  if (isClosed(order.state.status) || isThere || act.due <= work.at) return nothingToDo;
  const change = handOff(order, { ...act, note }, byAgent(agent), work.at);
  changeOrder(work, withLaterPromise(work, order, change, act.due));
  return undefined;
}

/**
 * The promise that the customer waits for goes on being theirs, for a paid order's is worked out from a state that the hand-off ends. What is due later
 * is told to them now, with the new time.
 */
function withLaterPromise(work: Work, order: Order, change: OrderChange, due: number): OrderChange {
  const promised = promiseOf(order, dueKnownOf(work, order));
  if (promised === undefined) return change;
  if (due > promised && canTell(work)) addNews(work, order.ref, laterText(work, order, due));
  return withPromise(change, Math.max(promised, due));
}

function laterText({ catalogue, language, at }: Work, order: Order, due: number): string {
  const ref = isolate(order.ref);
  const by = showMoment(due, at, catalogue.zone, language);
  if (order.kind === "complaint") return sayText(catalogue, language, "complaint.later", { ref, by });
  const about = aboutOrder({ catalogue, language }, order);
  return sayText(catalogue, language, "promise.later", { ref, about, by });
}

/** Whoever holds it, a head, or, while nobody has taken it, any colleague who could. */
export function handOffBackAct(
  work: Work,
  agent: AgentName,
  order: Order,
  act: On<"hand_off_back">,
): Outcome {
  const { handoff } = order;
  if (!handoff || handoff.back || isClosed(order.state.status)) return nothingToDo;
  const holder = holderOf(order, work.fresh.realNow);
  if (holder && holder.agent !== agent.id && !leads(agent)) return { reason: "not_yours", by: holder.name };
  const reason = act.reason.trim();
  const unfit = refusedWords(reason, "reason_missing");
  if (unfit) return unfit;
  const { office, zone } = work.catalogue;
  const minutes = flowOf(work.catalogue, order).dispatch.claim_minutes ?? office.claim_minutes;
  const due = promisedBy(office, zone, work.at, minutes);
  changeOrder(work, handOffBack(order, { reason, done: act.done === true }, byAgent(agent), work.at, due));
  return undefined;
}
