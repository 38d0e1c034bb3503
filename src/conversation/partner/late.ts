/** A partner answers an offer that has run out: it hears that it is over, and that it has answered is noted with the order. */

import { mayAnswerLate } from "../../orders/late-answers.ts";
import { offerOf } from "../../orders/offers.ts";
import { type Seen, seenOf } from "./jobs.ts";
import type { Scene } from "./scene.ts";

/** @param takes whether it was a yes, or a price */
export function noteLate({ work, chat, event }: Scene, { job, order }: Seen, takes: boolean): void {
  const offer = job.offer && offerOf(order, job.offer);
  if (!offer || offer.partner.id !== chat.id || !mayAnswerLate(offer, event.at)) return;
  work.elsewhere.push({
    conversation: order.conversation,
    event: { type: "answered_late", at: event.at, order, offer: offer.id, takes },
  });
}

/** A bare word where nothing is open: it is for the one offer that ran out and was not answered, where there is but one. */
export function noteLateWord(scene: Scene, takes: boolean): void {
  const { chat, event } = scene;
  const late = seenOf(chat.jobs, event.orders).filter(({ job, order }) => {
    const offer = job.offer && offerOf(order, job.offer);
    return offer && offer.partner.id === chat.id && mayAnswerLate(offer, event.at);
  });
  const [only] = late;
  if (only && late.length === 1) noteLate(scene, only, takes);
}
