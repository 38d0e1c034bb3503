/** What a customer's wish that less of them be kept means to partners: nobody else is to read of their orders. */
import type { DataWish } from "../../domain/data-wish.ts";
import type { Order } from "../../domain/order.ts";
import { isolate } from "../../language/format.ts";
import { askOfData, holdersOf, untoldOrder } from "../../orders/change.ts";
import { isToldOfData } from "../../orders/data-told.ts";
import { isAsked, withdrawOffers } from "../../orders/offers.ts";
import { endSearch } from "../../orders/search.ts";
import { isClosed } from "../../orders/status.ts";
import { flowOf } from "../flow/pinned.ts";
import { newestOf } from "../order/newest.ts";
import { wantPerson } from "../person/person.ts";
import { sayText } from "../show/render.ts";
import { addLine, changeOrder, type Work } from "../work.ts";

/** The orders that such a wish is about: all by which a partner knows the customer, whenever that was, and those that are open. */
export function ordersOfWish({ event }: Pick<Work, "event">): readonly Order[] {
  return event.type === "understood" || event.type === "chose" ? (event.orders ?? []) : [];
}

/**
 * Nobody else reads of these orders until a person has looked at the request: offers are taken back, searches end, and the customer hears which
 * orders stand still by it. Who holds data of theirs is told, and named to them and to whoever takes the case, who sees these orders in it.
 */
export function callPartnersOff(work: Work, asked: DataWish, orders: readonly Order[]): void {
  const { catalogue, language } = work;
  for (const order of orders) tellHolders(work, order, asked);
  const stopped = orders.filter((order) => stop(work, order));
  const held = orders.filter(({ partner, state }) => partner && !isClosed(state.status));
  for (const { ref } of [...stopped, ...held]) wantPerson(work, "privacy", false, ref);
  const separator = sayText(catalogue, language, "form.separator");
  if (stopped.length > 0) {
    const refs = stopped.map(({ ref }) => isolate(ref)).join(separator);
    addLine(work, "data.stopped", { orders: stopped.length, refs });
  }
  const names = orders.flatMap(holdersOf).map(({ name }) => name[language]);
  if (names.length === 0) return;
  const partners = [...new Set(names)].map((name) => isolate(name)).join(separator);
  addLine(work, "data.partners", { partners });
}

/** Whether somebody is sought for it, or asked about it, so that a partner may still get it. */
export function isSought({ catalogue, at }: Work, order: Order): boolean {
  if (isClosed(order.state.status)) return false;
  return isAsked(order, at) || isSearched(catalogue, order);
}

function isSearched(catalogue: Work["catalogue"], order: Order): boolean {
  const mayBe = order.search !== undefined || flowOf(catalogue, order).dispatch.strategy !== "office";
  return !order.partner && mayBe && !order.search?.over;
}

/** Whether somebody was sought for it, or asked about it. */
function stop(work: Work, order: Order): boolean {
  if (isClosed(order.state.status)) return false;
  const { at, catalogue } = work;
  const by = { type: "customer" } as const;
  const wasAsked = isAsked(newestOf(work, order), at);
  const change = withdrawOffers(newestOf(work, order), by, at);
  if (change) changeOrder(work, change);
  const now = change?.order ?? newestOf(work, order);
  const wasSearched = isSearched(catalogue, now);
  if (wasSearched) changeOrder(work, endSearch(now, "by_staff", { at, by }));
  return wasAsked || wasSearched;
}

/** Each partner that has data of theirs by this order, where it does not know yet or has got more of them since; one that nothing reaches is staff's to tell. */
function tellHolders(work: Work, order: Order, asked: DataWish): void {
  for (const partner of holdersOf(order)) {
    if (isToldOfData(newestOf(work, order), partner.id, asked)) continue;
    changeOrder(work, askOfData(newestOf(work, order), asked, partner, work.at));
    if (partner.chats?.length) continue;
    changeOrder(work, untoldOrder(newestOf(work, order), partner, "customer.data", work.at));
    wantPerson(work, "privacy", false, order.ref);
  }
}
