/** An order stands still: at a stage that has its time in the flow, or with a partner that took it and has not begun. */
import type { Order } from "../../domain/order.ts";
import { instantOf, isDate } from "../../language/clock.ts";
import { overdueAt, type Wait } from "../overdue.ts";
import { promisedBy } from "../promise.ts";
import { stageOf } from "../status.ts";
import type { DueKnown, DueRule } from "./rule.ts";

export function stageWaitOf(order: Order, known: DueKnown): Wait | undefined {
  const { state, partner } = order;
  const stage = stageOf(state);
  if (stage === undefined && (!partner || state.status !== "assigned")) return undefined;
  const { flow, office, zone } = known;
  const { begin_minutes: begin, promise_minutes: promise } = flow.dispatch;
  const minutes =
    stage === undefined ? (begin ?? promise) : flow.stages.find(({ id }) => id === stage)?.minutes;
  if (minutes === undefined) return undefined;
  const from = stage === undefined ? Math.max(state.at, beginsAt(order, known)) : state.at;
  return { since: state.at, over: (count) => promisedBy(office, zone, from, count), minutes };
}

/** The day on which the work is to begin, where the customer named one: nobody is late before it. */
function beginsAt({ fields }: Order, { flow, zone }: DueKnown): number {
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
