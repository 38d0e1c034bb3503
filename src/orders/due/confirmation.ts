/** A partner that was told of a change has not said that it knows. */
import { awaited } from "../confirmation.ts";
import { promisedBy } from "../promise.ts";
import type { DueRule } from "./rule.ts";

/** Office hours' minutes, where the flow says nothing. */
const usualMinutes = 30;

export const confirmationWait: DueRule<"confirmation"> = {
  kind: "confirmation",
  at(order, { flow, office, zone }) {
    const asked = awaited(order);
    if (asked?.state !== "asked") return undefined;
    return promisedBy(office, zone, asked.at, flow.dispatch.confirm_minutes ?? usualMinutes);
  },
};
