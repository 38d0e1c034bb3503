/** An open offer's time ends: that is written down, for staff to see and for what follows from it. */
import { isUndecided } from "../offers.ts";
import type { DueRule } from "./rule.ts";

export const offerExpiry: DueRule<"offer_expiry"> = {
  kind: "offer_expiry",
  at({ offers }) {
    let first: number | undefined;
    for (const offer of offers ?? [])
      if (isUndecided(offer) && (first === undefined || offer.until < first)) first = offer.until;
    return first;
  },
};
