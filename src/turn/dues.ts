/** Orders' due moments: what is due becomes an event of the order's chat, on its newest state. */
import { dueKnownOf } from "../conversation/order/due-known.ts";
import type { PartnerSearch } from "../dispatch/candidates.ts";
import type { FindHeads } from "../dispatch/heads.ts";
import type { FindMissed } from "../dispatch/missed.ts";
import type { Event, HeadChat } from "../domain/event.ts";
import type { OfferId, OrderRef } from "../domain/ids.ts";
import type { Order } from "../domain/order.ts";
import type { Candidates } from "../domain/search.ts";
import type { Acted } from "../engine.ts";
import { claimWait } from "../orders/due/claim-wait.ts";
import { handoffWait } from "../orders/due/handoff.ts";
import { headsTold } from "../orders/due/heads.ts";
import { isRoomAwaited, isSearched } from "../orders/due/search.ts";
import { stageWait } from "../orders/due/stage-wait.ts";
import type { DueKnown } from "../orders/due.ts";
import { mayPropose } from "../orders/proposal.ts";
import type { EngineStore } from "../store/engine.ts";
import type { EngineDeps } from "./deps.ts";
import type { Intake } from "./intake.ts";
import { createSweep, type Sweep } from "./sweep.ts";

export type DuesDeps = {
  readonly store: Pick<EngineStore, "nextDue" | "dueOrders" | "getOrder">;
  readonly happen: Intake["happen"];
  readonly catalogue: EngineDeps["catalogue"];
  /** Left out: nobody is asked by program. */
  readonly search?: PartnerSearch | undefined;
  readonly missed?: FindMissed | undefined;
  /** Left out: heads are told in the queue alone. */
  readonly heads?: FindHeads | undefined;
  readonly log: EngineDeps["log"];
};

const nobody: PartnerSearch = {
  find: async () => ({ chosen: [], left: {}, reachable: 0 }),
  settled: () => undefined,
  committed: () => undefined,
  roomFor: async () => [],
  forget: () => undefined,
};
const none: FindMissed = async () => [];

/** @param first the earliest due moment, as the store told at the start */
export function createDues(
  { store, happen, catalogue, log, search = nobody, missed = none, heads }: DuesDeps,
  first: number | undefined,
): Sweep {
  const found = async (order: Order, now: number): Promise<Found> => {
    const known = dueKnownOf({ catalogue: catalogue() }, order);
    return {
      missed: await missed(order, now),
      ...((isSearched(order, known) || mayPropose(order, known.flow)) && {
        candidates: await search.find(order, now),
      }),
      // Told apart: nobody to tell, and nobody looked up.
      ...(!heads && { heads: [] }),
      ...(heads && mayComeToHeads(order, known, now) && { heads: await heads(order) }),
    };
  };
  /** What is looked up for an order becomes its event; what came of that is in the store by the end of it. */
  async function fire(listed: Order, now: number): Promise<Acted> {
    try {
      const known = await found(listed, now);
      const event = (order: Order | undefined) => order && dueEvent(listed, order, now, known);
      return await happen(listed.conversation, (_, order) => event(order), listed.ref);
    } finally {
      search.settled(listed.ref);
    }
  }

  /** Orders that wait for room and may have it, oldest first: each is looked at while the one before is on its way. Never rejects. */
  async function wakeWaiting(now: number): Promise<void> {
    const woken: Promise<unknown>[] = [];
    try {
      for (const ref of await search.roomFor(now)) {
        const order = await store.getOrder(ref);
        if (!order || !isRoomAwaited(order, dueKnownOf({ catalogue: catalogue() }, order)))
          search.forget(ref);
        else woken.push(fire(order, now).catch((error: unknown) => failed(error, ref)));
      }
    } catch (error) {
      log.error({ error }, "orders that wait for room could not be looked at; they will be");
    }
    await Promise.all(woken);
  }

  /** It is tried again in a minute. */
  function failed(error: unknown, ref: OrderRef): void {
    log.error({ error, order: ref }, "an order that waits for room could not go on");
  }

  const sweep = createSweep<Order>(
    {
      next: () => store.nextDue(),
      due: (now, limit) => store.dueOrders(now, limit),
      fire,
      keyOf: ({ ref }) => ref,
      onFailing: ({ conversation, ref }, now) =>
        happen(conversation, () => ({ type: "timer_failed", at: now, ref })),
      log,
      momentsOf: ({ orderChanges }) => orderChanges.map(({ order }) => order.dueAt),
    },
    first,
  );
  return {
    ...sweep,
    committed(turns) {
      sweep.committed(turns);
      search.committed(turns.flatMap(({ orderChanges }) => orderChanges));
    },
    async fire(now) {
      await wakeWaiting(now);
      await sweep.fire(now);
    },
  };
}

/** What an act may need and has to be looked up. */
type Found = {
  readonly candidates?: Candidates;
  readonly missed: readonly OfferId[];
  readonly heads?: readonly HeadChat[];
};

/** Whether something of it is a head's matter, or becomes one at this moment. */
function mayComeToHeads(order: Order, known: DueKnown, now: number): boolean {
  return [claimWait, stageWait, handoffWait, headsTold].some(
    ({ at }) => (at(order, known) ?? Number.POSITIVE_INFINITY) <= now,
  );
}

/** Nothing when the order has changed since it was listed, and waits for something later now. */
function dueEvent(listed: Order, order: Order, now: number, known: Found): Event | undefined {
  const isSame = order.version === listed.version && order.dueAt === listed.dueAt;
  const isDue = isSame || (order.dueAt !== undefined && order.dueAt <= now);
  return isDue ? { type: "order_due", at: now, order, ...known } : undefined;
}
