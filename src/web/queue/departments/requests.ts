/** What somebody of the office asks of its departments: what can be asked, what a form says, and what of it has finished. */
import { type AnswerContext, parseFieldValue } from "../../../conversation/answers/index.ts";
import type { Catalogue, Flow, Question } from "../../../conversation/flow/flow.ts";
import { belongs, missingFields } from "../../../conversation/form/fill.ts";
import { holdsSecret } from "../../../conversation/staff/staff-rights.ts";
import type { StoredDocument } from "../../../documents/documents.ts";
import type { Agent } from "../../../domain/agent.ts";
import type { Field, Fields, FileRef } from "../../../domain/answer.ts";
import { isFileType } from "../../../domain/files.ts";
import { type Order, overStatuses } from "../../../domain/order.ts";
import type { BadReason } from "../../../domain/understanding.ts";
import type { WebParts } from "../../deps.ts";
import { textOf } from "../../form.ts";
import type { FileProblem, SentForm } from "./request-files.ts";

/** Longest text of a field (UTF-16 units). */
export const mostText = 2_000;
/** Finished requests that are looked through for new ones. */
const mostLooked = 200;

/** What can be asked of departments, in the order of the departments. */
export function internalFlows({ flows }: Catalogue): readonly Flow[] {
  return [...flows.values()].filter(({ kind }) => kind === "internal");
}

/** Questions that a form can put: what is worked out is asked of nobody. */
export function askedIn({ questions }: Flow): readonly Question[] {
  return questions.filter(({ derived }) => !derived);
}

export function isFileQuestion({ type }: Question): boolean {
  return isFileType(type);
}

/** `choose_again`: something else of the form was wrong, and a browser forgets the files that were chosen. */
export type RequestProblem = "missing" | "secret" | "choose_again" | FileProblem | BadReason;
export type ReadRequest = {
  readonly fields: Fields;
  /** By question. */
  readonly problems: ReadonlyMap<string, RequestProblem>;
};

/** Every answer through its question's own parser; what is wrong, or needed and not there, is named all at once. */
export function readRequest(
  flow: Flow,
  { typed: form, files }: SentForm,
  context: AnswerContext,
): ReadRequest {
  const fields: Record<string, Field> = {};
  const problems = new Map<string, RequestProblem>();
  for (const question of askedIn(flow)) {
    const { name } = question;
    const given = files.get(name);
    if (given && belongs(question, fields)) {
      if (given.problem) problems.set(name, given.problem);
      else fields[name] = fieldOf(given.stored.map(refOf), given.stored.map((file) => file.name).join(", "));
    }
    if (isFileQuestion(question)) continue;
    const text = textOf(form, name);
    // What hangs on a choice that was not made is no part of the request.
    if (text === "" || !belongs(question, fields)) continue;
    if (text.length > mostText) problems.set(name, "too_long");
    else if (holdsSecret(text)) problems.set(name, "secret");
    else {
      const isYesNo = question.type === "yes_no" && (text === "true" || text === "false");
      const read = parseFieldValue(question, isYesNo ? text === "true" : text, context);
      if (read.type === "bad") problems.set(name, read.reason);
      else fields[name] = fieldOf(read.value, read.text);
    }
  }
  const inForm = new Set(askedIn(flow).map(({ name }) => name));
  for (const name of missingFields(flow, fields))
    if (inForm.has(name) && !problems.has(name)) problems.set(name, "missing");
  for (const name of files.keys())
    if (problems.size > 0 && !problems.has(name)) problems.set(name, "choose_again");
  return { fields, problems };
}

export const refOf = ({ id, name, mediaType: type, bytes }: StoredDocument): FileRef => ({
  id,
  name,
  type,
  bytes,
});

/** The words are a colleague's own: no message stands behind them. */
export function fieldOf(value: Field["value"], text: string): Field {
  return { value, evidence: { text, messageId: "", start: 0, end: text.length, by: "agent" } };
}

/** The agent's requests that have finished since they last looked, but those that they called off themselves. */
export async function freshlyOver(parts: WebParts, agent: Agent): Promise<readonly Order[]> {
  const chat = await parts.staffChatOf(agent.id);
  if (!chat) return [];
  const [since, page] = await Promise.all([
    parts.departments.lookedAt(agent.id),
    parts.orders.list({ conversation: chat.id, statuses: overStatuses }, { limit: mostLooked }),
  ]);
  const over = page.type === "page" ? page.orders : [];
  return over.filter(({ state }) => state.at > since && !("by" in state && state.by.id === agent.id));
}
