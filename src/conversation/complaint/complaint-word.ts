/**
 * What customers say of a complaint in words of their own, as the press that it would be: a no to our answer («لسه ما وصلني شي»), a courtesy under which
 * the question stays («شكرا»), or that a closed one is not over («ما انحلت»). Pure.
 */
import type { Conversation, OrderSummary } from "../../domain/conversation.ts";
import type { OrderRef } from "../../domain/ids.ts";
import type { Understanding } from "../../domain/understanding.ts";
import { readYesNo } from "../../language/replies/yes-no.ts";
import { isClosed } from "../../orders/status.ts";
import { type ComplaintFlow, isComplaintFlow } from "../flow/complaint-flow.ts";
import type { Catalogue } from "../flow/flow.ts";
import { flowOf, questionNamed } from "../flow/pinned.ts";
import { isOffer } from "../hearing/offers-open.ts";
import {
  isNoAlone,
  mayReply,
  replyTo,
  restOfReply,
  saidIn,
  saysNoTrouble,
  saysRemains,
  saysUnsettled,
} from "./complaint-reply.ts";

const dayMs = 86_400_000;

/** Before the question's own choices are looked for; undefined for words that are not of a complaint. */
export function readComplaintWord(
  catalogue: Catalogue,
  conversation: Conversation,
  text: string,
  at: number,
): Understanding | undefined {
  const { complaints = [] } = conversation;
  if (complaints.length === 0) return undefined;
  const asked = askedOf(conversation);
  if (asked !== undefined) return pressOf(asked, replyTo(text), at);
  const answered = complaints.find((one) => isAnsweredOne(catalogue, one));
  if (answered && isLastSaid(conversation, answered, at)) {
    const press = pressOf(answered.ref, saidInForm(catalogue, conversation, text), at);
    if (press) return press;
  }
  const said = saidIn(text);
  if (!mayReply(said)) return undefined;
  const meant = complaints.find((one) => isSaidOf(catalogue, conversation, one, said, at));
  return meant && pressOf(meant.ref, "no", at);
}

/**
 * Where no choice of the open question was named: what leaves it open, so that nothing else is made of it. «ما في مشكلة» of who has complained begins nothing,
 * also once nothing is asked any more.
 */
export function readBesideComplaint(
  conversation: Conversation,
  text: string,
  at: number,
): Understanding | undefined {
  const asked = askedOf(conversation);
  if (asked !== undefined) return pressOf(asked, restOfReply(text), at);
  const { complaints = [], open, active } = conversation;
  const isIdle = complaints.length > 0 && open === undefined && active === undefined;
  return isIdle && saysNoTrouble(text) ? { type: "thanks" } : undefined;
}

type Word = "yes" | "no" | "sure" | "unclear";

function pressOf(ref: OrderRef, word: Word | undefined, at: number): Understanding | undefined {
  return word && { type: "chosen", id: `complaint-${ref}-${at.toString(36)}:${word}` };
}

/** The complaint of which it is asked whether our answer settles it. */
function askedOf({ open }: Conversation): OrderRef | undefined {
  return open?.type === "about_order" && open.of === "complaint" ? open.ref : undefined;
}

/** Nothing was said since our answer, and no colleague is in the chat. */
function isLastSaid(
  { heardAt, spokeAt, person }: Conversation,
  { changedAt }: OrderSummary,
  at: number,
): boolean {
  return changedAt === spokeAt && heardAt <= spokeAt && (person === undefined || at >= person.mutedUntil);
}

/** The answer came last, with its question, beside a form: a yes or a no is said to that, where the form's own question has neither. */
function saidInForm(catalogue: Catalogue, conversation: Conversation, text: string): Word | undefined {
  const word = replyTo(text) ?? (readYesNo(text) === "yes" ? "yes" : undefined);
  if (word === "sure") return undefined;
  const isPlain = word === "yes" || isNoAlone(text);
  return isPlain && takesYesNo(catalogue, conversation) ? undefined : word;
}

function takesYesNo(catalogue: Catalogue, { open, drafts }: Conversation): boolean {
  if (open === undefined) return false;
  if (open.type !== "field") return true;
  const draft = drafts.find(({ id }) => id === open.draft);
  const question = draft && questionNamed(flowOf(catalogue, draft), open.field);
  return question === undefined || question.later || ["yes_no", "choice"].includes(question.type);
}

/** «ما انحلت» is of the trouble itself, whatever else is open; «ما وصلني شي» only where it can be about nothing else. */
function isSaidOf(
  catalogue: Catalogue,
  conversation: Conversation,
  one: OrderSummary,
  said: string,
  at: number,
): boolean {
  if (!isAnsweredOne(catalogue, one) && !mayOpen(catalogue, one, at)) return false;
  if (saysUnsettled(said)) return true;
  // Who was content themselves would say which trouble is back.
  return one.settledBy !== "customer" && isFree(conversation, one) && saysRemains(said);
}

/** Nothing else is under way that such words could be about. The order that it complains of is nothing else. */
function isFree({ open, active, orders }: Conversation, { of }: OrderSummary): boolean {
  const waits = open !== undefined && !isOffer(open);
  return !waits && active === undefined && orders.every(({ ref, status }) => ref === of || isClosed(status));
}

function rulesOf(catalogue: Catalogue, one: OrderSummary): ComplaintFlow["complaint"] | undefined {
  const flow = flowOf(catalogue, one);
  return isComplaintFlow(flow) ? flow.complaint : undefined;
}

function isAnsweredOne(catalogue: Catalogue, one: OrderSummary): boolean {
  return one.stage !== undefined && one.stage === rulesOf(catalogue, one)?.answered;
}

/** Closed, and so lately that the customer's word opens it again. */
function mayOpen(catalogue: Catalogue, one: OrderSummary, at: number): boolean {
  const days = rulesOf(catalogue, one)?.reopen_days ?? 0;
  return one.status === "done" && one.reopened !== true && at - one.changedAt <= days * dayMs;
}
