/**
 * The closed list that a model may choose from, as a strict JSON schema for servers that keep to one, and the reader of what it sends
 * back. Whatever is not on the list is not read: a wrong name costs that name alone.
 */
import { z } from "zod";
import type { OfficeTopic, ServiceSpec } from "../../domain/understanding.ts";

/** What can be asked for besides a service. Nothing here places, pays, approves or deletes: that takes a press or exact words. */
export const commandMeanings = {
  answers: "values for the open form",
  correct: "change something said or ordered",
  order_status: "where is my order",
  cancel_order: "cancel an order",
  cancel: "leave the open form",
  complaint: "about what the office did",
  human_agent: "wants a person",
  greeting: "",
  thanks: "",
  out_of_scope: "nothing of these",
} as const;

export const officeTopics = [
  "hours",
  "place",
  "licence",
  "services",
  "price",
  "payment",
  "duration",
  "papers",
  "contact",
  "identity",
  "data_use",
] as const satisfies readonly OfficeTopic[];

/** Every intent: commands, questions about the office (`office.hours`), services. */
export function intentsOf(services: readonly ServiceSpec[]): readonly string[] {
  return [
    ...Object.keys(commandMeanings),
    ...officeTopics.map((topic) => `office.${topic}`),
    ...services.map(({ id }) => id),
  ];
}

/** The number of an order, for commands that name one. */
export const orderField = "order_id";

/** Strict in the sense of OpenAI's structured outputs: every property required, none besides. */
export function answerSchema(services: readonly ServiceSpec[]): Readonly<Record<string, unknown>> {
  const names = new Set([
    orderField,
    ...services.flatMap(({ fields }) => fields.filter(isSayable).map(({ name }) => name)),
  ]);
  const words = { type: "string" };
  const field = closed({
    name: { type: "string", enum: [...names] },
    value: words,
    words,
  });
  const request = closed({
    intent: { type: "string", enum: intentsOf(services) },
    fields: { type: "array", items: field },
  });
  return closed({ requests: { type: "array", items: request } });
}

function closed(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
}

/** Can words give it? A picture or a paper has to be sent. */
export function isSayable({ type }: ServiceSpec["fields"][number]): boolean {
  return type !== "photo" && type !== "document" && type !== "location";
}

/** One thing that the model read, not yet believed. */
export type ClaimedField = { readonly name: string; readonly value: string; readonly words: string };
export type Claimed = { readonly intent: string; readonly fields: readonly ClaimedField[] };

/** More than any message asks for; the rest is noise. */
const mostRequests = 6;
const mostFields = 40;
const longestWords = 1_600;

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const fieldSchema = z.object({
  name: z.string(),
  value: scalar.optional(),
  words: z.string().min(1).max(longestWords),
});
const requestSchema = z.object({ intent: z.string(), fields: z.array(z.unknown()).default([]) });
const replySchema = z.object({ requests: z.array(z.unknown()).min(1) });

/**
 * What a model sent, as far as it is of the agreed form: `undefined` when no request in it names a known intent. Keys that were not
 * asked for are passed over; JSON may stand inside other words (```json, a thought before it).
 */
export function readReply(content: string, intents: ReadonlySet<string>): readonly Claimed[] | undefined {
  const reply = replySchema.safeParse(parseJson(content));
  if (!reply.success) return undefined;
  const claimed = reply.data.requests.slice(0, mostRequests).flatMap((one) => {
    const request = requestSchema.safeParse(one);
    if (!request.success || !intents.has(request.data.intent)) return [];
    const fields = request.data.fields.slice(0, mostFields).flatMap((field) => {
      const read = fieldSchema.safeParse(field);
      return read.success ? [{ ...read.data, value: read.data.value ?? read.data.words }] : [];
    });
    return [{ intent: request.data.intent, fields }];
  });
  return claimed.length > 0 ? claimed : undefined;
}

/** What a picture shows of a form's fields. */
export function seenSchema(
  wanted: readonly ServiceSpec["fields"][number][],
): Readonly<Record<string, unknown>> {
  const name = { type: "string", enum: wanted.filter(isSayable).map((field) => field.name) };
  return closed({ fields: { type: "array", items: closed({ name, words: { type: "string" } }) } });
}

const seenReplySchema = z.object({ fields: z.array(z.unknown()) });
const seenFieldSchema = z.object({ name: z.string(), words: z.string().trim().min(1).max(300) });

/** Words by field; undefined when the answer is not of the agreed form. None at all is an answer. */
export function readSeen(content: string): readonly z.infer<typeof seenFieldSchema>[] | undefined {
  const reply = seenReplySchema.safeParse(parseJson(content));
  if (!reply.success) return undefined;
  return reply.data.fields.slice(0, mostFields).flatMap((one) => {
    const field = seenFieldSchema.safeParse(one);
    return field.success ? [field.data] : [];
  });
}

/** The first whole JSON object in a text. */
function parseJson(content: string): unknown {
  const start = content.lastIndexOf("</think>") + 1;
  const from = content.indexOf("{", Math.max(0, start));
  const to = content.lastIndexOf("}");
  if (from < 0 || to <= from) return undefined;
  try {
    return JSON.parse(content.slice(from, to + 1));
  } catch {
    return undefined;
  }
}
