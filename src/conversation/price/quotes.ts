/** Prices of partners come to the customer's chat: as a list with the question which one it is to be; and go by, where none is chosen in time. */
import type { PriceOption } from "../../domain/open-question.ts";
import type { By, Order } from "../../domain/order.ts";
import { isolate } from "../../language/format.ts";
import { withLastingClaim, withPromise } from "../../orders/change.ts";
import { endPrices, type QuotedOffer, quotesOf, showPrices } from "../../orders/quotes.ts";
import { canTell } from "../order/news.ts";
import { showBy, staffMomentFor, wantPerson } from "../person/person.ts";
import { sayText } from "../show/render.ts";
import { aboutOrder } from "../show/show.ts";
import { addNews, askAs, changeOrder, type Work } from "../work.ts";
import { type Choosing, listText, priceChoices, quotePrice } from "./price-words.ts";

/** Partners named on a phone's screen; the others stay with staff. */
const mostShown = 9;

/**
 * Shows the customer the prices that can be chosen now, as news: it is said whatever else is open. Where nobody reads the chat staff are called,
 * who ask by telephone. Prices that have run out before anybody saw them end.
 */
export function presentQuotes(work: Work, order: Order, by: By = { type: "office" }): void {
  const quotes = quotesOf(order, work.at).slice(0, mostShown);
  if (quotes.length === 0) {
    expirePrices(work, order);
    return;
  }
  changeOrder(work, withLastingClaim(showPrices(order, quotes, by, work.at)));
  if (!canTell(work)) {
    wantPerson(work, "prices", false, order.ref);
    return;
  }
  const open = openPrices(work, order, quotes);
  // Whoever placed the order asked for its price.
  addNews(work, order.ref, listText(work, order, quotes), { choices: priceChoices(work, open), owed: true });
}

/** The list as this turn's own question: the customer asked for it, or the one before is not true any more. */
export function askPrices(work: Work, order: Order, quotes: readonly QuotedOffer[]): void {
  const open = openPrices(work, order, quotes);
  askAs(work, listText(work, order, quotes), priceChoices(work, open));
}

/** None was chosen in time: staff go on with it. A later price that still stands is shown instead. */
export function expirePrices(work: Work, order: Order): void {
  if (quotesOf(order, work.at).length > 0) {
    presentQuotes(work, order);
    return;
  }
  const ended = endPrices(order, "prices_expired", { type: "office" }, work.at);
  const moment = staffMomentFor(work, order);
  changeOrder(work, withPromise(ended, moment));
  wantPerson(work, "prices", false, order.ref);
  if (!canTell(work)) return;
  const { catalogue, language } = work;
  const about = aboutOrder(work, order);
  const variables = { ref: isolate(order.ref), about, by: showBy(work, moment) };
  addNews(work, order.ref, sayText(catalogue, language, "quotes.expired", variables));
}

function openPrices(work: Work, order: Order, quotes: readonly QuotedOffer[]): Choosing {
  work.questions += 1;
  const offers = quotes.map(
    (quote): PriceOption => ({
      ...{ offer: quote.id, partner: quote.partner.name, total: quotePrice(work, order, quote).total },
    }),
  );
  const open: Choosing = { type: "choose_price", ref: order.ref, offers, token: `q${work.questions}` };
  work.open = open;
  return open;
}
