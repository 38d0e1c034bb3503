/** The next round of a search: at once when it begins and when all that were asked have answered, or when somebody opens. */
import type { Order } from "../../domain/order.ts";
import { isUndecided, mayBeOffered } from "../offers.ts";
import { beginsByItself } from "../search.ts";
import type { DueKnown, DueRule } from "./rule.ts";

export const searchRound: DueRule<"search"> = {
  kind: "search",
  at(order, known) {
    if (!isSearched(order, known) || order.offers?.some(isUndecided)) return undefined;
    return order.search?.waitsUntil ?? order.changedAt;
  },
};

/** Whether partners are asked about the order, once those that were asked have answered. */
export function isSearched(order: Order, { flow }: Pick<DueKnown, "flow">): boolean {
  const { search } = order;
  if (flow.dispatch.strategy === "office" || search?.over || !mayBeOffered(order)) return false;
  return search !== undefined || beginsByItself(order);
}
