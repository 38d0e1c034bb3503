/** A partner's answer to an offer: taken, declined, or its price. What happens to the order happens in the order's own chat, in the same commit. */
import type { Money } from "../../domain/money.ts";
import type { OfferAnswer } from "../../domain/offer.ts";
import type { Order } from "../../domain/order.ts";
import { formatMoney } from "../../language/format.ts";
import { acceptOffer, offerOf } from "../../orders/offers.ts";
import { badQuoteOf } from "../../orders/quotes.ts";
import { isClosed } from "../../orders/status.ts";
import { type Seen, type SeenOffer, withJob, withoutJob } from "./jobs.ts";
import { quotedAmong, type Scene } from "./scene.ts";
import { namesOf, offerChoices, orderChoices, orderLines, quotedLine, statusOf } from "./show.ts";
import { give, line, lines } from "./speak.ts";
import { overSentence } from "./told.ts";

/** The order is theirs: in the reply, all that they need. */
export function accept(scene: Scene, seen: SeenOffer): void {
  const { work, event } = scene;
  const { job, order, offer } = seen;
  if (isPausedByStaff(scene)) return;
  if (offer.asks === "price") {
    line(work, "price_needed", { number: String(job.number) });
    return;
  }
  answered(scene, seen, { type: "accept" });
  const taken: Order = acceptOffer(order, offer, event.at).order;
  if (work.partner) work.partner = withJob(work.partner, order.ref, offer.id);
  work.about = order.ref;
  line(work, "yours", namesOf(work, job, order));
  lines(work, orderLines(work, taken));
  line(work, "next");
  give(work, orderChoices(work, taken));
}

/** @param busy it takes nothing for now, and has said nothing of this offer */
export function decline(scene: Scene, seen: SeenOffer, reason: string, busy = false): void {
  const { work } = scene;
  answered(scene, seen, { type: "decline", reason, ...(busy && { busy }) });
  if (work.partner) work.partner = withoutJob(work.partner, seen.order.ref);
  line(work, "declined", { number: String(seen.job.number) });
}

/** A price where the offer asks for one; elsewhere it is fixed, and nothing is bargained here. */
export function quote(scene: Scene, seen: SeenOffer, total: Money): void {
  const { work, event } = scene;
  const { job, offer } = seen;
  const number = String(job.number);
  if (offer.asks !== "price") {
    const amount = offer.pays && formatMoney(offer.pays, work.language);
    if (amount === undefined) line(work, "price_by_staff", { number });
    else line(work, "price_fixed", { number, amount });
    give(work, offerChoices(work, seen));
    return;
  }
  if (isPausedByStaff(scene)) return;
  const bad = badQuoteOf({ total }, event.at);
  if (bad === "not_positive" || bad === "too_much" || bad === "other_currency") {
    line(work, `price_${bad}`);
    return;
  }
  answered(scene, seen, { type: "quote", total });
  line(work, "quoted", { number, amount: formatMoney(total, work.language) });
}

/** Why it can't be answered, or not like that; of an order that the partner has, how it stands. A price that waits can be taken back. */
export function sayOver(scene: Scene, seen: Seen): void {
  const { work } = scene;
  const { job, order } = seen;
  const offer = job.offer === undefined ? undefined : offerOf(order, job.offer);
  const isTheirs = order.partner !== undefined && order.partner.id === work.partner?.id;
  if (isTheirs && isClosed(order.state.status)) {
    line(work, "is_over", { ...namesOf(work, job, order), status: statusOf(work, order) });
    return;
  }
  if (isTheirs) {
    line(work, "yours", namesOf(work, job, order));
    give(work, orderChoices(work, order));
    return;
  }
  const waiting = quotedAmong(scene, seen);
  const priced = waiting && quotedLine(work, job, waiting.offer);
  if (waiting && priced !== undefined) {
    lines(work, [priced]);
    give(work, offerChoices(work, waiting));
    return;
  }
  line(work, overSentence(work, order, offer), namesOf(work, job, order));
  if (work.partner) work.partner = withoutJob(work.partner, order.ref);
}

function answered({ work, event }: Scene, { order, offer }: SeenOffer, answer: OfferAnswer): void {
  work.elsewhere.push({
    conversation: order.conversation,
    event: { type: "offer_answered", at: event.at, order, offer: offer.id, answer },
  });
}

/** As on the page of an offer: whom staff have paused takes nothing. */
function isPausedByStaff({ work, event }: Scene): boolean {
  if (event.partner?.state.status !== "paused_by_staff") return false;
  line(work, "paused_by_staff", { phone: work.catalogue.office.phone });
  return true;
}
