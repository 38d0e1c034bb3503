/**
 * What changes in an order whose partner has neither a chat, a system nor a mailbox: nothing reaches that one, so the order's page names it until it was told.
 * Who did it tells it themselves where they are staff; else a person is called.
 */
import type { By, OrderChange } from "../../domain/order.ts";
import { joinChanges, untoldOrder } from "../../orders/change.ts";
import { wantPerson } from "../person/person.ts";
import type { Work } from "../work.ts";
import { holderTold } from "./partner-news.ts";

export function callForUntold(work: Work): void {
  for (const [place, made] of work.changes.entries()) {
    const untold = untoldBy(work, made);
    if (untold.length === 0) continue;
    work.changes[place] = untold.reduce(
      (change, { partner, type }) => joinChanges(change, untoldOrder(change.order, partner, type, work.at)),
      made,
    );
    if (!hasRowBy(made, "agent")) wantPerson(work, "partner", false, made.order.ref);
  }
}

const hasRowBy = ({ history }: OrderChange, type: By["type"]): boolean =>
  history.some(({ by }) => by.type === type);

/** A partner knows what it took, and whom staff give an order they send its page: an order that it gets is news to it by the customer's choice alone. */
function untoldBy({ catalogue }: Work, change: OrderChange) {
  const isNews = hasRowBy(change, "customer");
  return holderTold(catalogue, change).filter(
    ({ partner: { chats = [] }, type }) => chats.length === 0 && (type !== "order.assigned" || isNews),
  );
}
