/**
 * A person is wanted: asked for, complained to, or offered after two misunderstandings. The bot falls silent, and says who answers
 * by when; out of hours, when staff are back.
 */
import type { AnswerType } from "../../domain/answer.ts";
import type { PersonWanted } from "../../domain/conversation.ts";
import type { OrderRef } from "../../domain/ids.ts";
import type { Order } from "../../domain/order.ts";
import { formatDate, isolate } from "../../language/format.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { addDays, localDate } from "../../language/times/clock.ts";
import { timesLonger } from "../../orders/due/promise.ts";
import { isOpenAt, nextOpening, promisedBy } from "../../orders/promise.ts";
import { isClosed } from "../../orders/status.ts";
import { questionOf } from "../flow/pinned.ts";
import { askDecision } from "../hearing/decisions.ts";
import { askMenu } from "../hearing/menu.ts";
import { showMoment } from "../show/show.ts";
import { showWords } from "../show/show-value.ts";
import { muteMs } from "../wake.ts";
import { activeDraft, addLine, isNew, type Work } from "../work.ts";
import { caseAfter } from "./case.ts";

/** Office minutes within which a person answers a chat. */
export const answerMinutes = 30;

/** The moment by which staff answer, epoch milliseconds. */
export function staffMoment({ catalogue: { office, zone }, at }: Pick<Work, "catalogue" | "at">): number {
  return promisedBy(office, zone, at, answerMinutes);
}

/**
 * The same about an order. Where an answer was promised and not given before, about the order or in this chat, it is no half an hour anew, but longer,
 * as after any promise that was missed.
 */
export function staffMomentFor(work: Work, { clock }: Pick<Order, "clock">): number {
  const { office, zone } = work.catalogue;
  const missed = Math.max(clock?.missed ?? 0, work.person?.missed ?? 0);
  return promisedBy(office, zone, work.at, answerMinutes * timesLonger(missed));
}

/** A moment of this turn, as customers read it. */
export const showBy = ({ at, catalogue, language }: Work, moment: number): string =>
  showMoment(moment, at, catalogue.zone, language);

/** The moment by which staff answer, as customers read it, where something else keeps to it: an order's own promise. */
export function staffBy(work: Work): string {
  return showMoment(staffMoment(work), work.at, work.catalogue.zone, work.language);
}

/** The same as a promise of the chat's case: once it has passed without an answer the customer hears so, and heads are told. */
export function promiseAnswer(work: Work): string {
  work.answerBy = staffMoment(work);
  return staffBy(work);
}

/** PDPL, implementing regulation, article 3: 30 days for a request of the person concerned. */
const dataRequestDays = 30;

/** The day by which a request about the customer's own data is settled, as customers read it. */
export function dataRequestBy({ at, catalogue, language }: Work): string {
  return formatDate(addDays(localDate(at, catalogue.zone), dataRequestDays), language);
}

/**
 * Sets the case that staff see.
 * @param mutes whether the bot falls silent: for a talk, yes; for a request that staff settle by themselves, no
 */
export function wantPerson(
  work: Work,
  reason: PersonWanted["reason"],
  mutes: boolean,
  order?: OrderRef,
): void {
  const until = mutes ? work.at + muteMs : undefined;
  work.person = caseAfter(work.person, { at: work.at, reason, mutedUntil: until, order });
}

/** The customer wants a person. What was open waits for the talk to end. */
export function callPerson(work: Work, reason: "asked" | "not_understood"): void {
  wantPerson(work, reason, true);
  work.misses = 0;
  work.aside = false;
  closeDecision(work);
  const { office, zone } = work.catalogue;
  if (isOpenAt(office, zone, work.at)) addLine(work, "talk_to_human.called", { by: promiseAnswer(work) });
  else addLine(work, "talk_to_human.called_closed", { back: staffBack(work) });
  work.asked = true;
}

/** Not more often than this is a customer told that staff will come. */
const tellWaitingMs = 600_000;

/**
 * The customer writes while the bot is silent and nobody has joined: now and then a line says who answers by when.
 * @returns false when nothing is to be said
 */
export function tellWaiting(work: Work): boolean {
  const { person, at } = work;
  if (!person || person.agent || person.reason === "loop") return false;
  if (person.toldAt !== undefined && at - person.toldAt < tellWaitingMs) return false;
  work.person = { ...person, toldAt: at };
  const { office, zone } = work.catalogue;
  const promised = person.promisedBy ?? promisedBy(office, zone, person.mutedUntil - muteMs, answerMinutes);
  if (promised <= at) addLine(work, "talk_to_human.waiting_late", { by: promiseAnswer(work) });
  else {
    work.answerBy = promised;
    addLine(work, "talk_to_human.waiting", { by: showMoment(promised, at, zone, work.language) });
  }
  return true;
}

/** When staff are there again; a calendar that never opens promises the plain half hour. */
export function staffBack(work: Work): string {
  const { office, zone } = work.catalogue;
  const back = nextOpening(office, zone, work.at);
  work.answerBy = staffMoment(work);
  return back === undefined ? staffBy(work) : showMoment(back, work.at, zone, work.language);
}

/**
 * A complaint that is none of an order, or of an office that keeps none: to a person, together with the order it may be about. The form
 * that is open goes on beside it.
 * @param wantsPerson the same message asks for a person, too
 */
export function complainToPerson(work: Work, ref: OrderRef | undefined, wantsPerson: boolean): void {
  if (activeDraft(work) && !wantsPerson) {
    complainInForm(work, ref);
    return;
  }
  const orders = work.orders.filter((order) => !isNew(work, order.ref));
  const order = ref ?? orders.find(({ status }) => !isClosed(status))?.ref ?? orders[0]?.ref;
  wantPerson(work, "complaint", true, order);
  closeDecision(work);
  const by = promiseAnswer(work);
  if (order === undefined) addLine(work, "talk_to_human.complaint", { by });
  else addLine(work, "talk_to_human.complaint_order", { ref: isolate(order), by });
  work.asked = true;
}

/** No order is meant by «قلت لكم جدة» unless one is named. Staff see it; the bot goes on. */
function complainInForm(work: Work, ref: OrderRef | undefined): void {
  const told = work.person?.reason === "complaint";
  wantPerson(work, "complaint", false, ref);
  work.aside = true;
  if (told) addLine(work, "talk_to_human.complaint_again");
  else addLine(work, "talk_to_human.complaint_form", { by: promiseAnswer(work) });
}

/** A question that is no field of a form is given up. */
export function closeDecision(work: Work): void {
  const { open } = work;
  if (open && open.type !== "field" && open.type !== "read_back") work.open = undefined;
}

/** A message that was not understood: sorry and the open question again; the second time in a row a person is offered. */
export function misunderstood(work: Work): void {
  work.misses += 1;
  const lost = work.open === undefined && activeDraft(work) === undefined;
  if (work.misses >= 2) {
    // Said once; from then on in other words, and without another apology.
    addLine(work, work.misses === 2 ? "not_understood.sorry" : "not_understood.still");
    offerPerson(work);
    return;
  }
  if (lost || (work.open?.type === "which_service" && work.open.text === "" && !activeDraft(work))) {
    addLine(work, "not_understood.out_of_scope");
    askMenu(work, "not_understood.menu");
    return;
  }
  if (!sayWhatIsUnknown(work)) addLine(work, "not_understood.sorry");
  work.aside = true;
  // The offer to begin was all that stood open: without it the apology would end the talk.
  if (work.open?.type === "begin_service") askDecision(work, work.open);
}

/** A consent that was asked for still waits behind the offer. */
function offerPerson(work: Work): void {
  const { open } = work;
  const before = open?.type === "consent" ? open : open?.type === "offer_person" ? open.before : undefined;
  askDecision(work, { type: "offer_person", ...(before && { before }) });
}

/** What was known already, under a question for something else: the second time in a row we don't understand one another. */
export function repeated(work: Work): void {
  work.misses += 1;
  if (work.misses >= 2) askDecision(work, { type: "offer_person" });
}

/** As many words may still be meant as the answer itself. */
const mostWordsOfAnswer = 4;

/** A few words under a choice or a place are meant as one: that we don't know it says more than an apology. */
function sayWhatIsUnknown(work: Work): boolean {
  const { open, said, language } = work;
  const text = said && "text" in said.content ? said.content.text : "";
  const draft = activeDraft(work);
  const question =
    draft && open?.type === "field" ? questionOf(work.catalogue, draft, open.field) : undefined;
  const reason = question && unknownReasons[question.type];
  const count = tokens(text).length;
  if (!question || !reason || count === 0 || count > mostWordsOfAnswer || /[?؟]/.test(text)) return false;
  addLine(work, `bad_answer.${reason}`, {
    label: question.label[language],
    value: showWords(text, 60),
    min: "none",
    max: "none",
  });
  return true;
}

const unknownReasons: Readonly<Partial<Record<AnswerType, "not_a_choice" | "unknown_place">>> = {
  choice: "not_a_choice",
  place: "unknown_place",
};
