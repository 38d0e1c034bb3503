/** The price of an order from partners' fixed ones: proposed to the customer as soon as it is placed, and lowered where who takes it is paid less. */
import type { Offer } from "../../domain/offer.ts";
import type { Order, OrderChange } from "../../domain/order.ts";
import type { Candidates } from "../../domain/search.ts";
import { formatMoney, isolate } from "../../language/format.ts";
import { highestPay, leaveUnpriced, lowerPrice, proposeOrder } from "../../orders/proposal.ts";
import { askedNext } from "../../orders/search.ts";
import { flowOf } from "../flow/pinned.ts";
import { canTell } from "../order/news.ts";
import { sayText } from "../show/render.ts";
import { addNews, changeOrder, type Work } from "../work.ts";
import { askForApproval } from "./price.ts";
import { priceWith } from "./price-words.ts";

/** @param candidates as the shell has chosen them; left out: it does not know yet that they are wanted, and brings them next */
export function proposePrice(work: Work, order: Order, candidates: Candidates | undefined): void {
  if (!candidates) return;
  const { chosen, left } = candidates;
  const first = chosen.slice(0, askedNext(flowOf(work.catalogue, order).dispatch, order));
  const pays = highestPay(first);
  // Where nobody reads the chat, staff ask by telephone.
  if (!pays || !canTell(work)) {
    changeOrder(work, leaveUnpriced(order, left, work.at));
    return;
  }
  const price = priceWith(work, order, pays);
  changeOrder(work, proposeOrder(order, price, pays, work.at));
  askForApproval(work, order, price);
}

/** The customer pays what its partner is paid, and the office's own lines: the lower price, where it is paid less than was approved. */
export function lowerPriceFor(work: Work, order: Order, { pays }: Offer): OrderChange | undefined {
  const { passedOn, paidAt } = order;
  if (!passedOn || !pays || pays.amountMinor >= passedOn.amountMinor) return undefined;
  // What was paid already staff settle with the customer.
  return paidAt === undefined ? lowerPrice(order, priceWith(work, order, pays), pays, work.at) : undefined;
}

export function tellLowerPrice(work: Work, { ref, price }: Order): void {
  if (!price || !canTell(work)) return;
  const { catalogue, language } = work;
  const variables = { ref: isolate(ref), total: formatMoney(price.total, language) };
  addNews(work, ref, sayText(catalogue, language, "price.lower", variables));
}
