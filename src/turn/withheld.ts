/**
 * The part of an arrival that has to do with consent: data of a protected kind is taken out before anything is stored, and what is held in
 * memory comes along with the message that may free it.
 */

import { concernsProtected, withhold } from "../conversation/consent/withhold.ts";
import { isEmergencyCall } from "../conversation/person/emergency.ts";
import { readBeforeClassifier } from "../conversation/reading/read.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Event, SecretKind } from "../domain/event.ts";
import type { DocumentId } from "../domain/ids.ts";
import type { Content } from "../domain/message.ts";
import { freesHeld } from "../domain/open-question.ts";
import type { HeldSaying, Said } from "../domain/said.ts";
import type { Reading, Understanding } from "../domain/understanding.ts";
import type { CommitTurn } from "../store/engine.ts";
import type { Arrival, ArrivalReader, Worded } from "./arrival.ts";
import type { Work } from "./work.ts";

/** A file, a pin or a card while the question is open: what it was is not kept. */
export function withheldThing(said: Said, receivedAt: number): Arrival {
  const content: Content = { type: "unsupported", what: "withheld" };
  return {
    type: "event",
    content,
    event: { type: "sent_media", at: receivedAt, said: { ...said, content } },
  };
}

/** What the chat holds back comes along with whatever may be the answer that frees it. */
export function heldBy(
  held: ArrivalReader["held"],
  { id, open }: Conversation,
  at: number,
  more?: HeldSaying,
): { readonly held?: readonly HeldSaying[] } {
  if (!more && !freesHeld(open)) return {};
  const before = held.of(id, at).filter(({ messageId }) => messageId !== more?.messageId);
  const all = more ? [...before, more] : before;
  return all.length === 0 ? {} : { held: all };
}

/** Words that were read, as an event: without what may not be kept yet, and with what was held of the chat before. */
export function understood(
  reader: ArrivalReader,
  conversation: Conversation,
  said: Said,
  content: Worded,
  reading: Reading,
  receivedAt: number,
): Arrival {
  const asSaid = { id: said.id, at: said.at, text: content.text };
  const withheld = withhold(reader.catalogue(), conversation, asSaid, reading);
  if (!withheld) {
    const held = heldBy(reader.held, conversation, receivedAt);
    return { type: "event", content, event: { type: "understood", at: receivedAt, said, reading, ...held } };
  }
  const kept: Content = { ...content, text: withheld.text };
  const event: Event = {
    type: "understood",
    at: receivedAt,
    said: { ...said, content: kept },
    reading: withheld.reading,
    ...(withheld.language && { language: withheld.language }),
    ...heldBy(reader.held, conversation, receivedAt, withheld.saying),
  };
  return { type: "event", content: kept, event, holds: withheld.saying };
}

/**
 * Words under a file that can't be left alone: a life in danger, and a wish of which nothing may be kept yet. Of that one neither the
 * words nor the file are kept. Undefined for all other captions, which staff read with their file.
 */
export function captioned(
  reader: ArrivalReader,
  conversation: Conversation,
  said: Said,
  text: string,
  receivedAt: number,
): Arrival | undefined {
  if (text.trim() === "") return undefined;
  const first = readBeforeClassifier(reader.catalogue(), conversation, text, said.at);
  if (first.type === "secret") return undefined;
  const reading = first.type === "settled" ? first.reading : reader.inline.read(text, first.context);
  const event = { type: "understood", at: receivedAt, said, reading } as const;
  if (isEmergencyCall(event)) return { type: "event", content: said.content, event };
  if (!concernsProtected(reader.catalogue(), conversation, reading, receivedAt)) return undefined;
  const withheld = withhold(reader.catalogue(), conversation, { id: said.id, at: said.at, text }, reading);
  if (!withheld) return undefined;
  const content: Content = { type: "unsupported", what: "withheld" };
  return {
    type: "event",
    content,
    event: {
      ...event,
      said: { ...said, content },
      reading: { ...reading, understandings: withheld.reading.understandings.flatMap(wishAlone) },
      ...(withheld.language && { language: withheld.language }),
      ...heldBy(reader.held, conversation, receivedAt, withheld.saying),
    },
    holds: withheld.saying,
  };
}

/** Without a line to stand in there are no words that a value could come from. */
function wishAlone(one: Understanding): readonly Understanding[] {
  if (one.type === "request") return [{ type: "request", service: one.service, fields: {} }];
  return one.type === "unclear" ? [{ type: "unclear", candidates: one.candidates }] : [];
}

/** The file that a message came with and that its line does not have: what it was about may not be kept. */
export function documentLeftOut(work: Work, { inbox, settles }: CommitTurn): DocumentId | undefined {
  const [came, kept] =
    work.type === "arrived"
      ? [work.inbound.content, inbox?.content]
      : work.type === "settled"
        ? [work.row.content, settles?.content]
        : [];
  return came && "document" in came && kept && !("document" in kept) ? came.document : undefined;
}

/** A message with a secret in it: warned of, and what its other words say may have to be withheld, too. */
export function besideSecret(
  reader: ArrivalReader,
  conversation: Conversation,
  said: Said,
  receivedAt: number,
  found: {
    readonly kinds: readonly SecretKind[];
    readonly text: string;
    readonly reading: Reading | undefined;
  },
): Arrival {
  const nothing: Reading = { understandings: [], confidence: 0, by: "embedded" };
  const { kinds, text, reading = nothing } = found;
  const withheld = withhold(reader.catalogue(), conversation, { id: said.id, at: said.at, text }, reading);
  const content = withheld ? ({ ...said.content, text: withheld.text } as Content) : said.content;
  const left = withheld?.reading ?? found.reading;
  const event: Event = {
    type: "sent_secret",
    at: receivedAt,
    said: { ...said, content },
    kinds,
    ...(left && left.understandings.length > 0 && { reading: left }),
  };
  return { type: "event", content, event, ...(withheld && { holds: withheld.saying }) };
}
