/** What a customer changes of an order whose partner has neither a chat, a system nor a mailbox: nothing reaches that one, so a person is called to tell it. */
import type { OrderChange } from "../../domain/order.ts";
import { joinChanges, untoldOrder } from "../../orders/change.ts";
import { wantPerson } from "../person/person.ts";
import type { Work } from "../work.ts";
import { holderTold } from "./partner-news.ts";

export function callForUntold(work: Work): void {
  for (const [place, change] of work.changes.entries()) {
    const untold = untoldBy(work, change);
    if (!untold) continue;
    const { order } = change;
    work.changes[place] = joinChanges(change, untoldOrder(order, untold.partner, untold.type, work.at));
    wantPerson(work, "partner", false, order.ref);
  }
}

/** What staff change they tell themselves, and a partner knows what it did. */
function untoldBy({ catalogue }: Work, change: OrderChange) {
  if (!change.history.some(({ by }) => by.type === "customer")) return undefined;
  return holderTold(catalogue, change).find(({ partner: { chats = [] } }) => chats.length === 0);
}
