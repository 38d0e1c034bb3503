/** The moves that an order may make now, with the stages of the flow that it began with: what the queue and the API offer. */
import type { LegalMove, Move, Refusal } from "../../domain/act.ts";
import type { Order, StatusName } from "../../domain/order.ts";
import { complaintMoves } from "../../orders/complaint.ts";
import { legalMovesOf } from "../../orders/status.ts";
import { isComplaintFlow } from "../flow/complaint-flow.ts";
import type { Catalogue, Flow } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";

export function legalMoves(catalogue: Catalogue, order: Order): readonly LegalMove[] {
  return legalMovesIn(flowOf(catalogue, order), order);
}

/** The same by the flow itself. */
export function legalMovesIn(flow: Flow, order: Order): readonly LegalMove[] {
  const legal = legalMovesOf(
    order,
    flow.stages.map(({ id }) => id),
  );
  if (flow.kind === "internal") return legal.filter(({ to }) => betweenDepartments.has(to));
  return isComplaintFlow(flow) ? complaintMoves(order, legal, flow.complaint) : legal;
}

/** What the office's own people ask of each other costs nothing, and nobody is sought for it. */
const betweenDepartments: ReadonlySet<StatusName> = new Set(["in_progress", "done", "cancelled", "failed"]);

/** Why a move can't be made; undefined when it can. */
export function refusalOf(catalogue: Catalogue, order: Order, move: Move): Refusal | undefined {
  const all = legalMoves(catalogue, order);
  const legal = all.find(({ to, stage }) => to === move.to && stage === move.stage);
  if (!legal) return { reason: "illegal_move", from: order.state.status, legal: all };
  const needsReason = move.to === "cancelled" || move.to === "failed" || legal.back === true;
  return needsReason && (move.note ?? "").trim() === "" ? { reason: "reason_missing" } : undefined;
}
