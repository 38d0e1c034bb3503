/**
 * What an order waits for: the table of due rules, and the earliest of their moments, which the store finds it by. A new rule is a file under
 * `due/`, a row here, and its act in `conversation/order/due.ts`.
 */
import type { Order } from "../domain/order.ts";
import { appointmentReminder } from "./due/appointment.ts";
import { claimWait } from "./due/claim-wait.ts";
import { complaintSilence } from "./due/complaint-silence.ts";
import { confirmationWait } from "./due/confirmation.ts";
import { handoffWait } from "./due/handoff.ts";
import { headsTold } from "./due/heads.ts";
import { longLate } from "./due/long-late.ts";
import { offerExpiry } from "./due/offer-expiry.ts";
import { priceProposal } from "./due/price-proposal.ts";
import { pricesExpiry } from "./due/prices-expiry.ts";
import { pricesReady } from "./due/prices-ready.ts";
import { promiseMissed } from "./due/promise.ts";
import { ratingQuestion } from "./due/rating.ts";
import { renewalReminder } from "./due/renewal.ts";
import type { DueKnown, DueRule } from "./due/rule.ts";
import { searchRound } from "./due/search.ts";
import { stageWait } from "./due/stage-wait.ts";

export type { DueFlow, DueKnown } from "./due/rule.ts";

/** In the order in which the acts of one moment are done. */
export const dueRules = [
  offerExpiry,
  pricesReady,
  pricesExpiry,
  ratingQuestion,
  priceProposal,
  searchRound,
  claimWait,
  stageWait,
  confirmationWait,
  handoffWait,
  promiseMissed,
  appointmentReminder,
  renewalReminder,
  longLate,
  complaintSilence,
  // Behind all that may have come to a head at the same moment.
  headsTold,
] as const;
export type DueKind = (typeof dueRules)[number]["kind"];

/** The earliest moment at which something of the order is due, epoch milliseconds of the office's clock; undefined: nothing ever is. */
export function dueOf(order: Order, known: DueKnown): number | undefined {
  let first: number | undefined;
  for (const rule of dueRules as readonly DueRule<DueKind>[]) {
    if (first !== undefined && rule.notBefore && rule.notBefore(order, known) >= first) continue;
    const at = rule.at(order, known);
    if (at !== undefined && (first === undefined || at < first)) first = at;
  }
  return first;
}

/** The same order with its next due moment; the very order where that has not changed. */
export function withDue(order: Order, known: DueKnown): Order {
  const dueAt = dueOf(order, known);
  if (dueAt === order.dueAt) return order;
  if (dueAt !== undefined) return { ...order, dueAt };
  const { dueAt: _none, ...idle } = order;
  return idle;
}
