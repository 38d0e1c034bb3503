/** Questions that are no field of a form: which service, which order, sure?, the same or another? What they say, and their repeat. */

import type { FoundDoor } from "../../domain/doors.ts";
import type { OrderRef } from "../../domain/ids.ts";
import type { Choice } from "../../domain/message.ts";
import type { Open } from "../../domain/open-question.ts";
import { formatMoney, isolate } from "../../language/format.ts";
import type { Flow, Question } from "../flow/flow.ts";
import { flowOf, questionNamed } from "../flow/pinned.ts";
import type { SentenceName } from "../flow/sentences.ts";
import { variantOf } from "../flow/variant.ts";
import { askedAs } from "../order/order-offer.ts";
import { ratingChoices } from "../order/rating.ts";
import { priceChoices, pricesAgain } from "../price/price-words.ts";
import { askText, dayChoices, fieldChoices } from "../show/field-question.ts";
import { choiceValue, sayText, sentenceChoices } from "../show/render.ts";
import { aboutIn, showChannel, showNamed } from "../show/show.ts";
import { showWords } from "../show/show-value.ts";
import { askAs, openQuestion, type Work } from "../work.ts";
import { menuChoices } from "./menu.ts";

export type Decision = Exclude<Open, { type: "field" } | { type: "read_back" }>;

/** Distributes over the union, so that each kind keeps its own facts. */
type WithoutToken<T> = T extends { token: string } ? Omit<T, "token"> : never;

/** Opens a decision and says it. */
export function askDecision(work: Work, decision: WithoutToken<Decision>): void {
  openQuestion(work, (token) => {
    const open: Decision = { ...decision, token };
    return { open, text: decisionText(work, open), choices: decisionChoices(work, open) };
  });
}

/** Says an open decision once more. False when no decision is open. */
export function repeatDecision(work: Work): boolean {
  // Whoever speaks of something else did not mean it: what stood there before stands again.
  if (work.open?.type === "stop_messages") work.open = work.open.before;
  const { open } = work;
  if (!open || open.type === "field" || open.type === "read_back") return false;
  // The menu and a person are offers, not questions that wait: other things may be answered without them.
  if (
    open.type === "offer_person" ||
    open.type === "join_doors" ||
    open.type === "begin_service" ||
    open.type === "about_order" ||
    open.type === "rate_order" ||
    open.type === "rate_words" ||
    open.type === "pass_on" ||
    // A complaint stands without its order.
    (open.type === "which_order" && open.purpose === "complain") ||
    (open.type === "which_service" && open.text === "")
  )
    return false;
  // Whoever has just read what is agreed to needs the question alone.
  const text =
    open.type === "consent" ? (open.text.split("\n").at(-1) ?? open.text) : decisionText(work, open);
  askAs(work, text, decisionChoices(work, open));
  return true;
}

/** What a decision asks. */
export function decisionText(work: Work, open: Decision): string {
  const { catalogue, language } = work;
  const say = (name: SentenceName, variables?: Record<string, string>): string =>
    sayText(catalogue, language, name, variables);
  switch (open.type) {
    case "which_service":
      return whichServiceText(work, open.candidates, open.text);
    case "begin_service":
      return say("side_questions.begin", { title: beginTitle(work, open) });
    case "change_what":
      return say("read_back.change_what");
    case "same_or_another":
      return say("same_or_another.ask", { ref: isolate(open.ref), about: aboutOrder(work, open.ref) });
    case "cancel_draft":
      return say("cancel.draft_sure", { title: draftTitle(work, open.draft) });
    case "cancel_order":
      if (open.fee !== undefined)
        return say("cancel.order_sure_fee", {
          ...{ ref: isolate(open.ref), about: aboutOrder(work, open.ref) },
          fee: formatMoney({ amountMinor: open.fee, currency: "SAR" }, language),
        });
      return say("cancel.order_sure", { ref: isolate(open.ref), about: aboutOrder(work, open.ref) });
    case "approve_price":
    case "about_order":
      return open.text;
    case "choose_price":
      return pricesAgain(work, open);
    case "rate_order":
    case "rate_words":
      return say("rating.what_was_wrong");
    case "which_order":
      return say(whichAsked[open.purpose]);
    case "pass_on":
      return whetherText(work, open);
    case "amend_what":
      return say("correct.amend_what", { ref: isolate(open.ref) });
    case "amend_field": {
      const question = orderQuestion(work, open.ref, open.field);
      return question ? askText(work, question) : "";
    }
    case "amend_order":
      return say("correct.amend_sure", { ref: isolate(open.ref), what: amendment(work, open) });
    case "offer_person":
      return say("not_understood.offer_person");
    case "consent":
      return open.text;
    case "delete_data":
      return say("data.delete_sure");
    case "stop_messages":
      return say("messages.ask");
    case "join_doors":
      return joinText(work, open.found);
    default:
      return open satisfies never;
  }
}

/** By a phone both chats are known to be of one number; a code says only that somebody who has it wants them joined. */
function joinText({ catalogue, language }: Work, { proof, channel }: FoundDoor): string {
  const name = proof.type === "phone" ? "doors.found" : "doors.found_by_code";
  return sayText(catalogue, language, name, { channel: showChannel(catalogue, channel, language) });
}

function beginTitle(
  { catalogue, language }: Work,
  open: Extract<Decision, { type: "begin_service" }>,
): string {
  const flow = catalogue.flows.get(open.service);
  return flow ? (variantOf(flow, open.fields)?.label ?? flow.title)[language] : open.service;
}

/** The flow of an order that this chat remembers. */
function flowOfOrder(work: Pick<Work, "catalogue" | "orders">, ref: OrderRef): Flow | undefined {
  const summary = work.orders.find((order) => order.ref === ref);
  return summary && flowOf(work.catalogue, summary);
}

/** What can be changed in an order that is placed: what was asked for it, and the hour that it may have. */
export const isAmendable = ({ ask, type }: Question): boolean => ask !== undefined || type === "time";

/** A question of an order that is placed: it must be answered, not put off. */
export function orderQuestion(
  work: Pick<Work, "catalogue" | "orders">,
  ref: OrderRef,
  field: string,
): Question | undefined {
  const flow = flowOfOrder(work, ref);
  const question = flow && questionNamed(flow, field);
  return question?.later ? { ...question, later: false } : question;
}

function amendment(work: Work, { ref, fields }: Extract<Decision, { type: "amend_order" }>): string {
  const flow = flowOfOrder(work, ref);
  return flow ? showNamed(work.catalogue, flow, fields, Object.keys(fields), work.language) : "";
}

/** Without an unclear message before it (`text` is empty) it is the menu; with a single candidate it asks for that one. */
function whichServiceText(work: Work, candidates: readonly string[], text: string): string {
  const { catalogue, language } = work;
  const [only, other] = candidates;
  if (text === "") return sayText(catalogue, language, "not_understood.menu");
  if (only === undefined || other !== undefined) return sayText(catalogue, language, "clarify.which_service");
  const title = catalogue.flows.get(only)?.title[language] ?? only;
  return sayText(catalogue, language, "clarify.did_you_mean", { title });
}

/** The choices under a decision, in the order in which typed numbers name them. */
export function decisionChoices(
  work: Pick<Work, "catalogue" | "language" | "orders" | "drafts">,
  open: Decision,
): readonly Choice[] {
  const { catalogue, language } = work;
  switch (open.type) {
    case "which_service":
      return open.text !== "" && open.candidates.length === 1
        ? sentenceChoices(catalogue, language, "clarify.did_you_mean", open.token)
        : menuChoices(work, open);
    case "begin_service":
      return sentenceChoices(catalogue, language, "side_questions.begin", open.token);
    case "change_what":
      return changeable(work, open.draft)
        .filter(({ name }) => open.among === undefined || open.among[name])
        .map(({ name, label }) => ({ value: choiceValue(open.token, name), label: label[language] }));
    case "same_or_another":
      return sentenceChoices(catalogue, language, "same_or_another.ask", open.token);
    case "cancel_draft":
      return sentenceChoices(catalogue, language, "cancel.draft_sure", open.token);
    case "cancel_order":
      return sentenceChoices(catalogue, language, "cancel.order_sure", open.token);
    case "approve_price":
      return sentenceChoices(catalogue, language, "price.ask", open.token);
    case "about_order":
      return sentenceChoices(catalogue, language, askedAs[open.of], open.token);
    case "choose_price":
      return priceChoices(work, open);
    case "rate_order":
    case "rate_words":
      return ratingChoices(work, open);
    case "which_order":
      return orderChoices(work, open);
    case "pass_on":
      return sentenceChoices(catalogue, language, "relay.whether", open.token);
    case "amend_what":
      return (flowOfOrder(work, open.ref)?.questions ?? [])
        .filter(isAmendable)
        .map(({ name, label }) => ({ value: choiceValue(open.token, name), label: label[language] }));
    case "amend_field": {
      if (open.days) return dayChoices(work, open.days, open.token);
      const question = orderQuestion(work, open.ref, open.field);
      return question ? fieldChoices(work, question, open.token) : [];
    }
    case "amend_order":
      return sentenceChoices(catalogue, language, "correct.amend_sure", open.token);
    case "offer_person":
      return sentenceChoices(catalogue, language, "not_understood.offer_person", open.token);
    case "consent":
      return sentenceChoices(catalogue, language, "consent.ask", open.token);
    case "delete_data":
      return sentenceChoices(catalogue, language, "data.delete_sure", open.token);
    case "stop_messages":
      return sentenceChoices(catalogue, language, "messages.ask", open.token);
    case "join_doors":
      return sentenceChoices(catalogue, language, "doors.found", open.token);
    default:
      return open satisfies never;
  }
}

/** The words in the question: whoever has written several reads which of them are meant. */
function whetherText(
  { catalogue, language, orders }: Work,
  { refs, text }: Extract<Decision, { type: "pass_on" }>,
): string {
  const words = { text: showWords(text, 120) };
  const [ref, another] = refs;
  const partner = orders.find((order) => order.ref === ref)?.partner;
  if (another !== undefined || !partner) return sayText(catalogue, language, "relay.whether_some", words);
  return sayText(catalogue, language, "relay.whether", { ...words, partner: isolate(partner[language]) });
}

const whichAsked = {
  status: "cancel.which",
  cancel: "cancel.which",
  write: "relay.which",
  complain: "complaint.which",
} as const satisfies Readonly<Record<Extract<Decision, { type: "which_order" }>["purpose"], SentenceName>>;

/** The orders; a complaint may be about none of them. */
function orderChoices(
  work: Pick<Work, "catalogue" | "language" | "orders">,
  { refs, purpose, token }: Extract<Decision, { type: "which_order" }>,
): readonly Choice[] {
  const { catalogue, language } = work;
  const choices = refs.map((ref) => ({
    value: choiceValue(token, ref),
    label: `${isolate(ref)} ${aboutOrder(work, ref)}`.trim(),
  }));
  if (purpose !== "complain") return choices;
  return [...choices, ...sentenceChoices(catalogue, language, "complaint.which", token)];
}

/** The questions of a form that hold a value which the customer can change; what a rule derives follows by itself. */
export function changeable(work: Pick<Work, "catalogue" | "drafts">, draftId: string) {
  const draft = work.drafts.find(({ id }) => id === draftId);
  if (!draft) return [];
  return flowOf(work.catalogue, draft).questions.filter(
    ({ name }) => draft.fields[name] && draft.fields[name]?.evidence.by !== "derived",
  );
}

function aboutOrder(work: Pick<Work, "orders" | "language">, ref: OrderRef): string {
  return aboutIn(work.orders.find((order) => order.ref === ref)?.about ?? "", work.language);
}

function draftTitle(work: Work, draftId: string): string {
  const draft = work.drafts.find(({ id }) => id === draftId);
  return draft ? flowOf(work.catalogue, draft).title[work.language] : "";
}
