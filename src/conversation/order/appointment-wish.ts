/**
 * The customer wants another day for a certain appointment, or none, and staff decide: the wish stands on the order and reaches the partner at
 * once, so that nobody holds it against them that they did not come.
 */
import type { Order } from "../../domain/order.ts";
import { appointmentOf, isCertain } from "../../orders/appointment.ts";
import { flowOf } from "../flow/pinned.ts";
import { staffMoment } from "../person/person.ts";
import { addLine, type Work } from "../work.ts";
import { markOrder } from "./order-marks.ts";

const customer = { type: "customer" } as const;

/** They do not want it any more. Written down for any order that staff decide on. */
export function noteCancelWish(work: Work, order: Order): void {
  const appointment = standing(work, order);
  const marks = appointment && { appointment: { of: appointment.key, state: "cancel_asked" } as const };
  const called = { ...order.clock?.called, cancel: work.at };
  markOrder(work, order, { ...marks, called }, { what: "cancel_asked", by: customer });
}

/** They want these answers changed; what they wish is noted beside it. */
export function noteMoveWish(work: Work, order: Order, names: readonly string[]): void {
  const appointment = standing(work, order);
  const { date, time } = flowOf(work.catalogue, order).appointment ?? {};
  if (!appointment || !names.some((name) => name === date || name === time)) return;
  markOrder(work, order, { appointment: { of: appointment.key, state: "move_asked" } });
}

/** Staff answer after the appointment has begun: the customer is told that it does not count as missed. */
export function tellIfTooLate(work: Work, order: Order): void {
  const appointment = standing(work, order);
  if (appointment && staffMoment(work) > appointment.begins) addLine(work, "appointment.asked_late");
}

function standing(work: Work, order: Order): ReturnType<typeof appointmentOf> {
  const flow = flowOf(work.catalogue, order);
  if (!isCertain(order, flow)) return undefined;
  const appointment = appointmentOf(order.fields, flow, work.catalogue.zone);
  return appointment && appointment.begins > work.at ? appointment : undefined;
}
