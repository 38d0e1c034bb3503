/** Orders as the acts before in the same turn have left them. */
import type { Order } from "../../domain/order.ts";
import type { Work } from "../work.ts";

export function newestOf({ changes }: Pick<Work, "changes">, order: Order): Order {
  return changes.find((change) => change.order.ref === order.ref)?.order ?? order;
}
