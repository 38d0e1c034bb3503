/** What a customer changes of an order whose partner has neither a chat, a system nor a mailbox: nothing reaches that one, so a person is called to tell it. */
import type { OrderChange } from "../../domain/order.ts";
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
    wantPerson(work, "partner", false, made.order.ref);
  }
}

/** What staff change they tell themselves, and a partner knows what it did. */
function untoldBy({ catalogue }: Work, change: OrderChange) {
  if (!change.history.some(({ by }) => by.type === "customer")) return [];
  return holderTold(catalogue, change).filter(({ partner: { chats = [] } }) => chats.length === 0);
}
