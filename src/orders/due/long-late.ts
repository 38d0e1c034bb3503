/** An order is weeks late: its customer may cancel it, and is told so once. */
import type { Order } from "../../domain/order.ts";
import { addDays, instantOf, localDate } from "../../language/times/clock.ts";
import { wasCertain } from "../appointment.ts";
import { isClosed } from "../status.ts";
import { expectedOn } from "./expected-on.ts";
import type { DueKnown, DueRule } from "./rule.ts";

/** E-commerce law of the Kingdom, article 14: later than this, the customer may end the contract. */
const lateDays = 15;
/** The hour of the day at which that is told. */
const tellTime = "10:00";

/** Whether the law lets the customer end it at a moment, whatever was agreed. What was booked is not late, whoever forgot to close it. */
export function isLongLate(order: Order, known: DueKnown, at: number): boolean {
  if (isBooked(order, known)) return false;
  return localDate(at, known.zone) >= addDays(expectedOn(order, known), lateDays + 1);
}

const isBooked = (order: Order, { flow }: DueKnown): boolean =>
  flow.appointment?.certain_from !== undefined && wasCertain(order, flow);

export const longLate: DueRule<"long_late"> = {
  kind: "long_late",
  at(order, known) {
    if (order.kind !== undefined) return undefined;
    const { status } = order.state;
    // A price or a payment waits for the customer, not the customer for us.
    if (isClosed(status) || status === "quoted" || status === "awaiting_payment") return undefined;
    if (isBooked(order, known)) return undefined;
    if (order.shownPrices || order.clock?.lateOffered !== undefined) return undefined;
    const day = addDays(expectedOn(order, known), lateDays + 1);
    return Math.max(instantOf(day, tellTime, known.zone), order.clock?.quietUntil ?? 0);
  },
  notBefore: ({ placedAt }) => placedAt + lateDays * 86_400_000,
};
