/** The price of an order can be proposed from partners' fixed ones, as soon as it is placed, and now and then while it has none. */
import { lookedForAt, mayPropose } from "../proposal.ts";
import type { DueRule } from "./rule.ts";

export const priceProposal: DueRule<"price_proposal"> = {
  kind: "price_proposal",
  at(order, { flow }) {
    return mayPropose(order, flow) ? Math.max(lookedForAt(order), order.clock?.quietUntil ?? 0) : undefined;
  },
};
