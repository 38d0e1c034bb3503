/** A partner answers an offer that has run out: it hears that it is over, and that it has answered is noted with the order. */
import type { Offer } from "../../domain/offer.ts";
import { mayAnswerLate } from "../../orders/late-answers.ts";
import { offerOf } from "../../orders/offers.ts";
import { type Seen, seenOf } from "./jobs.ts";
import type { Scene } from "./scene.ts";

/** @param takes whether it was a yes, or a price */
export function noteLate(scene: Scene, seen: Seen, takes: boolean): void {
  const { work, event } = scene;
  const { order } = seen;
  const offer = lateOffer(scene, seen);
  if (!offer) return;
  work.elsewhere.push({
    conversation: order.conversation,
    event: { type: "answered_late", at: event.at, order, offer: offer.id, takes },
  });
}

/** A bare word where nothing is open: it is for the one offer that ran out and was not answered, where there is but one. */
export function noteLateWord(scene: Scene, takes: boolean): void {
  const { chat, event } = scene;
  const late = seenOf(chat.jobs, event.orders).filter((seen) => lateOffer(scene, seen));
  const [only] = late;
  if (only && late.length === 1) noteLate(scene, only, takes);
}

/** This partner's offer of the order, where it ran out not long ago. */
function lateOffer({ chat, event }: Scene, { job, order }: Seen): Offer | undefined {
  const offer = job.offer && offerOf(order, job.offer);
  return offer && offer.partner.id === chat.id && mayAnswerLate(offer, event.at) ? offer : undefined;
}
