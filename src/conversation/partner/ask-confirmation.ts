/** Which changes of an order its partner has to confirm: those of what it reads, and that nothing is left to do. */
import type { Order, OrderChange } from "../../domain/order.ts";
import { askConfirmation } from "../../orders/confirmation.ts";
import { shownFields } from "../../orders/shown-fields.ts";
import { isClosed } from "../../orders/status.ts";
import type { Catalogue } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";

/** The same change, to be confirmed by the partner whose work it alters. One that is told nowhere is called by staff, as before. */
export function withConfirmation(catalogue: Catalogue, change: OrderChange): OrderChange {
  const { before, order } = change;
  const { partner } = order;
  if (!before || !partner?.chats?.length || before.partner?.id !== partner.id) return change;
  // What it did itself it knows.
  const isOwn = change.history.every(({ by }) => by.type === "partner" && by.id === partner.id);
  const { status } = order.state;
  // To the partner an order that can't be carried out is cancelled, too.
  const isEnded = isClosed(status) && status !== "done" && !isClosed(before.state.status);
  if (isEnded && !isOwn) return askConfirmation(change, partner, "cancelled");
  if (isClosed(order.state.status) || isOwn) return change;
  return shownTo(catalogue, before) === shownTo(catalogue, order)
    ? change
    : askConfirmation(change, partner, "amended");
}

/** What the partner reads of it, to be compared. */
function shownTo(catalogue: Catalogue, order: Order): string {
  const { questions, dispatch } = flowOf(catalogue, order);
  const { contact, offer_shows: offerShows } = dispatch;
  const shown = shownFields(questions, order.fields, { hasIt: true, contact, offerShows });
  return JSON.stringify(shown.map(({ question, value }) => [question.name, value]));
}
