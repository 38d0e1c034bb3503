/**
 * What a model saw in a picture, as proposals: only fields that the open form still lacks, read by our own parsers, marked as proposed, and
 * confirmed with the read-back. A form that is placed without one takes nothing from a picture.
 */
import type { Field } from "../../domain/answer.ts";
import type { Seen } from "../../domain/message.ts";
import { localDate } from "../../language/times/clock.ts";
import { parseAnswer } from "../answers/index.ts";
import { problemWith } from "../answers/problem.ts";
import type { Question } from "../flow/flow.ts";
import { flowOf, questionNamed } from "../flow/pinned.ts";
import { showBriefly } from "../show/show.ts";
import { activeDraft, addLine, putDraft, type Work } from "../work.ts";
import { settle } from "./fill.ts";

export function proposeSeen(work: Work, { service, words }: Seen): void {
  const draft = activeDraft(work);
  if (draft?.service !== service) return;
  const flow = flowOf(work.catalogue, draft);
  if (!flow.confirm) return;
  const set: Record<string, Field> = {};
  for (const [name, said] of Object.entries(words)) {
    const question = draft.fields[name] === undefined ? questionNamed(flow, name) : undefined;
    const field = question && readSeen(work, question, said);
    if (field) set[name] = field;
  }
  const names = Object.keys(set);
  if (names.length === 0) return;
  const { fields } = settle(flow, draft.fields, set);
  putDraft(work, { ...draft, fields, proposed: [...draft.proposed, ...names] });
  const { open } = work;
  if (open?.type === "field" && open.draft === draft.id && fields[open.field]) {
    work.open = undefined;
    work.aside = false;
  }
  addLine(work, "media.seen", { what: showBriefly(work.catalogue, flow, fields, names, work.language) });
}

/** The words stand in the picture, at no place of a text. */
function readSeen(work: Work, question: Question, words: string): Field | undefined {
  const now = work.said?.at ?? work.at;
  const { zone } = work.catalogue;
  const read = parseAnswer(question, words, { now, zone });
  if (read.type !== "parsed" || problemWith(question, read.value, localDate(now, zone))) return undefined;
  const text = words.slice(read.start, read.end);
  return {
    value: read.value,
    evidence: { text, messageId: work.said?.id ?? "", start: 0, end: 0, by: "llm" },
  };
}
