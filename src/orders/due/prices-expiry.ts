/** The prices that the customer was shown are over, and none was chosen. */
import type { DueRule } from "./rule.ts";

export const pricesExpiry: DueRule<"prices_expiry"> = {
  kind: "prices_expiry",
  at: ({ shownPrices, clock }) => shownPrices && Math.max(shownPrices.until, clock?.quietUntil ?? 0),
};
