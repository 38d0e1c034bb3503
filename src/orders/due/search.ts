/**
 * The next round of a search: at once when it begins and when all that were asked have answered, or when somebody opens; of a broadcast also when one of
 * several declines.
 */
import type { Offer } from "../../domain/offer.ts";
import type { Order } from "../../domain/order.ts";
import { isUndecided, mayBeOffered } from "../offers.ts";
import { mayAskPrices } from "../quotes.ts";
import { asksByItself, beginsByItself, isResting, mayReplace } from "../search.ts";
import type { DueKnown, DueRule } from "./rule.ts";

export const searchRound: DueRule<"search"> = {
  kind: "search",
  at(order, known) {
    return goesOn(order, known) ? (order.search?.waitsUntil ?? order.changedAt) : undefined;
  },
};

/** Whether it waits for room before anybody: who has it by then may be asked before the search is due. */
export function isRoomAwaited(order: Order, known: Pick<DueKnown, "flow">): boolean {
  return order.search?.noRoomSince !== undefined && goesOn(order, known);
}

/** Whether there is another round: partners are asked about it, and nobody who was may still answer, or another may be asked beside them. */
function goesOn(order: Order, known: Pick<DueKnown, "flow">): boolean {
  if (!isSearched(order, known)) return false;
  return !order.offers?.some(isWaitedFor) || mayReplace(order, known.flow.dispatch);
}

/** Whether partners are asked about the order, once those that were asked have answered. */
export function isSearched(order: Order, { flow }: Pick<DueKnown, "flow">): boolean {
  const { search } = order;
  const { strategy } = flow.dispatch;
  const asks = strategy === "quotes";
  if (order.kind !== undefined || strategy === "office" || search?.over || isResting(order)) return false;
  if (!(asks ? mayAskPrices(order) : mayBeOffered(order))) return false;
  return search !== undefined || (asks ? asksByItself(order) : beginsByItself(order));
}

/** Somebody may still answer, or has named a price that the customer is to see. */
const isWaitedFor = (offer: Offer): boolean => isUndecided(offer) || offer.state.type === "quoted";
