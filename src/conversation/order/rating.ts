/** After `done` the customer is asked once how it was. A low mark opens a complaint; who does not answer hears no more of it. */

import { type OrderRef, orderNumberOf, orderRefOf } from "../../domain/ids.ts";
import type { Choice } from "../../domain/message.ts";
import type { Open } from "../../domain/open-question.ts";
import type { Order } from "../../domain/order.ts";
import { cutTo, isolate } from "../../language/format.ts";
import {
  isLow,
  isTooLateToAsk,
  type Mark,
  marks,
  mayBeRated,
  rateInWords,
  rateOrder,
  ratingAsked,
  ratingLater,
  ratingLetGo,
} from "../../orders/rating.ts";
import { complainByMark } from "../complaint/complaint.ts";
import { addWords } from "../complaint/complaint-answer.ts";
import { toldIn } from "../complaint/complaint-open.ts";
import { promiseAnswer, wantPerson } from "../person/person.ts";
import { choiceValue, sayText, sentenceChoices } from "../show/render.ts";
import { aboutOrder } from "../show/show.ts";
import { holdsSecret } from "../staff/staff-rights.ts";
import { isMuted } from "../wake.ts";
import { addLine, addNews, askAs, changeOrder, type Work } from "../work.ts";
import { orderInEvent } from "./cancel.ts";
import { canTell } from "./news.ts";
import { wordsBesideMark } from "./read-rating.ts";

export type RatingOpen = Extract<Open, { type: "rate_order" | "rate_words" }>;

/** What is kept of a customer's words. */
const longestWords = 500;

/** Asks, unless the customer must not or can't be asked now: then later, or never. */
export function askRating(work: Work, order: Order): void {
  const { before, at } = work;
  // Whoever complains of it has said how it was.
  const complains = work.complaints.some(({ of }) => of === order.ref);
  const never = complains || !canTell(work) || before.optedOut !== undefined || before.goneAt !== undefined;
  if (never || isTooLateToAsk(order, at)) changeOrder(work, ratingLetGo(order, at));
  else if (work.person || work.open || work.active !== undefined || isMuted(work))
    changeOrder(work, ratingLater(order, at));
  else ask(work, order);
}

function ask(work: Work, order: Order): void {
  const { catalogue, language } = work;
  changeOrder(work, ratingAsked(order, work.at));
  work.questions += 1;
  const open = { type: "rate_order", ref: order.ref, token: `q${work.questions}` } as const;
  work.open = open;
  const about = aboutOrder(work, order);
  const text = sayText(catalogue, language, "rating.ask", { ref: isolate(order.ref), about });
  addNews(work, order.ref, text, { choices: ratingChoices(work, open) });
}

/** The marks. A press names its order too, so that it counts whenever it comes. */
export function ratingChoices(
  { catalogue, language }: Pick<Work, "catalogue" | "language">,
  { ref, token, type }: RatingOpen,
): readonly Choice[] {
  if (type === "rate_words") return [];
  return sentenceChoices(catalogue, language, "rating.ask", token).map(({ value, label }) => {
    const mark = value.slice(value.indexOf(":") + 1);
    return { value: choiceValue(token, `rate${mark}_${orderNumberOf(ref)}`), label };
  });
}

/** The order that a press rates, whatever question is open. */
export function ratedOrder(value: string): { readonly ref: OrderRef; readonly mark: Mark } | undefined {
  const [, given, number] = /:rate([1-5])_([1-9]\d{4,14})$/.exec(value) ?? [];
  const mark = marks.find((one) => String(one) === given);
  return mark && number !== undefined ? { ref: orderRefOf(Number(number)), mark } : undefined;
}

/** A press under the question, also under an old one. False where it is none such, or the order has its mark. */
export function pressesRating(work: Work, value: string): boolean {
  const pressed = ratedOrder(value);
  return pressed !== undefined && rate(work, pressed.ref, pressed.mark, "");
}

/** An answer in words: a mark, or nothing of it. */
export function answerRating(work: Work, open: RatingOpen, id: string): boolean {
  if (open.type === "rate_words") return id === "words" && keepWords(work, open);
  if (id === "no") {
    work.open = undefined;
    addLine(work, "rating.let_go");
    return true;
  }
  const mark = marks.find((one) => String(one) === id || id.startsWith(`rate${one}_`));
  return mark !== undefined && rate(work, open.ref, mark, wordsBesideMark(work.catalogue, textOf(work)));
}

function rate(work: Work, ref: OrderRef, mark: Mark, said: string): boolean {
  const order = orderInEvent(work, ref);
  if (!order || !mayBeRated(order)) return false;
  const words = kept(said);
  if (work.open?.type === "rate_order") work.open = undefined;
  changeOrder(work, rateOrder(order, mark, words, { type: "customer" }, work.at));
  work.about = ref;
  if (!isLow(mark)) {
    addLine(work, "rating.thanks", { mark });
    return true;
  }
  const complaint = complainByMark(work, order, words);
  wantPerson(work, "complaint", false, complaint?.ref ?? ref);
  if (complaint === undefined) addLine(work, "rating.sorry", { ref: isolate(ref), by: promiseAnswer(work) });
  else if (complaint.by !== undefined)
    addLine(work, "rating.sorry_complaint", {
      ...{ ref: isolate(ref), complaint: isolate(complaint.ref), by: complaint.by },
    });
  if (words === "" && !work.open && work.active === undefined && !isMuted(work))
    askWhat(work, ref, complaint?.ref);
  return true;
}

function askWhat(work: Work, ref: OrderRef, complaint: OrderRef | undefined): void {
  work.questions += 1;
  work.open = { type: "rate_words", ref, token: `q${work.questions}`, ...(complaint && { complaint }) };
  askAs(work, sayText(work.catalogue, work.language, "rating.what_was_wrong"), []);
}

/** What was wrong, in the customer's words. */
export function keepWords(
  work: Work,
  { ref, complaint }: Extract<Open, { readonly type: "rate_words" }>,
): boolean {
  const order = orderInEvent(work, ref);
  const words = kept(textOf(work));
  if (!order || words === "") return false;
  work.open = undefined;
  changeOrder(work, rateInWords(order, words, { type: "customer" }, work.at));
  const told = toldIn(work, words);
  const added = complaint && told && addWords(work, complaint, told);
  wantPerson(work, "complaint", false, complaint ?? ref);
  work.about = complaint ?? ref;
  if (added !== "told") addLine(work, "rating.words_kept");
  return true;
}

function kept(text: string): string {
  const words = cutTo(text.trim(), longestWords);
  return holdsSecret(words) ? "" : words;
}

function textOf({ said }: Work): string {
  return said && "text" in said.content ? (said.content.text ?? "") : "";
}
