/** An order stands still: work that has begun, or a partner that took it and has not begun. */
import type { Order } from "../../domain/order.ts";
import { instantOf, isDate } from "../../language/times/clock.ts";
import { overdueAt, type Wait } from "../overdue.ts";
import { promisedBy } from "../promise.ts";
import { stageOf } from "../status.ts";
import { expectedOn } from "./expected-on.ts";
import type { DueKnown, DueRule } from "./rule.ts";

/**
 * Since when it has stood as it is, with whom it is: who gets what somebody else has begun has as long as that one had, and so has who could not do it
 * as it was changed, once it is changed anew. Epoch milliseconds.
 */
export function standsSince({ state, partner, confirmation, passedOnAt = 0 }: Order): number {
  const anew = confirmation?.partner === partner?.id ? (confirmation?.waitsFrom ?? 0) : 0;
  return Math.max(state.at, passedOnAt, anew);
}

/** The wait for the next step; none where nobody owes one. */
export function stageWaitOf(order: Order, known: DueKnown): Wait | undefined {
  const { state, partner } = order;
  const { flow, office, zone } = known;
  if (state.status === "in_progress") return workWaitOf(order, known);
  if (state.status !== "assigned" || !partner) return undefined;
  const { begin_minutes: begin, promise_minutes: promise } = flow.dispatch;
  const from = Math.max(standsSince(order), beginsAt(order, known));
  return {
    since: standsSince(order),
    over: (count) => promisedBy(office, zone, from, count),
    minutes: begin ?? promise,
  };
}

/** In the minutes of its stage, or else in the office's, from the day on which the work is expected. */
function workWaitOf(order: Order, known: DueKnown): Wait | undefined {
  const { flow, office, zone } = known;
  const { state } = order;
  const stage = flow.stages.find(({ id }) => id === stageOf(state));
  if (stage?.rests) return undefined;
  const since = standsSince(order);
  const from =
    stage?.minutes === undefined
      ? Math.max(since, instantOf(expectedOn(order, known), "00:00", zone))
      : since;
  const minutes = stage?.minutes ?? office.stage_minutes;
  return { since, over: (count) => promisedBy(office, zone, from, count), minutes };
}

/** The day on which the work is to begin, where the customer named one: nobody is late before it. */
export function beginsAt({ fields }: Order, { flow, zone }: Pick<DueKnown, "flow" | "zone">): number {
  const { begin_on: name } = flow.dispatch;
  const date = name === undefined ? undefined : fields[name]?.value;
  return typeof date === "string" && isDate(date) ? instantOf(date, "00:00", zone) : 0;
}

export const stageWait: DueRule<"stage_wait"> = {
  kind: "stage_wait",
  at(order, known) {
    const wait = stageWaitOf(order, known);
    return wait && overdueAt(order.clock?.stuck, wait);
  },
};
