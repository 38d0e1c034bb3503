/**
 * An order that a program enters: for a chat, or for a customer who called or came in. Each value is read by the question's own
 * parser, in contract form or as a customer writes it; all that cannot be read is named at once.
 */
import { createHash } from "node:crypto";
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { type AnswerContext, parseFieldValue } from "../../conversation/answers/index.ts";
import { isComplaintFlow } from "../../conversation/flow/complaint-flow.ts";
import type { Flow } from "../../conversation/flow/flow.ts";
import { flowFor } from "../../conversation/flow/pinned.ts";
import { missingFields } from "../../conversation/form/fill.ts";
import { holdsSecret } from "../../conversation/staff/staff-rights.ts";
import type { Field, Fields } from "../../domain/answer.ts";
import { limitOf } from "../../domain/files.ts";
import { type ConversationId, type OrderRef, parseOrderRef } from "../../domain/ids.ts";
import type { Order } from "../../domain/order.ts";
import type { BadReason } from "../../domain/understanding.ts";
import type { Acted } from "../../engine.ts";
import { findPhones } from "../../language/people/phones.ts";
import { wordsField } from "../../orders/complaint.ts";
import { onceOf } from "../../webhooks/once.ts";
import { callerOf, needsScope } from "../keys.ts";
import { type FieldError, invalidField, Problem, readJson } from "../problem.ts";
import { storable } from "../storable.ts";
import { type ApiParts, answers, byKey, type Endpoint, jsonBody, refuses } from "./endpoint.ts";
import { chatNamed, done } from "./orders.ts";
import { enteredSchema, type NewOrder, newOrderSchema } from "./schemas.ts";

/** `POST /orders`. */
export function entryEndpoints(parts: ApiParts): readonly Endpoint[] {
  return [
    {
      route: {
        method: "post",
        path: "/orders",
        summary: "Enter an order for a chat, or for a customer who called or came in",
        security: byKey("orders:write"),
        request: { headers: keySchema, ...jsonBody(newOrderSchema) },
        responses: {
          ...answers(201, "It is placed; `missing` names required fields without a value", enteredSchema),
          ...refuses(
            "not_json",
            "unauthorized",
            "forbidden",
            "not_found",
            "text_too_long",
            "invalid",
            "not_now",
          ),
        },
      },
      handle: (c) => postOrder(c, parts),
    },
  ];
}

async function postOrder(c: Context, parts: ApiParts): Promise<Response> {
  await needsScope(c, parts, "orders:write");
  const key = entryKeyIn(c);
  const body = await readJson(c, newOrderSchema);
  if (key === undefined) return c.json(await entered(parts, body, undefined), 201);
  const sender = await callerOf(c, parts);
  const enter = () => entered(parts, body, `${sender} ${key}`);
  if (!parts.seenWebhooks) return c.json(await enter(), 201);
  const of = digestOf(body);
  const { answer } = await onceOf(parts.seenWebhooks)({ sender, id: key, at: parts.realNow() }, async () => ({
    status: 201,
    body: { of, entered: await enter() },
  }));
  const kept = answer.body as { readonly of: string; readonly entered: z.infer<typeof enteredSchema> };
  // A program whose count began anew would else be told of somebody else's order.
  if (kept.of !== of) throw invalidField("idempotency-key", "wrong", "it was used for another entry");
  return c.json(kept.entered, 201);
}

const digestOf = (body: NewOrder): string =>
  createHash("sha256").update(JSON.stringify(body)).digest("base64url");

const keySchema = z.object({
  "idempotency-key": z.string().min(1).max(64).optional().openapi({
    description:
      "The program's own name for this entry: the same again enters nothing, and gets the same answer",
  }),
});

function entryKeyIn(c: Context): string | undefined {
  const read = keySchema.safeParse({ "idempotency-key": c.req.header("idempotency-key") });
  if (!read.success) throw invalidField("idempotency-key", "wrong", "it has from 1 to 64 characters");
  return read.data["idempotency-key"];
}

/** @param key the same again in the same chat gives the order that there is, also where a kill came before the first answer */
async function entered(
  parts: ApiParts,
  body: NewOrder,
  key: string | undefined,
): Promise<z.infer<typeof enteredSchema>> {
  const flow = parts.catalogue().flows.get(body.service);
  if (!flow || flow.kind === "internal")
    throw invalidField("service", "unknown", "the office has no such service");
  const customer = customerIn(body);
  const context = { now: parts.engine.now(), zone: parts.config.zone };
  const known = customer && knownOf(customer);
  const fields = { ...fieldsFrom(known, flow), ...readFields(flow, body.fields, context) };
  if (isComplaintFlow(flow) && !fields[wordsField])
    throw invalidField(`fields.${wordsField}`, "missing", "a complaint needs what the customer said");
  const conversation = await conversationFor(parts, body, customer);
  const about = await orderAbout(parts, body, flow, conversation);
  const entry = { ...(known && { known }), ...(about && { about }), ...(key !== undefined && { key }) };
  const acted = await parts.engine.enterOrder({ conversation, service: flow.id, fields, ...entry });
  const order = await orderEntered(parts, acted);
  const chosen = flowFor(parts.catalogue(), flow, order.fields);
  return { ref: order.ref, missing: [...missingFields(chosen, order.fields)] };
}

/** The order of this entry, or of the one before that was the same. */
async function orderEntered({ orders }: ApiParts, acted: Acted): Promise<Order> {
  const isRepeat = acted.type === "refused" && acted.refusal.reason === "entered_before";
  const order = isRepeat ? await orders.get(acted.refusal.ref) : done(acted).order;
  if (!order) throw new Error("An order was entered and is not there.");
  return order;
}

/** What a complaint is about: an order of the same customer. */
async function orderAbout(
  parts: ApiParts,
  { about }: NewOrder,
  flow: Flow,
  conversation: ConversationId,
): Promise<OrderRef | undefined> {
  if (about === undefined) return undefined;
  if (!isComplaintFlow(flow))
    throw invalidField("about", "unknown", "only a complaint is about another order");
  const ref = parseOrderRef(about.toUpperCase());
  const order = ref && (await parts.orders.get(ref));
  const [own, other] = await Promise.all([
    parts.engine.conversation(conversation),
    order && parts.engine.conversation(order.conversation),
  ]);
  if (!order || order.kind !== undefined || own?.customer !== other?.customer)
    throw invalidField("about", "unknown", "this customer has no such order");
  return order.ref;
}

type Customer = { readonly name: string; readonly phone: string; readonly language: "ar" | "en" };

/** The customer of the body, with a phone in E.164. Exactly one of chat, session and customer must be named. */
function customerIn({ conversation, session, customer }: NewOrder): Customer | undefined {
  const named = [conversation, session, customer].filter((one) => one !== undefined).length;
  if (named !== 1) throw invalidField("customer", "missing", "name one of conversation, session, customer");
  if (!customer) return undefined;
  const [found] = findPhones(customer.phone);
  if (found?.value.type !== "phone")
    throw invalidField("customer.phone", "bad_phone", "it is no phone number");
  return { name: storable(customer.name), phone: found.value.e164, language: customer.language };
}

async function conversationFor(
  parts: ApiParts,
  { conversation, session }: NewOrder,
  customer: Customer | undefined,
): Promise<ConversationId> {
  if (customer) {
    // Nobody listens at the desk's channel: what the office has to say is read by staff, in the queue.
    const { phone: address, language } = customer;
    return (await parts.engine.openConversation({ channel: "desk", address, language })).id;
  }
  const id = await chatNamed(parts, conversation, session);
  if (!id) throw invalidField("customer", "missing", "name one of conversation, session, customer");
  return id;
}

/** Name and phone of who called, under the names that flows remember them by. */
function knownOf({ name, phone }: Customer): Fields {
  return { customer_name: field(name, name), customer_phone: field(phone, phone) };
}

/** What is known of the customer, as answers to the questions that a flow keeps under those names. */
function fieldsFrom(known: Fields | undefined, { questions }: Flow): Fields {
  const fields: Record<string, Field> = {};
  for (const { name, remember_as } of questions) {
    const found = remember_as === undefined ? undefined : known?.[remember_as];
    if (found) fields[name] = found;
  }
  return fields;
}

function readFields(flow: Flow, given: Readonly<Record<string, unknown>>, context: AnswerContext): Fields {
  const fields: Record<string, Field> = {};
  const errors: FieldError[] = [];
  for (const [name, value] of Object.entries(given)) {
    const question = flow.questions.find((one) => one.name === name);
    if (!question) {
      errors.push({ field: name, code: "unknown", message: "this service has no such field" });
      continue;
    }
    const read = parseFieldValue(question, typeof value === "string" ? storable(value) : value, context);
    if (holdsSecretWithin(value)) errors.push({ field: name, code: "secret", message: secretMessage });
    else if (read.type === "value") fields[name] = field(read.value, read.text);
    else errors.push({ field: name, code: read.reason, message: messageOf(question.type, read.reason) });
  }
  if (errors.length > 0)
    throw new Problem(
      "invalid",
      `These fields cannot be read: ${errors.map((error) => error.field).join(", ")}.`,
      {
        errors,
      },
    );
  return fields;
}

/** Why a value can't stand; a limit is named. */
function messageOf(type: string, reason: BadReason): string {
  const limit = limitOf(reason);
  if (reason === "too_many_files") return `there are more than ${limit} files`;
  if (reason === "file_too_large") return `a file is larger than ${limit} MiB`;
  if (reason === "needs_a_picture") return "only pictures are taken";
  return `it is no ${type} that can stand`;
}

const secretMessage = "it holds a password, a code or a card number, which the office never keeps";

/** What programs and staff write is checked like what customers write, at whatever depth of the value. */
function holdsSecretWithin(value: unknown): boolean {
  if (typeof value === "string") return holdsSecret(value);
  return typeof value === "object" && value !== null && Object.values(value).some(holdsSecretWithin);
}

/** The words are the program's own: no message stands behind them. */
function field(value: Field["value"], text: string): Field {
  return { value, evidence: { text, messageId: "", start: 0, end: text.length, by: "api" } };
}
