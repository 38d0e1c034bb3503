/**
 * From a delivery to the event that `step` understands: clean, read by the rules that come first, and only then classified.
 * Nothing secret passes this file in a form that could be stored.
 */

import { isWithholding } from "../conversation/consent/withhold.ts";
import type { Catalogue } from "../conversation/flow/flow.ts";
import { readBeforeClassifier } from "../conversation/reading/read.ts";
import { readAroundSecret } from "../conversation/reading/read-around-secret.ts";
import { readForWaiting } from "../conversation/reading/reading-context.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Event, SecretKind } from "../domain/event.ts";
import type { Content, Inbound } from "../domain/message.ts";
import type { HeldSaying, Said } from "../domain/said.ts";
import type { Reading, ReadingContext } from "../domain/understanding.ts";
import { findSecrets, redact } from "../language/guarded/secrets.ts";
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
