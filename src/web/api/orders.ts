/** Orders for programs that hold the API key: listing them and looking at one; and how the core's refusals read in the API. */
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { staffChannel } from "../../conversation/order/news.ts";
import { staffMail } from "../../dispatch/staff-mail-channel.ts";
import type { LegalMove, Refusal } from "../../domain/act.ts";
import { type ConversationId, parseConversationId, parseOrderRef } from "../../domain/ids.ts";
import type { Order, StatusName } from "../../domain/order.ts";
import type { Acted } from "../../engine.ts";
import type { OrderFilter } from "../../store/orders.ts";
import { hasScope, needsScope } from "../keys.ts";
import { invalid, invalidField, Problem } from "../problem.ts";
import { type ApiParts, answers, byKey, type Endpoint, refuses } from "./endpoint.ts";
import { orderJson, orderJsons } from "./order-json.ts";
import { orderListSchema, orderQuerySchema, orderSchema } from "./schemas.ts";
import { openedBy } from "./sessions.ts";

export const refParam = z.object({ ref: z.string().openapi({ example: "BR-10001" }) });

/** `GET /orders`, `GET /orders/{ref}`. */
export function orderEndpoints(parts: ApiParts): readonly Endpoint[] {
  return [
    {
      route: {
        method: "get",
        path: "/orders",
        summary: "Orders, newest first",
        security: byKey("orders:read"),
        request: { query: orderQuerySchema },
        responses: {
          ...answers(200, "A page of orders", orderListSchema),
          ...refuses("bad_cursor", "unauthorized", "forbidden", "not_found", "invalid"),
        },
      },
      handle: (c) => listOrders(c, parts),
    },
    {
      route: {
        method: "get",
        path: "/orders/{ref}",
        summary: "One order",
        security: byKey("orders:read"),
        request: { params: refParam },
        responses: {
          ...answers(200, "The order", orderSchema),
          ...refuses("unauthorized", "forbidden", "not_found"),
        },
      },
      handle: (c) => getOrder(c, parts),
    },
  ];
}

async function listOrders(c: Context, parts: ApiParts): Promise<Response> {
  await needsScope(c, parts, "orders:read");
  const query = orderQuerySchema.safeParse(c.req.query());
  if (!query.success) throw invalid(query.error);
  const { conversation, session, status, service, kind, cursor, limit } = query.data;
  const chat = await chatNamed(parts, conversation, session);
  const filter: OrderFilter = {
    ...(chat && { conversation: chat }),
    ...(status && { statuses: status }),
    ...(service !== undefined && { service }),
    ...(kind !== undefined && kind !== "all" && { kind }),
    // Whoever names a service, or a kind, has asked for what it is.
    withoutKinds:
      kind === undefined && service === undefined
        ? ["complaint", "internal"]
        : (await seesInternal(c, parts))
          ? []
          : ["internal"],
  };
  const page = await parts.orders.list(filter, { limit, ...(cursor && { after: cursor }) });
  if (page.type === "bad_cursor") throw new Problem("bad_cursor", "`cursor` is not one that this list gave.");
  const orders = await orderJsons(parts, page.orders);
  return c.json({ orders, ...(page.next !== undefined && { next: page.next }) });
}

/** Chats that stand for people of the office, in which no customer speaks. */
const insideChannels: ReadonlySet<string> = new Set([staffChannel, staffMail]);

/** The conversation that a request names by its id or by a session; undefined where it names none. 404 for an unknown one. */
export async function chatNamed(
  parts: ApiParts,
  conversation: string | undefined,
  session: string | undefined,
): Promise<ConversationId | undefined> {
  if (session !== undefined) return openedBy(parts, session);
  if (conversation === undefined) return undefined;
  const id = parseConversationId(conversation);
  const found = id && (await parts.engine.conversation(id));
  if (!found || insideChannels.has(found.channel))
    throw new Problem("not_found", "This conversation is unknown.");
  return found.id;
}

async function getOrder(c: Context, parts: ApiParts): Promise<Response> {
  await needsScope(c, parts, "orders:read");
  return c.json(await orderJson(parts, await orderNamed(c, parts)));
}

/** The order in the path. 404 for an unknown one. */
export async function orderNamed(c: Context, parts: ApiParts): Promise<Order> {
  const ref = parseOrderRef((c.req.param("ref") ?? "").toUpperCase());
  const order = ref && (await parts.orders.get(ref));
  const isHidden = order?.kind === "internal" && !(await seesInternal(c, parts));
  if (!order || isHidden) throw new Problem("not_found", "There is no order with this reference.");
  return order;
}

/** What the office's own departments ask of each other is there for keys that may know of it. */
function seesInternal(c: Context, parts: ApiParts): Promise<boolean> {
  return hasScope(c, parts, "internal:read");
}

/** What was done, or the problem that says why it was not. */
export function done(acted: Acted): Extract<Acted, { readonly type: "done" }> {
  switch (acted.type) {
    case "done":
      return acted;
    case "refused":
      throw refusedAs(acted.refusal);
    case "unknown":
      throw new Problem("not_found", "There is nothing by that name.");
    case "not_now":
      throw new Problem("not_now", "The office cannot store anything now.", { retryAfterSeconds: 5 });
    default:
      return acted satisfies never;
  }
}

/** A refusal of the core, as the API says it. */
function refusedAs(refusal: Refusal): Problem {
  switch (refusal.reason) {
    case "illegal_move":
      return illegalMove(refusal.from, refusal.legal);
    case "reason_missing":
      return invalidField("note", "missing", "the reason is missing");
    case "holds_a_secret":
      return invalidField("note", "secret", "it holds a password, a code or a card number");
    case "unknown_field":
      return invalidField(`fields.${refusal.field}`, "unknown", "this service has no such field");
    case "unknown_service":
      return invalidField("service", "unknown", "the office has no such service");
    case "needs_permit":
      return invalidField(
        `fields.${refusal.field}`,
        "needs_permit",
        "it needs a permit that the office does not hold",
      );
    case "empty":
      return invalidField("note", "empty", "it is empty");
    case "not_allowed":
      return new Problem("forbidden", "The office does not allow this.");
    case "already_claimed":
    case "stale":
    case "not_yours":
    case "opted_out":
    case "offer_over":
    case "bad_quote":
    case "entered_before":
    case "complaint_exists":
    case "nothing_to_do":
      return new Problem("conflict", `Refused: ${refusal.reason}.`);
    default:
      return refusal satisfies never;
  }
}

/** The statuses that the API moves orders to, beside their flow's stages. */
export const movableTo = ["in_progress", "done", "failed", "cancelled"] as const;

/** 409 with the moves that are legal now, of those that the API makes: forward, to a stage or to one of its statuses. */
export function illegalMove(from: StatusName, legal: readonly LegalMove[]): Problem {
  const names = legal
    .filter(({ to, stage, back }) => !back && (stage !== undefined || movableTo.some((name) => name === to)))
    .map(({ to, stage }) => stage ?? to);
  return new Problem("illegal_move", `The order is "${from}".`, { legal: names });
}
