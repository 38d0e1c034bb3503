/**
 * The appointment of an order: the customer is reminded the day before, and confirms, moves or cancels it with one press. Who did not come
 * is written down.
 */
import type { Refusal } from "../../domain/act.ts";
import type { By, Order, OrderChange } from "../../domain/order.ts";
import { isolate } from "../../language/format.ts";
import { localDate } from "../../language/times/clock.ts";
import { type Appointment, appointmentOf, appointmentWish, missable } from "../../orders/appointment.ts";
import { moveOrder } from "../../orders/change.ts";
import { isClosed } from "../../orders/status.ts";
import type { Flow } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { askDecision } from "../hearing/decisions.ts";
import { sayText } from "../show/render.ts";
import { aboutOf } from "../show/show.ts";
import { addLine, addNews, changeOrder, type Work } from "../work.ts";
import { dayOf } from "./appointment-day.ts";
import { cancelOrder } from "./cancel.ts";
import { canTell } from "./news.ts";
import { markOrder, waitsForDay } from "./order-marks.ts";
import { askAboutOrder, type OrderPress } from "./order-offer.ts";
import { tellStatus } from "./order-status.ts";

/** The day before has come. What came too late, or has nobody to read it, is only noted. */
export function remindOfAppointment(work: Work, order: Order): void {
  const flow = flowOf(work.catalogue, order);
  const appointment = appointmentOf(order.fields, flow, work.catalogue.zone);
  if (!appointment) return;
  const of = appointment.key;
  if (!canTell(work) || work.at >= appointment.remindUntil) {
    markOrder(work, order, { appointment: { of, state: "passed" } });
    return;
  }
  if (waitsForDay(work, order)) return;
  const isToday = localDate(work.at, work.catalogue.zone) === appointment.date;
  const row = { what: "appointment_reminded", by: { type: "office" } } as const;
  markOrder(work, order, { appointment: { of, state: "reminded" } }, row);
  askAboutOrder(work, order, {
    of: "appointment",
    key: keyOf(appointment),
    told: sayText(
      work.catalogue,
      work.language,
      isToday ? "appointment.remind_today" : "appointment.remind",
      {
        ref: isolate(order.ref),
        title: flow.title[work.language],
        day: dayOf(work, appointment),
      },
    ),
  });
}

/** `2026-11-26 17:00` as it stands in a press. */
const keyOf = ({ key }: Appointment): string => key.replaceAll(/\D/g, "");

/** One press, or a word. False when there is no such answer. */
export function answerAppointment(work: Work, order: Order, { key }: OrderPress, id: string): boolean {
  const flow = flowOf(work.catalogue, order);
  const appointment = appointmentOf(order.fields, flow, work.catalogue.zone);
  const isOver = isClosed(order.state.status) || !appointment || appointment.begins <= work.at;
  if (isOver || keyOf(appointment) !== key) {
    tellStatus(work, order.ref);
    return true;
  }
  switch (id) {
    case "yes":
    case "confirm":
      confirm(work, order, appointment);
      return true;
    case "move":
      askDecision(work, { type: "amend_field", ref: order.ref, field: flow.appointment?.date ?? "" });
      return true;
    case "cancel":
      cancelOrder(work, order.ref);
      return true;
    case "no":
      work.aside = true;
      addLine(work, "appointment.move_or_cancel", { ref: isolate(order.ref) });
      return true;
    default:
      return false;
  }
}

function confirm(work: Work, order: Order, appointment: Appointment): void {
  if (order.clock?.appointment?.state !== "confirmed") {
    const row = { what: "appointment_confirmed", by: { type: "customer" } } as const;
    markOrder(work, order, { appointment: { of: appointment.key, state: "confirmed" } }, row);
  }
  work.about = order.ref;
  addLine(work, "appointment.confirmed", { ref: isolate(order.ref), day: dayOf(work, appointment) });
}

/** Staff decide that it stays, after the customer wished for another one or none: both sides are told. */
export function keepAppointment(work: Work, order: Order, by: By): Refusal | undefined {
  const flow: Flow = flowOf(work.catalogue, order);
  const appointment = appointmentOf(order.fields, flow, work.catalogue.zone);
  if (!appointment || !appointmentWish(order, flow, work.catalogue.zone)) return { reason: "nothing_to_do" };
  const marks = { appointment: { of: appointment.key, state: "kept" } } as const;
  markOrder(work, order, marks, { what: "appointment_kept", by });
  if (!canTell(work)) return undefined;
  const { catalogue, language } = work;
  const variables = {
    ref: isolate(order.ref),
    about: aboutOf(catalogue, flow, order.fields, language),
    day: dayOf(work, appointment),
  };
  addNews(work, order.ref, sayText(catalogue, language, "appointment.kept", variables));
  return undefined;
}

/** The customer did not come: the order ends there, and they are told so, once it has really begun. */
export function missAppointment(
  work: Work,
  order: Order,
  by: By,
  keep: (work: Work, change: OrderChange) => void = changeOrder,
): Refusal | undefined {
  const { catalogue, language, at } = work;
  const flow: Flow = flowOf(catalogue, order);
  const appointment = missable(order, flow, catalogue.zone, at);
  if (!appointment) return { reason: "nothing_to_do" };
  const note = sayText(catalogue, language, "appointment.no_show_reason");
  const made = moveOrder(order, { to: "failed", note }, by, at);
  keep(work, { ...made, history: made.history.map((row) => ({ ...row, what: "no_show" })) });
  if (!canTell(work)) return undefined;
  const text = sayText(catalogue, language, "appointment.no_show", {
    ref: isolate(order.ref),
    about: aboutOf(catalogue, flow, order.fields, language),
    day: dayOf(work, appointment),
  });
  addNews(work, order.ref, text);
  return undefined;
}
