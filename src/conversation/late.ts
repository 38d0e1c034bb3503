/**
 * Messages that reach us long after they were sent: a platform that was away, a phone without a network, a line that was off. Once
 * an apology; and what was written before a question was asked does not answer it (docs/failures.md, fault 26).
 */
import type { Event } from "../domain/event.ts";
import type { Content } from "../domain/message.ts";
import type { Understanding } from "../domain/understanding.ts";
import { isolate } from "../language/format.ts";
import { sayText } from "./show/render.ts";
import { showMoment } from "./show/show.ts";
import { addLine, type Work } from "./work.ts";

/** A reply that comes this much later than the message wants an apology. */
export const lateMs = 30 * 60_000;
/** A customer who had a word of ours within this time has had the apology, too. */
const toldMs = 10 * 60_000;
/** Platforms' clocks are not ours: an answer may seem this much older than its question. */
const skewMs = 60_000;

/** Answers of any kind: what they mean depends on the question. */
const answering: ReadonlySet<Understanding["type"]> = new Set<Understanding["type"]>([
  "answers",
  "confirm",
  "refuse",
  "chosen",
  "correct",
]);

/** Before the answer, in the language that it is in. */
export function apologiseIfLate(work: Work): void {
  const { said, at, before } = work;
  if (!said || at - said.at < lateMs || at - before.spokeAt < toldMs) return;
  if (work.silent || (work.parts.length === 0 && work.question === undefined)) return;
  work.parts.unshift(sayText(work.catalogue, work.language, "late.sorry"));
}

/**
 * The event without what can't answer the question that is open, since it was written before it was asked.
 * `undefined`: nothing is left, and the customer has been told.
 */
export function withoutLateAnswers(
  work: Work,
  event: Extract<Event, { type: "understood" }>,
): Extract<Event, { type: "understood" }> | undefined {
  const { said, reading } = event;
  if (!isOlderThanQuestion(work, event)) return event;
  const understandings = reading.understandings.filter(({ type }) => !answering.has(type));
  if (understandings.length === reading.understandings.length) return event;
  if (understandings.length > 0) return { ...event, reading: { ...reading, understandings } };
  tellNotAnswer(work, said.at);
  return undefined;
}

/** What may answer a question without words. */
const answeringMedia: ReadonlySet<Content["type"]> = new Set<Content["type"]>([
  "location",
  "contact",
  "photo",
  "document",
]);
/** Files this close together are one album: one line is enough for all of them. */
const albumMs = 60_000;

/** Whether it is a place, a contact or a file that was sent before the open question was asked: it stays in the chat, and the customer is told. */
export function isLateMedia(work: Work, event: Extract<Event, { type: "sent_media" }>): boolean {
  const { said, at } = event;
  const { type } = said.content;
  if (!answeringMedia.has(type) || !isOlderThanQuestion(work, event)) return false;
  const { fileAt } = work.before;
  const isFile = type === "photo" || type === "document";
  if (isFile && fileAt !== undefined && at - fileAt <= albumMs) work.silent = true;
  else tellNotAnswer(work, said.at);
  return true;
}

/** Sent before the open question was asked, and long before it reached us. */
function isOlderThanQuestion(
  { before: { askedAt }, open }: Work,
  { at, said }: Pick<Extract<Event, { type: "understood" | "sent_media" }>, "at" | "said">,
): boolean {
  return open !== undefined && askedAt !== undefined && at - said.at >= lateMs && said.at < askedAt - skewMs;
}

function tellNotAnswer(work: Work, sentAt: number): void {
  const { catalogue, at, language } = work;
  addLine(work, "late.not_answer", { time: isolate(showMoment(sentAt, at, catalogue.zone, language)) });
  work.aside = true;
}
