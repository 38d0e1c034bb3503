/** Orders' due moments: what is due becomes an event of the order's chat, on its newest state. */
import { dueKnownOf } from "../conversation/due-known.ts";
import type { FindCandidates } from "../dispatch/candidates.ts";
import type { FindMissed } from "../dispatch/missed.ts";
import type { Event } from "../domain/event.ts";
import type { OfferId } from "../domain/ids.ts";
import type { Order } from "../domain/order.ts";
import type { Candidates } from "../domain/search.ts";
import { isSearched } from "../orders/due/search.ts";
import type { EngineStore } from "../store/engine.ts";
import type { EngineDeps } from "./deps.ts";
import type { Intake } from "./intake.ts";
import { createSweep, type Sweep } from "./sweep.ts";

export type DuesDeps = {
  readonly store: Pick<EngineStore, "nextDue" | "dueOrders">;
  readonly happen: Intake["happen"];
  readonly catalogue: EngineDeps["catalogue"];
  readonly candidates?: FindCandidates | undefined;
  readonly missed?: FindMissed | undefined;
  readonly log: EngineDeps["log"];
};

const nobody: FindCandidates = async () => ({ chosen: [], left: {}, reachable: 0 });
const none: FindMissed = async () => [];

/** @param first the earliest due moment, as the store told at the start */
export function createDues(
  { store, happen, catalogue, log, candidates = nobody, missed = none }: DuesDeps,
  first: number | undefined,
): Sweep {
  const found = async (order: Order, now: number): Promise<Found> => ({
    missed: await missed(order, now),
    ...(isSearched(order, dueKnownOf({ catalogue: catalogue() }, order)) && {
      candidates: await candidates(order, now),
    }),
  });
  return createSweep(
    {
      next: () => store.nextDue(),
      due: (now, limit) => store.dueOrders(now, limit),
      async fire(listed, now) {
        const known = await found(listed, now);
        const event = (order: Order | undefined) => order && dueEvent(listed, order, now, known);
        return happen(listed.conversation, (_, order) => event(order), listed.ref);
      },
      keyOf: ({ ref }) => ref,
      onFailing: ({ conversation, ref }, now) =>
        happen(conversation, () => ({ type: "timer_failed", at: now, ref })),
      log,
      momentsOf: ({ orderChanges }) => orderChanges.map(({ order }) => order.dueAt),
    },
    first,
  );
}

/** What an act may need and has to be looked up. */
type Found = { readonly candidates?: Candidates; readonly missed: readonly OfferId[] };

/** Nothing when the order has changed since it was listed, and waits for something later now. */
function dueEvent(listed: Order, order: Order, now: number, known: Found): Event | undefined {
  const isDue = order.version === listed.version || (order.dueAt !== undefined && order.dueAt <= now);
  return isDue ? { type: "order_due", at: now, order, ...known } : undefined;
}
