/** An order stands still at a stage that has its time in the flow. */
import type { Order } from "../../domain/order.ts";
import { overdueAt, type Wait } from "../overdue.ts";
import { promisedBy } from "../promise.ts";
import { stageOf } from "../status.ts";
import type { DueKnown, DueRule } from "./rule.ts";

export function stageWaitOf({ state }: Order, { flow, office, zone }: DueKnown): Wait | undefined {
  const stage = stageOf(state);
  const minutes = stage === undefined ? undefined : flow.stages.find(({ id }) => id === stage)?.minutes;
  if (minutes === undefined) return undefined;
  return { since: state.at, over: (count) => promisedBy(office, zone, state.at, count), minutes };
}

export const stageWait: DueRule<"stage_wait"> = {
  kind: "stage_wait",
  at(order, known) {
    const wait = stageWaitOf(order, known);
    return wait && overdueAt(order.clock?.stuck, wait);
  },
};
