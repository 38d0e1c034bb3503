/** Leaving a form, and cancelling an order: asked before anything is lost, and what staff have begun goes to staff. */
import type { Draft } from "../../domain/conversation.ts";
import type { OrderRef } from "../../domain/ids.ts";
import type { Order } from "../../domain/order.ts";
import { formatMoney, isolate } from "../../language/format.ts";
import { isClosed } from "../../orders/status.ts";
import { isOwnOrder } from "../customer/together.ts";
import { flowOf } from "../flow/pinned.ts";
import { askDecision } from "../hearing/decisions.ts";
import { promiseAnswer, wantPerson } from "../person/person.ts";
import { sayText } from "../show/render.ts";
import { aboutOrder } from "../show/show.ts";
import { activeDraft, addLine, changeOrder, dropDraft, type Work } from "../work.ts";
import { noteCancelWish, tellIfTooLate } from "./appointment-wish.ts";
import { type CancelRule, cancelled, cancelRule } from "./cancel-rule.ts";
import { statusLabel } from "./order-status.ts";

/** «إلغاء»: leaves the form that is open; without one, an open order is meant. */
export function cancelOpen(work: Work): void {
  const draft = activeDraft(work);
  if (!draft) {
    cancelOrder(work, undefined);
    return;
  }
  const given = Object.values(draft.fields).some(({ evidence }) => evidence.by !== "known");
  if (given && !isChosen(work)) askDecision(work, { type: "cancel_draft", draft: draft.id });
  else dropForm(work, draft);
}

/** "Cancel" is a choice under a read-back; what only sounds like it may mean a part of the request ("delete the colour"). */
function isChosen({ open, event }: Work): boolean {
  return open?.type === "read_back" && (event.type !== "understood" || event.reading.by === "exact");
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
    else askToCancel(work, ref);
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
  else askToCancel(work, first.ref);
}

/** What it costs is in the question: nobody pays for a yes to another one. */
function askToCancel(work: Work, ref: OrderRef): void {
  const order = orderInEvent(work, ref);
  const rule = order && cancelRule(work, order);
  const fee = rule?.type === "fee" ? rule.price.total.amountMinor : undefined;
  askDecision(work, { type: "cancel_order", ref, ...(fee !== undefined && { fee }) });
}

function sayClosed(work: Work, ref: OrderRef, status: Order["state"]["status"]): void {
  addLine(work, "cancel.already_closed", { ref: isolate(ref), status: statusLabel(work, status) });
}

/** The customer is sure. An order on which work has begun, or whose newest state is not at hand, goes to staff. */
export function cancelNow(work: Work, { ref, fee }: { readonly ref: OrderRef; readonly fee?: number }): void {
  const order = orderInEvent(work, ref);
  work.open = undefined;
  if (order && isClosed(order.state.status)) {
    sayClosed(work, ref, order.state.status);
    return;
  }
  const rule: CancelRule = order ? cancelRule(work, order) : { type: "staff" };
  if (!order || rule.type === "staff") {
    leaveToStaff(work, ref, order);
    return;
  }
  if (rule.type === "fee" && rule.price.total.amountMinor !== fee) {
    askDecision(work, { type: "cancel_order", ref, fee: rule.price.total.amountMinor });
    return;
  }
  changeOrder(work, cancelled(order, rule, reasonOf(work, order, rule), work.at));
  // Somebody has to ask for the fee.
  if (rule.type === "fee") wantPerson(work, "other", false, ref);
  work.about = ref;
  tellCancelled(work, order, rule);
}

/** With a fee, the question that was answered with a yes. */
function reasonOf({ catalogue, language }: Work, order: Order, rule: CancelRule): string {
  if (rule.type !== "fee") return sayText(catalogue, language, "cancel.reason");
  return sayText(catalogue, language, "cancel.order_sure_fee", {
    ref: isolate(order.ref),
    about: aboutOrder({ catalogue, language }, order),
    fee: formatMoney(rule.price.total, language),
  });
}

/** A person decides: work has begun, or somebody has accepted to do it. */
function leaveToStaff(work: Work, ref: OrderRef, order: Order | undefined): void {
  wantPerson(work, "other", false, ref);
  if (order) noteCancelWish(work, order);
  const by = promiseAnswer(work);
  if (!order?.partner || order.state.status !== "assigned")
    addLine(work, "cancel.order_by_staff", { ref: isolate(ref), by });
  else
    addLine(work, "cancel.order_accepted", {
      ...{ ref: isolate(ref), by, partner: isolate(order.partner.name[work.language]) },
    });
  if (order) tellIfTooLate(work, order);
}

/** Who was to do it has been told in the same turn; where nothing reaches that one, a person tells it. */
function tellCancelled(work: Work, { ref: of, partner }: Order, rule: CancelRule): void {
  const ref = isolate(of);
  const name = partner && isolate(partner.name[work.language]);
  const isTold = partner?.chats !== undefined && partner.chats.length > 0;
  if (rule.type === "fee" && name !== undefined)
    addLine(work, isTold ? "cancel.order_done_fee" : "cancel.order_done_fee_by_staff", {
      ...{ ref, partner: name, fee: formatMoney(rule.price.total, work.language) },
    });
  else if (name !== undefined)
    addLine(work, isTold ? "cancel.order_done_partner" : "cancel.order_done_by_staff", {
      ref,
      partner: name,
    });
  else addLine(work, "cancel.order_done", { ref });
}

/** An order that the event brought along, as this turn has left it by now; never another customer's. */
export function orderInEvent(work: Work, ref: OrderRef): Order | undefined {
  const { event } = work;
  const orders = "orders" in event ? event.orders : undefined;
  const brought = orders?.find((order) => order.ref === ref && isOwnOrder(work.before, order));
  return brought && (work.changes.find(({ order }) => order.ref === ref)?.order ?? brought);
}
