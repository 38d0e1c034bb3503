/** What the due rules of an order may ask, from the catalogue. */
import type { Order } from "../../domain/order.ts";
import type { DueKnown } from "../../orders/due.ts";
import type { Catalogue } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { variantOf } from "../flow/variant.ts";

export function dueKnownOf({ catalogue }: { readonly catalogue: Catalogue }, order: Order): DueKnown {
  const { office, zone } = catalogue;
  const flow = flowOf(catalogue, order);
  return {
    ...{ flow, office, zone },
    // Few orders are ever asked for it.
    get usualDays() {
      return variantOf(flow, order.fields)?.days?.max;
    },
  };
}
