/**
 * What an order waited for is due. Each rule of `orders/due.ts` has its act here; each act changes the order so that its rule is not due any
 * more: a tick that comes twice, or late by a day, does nothing twice and leaves nothing out.
 */
import type { Event } from "../../domain/event.ts";
import type { Order } from "../../domain/order.ts";
import { nextVersion } from "../../orders/change.ts";
import { afterClockBack } from "../../orders/clock-back.ts";
import { isRoomAwaited } from "../../orders/due/search.ts";
import { type DueKind, dueRules, withDue } from "../../orders/due.ts";
import { expireOffers } from "../../orders/offers.ts";
import { closeInSilence } from "../complaint/complaint-answer.ts";
import { callForConfirmation } from "../partner/confirmation.ts";
import { searchOn } from "../partner/search.ts";
import { proposePrice } from "../price/propose.ts";
import { expirePrices, presentQuotes } from "../price/quotes.ts";
import { tellHeads } from "../staff/tell-heads.ts";
import { changeOrder, type Work } from "../work.ts";
import { remindOfAppointment } from "./appointment.ts";
import { dueKnownOf } from "./due-known.ts";
import { offerToCancel } from "./long-late.ts";
import { missPromise } from "./missed-promise.ts";
import { newestOf } from "./newest.ts";
import { letsSleep } from "./order-marks.ts";
import { warnHandoff, warnStuck, warnUnclaimed } from "./overdue.ts";
import { askRating } from "./rating.ts";
import { remindOfRenewal } from "./renewal.ts";

export type OrderDue = Extract<Event, { type: "order_due" }>;

const acts: Readonly<Record<DueKind, (work: Work, order: Order, event: OrderDue) => unknown>> = {
  offer_expiry: (work, order, { missed }) => changeOrder(work, expireOffers(order, work.at, missed)),
  claim_wait: warnUnclaimed,
  stage_wait: warnStuck,
  confirmation: callForConfirmation,
  handoff_wait: warnHandoff,
  heads_told: tellHeads,
  promise_missed: missPromise,
  appointment: remindOfAppointment,
  renewal: remindOfRenewal,
  long_late: offerToCancel,
  price_proposal: (work, order, { candidates }) =>
    letsSleep(work, order) || proposePrice(work, order, candidates),
  search: (work, order, { candidates }) => searchOn(work, order, candidates),
  prices_ready: (work, order) => letsSleep(work, order) || presentQuotes(work, order),
  prices_expiry: (work, order) => letsSleep(work, order) || expirePrices(work, order),
  rating: (work, order) => askRating(work, order),
  complaint_silence: closeInSilence,
};

/** Does all that is due by now, in the order of the table. An order that only seemed due gets its right moment. */
export function stepOrderDue(work: Work, event: OrderDue): void {
  const sober = afterClockBack(event.order, work.at, dueKnownOf(work, event.order));
  if (sober !== event.order) putRight(work, event.order, sober);
  for (const { kind, at } of dueRules) {
    const order = newestOf(work, event.order);
    const known = dueKnownOf(work, order);
    const moment = at(order, known);
    const isEarly = kind === "search" && event.candidates !== undefined && isRoomAwaited(order, known);
    if (moment !== undefined && (moment <= work.at || isEarly)) acts[kind](work, order, event);
  }
  const { order } = event;
  if (work.changes.length === 0 && withDue(order, dueKnownOf(work, order)) !== order)
    changeOrder(work, nextVersion(order, order));
}

/** As if nothing had been written ahead of the clock; there is nothing to tell of it. */
function putRight(work: Work, before: Order, order: Order): void {
  const { changedAt } = order;
  const made = nextVersion(order, before);
  changeOrder(work, { ...made, order: { ...made.order, changedAt } });
}
