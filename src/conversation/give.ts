/** Orders in a partner's hands: staff give one, or take it back, and the customer hears who carries it out. */
import type { By, Order } from "../domain/order.ts";
import type { PartnerName } from "../domain/partner.ts";
import { isolate } from "../language/format.ts";
import { giveBackOrder, withLastingClaim } from "../orders/change.ts";
import { giveAccepted } from "../orders/offers.ts";
import { canTell } from "./news.ts";
import { flowOf } from "./pinned.ts";
import { sayText } from "./render.ts";
import { aboutOf } from "./show.ts";
import { addNews, changeOrder, type Work } from "./work.ts";

/** The order goes to the partner, and the customer is told. That it may is asked before. */
export function giveTo(work: Work, order: Order, partner: PartnerName, by: By): void {
  changeOrder(work, withLastingClaim(giveAccepted(order, partner, by, work.at)));
  tellGiven(work, order, partner);
}

/** Who carries it out, as the customer's own news. */
export function tellGiven(work: Work, order: Order, partner: PartnerName): void {
  tell(work, order, "partner.given", { partner: isolate(partner.name[work.language]) });
}

/** The partner has it no more. The customer hears of it only where it is sought for again: work that has begun goes on. */
export function takeBack(work: Work, order: Order, by: By, reason: string): void {
  const change = giveBackOrder(order, by, work.at, reason);
  changeOrder(work, withLastingClaim(change));
  if (change.order.state.status === "seeking") tellGivenBack(work, order);
}

/** It is sought for again: the one that had it does not do it after all. */
export function tellGivenBack(work: Work, order: Order): void {
  tell(work, order, "partner.given_back", {});
}

function tell(
  work: Work,
  order: Order,
  sentence: "partner.given" | "partner.given_back",
  more: Readonly<Record<string, string>>,
): void {
  if (!canTell(work)) return;
  const { catalogue, language } = work;
  const about = aboutOf(catalogue, flowOf(catalogue, order), order.fields, language);
  const variables = { ref: isolate(order.ref), about, ...more };
  addNews(work, order.ref, sayText(catalogue, language, sentence, variables));
}
