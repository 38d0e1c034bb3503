/** An order that is weeks late: the customer is offered, once, to cancel it. */
import type { Order } from "../../domain/order.ts";
import { isolate } from "../../language/format.ts";
import { isClosed } from "../../orders/status.ts";
import { sayText } from "../show/render.ts";
import { aboutOrder } from "../show/show.ts";
import { addLine, type Work } from "../work.ts";
import { cancelOrder } from "./cancel.ts";
import { cancelRule } from "./cancel-rule.ts";
import { canTell } from "./news.ts";
import { markOrder, waitsForDay } from "./order-marks.ts";
import { askAboutOrder } from "./order-offer.ts";
import { tellStatus } from "./order-status.ts";
import { callForOverdue } from "./overdue.ts";

export function offerToCancel(work: Work, order: Order): void {
  const tells = canTell(work);
  if (tells && waitsForDay(work, order)) return;
  const row = { what: "late_offered", by: { type: "office" } } as const;
  markOrder(work, order, { lateOffered: work.at }, row);
  callForOverdue(work, order);
  if (!tells) return;
  const { catalogue, language } = work;
  const isByStaff = cancelRule(work, order).type === "staff";
  askAboutOrder(work, order, {
    of: "late",
    key: "15",
    // Once work has begun it is not the customer's word alone.
    told: sayText(catalogue, language, isByStaff ? "long_late.tell_by_staff" : "long_late.tell", {
      ref: isolate(order.ref),
      about: aboutOrder(work, order),
    }),
  });
}

/** Cancelled as ever: at once where no work has begun, else by staff. False when there is no such answer. */
export function answerLate(work: Work, order: Order, id: string): boolean {
  if (isClosed(order.state.status)) {
    tellStatus(work, order.ref);
    return true;
  }
  if (id === "cancel" || id === "yes") {
    cancelOrder(work, order.ref);
    return true;
  }
  if (id !== "keep" && id !== "no") return false;
  work.aside = true;
  callForOverdue(work, order);
  addLine(work, "long_late.kept", { ref: isolate(order.ref) });
  return true;
}
