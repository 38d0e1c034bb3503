/** The flows of an office, as it works by them: today's, with every version by which an order or a chat still goes on. */
import type { Catalogue } from "./conversation/flow/flow.ts";
import type { Keep } from "./domain/keep.ts";
import { describeProblems, loadCatalogue } from "./flows/load.ts";
import { pinOf } from "./flows/pin.ts";
import type { Store } from "./store/store.ts";

/** The flows can't be used; the message lists every problem with file, line and what to do. */
export class FlowsError extends Error {
  override readonly name = "FlowsError";
}

/** Loads the flows with every version that is still in use, and pins today's. @throws FlowsError */
export async function openCatalogue(
  { directory }: Pick<Store, "directory">,
  flowsDir: string,
  zone: string,
  keep: Keep,
): Promise<Catalogue> {
  const loaded = loadCatalogue(flowsDir, zone, await directory.pinnedFlows(), keep);
  if (loaded.type === "problems") throw new FlowsError(describeProblems(loaded.problems));
  for (const flow of loaded.catalogue.flows.values()) await directory.pinFlow(pinOf(flow));
  return loaded.catalogue;
}
