/** Prices of partners are there, and nobody else is waited for: the customer is shown them. */
import { pricesReadyAt } from "../quotes.ts";
import type { DueRule } from "./rule.ts";

export const pricesReady: DueRule<"prices_ready"> = {
  kind: "prices_ready",
  at(order) {
    const at = pricesReadyAt(order);
    return at === undefined ? undefined : Math.max(at, order.clock?.quietUntil ?? 0);
  },
};
