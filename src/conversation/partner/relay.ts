/**
 * What customer and partner write to each other about an order: each message goes through the office, says who it is from, and where the flow's
 * contact rule is `relay` it holds nothing by which the two could reach each other; staff are told of what was blotted out.
 */

import type { Refusal } from "../../domain/act.ts";
import type { Event } from "../../domain/event.ts";
import type { ConversationId, OrderRef } from "../../domain/ids.ts";
import type { Open } from "../../domain/open-question.ts";
import type { By, Order } from "../../domain/order.ts";
import type { PartnerName } from "../../domain/partner.ts";
import { isolate } from "../../language/format.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { maskedOrder, nextVersion, reportOrder, untoldOrder, wordsPassed } from "../../orders/change.ts";
import { withoutDataTold } from "../../orders/data-told.ts";
import { acceptedOffer } from "../../orders/offers.ts";
import { byPartner } from "../../orders/row.ts";
import { mayHideNumber, withoutContacts, withoutIdentity } from "../../orders/shown-fields.ts";
import { isClosed } from "../../orders/status.ts";
import { flowOf } from "../flow/pinned.ts";
import { askDecision } from "../hearing/decisions.ts";
import { isOffer } from "../hearing/offers-open.ts";
import { newestOf } from "../order/newest.ts";
import { canTell } from "../order/news.ts";
import { promiseAnswer, wantPerson } from "../person/person.ts";
import { sayText } from "../show/render.ts";
import { refusedWords } from "../staff/staff-rights.ts";
import { activeDraft, addLine, changeOrder, type Work } from "../work.ts";
import { jobOf, withJob } from "./jobs.ts";
import { noticeOf } from "./partner-news.ts";
import { answerChoices, namesOf, told } from "./show.ts";
import { tell } from "./speak.ts";

type WrotePartner = Extract<Event, { type: "wrote_partner" }>;

/** In the customer's chat: the partner that has their order writes. It is owed: their own order waits for the answer. */
export function stepPartnerWrote(work: Work, event: Extract<Event, { type: "partner_wrote" }>): void {
  const { order, partner, text } = event;
  if (order.partner?.id !== partner) work.silent = true;
  else tellCustomer(work, order, order.partner, text);
}

/** From its page, which shows it what it wrote. */
export function stepWroteOnPage(
  work: Work,
  order: Order,
  partner: PartnerName,
  text: string,
): Refusal | undefined {
  const words = text.trim();
  if (isClosed(order.state.status)) return { reason: "nothing_to_do" };
  const unfit = refusedWords(words, "empty");
  if (unfit) return unfit;
  const note = tellCustomer(work, order, partner, words);
  changeOrder(work, wordsPassed(newestOf(work, order), "partner", { partner, note, at: work.at }));
  return undefined;
}

/** @returns the words as they were passed on */
function tellCustomer(work: Work, order: Order, from: PartnerName, text: string): string {
  const passed = passOn(work, order, byPartner(from), text);
  if (!canTell(work) || work.goneAt !== undefined) {
    // Nobody reads it here: a person tells the customer.
    changeOrder(work, reportOrder(newestOf(work, order), passed, from, work.at));
    wantPerson(work, "partner", false, order.ref);
    return passed;
  }
  const name = from.name[work.language];
  const names = { ref: isolate(order.ref), partner: isolate(name), text: passed };
  work.says.push({
    ...{
      type: "say",
      kind: "news",
      from: "partner",
      name,
      language: work.language,
      order: order.ref,
      owed: true,
    },
    text: `${sayText(work.catalogue, work.language, "relay.wrote", names)}\n${sayText(work.catalogue, work.language, "relay.wrote_how")}`,
  });
  return passed;
}

/** In the customer's chat: they write to the partner that has their order. */
export function stepWrotePartner(work: Work, event: WrotePartner): void {
  const { order, text, to, page, at, among } = event;
  if (event.unsure && offerToPassOn(work, text)) return;
  const { open } = work;
  if (open?.type === "pass_on" || (open?.type === "which_order" && open.purpose === "write"))
    work.open = undefined;
  if (among) {
    askDecision(work, { type: "which_order", refs: among.slice(0, 10), purpose: "write", text });
    return;
  }
  work.aside = true;
  work.asked = true;
  if (!order?.partner || isClosed(order.state.status)) {
    addLine(work, "relay.no_partner");
    return;
  }
  work.about = order.ref;
  const name = isolate(order.partner.name[work.language]);
  if (to === undefined && page === undefined) {
    leaveByLink(work, order, order.partner, text);
    leaveToStaff(work, order.ref, name);
    return;
  }
  const passed = passOn(work, order, { type: "customer" }, text);
  if (to !== undefined) {
    const wrote: Event = { type: "customer_wrote", at, partner: order.partner.id, order, text: passed };
    work.elsewhere.push({ conversation: to, event: wrote });
  } else if (page !== undefined) leaveOnPage(work, order, order.partner, { page, note: passed });
  noteWordsPassed(work, order);
  if (event.changes) {
    wantPerson(work, "partner", false, order.ref);
    addLine(work, "relay.passed_on_change", {
      partner: name,
      ref: isolate(order.ref),
      by: promiseAnswer(work),
    });
  } else addLine(work, "relay.passed_on", { partner: name });
  if (passed !== text) addLine(work, "relay.blotted");
}

/** Its page shows the words; a letter, which lies in a mailbox for good, says only that they are there. */
function leaveOnPage(
  work: Work,
  order: Order,
  partner: PartnerName,
  { page, note }: { readonly page: ConversationId; readonly note: string },
): void {
  const { at } = work;
  changeOrder(work, wordsPassed(newestOf(work, order), "customer", { partner, note, at }));
  const notice = noticeOf(work.catalogue, order, "customer.wrote", acceptedOffer(order));
  work.elsewhere.push({
    conversation: page,
    event: { type: "partner_told", at, notice, partner: partner.id, order },
  });
}

/** A partner that works on a link which staff sent reads the words there, too; nothing tells it that they have come, so staff do. */
function leaveByLink(work: Work, order: Order, partner: PartnerName, text: string): void {
  if (partner.chats !== undefined || acceptedOffer(order) === undefined) return;
  const { at } = work;
  const note = passOn(work, order, { type: "customer" }, text);
  changeOrder(work, wordsPassed(newestOf(work, order), "customer", { partner, note, at }));
  changeOrder(work, untoldOrder(newestOf(work, order), partner, "customer.wrote", at));
  noteWordsPassed(work, order);
}

/** Its partner has got something new to forget, whatever it was told before of what the customer wants of their data. */
function noteWordsPassed(work: Work, order: Order): void {
  const newest = newestOf(work, order);
  const noted = newest.partner ? withoutDataTold(newest, newest.partner.id) : newest;
  if (noted !== newest) changeOrder(work, nextVersion(noted, newest));
}

/** So many words of one who writes in pieces are asked about together, UTF-16 units. */
const longestAsked = 500;
const fewestWords = 2;

/**
 * Words that answer nothing and wish for nothing, while a partner carries an order out: they may be meant for it, so that is asked. What such a
 * question was about already goes along. False where nobody carries anything out, or something else is open.
 */
export function offerToPassOn(work: Work, text: string): boolean {
  const { open, orders } = work;
  const before = open?.type === "pass_on" ? `${open.text}\n` : "";
  const isFree = open === undefined || before !== "" || isOffer(open);
  const words = text.trim();
  if (!isFree || activeDraft(work) || tokens(words).length < fewestWords) return false;
  const refs = orders.filter((order) => order.partner && !isClosed(order.status)).map(({ ref }) => ref);
  if (refs.length === 0 || before.length + words.length > longestAsked) return false;
  askDecision(work, { type: "pass_on", refs: refs.slice(0, 10), text: `${before}${words}` });
  return true;
}

/** «لا», or a yes that found no way to the partner. */
export function answerPassOn(work: Work, open: Extract<Open, { type: "pass_on" }>, id: string): boolean {
  if (id !== "yes" && id !== "no") return false;
  work.open = undefined;
  const [ref] = open.refs;
  if (id === "yes" && ref) leaveWordsToStaff(work, ref);
  else addLine(work, "relay.kept_back");
  return true;
}

/** The order of words that a customer wrote earlier is known, and its partner can't be reached from here. */
export function leaveWordsToStaff(work: Work, ref: OrderRef): void {
  const partner = work.orders.find((order) => order.ref === ref)?.partner;
  if (partner) leaveToStaff(work, ref, isolate(partner[work.language]));
  else addLine(work, "relay.no_partner");
}

function leaveToStaff(work: Work, ref: OrderRef, partner: string): void {
  wantPerson(work, "partner", false, ref);
  addLine(work, "relay.by_staff", { partner, by: promiseAnswer(work) });
}

/** In the partner's chat. An answer to it goes back the same way. */
export function stepCustomerWrote(work: Work, event: Extract<Event, { type: "customer_wrote" }>): void {
  const { order, partner, text } = event;
  if (work.partner?.id !== partner) {
    work.silent = true;
    return;
  }
  work.partner = withJob(work.partner, order.ref);
  const job = jobOf(work.partner, order.ref);
  if (!job) return;
  const texts = [told(work, "customer_wrote", { ...namesOf(work, job, order), text })];
  tell(work, { order: order.ref, owed: true, texts, choices: answerChoices(work, order) });
}

/** The words as the other side reads them. What had to go is written down for staff, who are called. */
function passOn(work: Work, order: Order, by: By, text: string): string {
  const isRelayed = flowOf(work.catalogue, order).dispatch.contact === "relay";
  const passed = isRelayed ? withoutContacts(text) : withoutIdentity(text);
  if (isRelayed && mayHideNumber(passed)) wantPerson(work, "partner", false, order.ref);
  if (passed === text) return text;
  changeOrder(work, maskedOrder(order, by, work.at, passed));
  if (isRelayed) wantPerson(work, "partner", false, order.ref);
  return passed;
}
