/** What a partner that has an order is asked once it changed, or was cancelled: whether it knows, and can do it so. */
import type { PartnerId } from "./ids.ts";

export type Confirmation = {
  /** Counts the changes of the order that were to be confirmed: an answer to an earlier one says nothing of this one. */
  readonly n: number;
  /** When the partner was asked, epoch milliseconds. */
  readonly at: number;
  readonly partner: PartnerId;
  readonly what: "amended" | "cancelled";
  /** An earlier change could not be done so, and staff have changed it since: the partner's time begins anew then. Epoch milliseconds. */
  readonly waitsFrom?: number;
  /** `late`: staff were called, since nobody answered. `told`: staff told it by phone. `cannot`: the partner can't do it so. `over`: somebody else got the order meanwhile. */
  readonly state: "asked" | "late" | "told" | "seen" | "cannot" | "over";
};
