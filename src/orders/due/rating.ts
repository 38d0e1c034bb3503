/** A service is done: how was it? Not at night. */
import { outsideTheNight } from "../night.ts";
import { ratingDueAt } from "../rating.ts";
import type { DueRule } from "./rule.ts";

export const ratingQuestion: DueRule<"rating"> = {
  kind: "rating",
  at(order, { zone }) {
    if (order.kind !== undefined) return undefined;
    const at = ratingDueAt(order);
    return at === undefined ? undefined : outsideTheNight(at, zone);
  },
};
