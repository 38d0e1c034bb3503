/** The day by which an order was to be done, as far as anybody spoke of one. */
import type { Order } from "../../domain/order.ts";
import { addDays, isDate, localDate } from "../../language/times/clock.ts";
import { promisedBy } from "../promise.ts";
import type { DueKnown } from "./rule.ts";

/** A paper's last day, the old one's or the new one's, is no day by which anything was expected. */
function isOfTheWork(name: string, { questions = [], renewal }: DueKnown["flow"]): boolean {
  const question = questions.find((one) => one.name === name);
  return question?.derived !== true && question?.future !== false && name !== renewal?.expiry_field;
}

/** The last day that was spoken of: the promise, the paper's usual time, and whatever date the customer's own answers name. */
export function expectedOn(order: Order, { flow, office, zone, usualDays = 0 }: DueKnown): string {
  const first = promisedBy(office, zone, order.placedAt, flow.dispatch.promise_minutes);
  const named = Object.entries(order.fields).flatMap(([name, { value }]) =>
    typeof value === "string" && isDate(value) && isOfTheWork(name, flow) ? [value] : [],
  );
  return [addDays(localDate(first, zone), usualDays), ...named].reduce((latest, date) =>
    date > latest ? date : latest,
  );
}
