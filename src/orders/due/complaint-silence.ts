/** A complaint was answered, and its customer says nothing: it closes by itself. */
import { isAnswered } from "../complaint.ts";
import { promisedBy } from "../promise.ts";
import type { DueRule } from "./rule.ts";

export const complaintSilence: DueRule<"complaint_silence"> = {
  kind: "complaint_silence",
  at(order, { flow: { complaint: rules }, office, zone }) {
    if (!rules || !isAnswered(order, rules) || order.complaint?.heldOpen !== undefined) return undefined;
    return promisedBy(office, zone, order.state.at, rules.silence_minutes);
  },
  notBefore: ({ state }, { flow }) => state.at + (flow.complaint?.silence_minutes ?? 0) * 60_000,
};
