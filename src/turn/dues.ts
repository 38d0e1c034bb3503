/** Orders' due moments: what is due becomes an event of the order's chat, on its newest state. */
import type { Event } from "../domain/event.ts";
import type { Order } from "../domain/order.ts";
import type { EngineStore } from "../store/engine.ts";
import type { Intake } from "./intake.ts";
import { createSweep, type Sweep } from "./sweep.ts";

export type DuesDeps = {
  readonly store: Pick<EngineStore, "nextDue" | "dueOrders">;
  readonly happen: Intake["happen"];
};

/** @param first the earliest due moment, as the store told at the start */
export function createDues({ store, happen }: DuesDeps, first: number | undefined): Sweep {
  return createSweep(
    {
      next: () => store.nextDue(),
      due: (now, limit) => store.dueOrders(now, limit),
      fire: (listed, now) =>
        happen(listed.conversation, (_, order) => order && dueEvent(listed, order, now), listed.ref),
      momentsOf: ({ orderChanges }) => orderChanges.map(({ order }) => order.dueAt),
    },
    first,
  );
}

/** Nothing when the order has changed since it was listed, and waits for something later now. */
function dueEvent(listed: Order, order: Order, now: number): Event | undefined {
  const isDue = order.version === listed.version || (order.dueAt !== undefined && order.dueAt <= now);
  return isDue ? { type: "order_due", at: now, order } : undefined;
}
