/** What an order got for the customer runs out: reminders before that day, from the date that staff noted. */
import type { Order } from "../../domain/order.ts";
import { addDays, instantOf, isDate } from "../../language/times/clock.ts";
import type { DueKnown, DueRule } from "./rule.ts";

/** Days before the last day on which the customer is reminded. */
export const renewalDays = [90, 30, 7, 1] as const;

/** The hour of the day at which that is. */
const remindTime = "10:00";

/** The last day of what the order got, if its flow keeps one. */
export function expiryOf(order: Order, { flow }: Pick<DueKnown, "flow">): string | undefined {
  const value = flow.renewal && order.fields[flow.renewal.expiry_field]?.value;
  return order.state.status === "done" && typeof value === "string" && isDate(value) ? value : undefined;
}

/** Whether staff may note this answer still: the last day of what a finished order got, whoever had the order. */
export function isOpenExpiry({ state }: Order, { renewal }: DueKnown["flow"], field: string): boolean {
  return state.status === "done" && renewal?.expiry_field === field;
}

/** When a reminder so many days before the last day is due, epoch milliseconds. */
export function renewalMoment(expiry: string, days: number, zone: string): number {
  return instantOf(addDays(expiry, -days), remindTime, zone);
}

export const renewalReminder: DueRule<"renewal"> = {
  kind: "renewal",
  at(order, known) {
    const expiry = expiryOf(order, known);
    if (expiry === undefined) return undefined;
    const mark = order.clock?.renewal;
    const isOfIt = mark?.expiry === expiry;
    if (mark?.ended || (isOfIt && mark.over)) return undefined;
    const told = (isOfIt ? mark.days : undefined) ?? Number.POSITIVE_INFINITY;
    for (const days of renewalDays) {
      const moment = renewalMoment(expiry, days, known.zone);
      if (days < told && moment >= order.state.at) return Math.max(moment, order.clock?.quietUntil ?? 0);
    }
    return undefined;
  },
};
