/** The labels that the linear model learns beside services: what can be said to any office, and questions about this one. */
import type { OfficeTopic, ReadingContext, Understanding } from "../domain/understanding.ts";
import { findOrderRefs } from "../language/people/ids.ts";
import type { Task } from "./requests.ts";
import { topicsOfServices } from "./wishes/commands.ts";
import type { Span } from "./words.ts";

/** What a label that is no service stands for, with the order that it names. */
export function labelled({ text, context }: Task, label: string, span?: Span): Understanding {
  const refs = findOrderRefs(text).filter(
    ({ start, end }) => !span || (start >= span.start && end <= span.end),
  );
  const ref = refs[0] && { ref: refs[0].value };
  switch (label) {
    case "order_status":
      return { type: "order_status", ...ref };
    case "complaint":
      return { type: "complaint", ...ref };
    case "change_order":
      return { type: "correct", fields: {}, ...ref };
    case "cancel_order":
      return context.open && !ref ? { type: "cancel" } : { type: "cancel_order", ...ref };
    case "human_agent":
    case "thanks":
      return { type: label };
    case "greeting":
      return { type: "greeting" };
    default:
      return officeLabel(label, context) ?? { type: "out_of_scope" };
  }
}

function officeLabel(label: string, { open }: ReadingContext): Understanding | undefined {
  const topic = topicOfLabel(label);
  if (!topic) return undefined;
  return { type: "office", topic, ...(open && topicsOfServices.has(topic) && { service: open.service }) };
}

/** The topic of a label that asks about the office; undefined for any other label. */
export const topicOfLabel = (label: string | undefined): OfficeTopic | undefined =>
  officeTopics.find((name) => label === `office.${name}`);

/** Does the label stand for what is no service? */
export const isNoService = (label: string): boolean => commands.has(label) || isOfficeLabel(label);

const commands: ReadonlySet<string> = new Set([
  "order_status",
  "cancel_order",
  "change_order",
  "complaint",
  "human_agent",
  "greeting",
  "thanks",
  "out_of_scope",
]);

/** Is this the label of a question about the office? */
export function isOfficeLabel(label: string): boolean {
  return label.startsWith("office.");
}

const officeTopics = [
  "hours",
  "place",
  "licence",
  "services",
  "price",
  "duration",
  "papers",
  "contact",
  "identity",
] as const;
