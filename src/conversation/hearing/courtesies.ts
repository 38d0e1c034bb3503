/** Greetings and thanks: answered shortly, never a misunderstanding. A salam is answered with its salam. */
import { isolate } from "../../language/format.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { isClosed } from "../../orders/status.ts";
import { activeDraft, addLine, type Work } from "../work.ts";
import { askMenu } from "./menu.ts";

/** A greeting is answered with its like; alone in an idle chat it brings the menu. */
export function greet(work: Work, salam: boolean): void {
  work.salam = salam;
  if (work.before.greeted) addLine(work, salam ? "greeting.salam" : "greeting.hello");
  const event = work.event;
  const alone =
    event.type === "understood" &&
    event.reading.understandings.every(({ type }) => type === "greeting" || type === "thanks");
  if (!alone) {
    // «السلام عليكم، أبي فندق»: the salam is answered, a mere hello is not.
    if (!salam && work.before.greeted) work.parts.pop();
    return;
  }
  work.aside = true;
  if (activeDraft(work) || work.asked) return;
  const isOffer =
    work.open?.type === "offer_person" || (work.open?.type === "which_service" && work.open.text === "");
  if (work.open && !isOffer) return;
  // Also what a platform's own START button says, to whoever unblocks a bot: it is no consent, but may want the way to one.
  if (work.optedOut) addLine(work, "messages.way_back");
  const resting = work.drafts.findLast(({ abandoned }) => abandoned);
  if (resting) {
    const title = work.catalogue.flows.get(resting.service)?.title[work.language] ?? resting.service;
    addLine(work, "greeting.unfinished", { title });
  }
  askMenu(work, "greeting.how_can_we_help");
}

/** Thanks are answered only where nothing else is. A mere ❤️ beside an open question gets no words. */
export function thank(work: Work, text: string): void {
  const alone = work.event.type === "understood" && work.event.reading.understandings.length === 1;
  if (!alone) return;
  work.aside = true;
  const isSign = tokens(text).length === 0;
  if (isSign && (work.open !== undefined || activeDraft(work))) return;
  if (isSign) polite(work);
  else addLine(work, "greeting.thanks");
}

/** «تمام» or «لا» that answers nothing: a friendly word, with the order that we are on; in a new chat the menu. */
export function polite(work: Work): void {
  work.aside = true;
  if (activeDraft(work) || work.open) return;
  const order = work.orders.find(({ status }) => !isClosed(status));
  // Where messages were stopped no news follows: nothing is promised.
  if (order && !work.optedOut) {
    addLine(work, "greeting.on_it", { ref: isolate(order.ref) });
    work.about = order.ref;
  } else if (work.before.greeted) addLine(work, "greeting.here");
  else askMenu(work, "greeting.how_can_we_help");
}
