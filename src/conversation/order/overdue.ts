/** What nobody took up in time: staff see it on the order, and after twice as long a head finds it among the waiting chats. */
import type { AgentAct } from "../../domain/act.ts";
import { leads } from "../../domain/agent.ts";
import type { Event } from "../../domain/event.ts";
import type { Order, OrderChange } from "../../domain/order.ts";
import type { Overdue } from "../../domain/order-clock.ts";
import { claimWaitOf } from "../../orders/due/claim-wait.ts";
import { handoffWaitOf } from "../../orders/due/handoff.ts";
import { stageWaitOf } from "../../orders/due/stage-wait.ts";
import { isLateWork } from "../../orders/late-work.ts";
import { overdueBy, type Wait } from "../../orders/overdue.ts";
import { isClosed, isUntaken } from "../../orders/status.ts";
import { asOrders, ordersOfCase } from "../person/case.ts";
import { wantPerson } from "../person/person.ts";
import type { Work } from "../work.ts";
import { dueKnownOf } from "./due-known.ts";
import { markOrder } from "./order-marks.ts";

/** Nobody has claimed it. */
export function warnUnclaimed(work: Work, order: Order): void {
  const wait = claimWaitOf(order, dueKnownOf(work, order));
  if (wait) warn(work, order, wait, (unclaimed) => ({ unclaimed }), "unclaimed");
}

/** It has stood at one stage for too long. That its partner is late is written down with it, once. */
export function warnStuck(work: Work, order: Order): void {
  const known = dueKnownOf(work, order);
  const wait = stageWaitOf(order, known);
  const { partner } = order;
  if (!wait) return;
  const markOf = (stuck: Overdue) => ({
    stuck,
    ...(partner && isLateWork(order, { wait, mark: stuck, at: work.at }, known) && { late: partner.id }),
  });
  warn(work, order, wait, markOf, "stuck");
}

/** The department that it was handed to has not seen to it. */
export function warnHandoff(work: Work, order: Order): void {
  const wait = handoffWaitOf(order, dueKnownOf(work, order));
  if (wait) warn(work, order, wait, (handoff) => ({ handoff }), "handoff_late");
}

function warn(
  work: Work,
  order: Order,
  wait: Wait,
  markOf: (mark: Overdue) => Partial<NonNullable<Order["clock"]>>,
  what: "unclaimed" | "stuck" | "handoff_late",
): void {
  const mark = overdueBy(work.at, wait);
  const isEscalated = mark.level === "escalated";
  markOrder(work, order, markOf(mark), { what: isEscalated ? "escalated" : what, by: { type: "office" } });
  if (isEscalated) callForOverdue(work, order);
}

/** A case for staff; where the chat has one already the order stands in it, too. */
export function callForOverdue(work: Work, { ref }: Order): void {
  wantPerson(work, "overdue", false, ref);
}

/** Whoever takes an order or a complaint up ends its case, with the last of them, unless a colleague is in the chat for it. */
export function endOverdue(work: Work): void {
  const { person, changes } = work;
  if (person?.agent || (person?.reason !== "overdue" && person?.reason !== "complaint")) return;
  // Who asked for a person as well waits for one.
  if (person.reason === "complaint" && work.at < person.mutedUntil) return;
  const ends = changes.filter(
    (change) => (person.reason === "overdue" || change.order.kind === "complaint") && isTakenUp(work, change),
  );
  const taken = new Set(ends.map(({ order }) => order.ref));
  if (taken.size === 0) return;
  const left = ordersOfCase(person).filter((ref) => !taken.has(ref));
  const { order: _order, others: _others, ...rest } = person;
  if (left.length > 0) work.person = { ...rest, ...asOrders(left) };
  else work.person = person.doubts ? { ...rest, reason: "unsure_message" } : undefined;
}

/** An order that a partner ends while it lies in a department: what was asked of that department may be left undone. */
export function keepUntaken(work: Work): void {
  for (const { before, order, history } of work.changes) {
    const isEnded =
      isClosed(order.state.status) &&
      history.some(({ by, to }) => to === order.state.status && by.type === "partner");
    if (before && isEnded && isUntaken(before)) callForOverdue(work, order);
  }
}

/** Staff or the office's own systems did something with it, a partner has it or went on with it, or it is over: not what its customer says. */
function isTakenUp({ event }: Work, { order, before }: OrderChange): boolean {
  if (event.type === "agent_acted") return takesUp(event, order);
  if (event.type === "order_moved") return true;
  if (order.partner && order.partner.id !== before?.partner?.id) return true;
  const isReported = event.type === "partner_reported" && event.report.type === "move";
  return isReported || isClosed(order.state.status);
}

/** Whoever lets it go, hands it back or says something beside the matter has not taken it up; after a first answer to a complaint a head has to. */
function takesUp({ act, agent }: Extract<Event, { type: "agent_acted" }>, order: Order): boolean {
  if (order.complaint?.reopened && !leads(agent)) return false;
  return takingUp.has(act.type) || (asides.has(act.type) && order.claim?.agent === agent.id);
}

/** Acts by which somebody has it, or goes on with it. */
const takingUp: ReadonlySet<AgentAct["type"]> = new Set([
  ...(["claim", "take", "move", "reply", "hand_off", "answer_complaint", "hear_complaint"] as const),
  ...(["price", "show_prices", "choose_price", "no_show", "keep_appointment", "agree_pay"] as const),
  ...(["give", "give_back", "offer", "withdraw_offer", "search", "stop_search", "withdraw_request"] as const),
]);

/** Words about an order: whoever does not hold it has taken nothing up with them. */
const asides: ReadonlySet<AgentAct["type"]> = new Set(["note", "correct"]);

/** A head was promised, had taken the complaint up, and let it go: the customer still waits for one. */
export function recallForPromised(work: Work): void {
  for (const { order, history } of work.changes) {
    const isLetGo = history.some(({ what }) => what === "released" || what === "lease_ended");
    if (!isLetGo || !order.complaint?.reopened || order.claim || isClosed(order.state.status)) continue;
    wantPerson(work, "complaint", false, order.ref);
  }
}
