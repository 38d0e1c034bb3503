/** What a change of an order tells a partner's people in their chat; a partner's system is told by the notice alone. */
import type { Event } from "../../domain/event.ts";
import type { Offer } from "../../domain/offer.ts";
import type { Order } from "../../domain/order.ts";
import type { PartnerChat, PartnerJob } from "../../domain/partner-chat.ts";
import { isolate } from "../../language/format.ts";
import { appointmentWish } from "../../orders/appointment.ts";
import { endNow, offerOf } from "../../orders/offers.ts";
import { isClosed } from "../../orders/status.ts";
import { flowOf } from "../flow/pinned.ts";
import type { Work } from "../work.ts";
import { confirmChoices } from "./confirm.ts";
import { jobOf, withJob, withoutJob } from "./jobs.ts";
import { namesOf, offerChoices, offerLines, orderChoices, orderLines, type Told, told } from "./show.ts";
import { tell, withoutOpen } from "./speak.ts";

type PartnerTold = Extract<Event, { type: "partner_told" }>;

/** A chat that belongs to another partner by now, or to none, is told nothing. */
export function stepPartnerTold(work: Work, event: PartnerTold): void {
  const { partner: chat } = work;
  if (chat?.id !== event.partner) {
    work.silent = true;
    return;
  }
  const { notice, order } = event;
  switch (notice.type) {
    case "offer.made":
      tellOffer(work, chat, event);
      return;
    case "offer.withdrawn": {
      const offer = notice.offer && offerOf(order, notice.offer.id);
      endJob(work, chat, event, overSentence(work, order, offer));
      return;
    }
    case "order.cancelled":
      endJob(work, chat, event, lostSentence(order, chat));
      return;
    case "order.assigned":
    case "order.amended":
      tellOrder(work, chat, event);
      return;
    case "customer.data":
      tellOfData(work, chat, event);
      return;
    case "customer.wrote":
      // A chat reads the words themselves.
      work.silent = true;
      return;
    default:
      notice.type satisfies never;
  }
}

function tellOffer(work: Work, chat: PartnerChat, { notice, order }: PartnerTold): void {
  const offer = notice.offer && offerOf(order, notice.offer.id);
  if (!offer) return;
  work.partner = withJob(chat, order.ref, offer.id);
  const seen = { job: sureJob(work.partner, order), order, offer };
  tell(work, { order: order.ref, notice, texts: offerLines(work, seen), choices: offerChoices(work, seen) });
}

/** Of an offer or an order that the chat never heard of there is nothing to take back. */
function endJob(work: Work, chat: PartnerChat, { notice, order }: PartnerTold, sentence: Told): void {
  const job = jobOf(chat, order.ref);
  if (!job || job.over) {
    work.silent = true;
    return;
  }
  const { open } = chat;
  const asksOfIt = open !== undefined && "ref" in open && open.ref === order.ref;
  work.partner = withoutJob(asksOfIt ? withoutOpen(chat) : chat, order.ref);
  const owed = notice.type === "order.cancelled";
  const answers = owed ? confirmChoices(work, order) : [];
  const asked = answers.length > 0 ? [told(work, "confirm_asked")] : [];
  // Whoever was asked something else answers that by its place in its list.
  const choices = work.partner.open ? [] : answers;
  const texts = [told(work, sentence, namesOf(work, job, order)), ...asked];
  tell(work, { order: order.ref, notice, owed, texts, choices });
}

/** Also of an order that is over: the chat may have forgotten it. */
function tellOfData(work: Work, chat: PartnerChat, { notice, order }: PartnerTold): void {
  const number = jobOf(chat, order.ref)?.number;
  const names = { number: number === undefined ? "" : String(number), ref: isolate(order.ref) };
  const texts = [told(work, order.dataAsked === "withdraw" ? "data_withdrawn" : "data_deleted", names)];
  tell(work, { order: order.ref, notice, owed: true, texts });
}

function tellOrder(work: Work, chat: PartnerChat, { notice, order }: PartnerTold): void {
  work.partner = withJob(chat, order.ref, notice.offer?.id);
  const names = namesOf(work, sureJob(work.partner, order), order);
  const wish = appointmentWish(order, flowOf(work.catalogue, order), work.catalogue.zone);
  const isKept = order.clock?.appointment?.state === "kept";
  const news = wish === undefined ? (isKept ? "kept" : "amended") : (`${wish}_wished` as const);
  const isOfPay = notice.type === "order.amended" && notice.offer !== undefined;
  const change = isOfPay ? "pay_agreed" : news;
  const head = told(work, notice.type === "order.assigned" ? givenAs(order, notice) : change, names);
  const asked = notice.type === "order.amended" ? confirmChoices(work, order) : [];
  const texts = [head, ...orderLines(work, order), told(work, asked.length > 0 ? "confirm_asked" : "next")];
  const choices = [...asked, ...orderChoices(work, order)];
  tell(work, { order: order.ref, notice, owed: true, texts, choices });
}

/** By its own price, by its own acceptance of the offer, or because staff say so. */
function givenAs(order: Order, { offer: of }: PartnerTold["notice"]): Told {
  const offer = of && offerOf(order, of.id);
  if (offer?.state.type !== "accepted" || offer.given) return "given";
  return offer.asks === "price" ? "chosen" : "yours";
}

function sureJob(chat: PartnerChat, { ref }: Order): PartnerJob {
  const job = jobOf(chat, ref);
  if (!job) throw new Error(`the chat of ${chat.id} does not know ${ref}`);
  return job;
}

/** Why an offer is over, in the partner's words; who has the order instead is nobody's business. */
export function overSentence({ at }: Pick<Work, "at">, order: Order, offer: Offer | undefined): Told {
  return `over_${(offer && endNow(order, offer, at)) ?? "withdrawn"}`;
}

/** Why somebody has an order no more: another may have done it since. */
function lostSentence({ partner, state }: Order, { id }: PartnerChat): Told {
  return partner?.id === id && isClosed(state.status) ? "cancelled" : "taken_back";
}
