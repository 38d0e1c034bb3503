/** The next round of a search: at once when it begins and when all that were asked have answered, or when somebody opens. */
import { isUndecided, mayBeOffered } from "../offers.ts";
import { beginsByItself } from "../search.ts";
import type { DueRule } from "./rule.ts";

export const searchRound: DueRule<"search"> = {
  kind: "search",
  at(order, { flow }) {
    const { search, offers } = order;
    if (flow.dispatch.strategy === "office" || search?.over || !mayBeOffered(order)) return undefined;
    if (!search && !beginsByItself(order)) return undefined;
    if (offers?.some(isUndecided)) return undefined;
    return search?.waitsUntil ?? order.changedAt;
  },
};
