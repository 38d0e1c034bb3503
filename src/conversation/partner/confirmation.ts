/**
 * An order that a partner has was changed, or cancelled: the partner is asked to confirm, the customer hears once it has, and staff are called where it
 * can't do it so, or says nothing.
 */
import type { PartnerReport, Refusal } from "../../domain/act.ts";
import type { Order } from "../../domain/order.ts";
import type { PartnerName } from "../../domain/partner.ts";
import { isolate } from "../../language/format.ts";
import { answerable, awaited, confirmChange, lateConfirmation } from "../../orders/confirmation.ts";
import { canTell } from "../order/news.ts";
import { wantPerson } from "../person/person.ts";
import { sayText } from "../show/render.ts";
import { aboutOrder } from "../show/show.ts";
import { holdsSecret } from "../staff/staff-rights.ts";
import { addNews, changeOrder, type Work } from "../work.ts";

/** The partner has answered. An answer to an earlier change confirms nothing. */
export function hearConfirmation(
  work: Work,
  order: Order,
  by: PartnerName,
  { n, can, note }: Extract<PartnerReport, { type: "confirm" }>,
): Refusal | undefined {
  const { confirmation } = order;
  if (!confirmation || confirmation.n !== n || confirmation.partner !== by.id)
    return { reason: "nothing_to_do" };
  if (confirmation.state === (can ? "seen" : "cannot")) return undefined;
  const asked = answerable(order);
  if (!asked) return { reason: "nothing_to_do" };
  const words = note.trim();
  const kept = holdsSecret(words) ? "•••" : words;
  changeOrder(work, confirmChange(order, asked, { can, note: kept, by, at: work.at }));
  if (can) tellConfirmed(work, order, by, asked.what);
  else wantPerson(work, "partner", false, order.ref);
  return undefined;
}

/** Of an order that failed the customer knows already, and nobody cancelled it. */
function tellConfirmed(work: Work, order: Order, by: PartnerName, what: "amended" | "cancelled"): void {
  if (!canTell(work) || order.state.status === "failed") return;
  const { catalogue, language } = work;
  const text = sayText(catalogue, language, `partner.confirmed_${what}`, {
    ref: isolate(order.ref),
    about: aboutOrder(work, order),
    partner: isolate(by.name[language]),
  });
  addNews(work, order.ref, text);
}

/** Nobody said that they know: staff ask. */
export function callForConfirmation(work: Work, order: Order): void {
  const asked = awaited(order);
  if (!asked) return;
  changeOrder(work, lateConfirmation(order, asked, work.at));
  wantPerson(work, "partner", false, order.ref);
}
