/** A partner names its price for an order, changes it, or takes it back. */
import type { Refusal } from "../../domain/act.ts";
import type { Offer, OfferAnswer, Quote } from "../../domain/offer.ts";
import type { Order, OrderChange } from "../../domain/order.ts";
import { cutTo, isolate } from "../../language/format.ts";
import { joinChanges } from "../../orders/change.ts";
import { mayAcceptAfterAll, mayReturn, offerAgain } from "../../orders/declines.ts";
import { endNow } from "../../orders/offers.ts";
import { badQuoteOf, isShown, quoteOffer, quotesOf } from "../../orders/quotes.ts";
import { withoutContacts } from "../../orders/shown-fields.ts";
import { flowOf } from "../flow/pinned.ts";
import { canTell } from "../order/news.ts";
import { wantPerson } from "../person/person.ts";
import { sayText } from "../show/render.ts";
import { holdsSecret } from "../staff/staff-rights.ts";
import { addNews, changeOrder, type Work } from "../work.ts";
import { presentQuotes } from "./quotes.ts";

/** What fits beside a price in a list. */
const longestNote = 160;

/** The price of an offer that asks for one. It may be named anew until the customer has seen it. */
export function takeQuote(
  work: Work,
  order: Order,
  offer: Offer,
  answer: Extract<OfferAnswer, { type: "quote" }>,
): Refusal | undefined {
  const why = endNow(order, offer, work.at);
  const quote = quoteIn(answer);
  // The same message again: it is so already.
  if (why === "quoted" && isSame(offer, quote)) return undefined;
  if (why === "declined" && mayReturn(order, offer)) return takeAfterAll(work, order, offer, answer);
  if (why !== undefined && (why !== "quoted" || isShown(order, offer.id)))
    return { reason: "offer_over", why };
  if (offer.asks !== "price") return { reason: "bad_quote", why: "not_asked" };
  const bad = badQuoteOf(quote, work.at);
  if (bad !== undefined) return { reason: "bad_quote", why: bad };
  changeOrder(work, quoted(work, order, offer, quote));
  return undefined;
}

/** Its partner had declined: the offer is open again for it, where the order is still what was declined. */
function takeAfterAll(
  work: Work,
  order: Order,
  offer: Offer,
  answer: Extract<OfferAnswer, { type: "quote" }>,
): Refusal | undefined {
  if (!mayAcceptAfterAll(order, offer)) return { reason: "offer_over", why: "changed" };
  if (offer.asks !== "price") return { reason: "bad_quote", why: "not_asked" };
  const bad = badQuoteOf(quoteIn(answer), work.at);
  if (bad !== undefined) return { reason: "bad_quote", why: bad };
  const opened = offerAgain(order, offer, work.at);
  changeOrder(work, joinChanges(opened, quoted(work, opened.order, offer, quoteIn(answer))));
  return undefined;
}

function quoted({ at, catalogue }: Work, order: Order, offer: Offer, quote: Quote): OrderChange {
  const { choose_minutes: minutes } = flowOf(catalogue, order).dispatch;
  return quoteOffer(order, offer, quote, { at, until: at + minutes * 60_000 });
}

/** What the customer will read of it: nothing by which the partner could be reached beside the office. */
function quoteIn({ total, note = "", at }: Extract<OfferAnswer, { type: "quote" }>): Quote {
  const words = holdsSecret(note) ? "" : withoutContacts(note.replace(/\s+/gu, " ").trim());
  const shown = words.length > longestNote ? `${cutTo(words, longestNote - 1).trimEnd()}…` : words;
  return { total, ...(shown !== "" && { note: shown }), ...(at !== undefined && { time: at }) };
}

function isSame({ state }: Offer, { total, note, time }: Quote): boolean {
  return (
    state.type === "quoted" &&
    state.total.amountMinor === total.amountMinor &&
    state.total.currency === total.currency &&
    state.note === note &&
    state.time === time
  );
}

/** A price that the customer may be looking at is gone: they hear so, with those that are left. @param order as it was before */
export function tellTakenBack(work: Work, order: Order, offer: Offer): void {
  const newest = work.changes.find((change) => change.order.ref === order.ref)?.order;
  if (!newest || !isShown(order, offer.id)) return;
  const { catalogue, language } = work;
  const variables = { ref: isolate(order.ref), partner: isolate(offer.partner.name[language]) };
  if (canTell(work)) addNews(work, order.ref, sayText(catalogue, language, "quotes.taken_back", variables));
  if (quotesOf(newest, work.at).length > 0) presentQuotes(work, newest);
  else {
    if (work.open?.type === "choose_price" && work.open.ref === order.ref) work.open = undefined;
    wantPerson(work, "prices", false, order.ref);
  }
}
