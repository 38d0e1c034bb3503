/** The customer chooses one of the prices of partners, or none: the order goes to that partner at that price, or back to staff. */
import { type OfferId, parseOfferId } from "../../domain/ids.ts";
import type { Order } from "../../domain/order.ts";
import { formatMoney, isolate } from "../../language/format.ts";
import { withLastingClaim, withPromise } from "../../orders/change.ts";
import { choosePrice, endPrices, isShown, type QuotedOffer, quotesOf } from "../../orders/quotes.ts";
import { orderInEvent } from "../order/cancel.ts";
import { tellStatus } from "../order/order-status.ts";
import { showBy, staffMomentFor, wantPerson } from "../person/person.ts";
import { isMuted } from "../wake.ts";
import { addLine, changeOrder, type Work } from "../work.ts";
import { type Choosing, priceLine, quotePrice } from "./price-words.ts";
import { askPrices } from "./quotes.ts";

/** A choice under the list, by its id or by what it is. */
export function answerPrices(work: Work, open: Choosing, id: string): boolean {
  const { offers, ref } = open;
  const [only, other] = offers;
  if (id === "none" || id === "no") {
    takeNone(work, open);
    return true;
  }
  // A bare yes does not say which, nor does a price that is doubted: it is asked once more.
  if ((id === "yes" && other) || id === "unclear") {
    work.aside = true;
    return true;
  }
  const meant = id === "yes" || id === "cheapest" ? only : offers.find(({ offer }) => offer === id);
  if (!meant) return false;
  take(work, ref, meant.offer, meant.total.amountMinor);
  return true;
}

/** A press under an older list: it counts as long as its price stands. False where it is none such. */
export function pressesPrice(work: Work, id: string): boolean {
  const offer = parseOfferId(id);
  const { event } = work;
  if (!offer || event.type !== "chose") return false;
  const order = event.orders?.find((one) => one.offers?.some((made) => made.id === offer));
  if (!order || !orderInEvent(work, order.ref)) return false;
  if (!isShown(order, offer) || !quotesOf(order, work.at).some((quote) => quote.id === offer)) return false;
  take(work, order.ref, offer);
  return true;
}

/** @param seen what the customer read as the whole price, in halalas */
function take(work: Work, ref: Choosing["ref"], offer: OfferId, seen?: number): void {
  const order = orderInEvent(work, ref);
  if (work.open?.type === "choose_price") work.open = undefined;
  // While a colleague speaks with the customer, the press is answered and nothing else is asked.
  if (isMuted(work)) work.asked = true;
  const quotes = order ? quotesOf(order, work.at) : [];
  const quote = quotes.find(({ id }) => id === offer);
  const price = order && quote && quotePrice(work, order, quote);
  if (!order || !quote || !price || (seen !== undefined && price.total.amountMinor !== seen)) {
    tellGone(work, ref, order, quotes);
    return;
  }
  const by = { type: "customer" } as const;
  const note = priceLine(work, order, quote);
  changeOrder(work, withLastingClaim(choosePrice(order, quote, { price, by, at: work.at, note })));
  work.about = ref;
  addLine(work, "quotes.chosen", {
    ref: isolate(ref),
    total: formatMoney(price.total, work.language),
    partner: isolate(quote.partner.name[work.language]),
  });
}

/** The price stands no more: those that do, what has become of the order, or staff. */
function tellGone(
  work: Work,
  ref: Choosing["ref"],
  order: Order | undefined,
  quotes: readonly QuotedOffer[],
): void {
  if (order && quotes.length > 0) {
    addLine(work, "quotes.gone");
    askPrices(work, order, quotes);
  } else if (!order?.shownPrices) tellStatus(work, ref);
  else {
    const ended = endPrices(order, "prices_expired", { type: "office" }, work.at);
    const moment = staffMomentFor(work, order);
    changeOrder(work, withPromise(ended, moment));
    wantPerson(work, "prices", false, ref);
    addLine(work, "quotes.gone_all", { ref: isolate(ref), by: showBy(work, moment) });
  }
}

function takeNone(work: Work, { ref }: Choosing): void {
  const order = orderInEvent(work, ref);
  work.open = undefined;
  if (isMuted(work)) work.asked = true;
  if (!order?.shownPrices) {
    tellStatus(work, ref);
    return;
  }
  const ended = endPrices(order, "prices_refused", { type: "customer" }, work.at);
  const moment = staffMomentFor(work, order);
  changeOrder(work, withPromise(ended, moment));
  wantPerson(work, "prices", false, ref);
  work.about = ref;
  addLine(work, "quotes.none", { ref: isolate(ref), by: showBy(work, moment) });
}
