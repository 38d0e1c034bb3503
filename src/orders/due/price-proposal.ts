/** The price of an order can be proposed from partners' fixed ones, as soon as it is placed. */
import { mayPropose } from "../proposal.ts";
import type { DueRule } from "./rule.ts";

export const priceProposal: DueRule<"price_proposal"> = {
  kind: "price_proposal",
  at(order, { flow }) {
    return mayPropose(order, flow) ? Math.max(order.changedAt, order.clock?.quietUntil ?? 0) : undefined;
  },
};
