/** Whether an order that has stood still too long is booked on the partner that has it. Pure. */
import type { Order } from "../domain/order.ts";
import type { Overdue } from "../domain/order-clock.ts";
import type { DueKnown } from "./due/rule.ts";
import type { Wait } from "./overdue.ts";
import { promisedBy } from "./promise.ts";

/**
 * Not where the office itself stood still when the time ended, where the partner can't do what was changed and staff owe the next word, nor for as long
 * as the wait itself lasts after it said that the customer does not answer.
 * @param mark what the wait has come to at `at`, epoch milliseconds
 */
export function isLateWork(
  order: Order,
  { wait, mark, at }: { readonly wait: Wait; readonly mark: Overdue; readonly at: number },
  { office, zone }: Pick<DueKnown, "office" | "zone">,
): boolean {
  const { partner, clock, confirmation } = order;
  if (!partner || mark.inStop) return false;
  if (confirmation?.state === "cannot" && confirmation.partner === partner.id) return false;
  const tried = clock?.noAnswer;
  const isHeldUp =
    tried !== undefined && tried >= wait.since && at <= promisedBy(office, zone, tried, wait.minutes);
  return !isHeldUp;
}
