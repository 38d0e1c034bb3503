/** Something has come to a head: heads are told outside the queue, too. Not at night, unless the office wants that. */
import { untoldOf } from "../escalations.ts";
import { outsideTheNight } from "../night.ts";
import type { DueRule } from "./rule.ts";

export const headsTold: DueRule<"heads_told"> = {
  kind: "heads_told",
  at(order, known) {
    if (untoldOf(order, known).length === 0) return undefined;
    const { zone, office } = known;
    const at = Math.max(order.changedAt, order.clock?.quietUntil ?? 0);
    return office.heads_at_night ? order.changedAt : outsideTheNight(at, zone);
  },
};
