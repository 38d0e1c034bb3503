/** Who is still to be told something of an order, each partner for itself, and the act that says that staff have called it. */
import type { HistoryRow, Order } from "../../../domain/order.ts";
import { awaited } from "../../../orders/confirmation.ts";
import { type Untold, untoldOf } from "../../../orders/untold.ts";
import type { WebParts } from "../../deps.ts";
import { textOf } from "../../form.ts";
import type { ReadAct } from "./acts.ts";

/** `asked`, `late`: it has a change before it that it has not confirmed. `untold`: something did not reach it. */
export type Waits = Untold & { readonly what: "asked" | "late" | "untold" };

export function waitsOf(order: Order, history: readonly HistoryRow[]): readonly Waits[] {
  const untold = untoldOf(order, history).map((one): Waits => ({ ...one, what: "untold" }));
  const asked = awaited(order);
  const { partner } = order;
  if (!asked || !partner || untold.some((one) => one.partner.id === partner.id)) return untold;
  return [{ partner, of: [], what: asked.state === "late" ? "late" : "asked" }, ...untold];
}

/** `partner=p_…`: one of those that the page names. */
export async function readTold(
  { orders }: Pick<WebParts, "orders">,
  form: URLSearchParams,
  order: Order,
): Promise<ReadAct> {
  const named = textOf(form, "partner");
  const waits = waitsOf(order, await orders.history(order.ref)).find(({ partner }) => partner.id === named);
  if (!waits) return { type: "nothing_to_do" };
  const { id, name } = waits.partner;
  return { type: "act", act: { type: "partner_told", partner: { id, name }, of: waits.of } };
}
