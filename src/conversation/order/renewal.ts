/** What an order got for the customer runs out: they are reminded, and a yes begins a new order with what the earlier one held. */
import type { Order } from "../../domain/order.ts";
import { formatDate, isolate } from "../../language/format.ts";
import { daysBetween, localDate } from "../../language/times/clock.ts";
import { expiryOf, renewalDays, renewalMoment } from "../../orders/due/renewal.ts";
import { beginLike } from "../form/again.ts";
import { sayText } from "../show/render.ts";
import { aboutOrder } from "../show/show.ts";
import { addLine, type Work } from "../work.ts";
import { dueKnownOf } from "./due-known.ts";
import { canTell } from "./news.ts";
import { markOrder, waitsForDay } from "./order-marks.ts";
import { askAboutOrder, type OrderPress } from "./order-offer.ts";
import { tellStatus } from "./order-status.ts";

/** The newest of the reminders that are due; those that a stop has left behind are dropped, and so is all after the last day. */
export function remindOfRenewal(work: Work, order: Order): void {
  const { catalogue, language, at } = work;
  const expiry = expiryOf(order, dueKnownOf(work, order));
  if (expiry === undefined) return;
  const due = renewalDays.filter((days) => renewalMoment(expiry, days, catalogue.zone) <= at);
  const left = daysBetween(localDate(at, catalogue.zone), expiry);
  const isOver = left <= 0 || !canTell(work);
  if (!isOver && waitsForDay(work, order)) return;
  if (isOver) {
    const told = order.clock?.renewal;
    markOrder(work, order, { renewal: { ...(told?.expiry === expiry && told), expiry, over: true } });
    return;
  }
  const days = due.at(-1) ?? 0;
  const row = { what: "renewal_reminded", by: { type: "office" } } as const;
  markOrder(work, order, { renewal: { expiry, days } }, row);
  askAboutOrder(work, order, {
    of: "renewal",
    key: keyOf(expiry),
    told: sayText(catalogue, language, "renewal.remind", {
      ref: isolate(order.ref),
      about: aboutOrder(work, order),
      date: formatDate(expiry, language, { hijri: true }),
      days: left,
    }),
  });
}

/** `2027-01-10` as it stands in a press. */
const keyOf = (expiry: string): string => expiry.replaceAll("-", "");

/** Yes: a form like the earlier one. `stop`: no more reminders of this. False when there is no such answer. */
export function answerRenewal(work: Work, order: Order, { key }: OrderPress, id: string): boolean {
  if (id !== "yes" && id !== "no" && id !== "stop") return false;
  const { renewal } = order.clock ?? {};
  const expiry = expiryOf(order, dueKnownOf(work, order));
  // Begun already, ended, or of a date that was corrected since.
  if (id === "yes" && (renewal?.ended || expiry === undefined || keyOf(expiry) !== key)) {
    work.renewable = undefined;
    tellStatus(work, order.ref);
    return true;
  }
  work.aside = true;
  if (id !== "no") work.renewable = undefined;
  if (id === "no") {
    addLine(work, "renewal.later");
    return true;
  }
  if (renewal && !renewal.ended) markOrder(work, order, { renewal: { ...renewal, ended: true } });
  if (id === "stop") addLine(work, "renewal.stopped");
  else {
    work.aside = false;
    beginLike(work, order);
  }
  return true;
}
