/**
 * «قلت لكم», "I told you already", and nothing else: what the customer wrote when the form began is read once more for the field that is
 * asked. Its lines come with the event for this one answer; what is taken points at the line that it stands in.
 */
import type { AnswerType, AnswerValue } from "../../domain/answer.ts";
import type { Conversation, Draft } from "../../domain/conversation.ts";
import type { Event } from "../../domain/event.ts";
import type { ChatLine } from "../../domain/message.ts";
import type { ToldBefore } from "../../domain/said.ts";
import type { Reading, ReadingContext } from "../../domain/understanding.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { localDate } from "../../language/times/clock.ts";
import { parseAnswer } from "../answers/index.ts";
import { problemWith } from "../answers/problem.ts";
import type { Catalogue, Question } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { settle } from "../form/fill.ts";
import { showBriefly } from "../show/show.ts";
import { addLine, addNoted, putDraft, type Work } from "../work.ts";
import { mayBegin, readBefore } from "./read-before.ts";
import { isAsking, isGreeting, storyIn } from "./told-story.ts";

/** Lines of the chat that are looked through, ours among them. */
export const linesLookedAt = 40;
const longestAgoMs = 60 * 60_000;
const longest = 500;
const fewestWords = 3;

/** Whether an event needs the customer's earlier lines. */
export function needsBefore(conversation: Conversation, event: Event): boolean {
  const { open } = conversation;
  if (mayBegin(conversation, event).length > 0) return true;
  if (event.type !== "understood" || open?.type !== "field") return false;
  return event.reading.understandings.some(({ type, ...one }) => {
    return type === "asks_back" && "what" in one && one.what === "told";
  });
}

/** The event with what its step must know of the customer's earlier lines, oldest first. */
export function withLines(
  catalogue: Catalogue,
  conversation: Conversation,
  event: Event,
  lines: readonly ChatLine[],
  read: (text: string, context: ReadingContext) => Reading,
): Event {
  const before = lines.flatMap(toldIn);
  if (mayBegin(conversation, event).length === 0)
    return event.type === "understood" ? { ...event, before } : event;
  if (event.type !== "understood" && event.type !== "chose") return event;
  return { ...event, earlier: readBefore(catalogue, conversation, event, before, read) };
}

/** What the customer wrote or said in one line of the chat. */
function toldIn({ from, id, at, content }: ChatLine): readonly ToldBefore[] {
  if (from !== "customer" || id === undefined) return [];
  if (content?.type !== "text" && content?.type !== "voice" && content?.type !== "edit") return [];
  return content.text === undefined ? [] : [{ messageId: id, at, text: content.text }];
}

/** Values of these are known by their shape, wherever they stand. */
const shaped: ReadonlySet<AnswerType> = new Set<AnswerType>([
  ...(["money", "date", "time", "place", "duration", "phone", "national_id", "choice"] as const),
  ...(["establishment_number", "iban", "url"] as const),
]);

type Span = { readonly start: number; readonly end: number };
type Read = Span & { readonly value: AnswerValue };

/** Takes it and says what was taken; where nothing is found, that is said. */
export function takeTold(work: Work, draft: Draft, question: Question): void {
  const flow = flowOf(work.catalogue, draft);
  for (const line of linesMeant(work, draft, flow.sensitive)) {
    const read = readLine(work, draft, question, line);
    if (!read) continue;
    const { value, start, end } = read;
    const evidence = { text: line.text.slice(start, end), messageId: line.messageId, start, end } as const;
    const filled = settle(flow, draft.fields, {
      [question.name]: { value, evidence: { ...evidence, by: "exact" } },
    });
    if (filled.bad.length > 0) continue;
    work.aside = false;
    work.open = undefined;
    putDraft(work, { ...draft, fields: filled.fields });
    const names = [...filled.noted, ...filled.changed];
    const what = showBriefly(work.catalogue, flow, filled.fields, names, work.language);
    addNoted(work, "form.noted", { what });
    return;
  }
  addLine(work, "asks_back.told");
}

/**
 * The lines in which the form was begun, and those before: not older than an hour or than the last order, and of a protected kind only what
 * came after the consent.
 */
function linesMeant(work: Work, draft: Draft, sensitive: string | undefined): readonly ToldBefore[] {
  const { event, orders } = work;
  const before = (event.type === "understood" && event.before) || [];
  const consents = work.consents?.filter(
    ({ purpose, withdrawnAt }) => purpose === sensitive && withdrawnAt === undefined,
  );
  const since = Math.max(
    draft.begunAt - longestAgoMs,
    ...orders.map(({ placedAt }) => placedAt),
    ...(sensitive === undefined ? [] : [consents?.at(-1)?.at ?? Number.POSITIVE_INFINITY]),
  );
  const used = new Set(Object.values(draft.fields).map(({ evidence }) => evidence.messageId));
  const usable = before.filter(({ at, text }) => at > since && at <= draft.begunAt && !text.includes("•"));
  const begun = usable.filter(({ messageId }) => used.has(messageId));
  const others = usable.filter(({ messageId }) => !used.has(messageId));
  return [...begun, ...others.toReversed()];
}

function readLine(work: Work, draft: Draft, question: Question, line: ToldBefore): Read | undefined {
  const taken = Object.values(draft.fields).flatMap(({ evidence }) =>
    evidence.messageId === line.messageId ? [evidence] : [],
  );
  const isTaken = (span: Span) => taken.some(({ start, end }) => span.start < end && start < span.end);
  if (question.type === "text" && !question.format) {
    const span = wordsLeft(line.text, isTaken);
    return span && { ...span, value: line.text.slice(span.start, span.end).replace(/\s+/g, " ") };
  }
  if (!shaped.has(question.type)) return undefined;
  const { catalogue, at } = work;
  const read = parseAnswer(question, line.text, { now: line.at, zone: catalogue.zone });
  if (read.type !== "parsed" || read.more || isTaken(read)) return undefined;
  if (problemWith(question, read.value, localDate(at, catalogue.zone))) return undefined;
  return { value: read.value, start: read.start, end: read.end };
}

/** The sentences that say something no other field took, up to what is asked of us; of several runs of them the longest. */
function wordsLeft(whole: string, isTaken: (span: Span) => boolean): Span | undefined {
  const text = whole.slice(0, longest);
  let best: (Span & { readonly count: number }) | undefined;
  let run: (Span & { readonly count: number }) | undefined;
  for (const { index, 0: clause } of text.matchAll(clauses)) {
    const words = saidIn(clause, index);
    const story = storyIn(clause, []);
    const wish = words.findIndex(({ text: word }) => isAsking(word));
    // What is wished for is the service itself; what stands before it may be told.
    const told = wish === -1 ? words : story ? words.slice(0, wish) : [];
    const left = told.filter((word) => !isTaken(word));
    const [first, last] = [told[0], told.at(-1)];
    const enough = left.length === words.length ? fewestOfOwn : fewestWords;
    if (!first || !last || left.length < enough || left.length * 2 <= told.length) {
      run = undefined;
      continue;
    }
    run = { start: run?.start ?? first.start, end: last.end, count: (run?.count ?? 0) + left.length };
    if (run.count > (best?.count ?? 0)) best = run;
  }
  return best;
}

/** A sentence none of whose words were taken may be short. */
const fewestOfOwn = 2;
const clauses = /(?:[^.!?؟،,;؛\n]|(?<=\d)[.,](?=\d))+/gu;

/** The words of a clause behind its greeting, at their place in the message. */
function saidIn(clause: string, index: number) {
  const words = tokens(clause).map((word) => ({
    ...word,
    start: word.start + index,
    end: word.end + index,
  }));
  const from = words.findIndex(({ text }) => !isGreeting(text));
  return from === -1 ? [] : words.slice(from);
}
