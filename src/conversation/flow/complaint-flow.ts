/** The office's flow for complaints: found by its kind, not by its name. */
import type { Catalogue, Flow } from "./flow.ts";

export type ComplaintFlow = Flow & { readonly complaint: NonNullable<Flow["complaint"]> };

/** An office without one has people alone for complaints. */
export function complaintFlow({ flows }: Pick<Catalogue, "flows">): ComplaintFlow | undefined {
  for (const flow of flows.values()) if (isComplaintFlow(flow)) return flow;
  return undefined;
}

export const isComplaintFlow = (flow: Flow): flow is ComplaintFlow =>
  flow.kind === "complaint" && flow.complaint !== undefined;
