/** What a customer's words for a partner are: whether the office has to hear them itself, and which of the customer's orders they can be of. Pure. */
import { isOffer } from "../conversation/offers-open.ts";
import { isOfOffice, toldWords } from "../conversation/partner/tell-them.ts";
import type { Conversation } from "../domain/conversation.ts";
import { type OrderRef, parseOrderRef } from "../domain/ids.ts";
import type { Content } from "../domain/message.ts";
import type { Reading, Understanding } from "../domain/understanding.ts";
import { findOrderRefs } from "../language/ids.ts";
import { isClosed } from "../orders/status.ts";

/** What only the office can do, also where it is the answer to a partner's message. */
const ofOffice: ReadonlySet<Understanding["type"]> = new Set([
  "cancel",
  "cancel_order",
  "complaint",
  "human_agent",
  "messages",
  "privacy",
]);

/**
 * A life in danger is no message to pass on, whoever it was written to. Without a word that says whom it is for, neither is what only the office
 * can do, nor a new value for an order.
 */
export function isForOffice({ understandings }: Reading, isLed: boolean): boolean {
  return understandings.some(
    (one) => one.type === "emergency" || (!isLed && (ofOffice.has(one.type) || isChange(one))),
  );
}

const isChange = (one: Understanding): boolean =>
  one.type === "correct" && Object.keys(one.fields).length > 0;

/** Whether words that somebody is to be told are the office's to hear nevertheless. @param reading what the office makes of them by themselves */
export function isToldToOffice(words: string, reading: Reading | undefined): boolean {
  if (isOfOffice(words)) return true;
  // «يتصل قبل ما يجي» alone would ask for a call of ours: here somebody else is to call.
  const others = reading?.understandings.filter(({ type }) => type !== "human_agent") ?? [];
  return (
    reading !== undefined &&
    (isForOffice({ ...reading, understandings: others }, false) || asksOfOrder(reading))
  );
}

const asksOfOrder = ({ understandings }: Reading): boolean =>
  understandings.some(({ type }) => type === "order_status");

/** The open orders that partners carry out: the one that the words name, or all that they can be of. */
export function ordersMeant({ orders }: Conversation, text: string): readonly OrderRef[] {
  const held = orders.filter(({ partner, status }) => partner !== undefined && !isClosed(status));
  const named = new Set(findOrderRefs(text).map(({ value }) => value));
  const found = held.filter(({ ref }) => named.has(ref));
  return (found.length > 0 ? found : held).map(({ ref }) => ref);
}

/** The words that wait, and the orders that they can be of: the one that this answer names, or those of the question that it says yes to. */
export function orderChosen(
  { open }: Conversation,
  content: Content,
  reading: Reading | undefined,
): { readonly refs: readonly OrderRef[]; readonly text: string } | undefined {
  if (open?.type === "pass_on") {
    const yes = content.type === "choice" ? content.value === `${open.token}:yes` : saysYes(reading);
    return yes ? { refs: open.refs, text: open.text } : undefined;
  }
  if (open?.type !== "which_order" || open.purpose !== "write" || open.text === undefined) return undefined;
  const [only] = reading?.understandings ?? [];
  const chosen = only?.type === "chosen" ? only.id : undefined;
  const pressed = content.type === "choice" ? content.value : undefined;
  const ref = parseOrderRef(
    pressed?.startsWith(`${open.token}:`) ? pressed.slice(open.token.length + 1) : (chosen ?? ""),
  );
  return ref && open.refs.includes(ref) ? { refs: [ref], text: open.text } : undefined;
}

function saysYes(reading: Reading | undefined): boolean {
  const [only, another] = reading?.understandings ?? [];
  return another === undefined && only?.type === "chosen" && only.id === "yes";
}

/** Whether the next words may say of which order earlier ones are. */
export const asksOfWhich = ({ open }: Conversation): boolean =>
  open?.type === "pass_on" || (open?.type === "which_order" && open.purpose === "write");

/** What is to be told («قولوا للمندوب يتصل قبل ما يجي»): while a partner carries an order out, and no other question waits for these words. */
export function wordsToPassOn(conversation: Conversation, text: string): string | undefined {
  const { open, active } = conversation;
  const isFree = open === undefined || isOffer(open) || asksOfWhich(conversation);
  const isOpen = active === undefined && isFree && ordersMeant(conversation, text).length > 0;
  return isOpen ? toldWords(text) : undefined;
}
