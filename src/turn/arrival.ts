/**
 * From a delivery to the event that `step` understands: clean, read by the rules that come first, and only then classified.
 * Nothing secret passes this file in a form that could be stored.
 */

import { isWithholding } from "../conversation/consent/withhold.ts";
import type { Catalogue } from "../conversation/flow/flow.ts";
import { orderToRepeat } from "../conversation/form/again.ts";
import { orderPressIn } from "../conversation/order/order-offer.ts";
import { ratedOrder } from "../conversation/order/rating.ts";
import { soundsLikeCorrection } from "../conversation/reading/commands.ts";
import { readBeforeClassifier } from "../conversation/reading/read.ts";
import { readAroundSecret } from "../conversation/reading/read-around-secret.ts";
import { readForWaiting } from "../conversation/reading/reading-context.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Event, HeldSaying, Said, SecretKind } from "../domain/event.ts";
import { type OrderRef, orderOfOffer, parseOfferId } from "../domain/ids.ts";
import type { Content, Inbound } from "../domain/message.ts";
import type { Reading, ReadingContext, Understanding } from "../domain/understanding.ts";
import { findSecrets, redact } from "../language/guarded/secrets.ts";
import { isClosed } from "../orders/status.ts";
import type { Asked, AskedMedia, InlineClassifier } from "../understand/classifier.ts";
import { chatOf, senseOf, withLimits } from "./asked.ts";
import type { Held } from "./held.ts";
import { besideSecret, captioned, heldBy, understood, withheldThing } from "./withheld.ts";

/** Longest text that is kept of one message, UTF-16 units: what the most generous platform delivers. */
const maxTextLength = 65_536;

/** Control characters that no database, log or page should ever meet; line feed and tab stay. */
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/**
 * Text as it may be stored: well-formed UTF-16, without NUL and other controls, bounded.
 * @param most UTF-16 units; cut before it is mended, since a cut can tear a pair
 */
export function cleanText(text: string, most: number = maxTextLength): string {
  return text.slice(0, most).toWellFormed().replace(controls, "");
}

/** A delivery as it may be stored. An empty text is something that gets a declared answer, not nothing. */
export function cleanContent(content: Content): Content {
  switch (content.type) {
    case "text":
    case "edit": {
      const text = cleanText(content.text);
      if (text.trim() === "") return { type: "unsupported", what: "empty" };
      return content.type === "text"
        ? { ...content, text }
        : { ...content, text, of: cleanText(content.of, 200) };
    }
    case "contact":
      return { ...content, name: cleanText(content.name, 200), phone: cleanText(content.phone, 40) };
    case "location":
      return content.label === undefined ? content : { ...content, label: cleanText(content.label, 500) };
    case "photo":
    case "document":
    case "voice": {
      const named = { ...content, name: cleanText(content.name, 255) };
      return content.caption === undefined ? named : { ...named, caption: cleanText(content.caption) };
    }
    case "choice":
      return { ...content, value: cleanText(content.value, 200) };
    case "reaction":
      return { ...content, emoji: cleanText(content.emoji, 40) };
    case "by_staff":
      return { ...content, text: cleanText(content.text) };
    case "unsupported":
      return content;
    default:
      return content satisfies never;
  }
}

type WithoutSecrets = { readonly content: Content; readonly kinds: readonly SecretKind[] };

/** The content with every secret cut out, wherever a customer's words stand in it, and what kinds there were. */
export function withoutSecrets(content: Content): WithoutSecrets {
  const kinds: SecretKind[] = [];
  const cut = (words: string): string => {
    const found = findSecrets(words, { askedForCode: false });
    kinds.push(...found.map(({ value }) => value));
    return found.length === 0 ? words : redact(words, found);
  };
  const clean: { -readonly [Key in "text" | "caption" | "label" | "name"]?: string } = {};
  if ("text" in content && content.text !== undefined) clean.text = cut(content.text);
  if ("caption" in content && content.caption !== undefined) clean.caption = cut(content.caption);
  if ("label" in content && content.label !== undefined) clean.label = cut(content.label);
  if (content.type === "contact") clean.name = cut(content.name);
  return { content: kinds.length === 0 ? content : { ...content, ...clean }, kinds };
}

/**
 * What may be kept of a message whose turn failed: no secret, and nothing that waits for a consent. Where reading it is what fails, it is
 * kept for the person who is called.
 */
export function keptOfFailed(
  reader: ArrivalReader,
  conversation: Conversation,
  inbound: Inbound,
  receivedAt: number,
): Content {
  if (isWithholding(conversation)) return { type: "unsupported", what: "withheld" };
  try {
    const arrival = readArrival(reader, conversation, inbound, receivedAt);
    if (arrival.type === "event") return arrival.content;
  } catch {
    // The failure has been logged by whoever asks.
  }
  return withoutSecrets(inbound.content).content;
}

export type Arrival =
  /** `content`: as it may be stored. `holds`: what was taken out of it until the customer agrees, for memory alone. */
  | {
      readonly type: "event";
      readonly event: Event;
      readonly content: Content;
      readonly holds?: HeldSaying;
    }
  /** Only a classifier that is far away can tell: `first` is the inline reading. */
  | ({ readonly type: "ask" } & Asked)
  /** A voice note or picture that a far reader may make words of, before anything is understood. */
  | ({ readonly type: "sense" } & AskedMedia);

/** What is read as words: written, or heard in a voice note. */
export type Worded =
  | Extract<Content, { readonly type: "text" | "edit" }>
  | (Extract<Content, { readonly type: "voice" }> & { readonly text: string });

export type ArrivalReader = {
  readonly catalogue: () => Catalogue;
  readonly inline: InlineClassifier;
  readonly held: Pick<Held, "of">;
  /** Should a far classifier see what the rules did not settle? Undefined where there is none. */
  readonly defers: ((asked: Asked) => boolean) | undefined;
  /** Should a far reader hear or see it first? Undefined where there is none. */
  readonly senses: ((asked: AskedMedia) => boolean) | undefined;
};

/**
 * Reads one delivery against the state of its chat.
 * @param inbound already cleaned, its `at` not later than `receivedAt`
 */
export function readArrival(
  reader: ArrivalReader,
  conversation: Conversation,
  inbound: Inbound,
  receivedAt: number,
): Arrival {
  const { content } = inbound;
  const said: Said = { id: inbound.id, seq: conversation.lastSeq + 1, at: inbound.at, content };
  switch (content.type) {
    case "choice": {
      const held = heldBy(reader.held, conversation, receivedAt);
      const event: Event = { type: "chose", at: receivedAt, said, value: content.value, ...held };
      return { type: "event", content, event };
    }
    case "text":
    case "edit":
      return readWords(reader, conversation, said, content, receivedAt);
    case "location":
    case "contact":
      if (isWithholding(conversation)) return withheldThing(said, receivedAt);
      return readThing(said, content, receivedAt);
    case "reaction":
    case "unsupported":
      return { type: "event", content, event: { type: "sent_media", at: receivedAt, said } };
    case "by_staff": {
      const kept = withoutSecrets(content).content;
      const event: Event = { type: "staff_wrote", at: receivedAt, said: { ...said, content: kept } };
      return { type: "event", content: kept, event };
    }
    case "photo":
    case "document":
    case "voice":
      if (isWithholding(conversation)) return withheldThing(said, receivedAt);
      if (content.type === "voice" && content.text !== undefined)
        return readWords(reader, conversation, said, { ...content, text: content.text }, receivedAt);
      return (
        captioned(reader, conversation, said, content.caption ?? "", receivedAt) ??
        senseOf(reader, conversation, content) ??
        readThing(said, withLimits(reader, content), receivedAt)
      );
    default:
      return content satisfies never;
  }
}

/** A secret under a picture, or in the name of a contact, is one too. */
function readThing(said: Said, came: Content, receivedAt: number): Arrival {
  const { content, kinds } = withoutSecrets(came);
  const about = { at: receivedAt, said: { ...said, content } };
  const event: Event =
    kinds.length === 0 ? { type: "sent_media", ...about } : { type: "sent_secret", ...about, kinds };
  return { type: "event", content, event };
}

function readWords(
  reader: ArrivalReader,
  conversation: Conversation,
  said: Said,
  content: Worded,
  receivedAt: number,
): Arrival {
  const first = readBeforeClassifier(reader.catalogue(), conversation, content.text, said.at);
  if (first.type === "secret") {
    const redacted: Content = { ...content, text: first.redacted };
    const reading = readAroundSecret(reader.catalogue(), conversation, first.redacted, said.at, (context) =>
      reader.inline.read(first.redacted, context),
    );
    return besideSecret(reader, conversation, { ...said, content: redacted }, receivedAt, {
      kinds: first.kinds,
      text: first.redacted,
      reading,
    });
  }
  if (first.type === "settled")
    return understood(reader, conversation, said, content, first.reading, receivedAt);
  const read = (context: ReadingContext): Reading => reader.inline.read(content.text, context);
  const reading = readForWaiting(reader.catalogue(), conversation, said.at, {
    text: content.text,
    reading: read(first.context),
    read,
  });
  const here = understood(reader, conversation, said, content, reading, receivedAt);
  // What must not be kept before a consent is nobody else's to read.
  if (here.type === "event" && here.holds) return here;
  // The inline classifier's own rules settle a message as the exact commands do.
  if (reader.defers && reading.by !== "exact") {
    const asked: Asked = {
      text: content.text,
      context: first.context,
      first: reading,
      chat: chatOf(conversation),
    };
    if (reader.defers(asked)) return { type: "ask", ...asked };
  }
  return here;
}

/** The orders whose newest state this event needs: those it names, and all open ones of the chat when it may end or change one. */
export function ordersTouched(conversation: Conversation, event: Event): readonly OrderRef[] {
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
