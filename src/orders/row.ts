/** A row of an order's history that moves the order nowhere: something was said, asked, noted or found out about it. */
import type { By, HistoryRow, Order } from "../domain/order.ts";
import type { PartnerName } from "../domain/partner.ts";

export function rowOf(
  { state: { status } }: Pick<Order, "state">,
  what: HistoryRow["what"],
  told: Omit<HistoryRow, "from" | "to" | "what">,
): HistoryRow {
  return { ...told, from: status, to: status, what };
}

/** A partner as who did something. */
export const byPartner = ({ id, name }: PartnerName): By => ({ type: "partner", id, name: name.ar });
