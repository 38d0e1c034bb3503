/** The appointment that an order is about, where its flow names one: when the customer is expected, and when they are reminded. */
import type { Fields } from "../domain/answer.ts";
import type { Order } from "../domain/order.ts";
import { addDays, instantOf, isDate } from "../language/times/clock.ts";
import { stageOf } from "./status.ts";

/** The part of a flow that says which answers are the appointment. */
export type AppointmentFlow = {
  readonly appointment?:
    | {
        readonly date: string;
        readonly time?: string | undefined;
        /** Where no time was answered: from when on that day the customer is expected. */
        readonly from?: string | undefined;
        /** The stage from which on it is certain. */
        readonly certain_from?: string | undefined;
        /** The stage at which they have come. */
        readonly came?: string | undefined;
        readonly only_if?: { readonly field: string; readonly is: readonly string[] } | undefined;
      }
    | undefined;
  readonly stages: readonly { readonly id: string }[];
};

/** Moments in epoch milliseconds. */
export type Appointment = {
  /** Tells one from another: a new date or time is another appointment. */
  readonly key: string;
  readonly date: string;
  /** Left out: some time on that day. */
  readonly time?: string;
  readonly begins: number;
  /** The day before, at a decent hour. */
  readonly remindAt: number;
  /** No reminder from then on: it would come too late to move anything. */
  readonly remindUntil: number;
  /** From then on the customer may have failed to come. */
  readonly missedFrom: number;
};

/** On the day before, when people are up and most offices open. */
const remindTime = "17:00";
/** The begin of a day on which no time was agreed. */
const dayBegins = "09:00";
const lastMinute = "23:59";
const hourMs = 3_600_000;
/** Whoever is not there yet may still be on the way. */
const graceMs = 15 * 60_000;

export function appointmentOf(fields: Fields, flow: AppointmentFlow, zone: string): Appointment | undefined {
  const rule = flow.appointment;
  const date = rule && fields[rule.date]?.value;
  if (!rule || typeof date !== "string" || !isDate(date)) return undefined;
  const kind = rule.only_if && fields[rule.only_if.field]?.value;
  if (rule.only_if && !rule.only_if.is.some((one) => one === kind)) return undefined;
  const answered = rule.time === undefined ? undefined : fields[rule.time]?.value;
  const time = typeof answered === "string" && /^\d\d:\d\d$/.test(answered) ? answered : undefined;
  const begins = instantOf(date, time ?? rule.from ?? dayBegins, zone);
  return {
    key: time === undefined ? date : `${date} ${time}`,
    date,
    ...(time !== undefined && { time }),
    begins,
    remindAt: instantOf(addDays(date, -1), remindTime, zone),
    remindUntil: begins - 2 * hourMs,
    missedFrom: time === undefined ? instantOf(date, lastMinute, zone) : begins + graceMs,
  };
}

/** Whether somebody has the order, the stage was reached that makes the appointment certain, and the customer has not come yet. */
export function isCertain(order: Order, flow: AppointmentFlow): boolean {
  return wasCertain(order, flow) && !hasCome(order, flow);
}

/** Whether the appointment is certain, or has been. */
export function wasCertain({ state }: Order, { appointment, stages }: AppointmentFlow): boolean {
  if (!appointment || (state.status !== "assigned" && state.status !== "in_progress")) return false;
  const { certain_from: certain } = appointment;
  return certain === undefined || isReached(stages, stageOf(state), certain);
}

function hasCome({ state }: Order, { appointment, stages }: AppointmentFlow): boolean {
  return appointment?.came !== undefined && isReached(stages, stageOf(state), appointment.came);
}

function isReached(stages: AppointmentFlow["stages"], stage: string | undefined, wanted: string): boolean {
  const place = (id: string | undefined) => stages.findIndex((one) => one.id === id);
  return place(stage) >= place(wanted);
}

/** What the customer wishes of the appointment as it stands, and staff have not decided yet. */
export function appointmentWish(
  { clock, fields }: Order,
  flow: AppointmentFlow,
  zone: string,
): "move" | "cancel" | undefined {
  const mark = clock?.appointment;
  if (mark?.state !== "cancel_asked" && mark?.state !== "move_asked") return undefined;
  if (mark.of !== appointmentOf(fields, flow, zone)?.key) return undefined;
  return mark.state === "cancel_asked" ? "cancel" : "move";
}

/** The appointment that the customer did not come to, as far as the clock can tell: it was certain and has begun, and they had not asked for another or none. */
export function missable(
  order: Order,
  flow: AppointmentFlow,
  zone: string,
  now: number,
): Appointment | undefined {
  if (!isCertain(order, flow) || appointmentWish(order, flow, zone)) return undefined;
  const appointment = appointmentOf(order.fields, flow, zone);
  return appointment && now >= appointment.missedFrom ? appointment : undefined;
}
