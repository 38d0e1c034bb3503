/** The question whether our answer settles the complaint, once more: where the customer asks how it stands, or says yes to an older answer. */

import type { OutcomeName } from "../../domain/complaint.ts";
import type { OrderSummary } from "../../domain/conversation.ts";
import type { OrderRef } from "../../domain/ids.ts";
import type { Order } from "../../domain/order.ts";
import { isolate } from "../../language/format.ts";
import { isComplaintFlow } from "../flow/complaint-flow.ts";
import { flowOf } from "../flow/pinned.ts";
import type { SentenceName } from "../flow/sentences.ts";
import { isOffer } from "../hearing/offers-open.ts";
import { orderInEvent } from "../order/cancel.ts";
import { ordersOfCase } from "../person/case.ts";
import { staffBy, staffMoment, wantPerson } from "../person/person.ts";
import { sayText, sentenceChoices } from "../show/render.ts";
import { showMoment } from "../show/show.ts";
import { activeDraft, addLine, askAs, type Work } from "../work.ts";
import { markUnread } from "./complaint-unread.ts";

const answeredAs = {
  apology: "complaint.answered_apology",
  redo: "complaint.answered_redo",
  refund: "complaint.answered_refund",
  other: "complaint.answered_other",
  not_upheld: "complaint.answered_not_upheld",
} as const satisfies Readonly<Record<OutcomeName, SentenceName>>;

/** What a colleague decided, in the colleague's words. */
export function answerText(
  { catalogue, language }: Work,
  ref: OrderRef,
  { what, words }: { readonly what: OutcomeName; readonly words: string },
): string {
  return sayText(catalogue, language, answeredAs[what], { ref: isolate(ref), words });
}

/** Tells which question is meant: one that is asked after the last answer is about that one. Letters and digits. */
export const keyAt = (at: number): string => at.toString(36);

/** Whether this question stood under the answer that counts now. */
export function isOfAnswer(key: string, { complaint }: Order): boolean {
  return Number.parseInt(key, 36) >= (complaint?.outcome?.at ?? 0);
}

/** What the answer is by now, and the question. */
export function tellAnswer(work: Work, order: Order): void {
  const outcome = order.complaint?.outcome;
  if (outcome) work.parts.push(answerText(work, order.ref, outcome));
  askSettled(work, order.ref);
}

/** «شكرا», «ما في مشكلة», «لا أدري»: neither a yes nor a no. What may have been a no is not forgotten by silence. */
export function askToBeSure(work: Work, { ref }: Order, word: "sure" | "unclear"): void {
  if (word === "unclear") markUnread(work);
  addLine(work, "complaint.sure");
  askSettled(work, ref);
}

/** Under words that nobody could read the question comes once more, while it is the one that is open. */
export function repeatSettled(work: Work): void {
  const { open, question } = work;
  if (open?.type === "about_order" && open.of === "complaint" && question === undefined)
    askSettled(work, open.ref);
}

/** Whoever asks how an answered complaint stands is asked whether that settles it; who asks again needs a person. */
export function askWhetherSettled(work: Work, complaint: Order | OrderSummary): void {
  const flow = flowOf(work.catalogue, complaint);
  const stage = "state" in complaint ? undefined : complaint.stage;
  if (!isComplaintFlow(flow) || stage !== flow.complaint.answered) return;
  const { open } = work;
  const { ref } = complaint;
  if (open?.type === "about_order" && open.ref === ref && open.again) tellAgain(work, ref);
  askSettled(work, ref);
}

/** The answer itself instead of that it was sent, and who is called for, by when. */
function tellAgain(work: Work, ref: OrderRef): void {
  const { person } = work;
  const isCalled = person?.reason === "complaint" && ordersOfCase(person).includes(ref);
  const outcome = orderInEvent(work, ref)?.complaint?.outcome;
  if (outcome) work.parts.splice(-1, 1, answerText(work, ref, outcome));
  const promised = staffMoment({ ...work, at: isCalled ? person.since : work.at });
  const { at, catalogue, language } = work;
  const by = promised > at ? showMoment(promised, at, catalogue.zone, language) : staffBy(work);
  if (!isCalled) wantPerson(work, "complaint", false, ref);
  addLine(work, "complaint.asked_again", { ref: isolate(ref), by });
}

/** Not beside another question, which would be answered with it. */
function askSettled(work: Work, ref: OrderRef): void {
  const { catalogue, language, open } = work;
  if (activeDraft(work) || (open && !isOffer(open))) return;
  const text = sayText(catalogue, language, "complaint.ask");
  const token = `complaint-${ref}-${keyAt(work.at)}`;
  work.questions += 1;
  work.open = { type: "about_order", of: "complaint", ref, text, token, again: true };
  askAs(work, text, sentenceChoices(catalogue, language, "complaint.ask", token));
}
