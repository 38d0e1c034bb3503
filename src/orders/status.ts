/**
 * The life of an order as one table: which status may follow which. Everything that moves an order (staff, the API, partners, the
 * customer's own cancelling) asks here, and the queue offers exactly these moves. Knows no texts.
 */
import type { LegalMove, Move } from "../domain/act.ts";
import {
  type By,
  type Claim,
  type HistoryRow,
  type LetGoTo,
  type Order,
  type OrderStatus,
  overStatuses,
  type StatusName,
} from "../domain/order.ts";

/**
 * From each status to those that may follow. Quoting and paying are optional parts of a life. Work may begin straight from any
 * state before `assigned` too, when whoever does it reports its first stage; done always follows on work.
 */
export const nextStatuses: Readonly<Record<StatusName, readonly StatusName[]>> = {
  placed: ["quoted", "awaiting_payment", "seeking", "assigned", "in_progress", "cancelled", "failed"],
  quoted: ["approved", "cancelled", "failed"],
  approved: ["awaiting_payment", "seeking", "assigned", "in_progress", "cancelled", "failed"],
  awaiting_payment: ["paid", "cancelled", "failed"],
  paid: ["seeking", "assigned", "in_progress", "cancelled", "failed"],
  seeking: ["assigned", "in_progress", "cancelled", "failed"],
  // Back only when whoever had it lets it go: to where it was before, or to be sought for.
  assigned: ["placed", "approved", "paid", "seeking", "in_progress", "quoted", "cancelled", "failed"],
  in_progress: ["in_progress", "done", "cancelled", "failed"],
  done: [],
  cancelled: [],
  failed: [],
};

/** Whether a price may be set now; one that waits for its approval may still be set anew. */
export function mayBePriced(status: StatusName): boolean {
  return status === "quoted" || nextStatuses[status].includes("quoted");
}

/** Whether a partner may get the order now, in place of whoever had it. */
export function mayBeGiven(status: StatusName): boolean {
  return status === "assigned" || status === "in_progress" || nextStatuses[status].includes("assigned");
}

/** Statuses after which nothing follows. */
export function isClosed(status: StatusName): boolean {
  return overStatuses.some((over) => over === status);
}

/** Statuses in which the customer's own word ends an order, since no work has begun and nothing was paid. */
export function isFreeToCancel(status: StatusName): boolean {
  return !isClosed(status) && status !== "in_progress" && status !== "paid";
}

/** Whether the office itself does the order from then on: it was moved to its own people, or into the hands of a department. */
export function isOfficesOwn({ what, to }: HistoryRow): boolean {
  return (
    what === "handed" ||
    what === "handed_back" ||
    what === "handoff_done" ||
    (what === "moved" && to === "assigned")
  );
}

/** Whether a hand-off is still waited for: nobody of the office has taken the order further since. */
export function isHandedOver({ handoff, state }: Order): boolean {
  return handoff !== undefined && handoff.over === undefined && !isClosed(state.status);
}

/** Whether somebody has taken it since it was handed over. */
export function isTaken({ handoff, claim }: Order): boolean {
  return handoff !== undefined && claim !== undefined && claim.since >= handoff.at;
}

/** Whether it was handed over, and lies where nobody has taken it yet. */
export function isUntaken(order: Order): boolean {
  return isHandedOver(order) && !isTaken(order);
}

/** Of what waits for somebody to take it: whether a department has it, or nobody in particular. For what the chat remembers of it. */
export function untakenIn(order: Order): { readonly handed?: true | "back_to_none" } {
  if (!isUntaken(order)) return {};
  return { handed: order.department ? true : "back_to_none" };
}

/** Who holds the order now: a claim whose lease has run out is nobody's, even before the timer says so. */
export function holderOf({ claim }: Order, realNow: number): Claim | undefined {
  return claim && (claim.until === undefined || claim.until > realNow) ? claim : undefined;
}

/** The stage that an order is at, inside `in_progress`. */
export function stageOf(state: OrderStatus): string | undefined {
  return state.status === "in_progress" ? state.stage : undefined;
}

/**
 * Every move that an order may make now, in the order of its life.
 * @param stages ids of the flow's stages, in order; inside `in_progress` later ones follow, and last of all the way back to the
 * one before
 */
export function legalMovesOf(order: Order, stages: readonly string[]): readonly LegalMove[] {
  const { state } = order;
  const ahead = nextStatuses[state.status].flatMap((to): readonly LegalMove[] => {
    // Nobody moves an order there: it falls back.
    if (state.status === "assigned" && isLetGoTo(to)) return [];
    if (to === "in_progress") return workMoves(state, stages);
    // A price has to be known before somebody can be asked to approve or pay it.
    if ((to === "quoted" || to === "awaiting_payment") && !order.price) return [];
    return [{ to }];
  });
  return [...ahead, ...backMoves(state, stages)];
}

function isLetGoTo(status: StatusName): status is LetGoTo {
  return status === "placed" || status === "approved" || status === "paid";
}

/** A stage that was reported by mistake is taken back one step at a time; from the first, to work without a stage. */
function backMoves(state: OrderStatus, stages: readonly string[]): readonly LegalMove[] {
  const at = stages.indexOf(stageOf(state) ?? "");
  if (at < 0) return [];
  const stage = stages[at - 1];
  return [{ to: "in_progress", ...(stage !== undefined && { stage }), back: true }];
}

function workMoves(state: OrderStatus, stages: readonly string[]): readonly LegalMove[] {
  const at = state.status === "in_progress" ? stages.indexOf(state.stage ?? "") : -1;
  const later = stages.slice(at + 1).map((stage): LegalMove => ({ to: "in_progress", stage }));
  return state.status === "in_progress" ? later : [{ to: "in_progress" }, ...later];
}

function letGoTo({ status, at }: OrderStatus): { readonly from?: LetGoTo; readonly since?: number } {
  return isLetGoTo(status) ? { from: status, since: at } : {};
}

/** The state that a legal move leads to. `reason` is needed for `cancelled` and `failed`. */
export function stateAfter(order: Order, move: Move, by: By, at: number): OrderStatus {
  const total = order.price?.total ?? { amountMinor: 0, currency: "SAR" as const };
  switch (move.to) {
    case "placed":
    case "approved":
    case "paid":
    case "seeking":
    case "done":
      return { status: move.to, at };
    case "quoted":
    case "awaiting_payment":
      return { status: move.to, at, total };
    case "assigned":
      return { status: "assigned", at, to: by, ...letGoTo(order.state) };
    case "in_progress":
      return move.stage === undefined
        ? { status: "in_progress", at }
        : { status: "in_progress", at, stage: move.stage };
    case "cancelled":
    case "failed":
      return { status: move.to, at, by, reason: move.note ?? "" };
    default:
      return move.to satisfies never;
  }
}
