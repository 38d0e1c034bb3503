/** That a partner knows of a change, as values: asked with the change itself, answered by it, or late. */
import type { Confirmation } from "../domain/confirmation.ts";
import type { By, Order, OrderChange } from "../domain/order.ts";
import type { PartnerName } from "../domain/partner.ts";
import { nextVersion } from "./change.ts";
import { withDataTold } from "./data-told.ts";
import { byPartner, rowOf } from "./row.ts";
import { isClosed } from "./status.ts";
import type { Untold } from "./untold.ts";

/** The same change, of which its partner is asked whether it knows; an earlier question ends with it. */
export function askConfirmation(
  change: OrderChange,
  { id }: PartnerName,
  what: Confirmation["what"],
): OrderChange {
  const { order } = change;
  const { confirmation: earlier, changedAt: at } = order;
  const own = earlier?.partner === id ? earlier : undefined;
  const waitsFrom = own?.state === "cannot" ? at : own?.waitsFrom;
  const confirmation: Confirmation = {
    ...{ n: (earlier?.n ?? 0) + 1, at, partner: id, what, state: "asked" },
    ...(waitsFrom !== undefined && { waitsFrom }),
  };
  return { ...change, order: { ...order, confirmation } };
}

/** What the partner that has the order has not answered yet; undefined where nothing waits, or the order has moved on. */
export function awaited(order: Order): Confirmation | undefined {
  const asked = answerable(order);
  return asked?.state === "told" ? undefined : asked;
}

/** The same, and what staff have told it by phone meanwhile: it may still say that it can't do it so. */
export function answerable({ confirmation, partner, state }: Order): Confirmation | undefined {
  if (!confirmation || confirmation.partner !== partner?.id) return undefined;
  const waits = ["asked", "late", "told"].includes(confirmation.state);
  const stands =
    confirmation.what === "cancelled"
      ? isClosed(state.status) && state.status !== "done"
      : !isClosed(state.status);
  return waits && stands ? confirmation : undefined;
}

/** The partner answers. @param note in its own words, or empty */
export function confirmChange(
  order: Order,
  asked: Confirmation,
  answer: { readonly can: boolean; readonly note: string; readonly by: PartnerName; readonly at: number },
): OrderChange {
  const { can, note, by, at } = answer;
  const confirmation = { ...asked, state: can ? "seen" : "cannot" } as const;
  const told = { at, by: byPartner(by), partner: by, ...(note !== "" && { note }) };
  return nextVersion(
    { ...order, confirmation },
    order,
    rowOf(order, can ? "confirmed" : "not_possible", told),
  );
}

/** Nobody has answered in time. */
export function lateConfirmation(order: Order, asked: Confirmation, at: number): OrderChange {
  const confirmation = { ...asked, state: "late" } as const;
  const told = { at, by: { type: "office" }, ...(order.partner && { partner: order.partner }) } as const;
  return nextVersion({ ...order, confirmation }, order, rowOf(order, "unconfirmed", told));
}

/** Staff have told a partner by phone: of that one nothing is waited for any more. @param told who was told, of what had not reached it */
export function tellByPhone(order: Order, told: Untold, by: By, at: number): OrderChange {
  const { partner, of } = told;
  const asked = awaited(order);
  const isOfData = of.includes("customer.data") && order.dataAsked !== undefined;
  const known = isOfData ? withDataTold(order, partner.id, order.dataAsked) : order;
  const next: Order =
    asked?.partner === partner.id ? { ...known, confirmation: { ...asked, state: "told" } } : known;
  return nextVersion(next, order, rowOf(order, "partner_told", { at, by, partner }));
}
