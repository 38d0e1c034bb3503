/** What a chat has open and what was said in it: for programs that look over the office's shoulder. */
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { draftsOf } from "../../conversation/form/drafts.ts";
import type { Conversation } from "../../domain/conversation.ts";
import type { OrderRef } from "../../domain/ids.ts";
import { needsScope } from "../keys.ts";
import { Problem } from "../problem.ts";
import { type ApiParts, answers, byKey, type Endpoint, refuses } from "./endpoint.ts";
import { readSentPage } from "./lines.ts";
import { afterOf } from "./messages.ts";
import { valuesAndEvidence } from "./order-json.ts";
import { chatNamed } from "./orders.ts";
import {
  evidenceSchema,
  fieldsSchema,
  language,
  messageQuerySchema,
  sentMessageListSchema,
} from "./schemas.ts";

export const conversationSchema = z
  .object({
    language,
    waitingForPerson: z.boolean(),
    drafts: z.array(
      z.object({
        service: z.string(),
        fields: fieldsSchema,
        evidence: z.record(z.string(), evidenceSchema),
        missing: z.array(z.string()),
        asked: z.string().optional(),
      }),
    ),
    orders: z.array(z.string()),
    complaints: z.array(z.string()),
  })
  .openapi("Conversation");

/** The most orders of one chat that are named, newest first. */
const maxOrders = 100;

const conversationParam = z.object({
  conversation: z.string().openapi({ description: "`c_…`, or a session key" }),
});

/** `GET /conversations/{conversation or session}`, and what was said in it. */
export function conversationEndpoints(parts: ApiParts): readonly Endpoint[] {
  return [
    {
      route: {
        method: "get",
        path: "/conversations/{conversation}",
        summary: "A chat's open forms and orders",
        security: byKey("conversations:read"),
        request: { params: conversationParam },
        responses: {
          ...answers(200, "The chat", conversationSchema),
          ...refuses("unauthorized", "forbidden", "not_found"),
        },
      },
      handle: (c) => getConversation(c, parts),
    },
    {
      route: {
        method: "get",
        path: "/conversations/{conversation}/messages",
        summary: "What was said in a chat, with what became of the office's messages",
        security: byKey("conversations:read"),
        request: { params: conversationParam, query: messageQuerySchema.pick({ after: true }) },
        responses: {
          ...answers(200, "The lines after `after`, at most 100", sentMessageListSchema),
          ...refuses("unauthorized", "forbidden", "bad_cursor", "not_found"),
        },
      },
      handle: (c) => getSentMessages(c, parts),
    },
  ];
}

async function conversationIn(c: Context, parts: ApiParts): Promise<Conversation> {
  await needsScope(c, parts, "conversations:read");
  const named = c.req.param("conversation") ?? "";
  // A session key has 43 characters, a conversation's name 24 with its prefix: neither can be the other.
  const id = await (named.startsWith("c_") && named.length === 24
    ? chatNamed(parts, named, undefined)
    : chatNamed(parts, undefined, named));
  const conversation = id && (await parts.engine.conversation(id));
  if (!conversation) throw new Problem("not_found", "This conversation is unknown.");
  return conversation;
}

async function getSentMessages(c: Context, parts: ApiParts): Promise<Response> {
  const { id } = await conversationIn(c, parts);
  return c.json(await readSentPage(parts.engine, id, afterOf(c.req.query("after"))));
}

async function getConversation(c: Context, parts: ApiParts): Promise<Response> {
  const conversation = await conversationIn(c, parts);
  const [orders, complaints] = await Promise.all(
    (["service", "complaint"] as const).map((kind) => refsOf(parts, conversation, kind)),
  );
  return c.json({
    language: conversation.language,
    waitingForPerson: conversation.person !== undefined,
    drafts: draftsOf(parts.catalogue(), conversation).map(({ service, fields, missing, asked }) => ({
      service,
      ...valuesAndEvidence(fields),
      missing,
      ...(asked !== undefined && { asked }),
    })),
    ...{ orders, complaints },
  });
}

async function refsOf(
  { orders }: ApiParts,
  { id }: Conversation,
  kind: "service" | "complaint",
): Promise<readonly OrderRef[]> {
  const page = await orders.list({ conversation: id, kind }, { limit: maxOrders });
  return page.type === "page" ? page.orders.map(({ ref }) => ref) : [];
}
