/** A message that held a secret: what its other words say is read from the text without it. Free words are left alone. */
import { type AnswerType, closedAnswerTypes } from "../../domain/answer.ts";
import type { Conversation } from "../../domain/conversation.ts";
import type { ReadFields, Reading, ReadingContext, Understanding } from "../../domain/understanding.ts";
import type { Catalogue, Question } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { readBeforeClassifier } from "./read.ts";
import { activeDraftOf } from "./reading-context.ts";

/**
 * What can be used of the words around a secret; undefined when there is nothing.
 * @param redacted the text without the secret, as it is stored
 * @param at the message's own time, epoch milliseconds
 */
export function readAroundSecret(
  catalogue: Catalogue,
  conversation: Conversation,
  redacted: string,
  at: number,
  read: (context: ReadingContext) => Reading,
): Reading | undefined {
  const first = readBeforeClassifier(catalogue, conversation, redacted, at);
  if (first.type === "secret") return undefined;
  const reading = first.type === "settled" ? first.reading : read(first.context);
  const draft = activeDraftOf(conversation);
  const open = draft && flowOf(catalogue, draft).questions;
  const understandings = reading.understandings.flatMap((one) => usable(catalogue, open, one));
  return understandings.length === 0 ? undefined : { ...reading, understandings };
}

/** A request, a closed answer to the form, a question about an order or the office: nothing that approves or ends anything. */
function usable(
  catalogue: Catalogue,
  open: readonly Question[] | undefined,
  understanding: Understanding,
): readonly Understanding[] {
  switch (understanding.type) {
    case "request": {
      const flow = catalogue.flows.get(understanding.service);
      if (!flow) return [];
      const fields = closedFields(flow.questions, understanding.fields);
      return [{ type: "request", service: understanding.service, fields }];
    }
    case "answers":
    case "correct": {
      const fields = closedFields(open ?? [], understanding.fields);
      return Object.keys(fields).length === 0 ? [] : [{ type: understanding.type, fields }];
    }
    case "emergency":
    case "order_status":
    case "human_agent":
    case "office":
      return [understanding];
    default:
      return [];
  }
}

/** «كلمة المرور حقتي» is no guest's name: only values of a shape of their own are taken. */
function closedFields(questions: readonly Question[], fields: ReadFields): ReadFields {
  const closed = new Map<string, AnswerType>(questions.map(({ name, type }) => [name, type]));
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => {
      const type = closed.get(name);
      return type !== undefined && closedAnswerTypes.has(type);
    }),
  );
}
