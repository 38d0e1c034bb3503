/** Whether the customer approves a price before anybody is asked. */
import { isPricedOtherwise } from "../../orders/proposal.ts";
import type { Flow } from "../flow/flow.ts";

/** True of a service whose partners are asked at a fixed pay, while its price is not known. */
export function isPricedFirst({ price, dispatch }: Flow): boolean {
  return price.lines.length === 0 && !isPricedOtherwise(dispatch.strategy);
}
