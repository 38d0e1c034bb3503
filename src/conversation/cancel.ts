/** Leaving a form, and cancelling an order: asked before anything is lost, and what staff have begun goes to staff. */
import type { Draft } from "../domain/conversation.ts";
import type { OrderRef } from "../domain/ids.ts";
import type { Order } from "../domain/order.ts";
import { isolate } from "../language/format.ts";
import { moveOrder } from "../orders/change.ts";
import { isClosed, isFreeToCancel } from "../orders/status.ts";
import { askDecision } from "./decisions.ts";
import { statusLabel } from "./order-status.ts";
import { staffBy, wantPerson } from "./person.ts";
import { flowOf } from "./pinned.ts";
import { sayText } from "./render.ts";
import { isOwnOrder } from "./together.ts";
import { activeDraft, addLine, changeOrder, dropDraft, type Work } from "./work.ts";

/** «إلغاء»: leaves the form that is open; without one, an open order is meant. */
export function cancelOpen(work: Work): void {
  const draft = activeDraft(work);
  if (!draft) {
    cancelOrder(work, undefined);
    return;
  }
  const given = Object.values(draft.fields).some(({ evidence }) => evidence.by !== "known");
  if (given && work.open?.type !== "read_back") askDecision(work, { type: "cancel_draft", draft: draft.id });
  else dropForm(work, draft);
}

/** Takes away a form that is given up for another wish, or that waits behind the open one. */
export function leaveAside(work: Work, draft: Draft): void {
  if (draft.id === work.active) {
    dropForm(work, draft);
    return;
  }
  dropDraft(work, draft.id);
  addLine(work, "cancel.draft_done", { title: flowOf(work.catalogue, draft).title[work.language] });
}

/** Takes the form away and says so. */
export function dropForm(work: Work, draft: Draft): void {
  const title = flowOf(work.catalogue, draft).title[work.language];
  dropDraft(work, draft.id);
  work.open = undefined;
  addLine(work, "cancel.draft_done", { title });
}

/** Which order is to be cancelled, and is that sure? */
export function cancelOrder(work: Work, ref: OrderRef | undefined): void {
  const known = ref === undefined ? undefined : work.orders.find((order) => order.ref === ref);
  if (ref !== undefined) {
    const status = known?.status ?? orderInEvent(work, ref)?.state.status;
    if (status === undefined) addLine(work, "order_status.unknown", { ref: isolate(ref) });
    else if (isClosed(status)) sayClosed(work, ref, status);
    else askDecision(work, { type: "cancel_order", ref });
    return;
  }
  const open = work.orders.filter(({ status }) => !isClosed(status));
  const [first, second] = open;
  if (!first) addLine(work, "cancel.nothing");
  else if (second)
    askDecision(work, {
      type: "which_order",
      refs: open.slice(0, 10).map((order) => order.ref),
      purpose: "cancel",
    });
  else askDecision(work, { type: "cancel_order", ref: first.ref });
}

function sayClosed(work: Work, ref: OrderRef, status: Order["state"]["status"]): void {
  addLine(work, "cancel.already_closed", { ref: isolate(ref), status: statusLabel(work, status) });
}

/** The customer is sure. An order on which work has begun, or whose newest state is not at hand, goes to staff. */
export function cancelNow(work: Work, ref: OrderRef): void {
  const order = orderInEvent(work, ref);
  work.open = undefined;
  if (order && isClosed(order.state.status)) {
    sayClosed(work, ref, order.state.status);
    return;
  }
  if (!order || !isFreeToCancel(order.state.status)) {
    wantPerson(work, "other", false, ref);
    addLine(work, "cancel.order_by_staff", { ref: isolate(ref), by: staffBy(work) });
    return;
  }
  const note = sayText(work.catalogue, work.language, "cancel.reason");
  changeOrder(work, moveOrder(order, { to: "cancelled", note }, { type: "customer" }, work.at));
  work.about = ref;
  addLine(work, "cancel.order_done", { ref: isolate(ref) });
}

/** The newest state of an order that the event brought along; never another customer's. */
export function orderInEvent(work: Work, ref: OrderRef): Order | undefined {
  const { event } = work;
  const orders = event.type === "understood" || event.type === "chose" ? event.orders : undefined;
  return orders?.find((order) => order.ref === ref && isOwnOrder(work.before, order));
}
