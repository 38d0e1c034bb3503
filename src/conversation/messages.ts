/**
 * Messages that a customer does not ask for: reminders, an order's news, whatever staff or timers begin. They can be stopped in each chat
 * for itself, at any time, and come again when the customer says so. Answers to what the customer writes always go.
 */
import type { Conversation, MessageChoice } from "../domain/conversation.ts";
import { isClosed } from "../orders/status.ts";
import { addLine, type Work } from "./work.ts";

/** For so long after the customer's own words a colleague's are an answer to them. */
const answersForMs = 24 * 3_600_000;

/** Whether words of staff are an answer here, or allowed anyway: the customer has written since the messages were stopped, and lately. */
export function mayWrite(
  { optedOut, heardAt }: Pick<Conversation, "optedOut" | "heardAt">,
  at: number,
): boolean {
  return optedOut === undefined || (heardAt > optedOut.at && at - heardAt < answersForMs);
}

/** «إيقاف الرسائل», «تفعيل الرسائل»: recorded with its time and words, and confirmed with the way back. */
export function hearMessageWish(work: Work, wanted: boolean, text: string): void {
  work.aside = true;
  const choice: MessageChoice = { at: work.at, messageId: work.said?.id ?? "", text };
  if (wanted) {
    addLine(work, work.optedOut ? "messages.started" : "messages.on_already");
    if (work.optedOut) work.cameBack = choice;
    work.optedOut = undefined;
    return;
  }
  const goesOn = work.orders.some(({ status }) => !isClosed(status));
  if (work.optedOut) addLine(work, "messages.stopped_already");
  else addLine(work, goesOn ? "messages.stopped_orders" : "messages.stopped");
  work.optedOut ??= choice;
}
