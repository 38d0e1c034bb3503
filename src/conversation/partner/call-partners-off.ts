/** What a customer's wish that less of them be kept means to partners: nobody else is to read of their orders. */
import type { OrderSummary } from "../../domain/conversation.ts";
import type { OrderRef } from "../../domain/ids.ts";
import type { Order } from "../../domain/order.ts";
import { isolate } from "../../language/format.ts";
import { askOfData, holdersOf, untoldOrder } from "../../orders/change.ts";
import { withdrawOffers } from "../../orders/offers.ts";
import { endSearch } from "../../orders/search.ts";
import { isClosed } from "../../orders/status.ts";
import { flowOf } from "../flow/pinned.ts";
import { wantPerson } from "../person/person.ts";
import { sayText } from "../show/render.ts";
import { addLine, changeOrder, type Work } from "../work.ts";

/**
 * Nobody else reads of the customer's orders until a person has looked at the request: offers are taken back, searches end, and the customer hears which
 * orders stand still by it. Who holds data of theirs is named, to them and to whoever takes the case, who sees these orders in it. @param asked of the data @param isMeant which orders it is about; left out: all
 */
export function callPartnersOff(
  work: Work,
  asked: NonNullable<Order["dataAsked"]>,
  isMeant: (order: OrderSummary | Order) => boolean = () => true,
): void {
  const { event, at, catalogue, language } = work;
  const orders = event.type === "understood" || event.type === "chose" ? (event.orders ?? []) : [];
  const by = { type: "customer" } as const;
  const stopped: OrderRef[] = [];
  for (const order of orders) if (isMeant(order)) tellHolders(work, order, asked);
  for (const order of orders) {
    if (isClosed(order.state.status) || !isMeant(order)) continue;
    const change = withdrawOffers(newest(work, order), by, at);
    if (change) changeOrder(work, change);
    const now = change?.order ?? newest(work, order);
    const isSought = now.search !== undefined || flowOf(catalogue, order).dispatch.strategy !== "office";
    const isSearched = !now.partner && isSought && !now.search?.over;
    if (isSearched) changeOrder(work, endSearch(now, "by_staff", { at, by }));
    if (change || isSearched) stopped.push(order.ref);
  }
  const held = work.orders.filter((order) => order.partner && isMeant(order));
  const open = held.filter(({ status }) => !isClosed(status)).map(({ ref }) => ref);
  for (const ref of [...stopped, ...open]) wantPerson(work, "privacy", false, ref);
  const separator = sayText(catalogue, language, "form.separator");
  if (stopped.length > 0) {
    const refs = stopped.map((ref) => isolate(ref)).join(separator);
    addLine(work, "data.stopped", { orders: stopped.length, refs });
  }
  const earlier = orders.filter(isMeant).flatMap(({ earlierPartners = [] }) => earlierPartners);
  const names = [
    ...held.flatMap(({ partner }) => (partner ? [partner[language]] : [])),
    ...earlier.map(({ name }) => name[language]),
  ];
  if (names.length === 0) return;
  addLine(work, "data.partners", {
    partners: [...new Set(names)].map((name) => isolate(name)).join(separator),
  });
}

/** The partners that have data of theirs by this order, each time that something else is asked; one that nothing reaches is staff's to tell. */
function tellHolders(work: Work, order: Order, asked: NonNullable<Order["dataAsked"]>): void {
  if (order.dataAsked === asked || order.dataAsked === "delete") return;
  for (const partner of holdersOf(order)) {
    changeOrder(work, askOfData(newest(work, order), asked, partner, work.at));
    if (partner.chats?.length) continue;
    changeOrder(work, untoldOrder(newest(work, order), partner, "customer.data", work.at));
    if (partner.id !== order.partner?.id) wantPerson(work, "privacy", false, order.ref);
  }
}

/** As this turn has left it so far. */
const newest = ({ changes }: Work, order: Order): Order =>
  changes.find((change) => change.order.ref === order.ref)?.order ?? order;
