/** Why an order is a head's matter now: what nobody saw to in time, also after the warning. Pure. */
import type { Order } from "../domain/order.ts";
import type { Call, Matter } from "../domain/order-clock.ts";
import { claimWaitOf } from "./due/claim-wait.ts";
import { handoffWaitOf } from "./due/handoff.ts";
import type { DueKnown } from "./due/rule.ts";
import { stageWaitOf } from "./due/stage-wait.ts";
import { mayBeOffered } from "./offers.ts";
import { isClosed, stageOf } from "./status.ts";

/** `since`: when that wait began, epoch milliseconds: it tells one wait from the next. */
export type Escalation = { readonly matter: Matter; readonly since: number };

const waits = { unclaimed: claimWaitOf, stuck: stageWaitOf, handoff: handoffWaitOf } as const;
const waitNames = ["unclaimed", "stuck", "handoff"] as const;

/** What has come to a head and is not over: a wait that has ended since is nobody's matter any more. */
export function escalationsOf(order: Order, known: DueKnown): readonly Escalation[] {
  const change = unconfirmed(order);
  if (isClosed(order.state.status)) return change;
  return [...overdueOf(order, known), ...change, ...foundNobody(order), ...callsOf(order)];
}

/** Also of an order that was cancelled: its partner may be on the way. */
function unconfirmed({ confirmation, partner }: Order): readonly Escalation[] {
  const isOpen = confirmation?.state === "late" || confirmation?.state === "cannot";
  return isOpen && confirmation.partner === partner?.id ? [{ matter: "change", since: confirmation.at }] : [];
}

/** All who could have taken it were asked, and nobody has taken it on since. */
function foundNobody(order: Order): readonly Escalation[] {
  const { search, claim } = order;
  if (search?.over?.why !== "nobody" || claim || !mayBeOffered(order)) return [];
  return [{ matter: "nobody", since: search.over.at }];
}

/** Until somebody has taken the order on since; a wish to cancel, until it is decided that the appointment stays. */
function callsOf({ clock, claim }: Order): readonly Escalation[] {
  const called = clock?.called;
  if (!called) return [];
  return callNames.flatMap((matter): Escalation[] => {
    const since = called[matter];
    const isSeenTo = since !== undefined && claim !== undefined && claim.since > since;
    const isDecided = matter === "cancel" && clock.appointment?.state === "kept";
    return since === undefined || isSeenTo || isDecided ? [] : [{ matter, since }];
  });
}

const callNames = ["problem", "cancel", "promise"] as const satisfies readonly Call[];

function overdueOf(order: Order, known: DueKnown): readonly Escalation[] {
  const { clock, complaint } = order;
  if (!clock && !complaint) return [];
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

/** By whichever of these heads hear of it, it is one and the same order that lies there. */
const lying: ReadonlySet<Matter> = new Set<Matter>(["unclaimed", "nobody", "promise"]);

/** Those of which no head was told yet. */
export function untoldOf(order: Order, known: DueKnown): readonly Escalation[] {
  const knows = isKnownToLie(order, known);
  return escalationsOf(order, known).filter(
    (one) => !isTold(order, one) && !(knows && lying.has(one.matter)),
  );
}

/** Whether heads were told of an order that lies there, and it has not been taken on since. */
export function isKnownToLie(order: Order, known: DueKnown): boolean {
  return escalationsOf(order, known).some((one) => lying.has(one.matter) && isTold(order, one));
}

const isTold = ({ clock }: Order, { matter, since }: Escalation): boolean =>
  clock?.headsTold?.[matter] === since;
