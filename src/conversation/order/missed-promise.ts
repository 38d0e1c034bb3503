/** The time that the customer was given can't be kept: they are told so before it has passed, with a new one, and staff are warned. */
import type { Order } from "../../domain/order.ts";
import { isolate } from "../../language/format.ts";
import { promiseAfter } from "../../orders/due/promise.ts";
import { isKnownToLie } from "../../orders/escalations.ts";
import { sayText } from "../show/render.ts";
import { aboutOrder, showMoment } from "../show/show.ts";
import { isMuted } from "../wake.ts";
import { addNews, type Work } from "../work.ts";
import { dueKnownOf } from "./due-known.ts";
import { canTell } from "./news.ts";
import { markOrder, waitsForDay } from "./order-marks.ts";
import { callForOverdue } from "./overdue.ts";

/** Once a promise. While a colleague speaks with the customer, nobody interrupts. */
export function missPromise(work: Work, order: Order): void {
  const tells = canTell(work);
  if (tells && waitsForDay(work, order)) return;
  const known = dueKnownOf(work, order);
  const promisedBy = promiseAfter(order, work.at, known);
  const missed = (order.clock?.missed ?? 0) + 1;
  const promise = firstMissed(order, work.at);
  const called = { ...order.clock?.called, promise };
  // Once somebody has let it go again it is no news either.
  const headsTold = isKnownToLie(order, known) && { headsTold: { ...order.clock?.headsTold, promise } };
  markOrder(
    work,
    { ...order, promisedBy },
    { missed, called, ...headsTold },
    { what: "promise_missed", by: { type: "office" } },
  );
  callForOverdue(work, order);
  if (!tells || (work.person?.agent && isMuted(work))) return;
  addNews(work, order.ref, missedText(work, order, promisedBy));
}

/** When the first promise was missed since somebody took the order on: by this moment heads know the case. */
function firstMissed({ clock, claim }: Order, at: number): number {
  const earlier = clock?.called?.promise;
  return earlier !== undefined && (claim === undefined || claim.since <= earlier) ? earlier : at;
}

function missedText({ catalogue, language, at }: Work, order: Order, promisedBy: number): string {
  const ref = isolate(order.ref);
  const by = showMoment(promisedBy, at, catalogue.zone, language);
  if (order.kind === "complaint") return sayText(catalogue, language, "complaint.late", { ref, by });
  const about = aboutOrder({ catalogue, language }, order);
  return sayText(catalogue, language, "promise.missed", { ref, about, by });
}
