/** Orders in a partner's hands: staff give one, or take it back, and the customer hears who carries it out. */
import type { Offer } from "../../domain/offer.ts";
import type { By, Order, OrderChange } from "../../domain/order.ts";
import type { PartnerName } from "../../domain/partner.ts";
import { isolate } from "../../language/format.ts";
import { giveBackOrder, joinChanges, withLastingClaim, withPromise } from "../../orders/change.ts";
import { isSearched } from "../../orders/due/search.ts";
import { acceptedOffer, giveAccepted } from "../../orders/offers.ts";
import { promisedBy } from "../../orders/promise.ts";
import { resumeSearch } from "../../orders/search.ts";
import { flowOf } from "../flow/pinned.ts";
import { canTell } from "../order/news.ts";
import { lowerPriceFor, tellLowerPrice } from "../price/propose.ts";
import { sayText } from "../show/render.ts";
import { aboutOrder, showMoment } from "../show/show.ts";
import { addNews, changeOrder, type Work } from "../work.ts";

/** The order goes to the partner, and the customer is told. That it may is asked before. */
export function giveTo(
  work: Work,
  order: Order,
  partner: PartnerName,
  by: By,
  terms?: Pick<Offer, "id" | "pays">,
): void {
  comesTo(work, withLastingClaim(giveAccepted(order, partner, by, work.at, terms)), partner);
}

/** It has a partner by this change: the customer hears who, and that it costs less where that one is paid less than was approved. */
export function comesTo(work: Work, made: OrderChange, partner: PartnerName): void {
  const taken = acceptedOffer(made.order);
  const lower = taken && lowerPriceFor(work, made.order, taken);
  changeOrder(work, lower ? joinChanges(made, lower) : made);
  tellGiven(work, made.order, partner);
  if (lower) tellLowerPrice(work, lower.order);
}

/** Who carries it out, as the customer's own news. */
function tellGiven(work: Work, order: Order, partner: PartnerName): void {
  tell(work, order, "partner.given", { partner: isolate(partner.name[work.language]) });
}

/** The partner has it no more. The customer hears of it only where it is sought for again: work that has begun goes on. */
export function takeBack(work: Work, order: Order, by: By, reason: string): void {
  const change = giveBackOrder(order, by, work.at, reason);
  if (change.order.state.status === "seeking") seekAgain(work, order, change);
  else changeOrder(work, withLastingClaim(change));
}

/**
 * The partner that had it does not do it after all: others are asked by themselves where the flow does that, at the price that is agreed or for one that
 * is not yet; else it is with a colleague, and the customer hears by when.
 */
export function seekAgain(work: Work, { partner }: Order, change: OrderChange): void {
  const { catalogue, at, language } = work;
  const { office, zone } = catalogue;
  const flow = flowOf(catalogue, change.order);
  const resumed = partner ? resumeSearch(change.order, partner.id, at) : change.order;
  const made = withLastingClaim({ ...change, order: resumed });
  const isPriced = resumed.price !== undefined;
  if ((flow.dispatch.strategy === "quotes") !== isPriced && isSearched(made.order, { flow })) {
    changeOrder(work, made);
    tell(work, resumed, "partner.given_back", {});
    return;
  }
  const promised = promisedBy(office, zone, at, flow.dispatch.promise_minutes);
  changeOrder(work, withPromise(withLastingClaim(change), promised));
  tell(work, resumed, "partner.given_back_to_us", { by: showMoment(promised, at, zone, language) });
}

function tell(
  work: Work,
  order: Order,
  sentence: "partner.given" | "partner.given_back" | "partner.given_back_to_us",
  more: Readonly<Record<string, string>>,
): void {
  if (!canTell(work)) return;
  const { catalogue, language } = work;
  const about = aboutOrder(work, order);
  const variables = { ref: isolate(order.ref), about, ...more };
  addNews(work, order.ref, sayText(catalogue, language, sentence, variables));
}
