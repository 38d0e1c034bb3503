/** What a customer's words for a partner are: whether the office has to hear them itself, and which of the customer's orders they can be of. Pure. */
import { isOffer } from "../conversation/hearing/offers-open.ts";
import { toPartnerWords } from "../conversation/partner/code.ts";
import {
  changesOrder,
  keepsOrder,
  type OfficeMatter,
  officeMatter,
  wantsOwn,
} from "../conversation/partner/office-matters.ts";
import { toldWords } from "../conversation/partner/tell-them.ts";
import type { Conversation } from "../domain/conversation.ts";
import { type OrderRef, parseOrderRef } from "../domain/ids.ts";
import type { Content } from "../domain/message.ts";
import type { Reading, Understanding } from "../domain/understanding.ts";
import { findOrderRefs } from "../language/people/ids.ts";
import { isClosed } from "../orders/status.ts";

/** What only the office can do. */
const ofOffice: ReadonlySet<Understanding["type"]> = new Set([
  "cancel",
  "cancel_order",
  "complaint",
  "human_agent",
  "messages",
  "privacy",
]);

/** A life in danger is no message to pass on, whoever it was written to. */
export const isEmergency = (reading: Reading | undefined): boolean =>
  reading?.understandings.some(({ type }) => type === "emergency") === true;

/** Who is to hear words that were meant for a partner: it, the office with what they mean to it, or whoever the customer says when asked. */
export type Hearer =
  | { readonly type: "partner" }
  | { readonly type: "office"; readonly reading: Reading }
  | { readonly type: "unsure" };

const partner: Hearer = { type: "partner" };

/** A guess below this chance of being right opens nothing, and asks nothing. */
const sureGuess = 0.9;

/**
 * Words that somebody is to be told, without what says so. The office hears what is clearly its own matter; what was only guessed to be one is asked
 * about, and all else is for the partner.
 * @param reading what the office makes of them by themselves
 */
export function hearerOfTold(words: string, reading: Reading | undefined): Hearer {
  const matter = officeMatter(words);
  if (matter) return { type: "office", reading: meaning(matter, reading) };
  if (!reading) return partner;
  const wants = wantsOwn(words);
  const isOwnWish = wants && reading.understandings.some(({ type }) => type === "request");
  if (isOwnWish || isCommand(reading)) return { type: "office", reading };
  const [first] = reading.understandings;
  const isGuessed =
    first !== undefined &&
    ofOffice.has(first.type) &&
    // «يتصل قبل ما يجي» alone would ask for a call of ours: here somebody else is to call.
    first.type !== "human_agent" &&
    reading.confidence >= sureGuess &&
    !keepsOrder(words);
  return wants || isGuessed ? { type: "unsure" } : partner;
}

/** An answer to a partner's message is the partner's, unless it is clearly the office's own matter, or a new value for an order. */
export function hearerOfAnswer(words: string, reading: Reading | undefined): Hearer {
  const matter = officeMatter(words);
  if (matter && matter !== "move") return { type: "office", reading: meaning(matter, reading) };
  const isOurs = reading !== undefined && (isCommand(reading) || reading.understandings.some(isChange));
  return isOurs ? { type: "office", reading } : partner;
}

const isCommand = ({ by, understandings }: Reading): boolean =>
  by === "exact" && understandings.some(({ type }) => ofOffice.has(type));

const isChange = (one: Understanding): boolean =>
  one.type === "correct" && Object.keys(one.fields).length > 0;

/** What the matter is to the office, whatever was guessed; a new day or address with the values that were read. */
function meaning(matter: OfficeMatter, reading: Reading | undefined): Reading {
  return { understandings: [understood(matter, reading?.understandings ?? [])], confidence: 1, by: "exact" };
}

function understood(matter: OfficeMatter, read: readonly Understanding[]): Understanding {
  if (matter === "privacy") return { type: matter, what: "delete" };
  if (matter !== "move") return { type: matter };
  const values = read.flatMap((one) =>
    one.type === "correct" || one.type === "answers" ? [one.fields] : [],
  );
  return { type: "correct", fields: Object.assign({}, ...values) };
}

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

/** Whether such words ask for something else than the order says, so that staff are to see them, too. */
export function asksForChange(text: string): boolean {
  const words = toldWords(text) ?? toPartnerWords(text) ?? text;
  return changesOrder(words) || officeMatter(words) === "move";
}
