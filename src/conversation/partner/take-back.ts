/** A partner that declined by mistake says so in its chat: it sees the offer again, with what the order is now, and decides anew. */
import type { Order } from "../../domain/order.ts";
import { mayReturn, offerAgain } from "../../orders/declines.ts";
import { offerOf } from "../../orders/offers.ts";
import { type Seen, type SeenOffer, seenOf, withJob } from "./jobs.ts";
import type { Named } from "./read.ts";
import { namedBy, type Scene } from "./scene.ts";
import { againChoices, offerChoices, offerLines } from "./show.ts";
import { give, line, lines } from "./speak.ts";

/** The offers that this chat declined and may still have back, oldest first. */
function declinedOf({ chat, event }: Scene): readonly SeenOffer[] {
  return seenOf(chat.jobs, event.orders).flatMap(({ job, order }) => {
    const offer = job.offer === undefined ? undefined : offerOf(order, job.offer);
    return offer?.partner.id === chat.id && mayReturn(order, offer) ? [{ job, order, offer }] : [];
  });
}

export const declinedAmong = (scene: Scene, { order }: Seen): SeenOffer | undefined =>
  declinedOf(scene).find((one) => one.order.ref === order.ref);

/**
 * «تراجعت», "I can after all": the offer that is named, or the only one that was declined; of several it is asked.
 * @returns false where nothing that was declined can be had any more
 */
export function takeBack(scene: Scene, named: Named): boolean {
  const { work } = scene;
  const declined = declinedOf(scene);
  const seen = namedBy(scene, named);
  if (seen === "unknown") return false;
  const meant = seen ? declinedAmong(scene, seen) : declined.length === 1 ? declined[0] : undefined;
  if (meant) showAgain(scene, meant);
  else if (!seen && declined.length > 1) {
    line(work, "which_again");
    give(work, againChoices(work, declined.slice(-mostChoices)));
  } else return false;
  return true;
}

/** As many as have a digit of their own. */
const mostChoices = 9;

/** The offer stands again, as its partner reads at once. */
export function showAgain(scene: Scene, { job, order, offer }: SeenOffer): void {
  const { work, event } = scene;
  if (event.partner?.state.status === "paused_by_staff") {
    line(work, "paused_by_staff", { phone: work.catalogue.office.phone });
    return;
  }
  work.elsewhere.push({
    conversation: order.conversation,
    event: { type: "offer_answered", at: event.at, order, offer: offer.id, answer: { type: "again" } },
  });
  const opened: Order = offerAgain(order, offer, event.at).order;
  const again = { job, order: opened, offer: offerOf(opened, offer.id) ?? offer };
  if (work.partner) work.partner = withJob(work.partner, order.ref, offer.id);
  work.about = order.ref;
  const isOther = offer.state.type === "declined" && offer.state.since !== undefined;
  line(work, isOther ? "again_changed" : "again", { number: String(job.number) });
  lines(work, offerLines(work, again));
  give(work, offerChoices(work, again));
}
