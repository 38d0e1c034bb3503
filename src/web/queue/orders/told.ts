/** Who is still to be told something of an order, each partner for itself, and the act that says that staff have called it. */
import type { HistoryRow, Order } from "../../../domain/order.ts";
import type { Partner } from "../../../domain/partner.ts";
import { awaited } from "../../../orders/confirmation.ts";
import { type Untold, untoldOf } from "../../../orders/untold.ts";
import type { WebParts } from "../../deps.ts";
import { textOf } from "../../form.ts";
import { offerPath } from "../../partner/link.ts";
import type { ReadAct } from "./acts.ts";
import { readyWords } from "./ready-words.ts";

/** `asked`, `late`: it has a change before it that it has not confirmed. `untold`: something did not reach it. */
export type Waits = Untold & { readonly what: "asked" | "late" | "untold" };

export function waitsOf(order: Order, history: readonly HistoryRow[]): readonly Waits[] {
  const untold = untoldOf(order, history).map((one): Waits => ({ ...one, what: "untold" }));
  const asked = awaited(order);
  const { partner } = order;
  if (!asked || !partner || untold.some((one) => one.partner.id === partner.id)) return untold;
  return [{ partner, of: [], what: asked.state === "late" ? "late" : "asked" }, ...untold];
}

/** Whom the page names, with what staff need to tell it; nothing is ready where the office has told it itself and waits for a word. */
export type ToTell = Waits & { readonly record?: Partner; readonly ready?: string };

export async function toTell(
  { partners, config, offerKey }: Pick<WebParts, "partners" | "config" | "offerKey">,
  order: Order,
  history: readonly HistoryRow[],
): Promise<readonly ToTell[]> {
  const told = waitsOf(order, history).map(async (waits): Promise<ToTell> => {
    const { partner, of } = waits;
    const record = await partners.get(partner.id);
    const offer = order.offers?.findLast((one) => one.partner.id === partner.id);
    const hasPage = offer !== undefined && offerKey !== undefined;
    const link = hasPage ? `${config.publicUrl}${offerPath(offerKey, offer.id)}` : undefined;
    const language = record?.languages[0] ?? config.language;
    const about = { order, partner: partner.id, language, ...(link !== undefined && { link }) };
    return {
      ...waits,
      ...(record && { record }),
      ...(of.length > 0 && { ready: readyWords(about, of) }),
    };
  });
  return Promise.all(told);
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
