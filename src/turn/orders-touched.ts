/** Which orders an event may touch: enough to change one, and nothing while a form is being filled. */
import { orderToRepeat } from "../conversation/form/again.ts";
import { orderPressIn } from "../conversation/order/order-offer.ts";
import { ratedOrder } from "../conversation/order/rating.ts";
import { soundsLikeCorrection } from "../conversation/reading/commands.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Event } from "../domain/event.ts";
import { type OrderRef, orderOfOffer, parseOfferId } from "../domain/ids.ts";
import type { Content } from "../domain/message.ts";
import type { Understanding } from "../domain/understanding.ts";
import { isClosed } from "../orders/status.ts";

/** The orders whose newest state this event needs: those it names, and all open ones of the chat when it may end or change one. */
export function ordersTouched(conversation: Conversation, event: Event): readonly OrderRef[] {
  if (event.type === "order_entered") return complaintsAbout(conversation, event.about);
  if (event.type !== "understood" && event.type !== "chose") return [];
  const refs = new Set<OrderRef>();
  const { open } = conversation;
  if (open && "ref" in open) refs.add(open.ref);
  const ofOffice = event.type === "chose" ? orderPressIn(event.value) : undefined;
  if (ofOffice) refs.add(ofOffice.ref);
  // Offers of theirs may be taken back.
  if (asksOfData(conversation, event)) addHeld(refs, conversation);
  if (open?.type === "which_order") for (const ref of open.refs) refs.add(ref);
  if (open && "complaint" in open && open.complaint) refs.add(open.complaint);
  // A press under an older list of prices.
  const pressed =
    event.type === "chose" ? parseOfferId(event.value.slice(event.value.indexOf(":") + 1)) : undefined;
  if (pressed) refs.add(orderOfOffer(pressed));
  const rated = event.type === "chose" ? ratedOrder(event.value) : undefined;
  if (rated) refs.add(rated.ref);
  if (event.type === "understood") {
    for (const understanding of event.reading.understandings) {
      if (understanding.type === "order_status")
        for (const { ref, choosing } of conversation.orders) if (choosing) refs.add(ref);
      if ("ref" in understanding && understanding.ref) refs.add(understanding.ref);
      const meant = understanding.type === "chosen" ? orderPressIn(understanding.id) : undefined;
      if (meant) refs.add(meant.ref);
      const like = understanding.type === "again" ? orderToRepeat(conversation, understanding) : undefined;
      if (like) refs.add(like);
      if (mayTouchAny(conversation, understanding, event.said.content)) addOpen(refs, conversation);
    }
  }
  addComplaints(refs, conversation, event);
  return refs.size === 0 ? [] : [...refs];
}

/** Complaints take more words, also by a mark of their order, or are taken back. */
function addComplaints(refs: Set<OrderRef>, { complaints = [] }: Conversation, event: Event): void {
  const isMeant =
    event.type === "understood" &&
    event.reading.understandings.some(
      ({ type }) => type === "complaint" || type === "cancel_order" || type === "cancel",
    );
  for (const { ref, of } of complaints) if (isMeant || (of && refs.has(of))) refs.add(ref);
}

/** What a program enters of an order that was complained about. */
function complaintsAbout(
  { complaints = [] }: Conversation,
  about: OrderRef | undefined,
): readonly OrderRef[] {
  return about === undefined ? [] : complaints.flatMap(({ ref, of }) => (of === about ? [ref] : []));
}

/** And those that a partner has done: it holds their data. */
function addHeld(refs: Set<OrderRef>, conversation: Conversation): void {
  addOpen(refs, conversation);
  for (const { ref, partner } of conversation.orders) if (partner) refs.add(ref);
}

/** Whether the customer may say what is to become of their data: then every order is needed by which a partner knows them, also one that the chat remembers no more. */
export function asksOfData({ open }: Conversation, event: Event): boolean {
  if (event.type !== "understood" && event.type !== "chose") return false;
  return open?.type === "delete_data" || (event.type === "understood" && takesConsentBack(event));
}

function takesConsentBack({ reading }: Extract<Event, { type: "understood" }>): boolean {
  return reading.understandings.some((one) => one.type === "privacy" && one.what === "withdraw");
}

/** Every order of the chat that is not over. */
function addOpen(refs: Set<OrderRef>, { orders }: Conversation): void {
  for (const { ref, status } of orders) if (!isClosed(status)) refs.add(ref);
}

/** While no form is open, values and corrections are meant for an order that is placed. */
function mayTouchAny(conversation: Conversation, { type }: Understanding, content: Content): boolean {
  if (conversation.orders.length === 0) return false;
  if (type === "cancel_order" || type === "cancel") return true;
  if (conversation.active !== undefined) return false;
  // «ابي اغير شي» that was not understood still asks what to change.
  if (type === "out_of_scope" || type === "unclear")
    return "text" in content && soundsLikeCorrection(content.text ?? "");
  return (
    type === "correct" ||
    type === "change" ||
    type === "answers" ||
    (type === "request" && content.type === "edit")
  );
}
