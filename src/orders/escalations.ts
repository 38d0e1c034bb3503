/** Why an order is a head's matter now: what nobody saw to in time, also after the warning. Pure. */
import type { Order } from "../domain/order.ts";
import type { Matter } from "../domain/order-clock.ts";
import { claimWaitOf } from "./due/claim-wait.ts";
import { handoffWaitOf } from "./due/handoff.ts";
import type { DueKnown } from "./due/rule.ts";
import { stageWaitOf } from "./due/stage-wait.ts";
import { isClosed, stageOf } from "./status.ts";

/** `since`: when that wait began, epoch milliseconds: it tells one wait from the next. */
export type Escalation = { readonly matter: Matter; readonly since: number };

const waits = { unclaimed: claimWaitOf, stuck: stageWaitOf, handoff: handoffWaitOf } as const;
const waitNames = ["unclaimed", "stuck", "handoff"] as const;

/** What has come to a head and is not over: a wait that has ended since is nobody's matter any more. */
export function escalationsOf(order: Order, known: DueKnown): readonly Escalation[] {
  const { clock, complaint, state } = order;
  if ((!clock && !complaint) || isClosed(state.status)) return [];
  const overdue = waitNames.flatMap((matter): Escalation[] => {
    const mark = clock?.[matter];
    if (mark?.level !== "escalated") return [];
    return waits[matter](order, known)?.since === mark.since ? [{ matter, since: mark.since }] : [];
  });
  const since = unsettledSince(order, known);
  return since === undefined ? overdue : [...overdue, { matter: "reopened", since }];
}

/** The customer was not content with the first answer, or with a later one. */
function unsettledSince({ complaint, state }: Order, { flow }: DueKnown): number | undefined {
  const { reopened, outcome } = complaint ?? {};
  if (reopened && !outcome) return reopened.at;
  return outcome && stageOf(state) === flow.complaint?.looking ? state.at : undefined;
}

/** Those of which no head was told yet. */
export function untoldOf(order: Order, known: DueKnown): readonly Escalation[] {
  const told = order.clock?.headsTold;
  return escalationsOf(order, known).filter(({ matter, since }) => told?.[matter] !== since);
}
