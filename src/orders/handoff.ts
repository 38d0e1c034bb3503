/** An order handed from department to department, and back, as changes of it. Whether it may be is asked before. Pure. */
import type { Handoff } from "../domain/handoff.ts";
import type { By, HistoryRow, Order, OrderChange } from "../domain/order.ts";
import type { PartnerName } from "../domain/partner.ts";
import { nextVersion } from "./change.ts";
import { mayBeGiven, stateAfter } from "./status.ts";

export type HandingOver = {
  readonly to: PartnerName;
  readonly from?: PartnerName | undefined;
  readonly due: number;
  readonly note: string;
};

/** The order in the department's hands: out of those of whoever held it, and not sought for by itself meanwhile. */
export function handOff(order: Order, given: HandingOver, by: By, at: number): OrderChange {
  const { to, due, note } = given;
  const from = given.from ?? order.department;
  const handoff: Handoff = { ...(from && { from }), to, at, by, note, due };
  const row = { what: "handed", by, note, department: to, until: due } as const;
  return handed({ ...order, department: to }, order, handoff, row);
}

/**
 * Back to where it came from. What a partner goes on with has nobody to wait for once the department has done its part; anything else waits to be taken.
 * @param due by when somebody there is to take it up, epoch milliseconds
 */
export function handOffBack(
  order: Order,
  { reason, done }: { readonly reason: string; readonly done: boolean },
  by: By,
  at: number,
  due: number,
): OrderChange {
  const { from: to, to: from } = order.handoff ?? {};
  const handoff: Handoff = {
    ...(from && { from }),
    ...(to && { to }),
    ...{ at, by, note: reason, due, back: true },
    ...(done && { done: true as const }),
    ...(done && order.partner && { over: at }),
  };
  const { department: _, ...rest } = order;
  const what = done ? "handoff_done" : "handed_back";
  const row = { what, by, note: reason, ...(from && { department: from }) } as const;
  return handed({ ...rest, ...(to && { department: to }) }, order, handoff, row);
}

/** The same change with its hand-off over where the office took the order a step further; claiming and letting go is none. */
export function settleHandoff(change: OrderChange): OrderChange {
  const { order, before, history } = change;
  const { handoff } = order;
  if (!handoff || handoff !== before?.handoff || handoff.over !== undefined) return change;
  if (!history.some(isStepOfOffice)) return change;
  return { ...change, order: { ...order, handoff: { ...handoff, over: order.changedAt } } };
}

const ofClaims: ReadonlySet<HistoryRow["what"]> = new Set(["claimed", "taken", "released", "lease_ended"]);
/** Steps of the work, also where the status stays as it is. */
const steps: ReadonlySet<HistoryRow["what"]> = new Set([
  ...(["moved", "given", "answered", "priced", "prices_shown", "price_chosen"] as const),
]);

/** Whether a row of history is a step by which the office has done what was asked for. */
export function isStepOfOffice({ by, what, from, to }: HistoryRow): boolean {
  if (by.type === "partner" || by.type === "customer" || ofClaims.has(what)) return false;
  return steps.has(what) || from !== to;
}

function handed(
  next: Order,
  before: Order,
  handoff: Handoff,
  row: Omit<HistoryRow, "at" | "from" | "to">,
): OrderChange {
  const { claim: _, ...free } = next;
  const { at, to } = handoff;
  const from = before.state.status;
  const who: By = { type: "office", ...(to && { id: to.id, name: to.name.ar }) };
  const moves = from !== "in_progress" && from !== "assigned" && mayBeGiven(from);
  const state = moves ? stateAfter(before, { to: "assigned" }, who, at) : before.state;
  return nextVersion({ ...free, state, handoff }, before, { at, from, to: state.status, ...row });
}
