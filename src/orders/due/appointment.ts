/** The day before an appointment comes. */
import { appointmentOf, isCertain } from "../appointment.ts";
import type { DueRule } from "./rule.ts";

/** Who placed an order this shortly before the reminder knows of it, and who has just heard of it needs none yet. */
const tooFreshMs = 3 * 3_600_000;

export const appointmentReminder: DueRule<"appointment"> = {
  kind: "appointment",
  at(order, { flow, zone }) {
    if (!isCertain(order, flow)) return undefined;
    const appointment = appointmentOf(order.fields, flow, zone);
    const mark = order.clock?.appointment;
    if (!appointment || (mark?.of === appointment.key && mark.state !== "kept")) return undefined;
    if (order.placedAt > appointment.remindAt - tooFreshMs) return undefined;
    return Math.max(appointment.remindAt, order.changedAt + tooFreshMs, order.clock?.quietUntil ?? 0);
  },
};
