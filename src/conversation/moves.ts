/** The moves that an order may make now, with the stages of the flow that it began with: what the queue and the API offer. */
import type { LegalMove, Move, Refusal } from "../domain/event.ts";
import type { Order } from "../domain/order.ts";
import { findLegal, legalMovesOf } from "../orders/status.ts";
import type { Catalogue } from "./flow.ts";
import { flowOf } from "./pinned.ts";

export function legalMoves(catalogue: Catalogue, order: Order): readonly LegalMove[] {
  return legalMovesOf(order, stagesOf(catalogue, order));
}

/** Why a move can't be made; undefined when it can. */
export function refusalOf(catalogue: Catalogue, order: Order, move: Move): Refusal | undefined {
  const stages = stagesOf(catalogue, order);
  const legal = findLegal(order, move, stages);
  if (!legal) {
    return { reason: "illegal_move", from: order.state.status, legal: legalMovesOf(order, stages) };
  }
  const needsReason = move.to === "cancelled" || move.to === "failed" || legal.back === true;
  return needsReason && (move.note ?? "").trim() === "" ? { reason: "reason_missing" } : undefined;
}

function stagesOf(catalogue: Catalogue, order: Order): readonly string[] {
  return flowOf(catalogue, order).stages.map(({ id }) => id);
}
