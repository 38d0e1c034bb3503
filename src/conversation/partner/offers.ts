/** What partners answer and report: the first acceptance gives them the order, and what they report reaches the customer or staff. */
import type { PartnerReport, Refusal } from "../../domain/act.ts";
import type { Event } from "../../domain/event.ts";
import type { Offer, OfferEnd } from "../../domain/offer.ts";
import type { Order } from "../../domain/order.ts";
import { isolate } from "../../language/format.ts";
import {
  calledTo,
  joinChanges,
  mayBeProven,
  moveOrder,
  proveOrder,
  reportOrder,
  untoldOrder,
} from "../../orders/change.ts";
import { mayAcceptAfterAll, mayReturn, offerAgain } from "../../orders/declines.ts";
import { answerLate, mayAnswerLate } from "../../orders/late-answers.ts";
import { acceptOffer, declineOffer, endNow, offerOf, overWhy } from "../../orders/offers.ts";
import { byPartner } from "../../orders/row.ts";
import { isClosed } from "../../orders/status.ts";
import { missAppointment } from "../order/appointment.ts";
import { noteExpiry } from "../order/expiry.ts";
import { legalMoves } from "../order/moves.ts";
import { canTell, tellMove } from "../order/news.ts";
import { wantPerson } from "../person/person.ts";
import { takeQuote, tellTakenBack } from "../price/take-quote.ts";
import { sayText } from "../show/render.ts";
import { aboutOrder } from "../show/show.ts";
import { holdsSecret } from "../staff/staff-rights.ts";
import { addNews, changeOrder, type Work } from "../work.ts";
import { hearConfirmation } from "./confirmation.ts";
import { comesTo } from "./give.ts";
import { stepWroteOnPage } from "./relay.ts";

export function stepOfferAnswered(
  work: Work,
  { order, offer: id, answer }: Extract<Event, { type: "offer_answered" }>,
): Refusal | undefined {
  const offer = offerOf(order, id);
  if (!offer) return { reason: "offer_over", why: "withdrawn" };
  if (answer.type === "quote") return takeQuote(work, order, offer, answer);
  const why = endNow(order, offer, work.at);
  // A tap or a message that comes again: it is so already.
  if (why === "accepted" && answer.type === "accept" && order.partner?.id === offer.partner.id)
    return undefined;
  if (why === "declined" && answer.type === "decline") return undefined;
  if (answer.type === "again") return offeredAgain(work, order, offer, why);
  if (answer.type === "accept" && why === "declined" && mayReturn(order, offer)) {
    // What is another order by now is not accepted unread.
    if (!mayAcceptAfterAll(order, offer)) return { reason: "offer_over", why: "changed" };
    if (offer.asks === "price") return { reason: "bad_quote", why: "needed" };
    const opened = offerAgain(order, offer, work.at);
    const taken = acceptOffer(opened.order, offer, work.at);
    comesTo(work, joinChanges(opened, taken), offer.partner);
    return undefined;
  }
  if (why !== undefined && !(why === "quoted" && answer.type === "decline"))
    return { reason: "offer_over", why };
  if (answer.type === "decline") {
    changeOrder(work, declineOffer(order, offer, work.at, withoutSecrets(answer.reason.trim()), answer.busy));
    if (why === "quoted") tellTakenBack(work, order, offer);
    return undefined;
  }
  if (offer.asks === "price") return { reason: "bad_quote", why: "needed" };
  comesTo(work, acceptOffer(order, offer, work.at), offer.partner);
  return undefined;
}

/** The decline was a mistake: the offer is shown with what the order is now. One that stands is what was wanted. */
function offeredAgain(
  work: Work,
  order: Order,
  offer: Offer,
  why: OfferEnd | undefined,
): Refusal | undefined {
  if (why === undefined) return undefined;
  if (!mayReturn(order, offer)) return { reason: "offer_over", why: overWhy(offer, work.at) ?? "withdrawn" };
  changeOrder(work, offerAgain(order, offer, work.at));
  return undefined;
}

/** Nothing comes of it for the order; that its partner has answered is kept. */
export function stepAnsweredLate(
  work: Work,
  { order, offer: id, takes }: Extract<Event, { type: "answered_late" }>,
): void {
  const offer = offerOf(order, id);
  if (offer && mayAnswerLate(offer, work.at)) changeOrder(work, answerLate(order, offer, takes, work.at));
}

/** Only who has the order reports of it, and only forward: a step that was a mistake is taken back by staff. */
export function stepPartnerReported(
  work: Work,
  { order, partner, report }: Extract<Event, { type: "partner_reported" }>,
): Refusal | undefined {
  if (order.partner?.id !== partner) return { reason: "not_allowed" };
  switch (report.type) {
    case "move":
      return move(work, order, report);
    case "problem":
      return problem(work, order, report.text);
    case "words":
      return stepWroteOnPage(work, order, order.partner, report.text);
    case "no_answer":
      return noAnswer(work, order);
    case "proof":
      if (!mayBeProven(order, partner, work.at)) return { reason: "nothing_to_do" };
      changeOrder(work, proveOrder(order, report.document, order.partner, work.at));
      return undefined;
    case "expiry":
      return noteExpiry(work, order, report.date);
    case "confirm":
      return hearConfirmation(work, order, order.partner, report);
    case "no_show":
      return missAppointment(work, order, byPartner(order.partner));
    default:
      return report satisfies never;
  }
}

function move(
  work: Work,
  order: Order,
  { move }: Extract<PartnerReport, { type: "move" }>,
): Refusal | undefined {
  const legal = partnerMoves(work, order);
  if (!order.partner || !legal.some(({ to, stage }) => to === move.to && stage === move.stage))
    return { reason: "illegal_move", from: order.state.status, legal };
  const { note, ...step } = move;
  const kept = note === undefined ? step : { ...step, note: withoutSecrets(note) };
  const change = moveOrder(order, kept, byPartner(order.partner), work.at);
  changeOrder(work, change);
  // Its words are for staff: the customer would read them as the office's own.
  tellMove(work, order, change.order, step);
  return undefined;
}

/** Staff are called: they tell the partner themselves, or find another. */
export function stepPartnerUntold(
  work: Work,
  { order, partner, notice }: Extract<Event, { type: "partner_untold" }>,
): Refusal | undefined {
  const isLate = notice === "order.cancelled" || notice === "customer.data";
  if (isClosed(order.state.status) && !isLate) return { reason: "nothing_to_do" };
  changeOrder(work, untoldOrder(order, partner, notice, work.at));
  wantPerson(work, "partner", false, order.ref);
  return undefined;
}

/** The steps that a partner may report: work along the flow, and its end. */
export function partnerMoves(work: Pick<Work, "catalogue">, order: Order): ReturnType<typeof legalMoves> {
  return legalMoves(work.catalogue, order).filter(
    ({ to, back }) => back !== true && (to === "in_progress" || to === "done"),
  );
}

function problem(work: Work, order: Order, text: string): Refusal | undefined {
  const words = withoutSecrets(text.trim());
  if (words === "" || !order.partner) return { reason: "empty" };
  changeOrder(work, calledTo(reportOrder(order, words, order.partner, work.at), "problem", work.at));
  wantPerson(work, "partner", false, order.ref);
  return undefined;
}

/** So long after one word to the customer that nobody answers, another would only be noise. */
export const noAnswerAgainMs = 15 * 60_000;

/** The customer is asked politely when they can be reached; staff look after it. */
function noAnswer(work: Work, order: Order): Refusal | undefined {
  const { catalogue, language } = work;
  if (!order.partner || isClosed(order.state.status)) return { reason: "nothing_to_do" };
  const before = order.clock?.noAnswer;
  if (before !== undefined && work.at - before < noAnswerAgainMs) return undefined;
  const said = sayText(catalogue, "ar", "partner_chat.do_no_answer");
  const made = reportOrder(order, said, order.partner, work.at);
  // It is not the partner's fault that the order stands still.
  const clock = { ...made.order.clock, noAnswer: work.at };
  changeOrder(work, { ...made, order: { ...made.order, clock } });
  wantPerson(work, "partner", false, order.ref);
  if (!canTell(work)) return undefined;
  const about = aboutOrder(work, order);
  const names = { ref: isolate(order.ref), about, partner: isolate(order.partner.name[language]) };
  addNews(work, order.ref, sayText(catalogue, language, "relay.no_answer", names), { owed: true });
  return undefined;
}

/** Passwords, codes and card numbers are kept nowhere, whoever writes them. */
function withoutSecrets(text: string): string {
  return holdsSecret(text) ? "•••" : text;
}
