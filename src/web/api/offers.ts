/**
 * Partners' systems answer here: accept or decline an offer, report a stage. Each message is signed with the partner's own secret (Standard Webhooks), so
 * nobody answers for another, and a repeated one has no further effect.
 */
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { orderOfOffer, parseOfferId } from "../../domain/ids.ts";
import type { Offer, OfferAnswer } from "../../domain/offer.ts";
import type { Order } from "../../domain/order.ts";
import type { Acted } from "../../engine.ts";
import { offerOf } from "../../orders/offers.ts";
import type { KeptAnswer, SeenWebhooks } from "../../webhooks/seen.ts";
import type { WebDeps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { type ApiParts, answers, type Endpoint, jsonBody, refuses } from "./endpoint.ts";
import { actOnce, sayTheSame, signedBy } from "./partner-signed.ts";

const offerParam = z.object({ id: z.string().openapi({ example: "of_10001_Q2k0c2lnbmVkLW9m" }) });
const answerSchema = z
  .object({
    type: z.enum(["offer.accept", "offer.decline"]),
    offer: z.string().openapi({ description: "The same as in the path" }),
    reason: z.string().max(500).optional().openapi({ description: "Why it is declined, for staff" }),
  })
  .openapi("OfferAnswer");
const answeredSchema = z.object({ order: z.string(), status: z.string() }).openapi("OfferAnswered");

/** `POST /offers/{id}/accept` and `…/decline`. */
export function offerEndpoints(parts: ApiParts): readonly Endpoint[] {
  if (!parts.seenWebhooks) return [];
  const seen = parts.seenWebhooks;
  return (["accept", "decline"] as const).map((verb) => ({
    route: {
      method: "post" as const,
      path: `/offers/{id}/${verb}`,
      summary: verb === "accept" ? "Take the order; the first partner has it" : "Decline the order",
      security: [{ partner: [] }],
      request: { params: offerParam, ...jsonBody(answerSchema) },
      responses: {
        ...answers(200, "Done", answeredSchema),
        ...refuses(
          "not_json",
          "unauthorized",
          "forbidden",
          "conflict",
          "text_too_long",
          "invalid",
          "not_now",
        ),
      },
    },
    handle: (c: Context) => answerOffer(parts, seen, c, verb),
  }));
}

type Found = { readonly order: Order; readonly offer: Offer };

async function answerOffer(
  parts: ApiParts,
  seen: SeenWebhooks,
  c: Context,
  verb: "accept" | "decline",
): Promise<Response> {
  const given = c.req.param("id") ?? "";
  const found = await find(parts, given);
  const message = await signedBy(parts, c, found ? [found.offer.partner.id] : []);
  // Whoever signed rightly has been found, so its offer has.
  if (!found) throw new Problem("unauthorized", "The signature is not right.");
  sayTheSame(message.body, { type: `offer.${verb}`, offer: given });
  const facts = { offer: found.offer.id, act: verb };
  return actOnce(parts, seen, c, message, facts, () => act(parts, found, answerOf(verb, message.body)));
}

async function find({ orders }: WebDeps, given: string): Promise<Found | undefined> {
  const id = parseOfferId(given);
  const order = id && (await orders.get(orderOfOffer(id)));
  const offer = order && offerOf(order, id);
  return offer && { order, offer };
}

function answerOf(verb: "accept" | "decline", body: unknown): OfferAnswer {
  if (verb === "accept") return { type: "accept" };
  const { reason } = body as { readonly reason?: unknown };
  return { type: "decline", reason: typeof reason === "string" ? reason.slice(0, 500) : "" };
}

async function act({ engine }: WebDeps, { order, offer }: Found, answer: OfferAnswer): Promise<KeptAnswer> {
  const acted = await engine.answerOffer(order.ref, offer.id, answer);
  return { status: statusOf(acted), body: bodyOf(acted, order) };
}

function statusOf(acted: Acted): number {
  if (acted.type === "done") return 200;
  return acted.type === "refused" ? 409 : 503;
}

function bodyOf(acted: Acted, order: Order): object {
  if (acted.type === "done")
    return { order: order.ref, status: acted.order?.state.status ?? order.state.status };
  if (acted.type !== "refused") return { detail: "Nothing was stored; try again later." };
  const { refusal } = acted;
  const why = refusal.reason === "offer_over" ? refusal.why : "withdrawn";
  return why === "taken" ? { takenBy: "another partner" } : { over: why };
}
