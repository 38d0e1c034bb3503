/**
 * Messages that a customer does not ask for: reminders, an order's news, whatever staff or timers begin. They can be stopped in each chat
 * for itself, at any time, and come again when the customer says so. Answers to what the customer writes always go.
 */
import type { Conversation } from "../../domain/conversation.ts";
import type { MessageChoice } from "../../domain/message-choice.ts";
import type { Open } from "../../domain/open-question.ts";
import type { Understanding } from "../../domain/understanding.ts";
import { isClosed } from "../../orders/status.ts";
import { askDecision } from "../hearing/decisions.ts";
import { addLine, type Work } from "../work.ts";

/** For so long after the customer's own words a colleague's are an answer to them. */
const answersForMs = 24 * 3_600_000;

/** Whether words of staff are an answer here, or allowed anyway: the customer has written since the messages were stopped, and lately. */
export function mayWrite(
  { optedOut, heardAt }: Pick<Conversation, "optedOut" | "heardAt">,
  at: number,
): boolean {
  return optedOut === undefined || (heardAt > optedOut.at && at - heardAt < answersForMs);
}

type MessageWish = Extract<Understanding, { type: "messages" }>;

/** «إيقاف الرسائل», «تفعيل الرسائل»: recorded with its time and words, and confirmed with the way back; asked about where it is not sure. */
export function hearMessageWish(work: Work, { wanted, unsure }: MessageWish, text: string): void {
  const choice: MessageChoice = { at: work.at, messageId: work.said?.id ?? "", text };
  if (wanted) start(work, choice);
  else if (unsure && !work.optedOut) ask(work, choice);
  else stop(work, choice);
}

function start(work: Work, choice: MessageChoice): void {
  work.aside = true;
  addLine(work, work.optedOut ? "messages.started" : "messages.on_already");
  if (work.optedOut) work.cameBack = choice;
  work.optedOut = undefined;
}

function stop(work: Work, choice: MessageChoice): void {
  work.aside = true;
  // Offers are what the customer has just declined; a form, and a question about an order, stay.
  if (isOffer(work.open)) work.open = undefined;
  const orders = openOrders(work);
  if (work.optedOut) addLine(work, "messages.stopped_already");
  else if (orders > 0) addLine(work, "messages.stopped_orders", { orders });
  else addLine(work, "messages.stopped");
  work.optedOut ??= choice;
}

function ask(work: Work, wish: MessageChoice): void {
  const { open } = work;
  const before = open?.type === "stop_messages" ? open.before : isOffer(open) ? undefined : open;
  askDecision(work, { type: "stop_messages", wish, ...(before && { before }) });
}

type Asked = Extract<Open, { type: "stop_messages" }>;

/** Yes, they are to end: with the words that asked for it. */
export function stopMessages(work: Work, { wish, before }: Asked): void {
  work.open = before;
  stop(work, { ...wish, at: work.at });
}

/** No: something else was meant, an order perhaps. */
export function keepMessages(work: Work, { before }: Asked): void {
  work.open = before;
  work.aside = true;
  addLine(work, openOrders(work) > 0 ? "messages.kept_orders" : "messages.kept");
}

const openOrders = ({ orders }: Work): number => orders.filter(({ status }) => !isClosed(status)).length;

const isOffer = (open: Open | undefined): boolean =>
  open?.type === "which_service" || open?.type === "begin_service" || open?.type === "offer_person";
