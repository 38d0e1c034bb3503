/**
 * Partners' systems answer here: accept or decline an offer, report a stage. Each message is signed with the partner's own secret (Standard Webhooks), so
 * nobody answers for another, and a repeated one has no further effect.
 */
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { orderOfOffer, type PartnerId, parseOfferId } from "../../domain/ids.ts";
import type { Offer, OfferAnswer } from "../../domain/offer.ts";
import type { Order } from "../../domain/order.ts";
import type { Acted } from "../../engine.ts";
import { offerOf } from "../../orders/offers.ts";
import { checkAct, type PartnerAct } from "../../webhooks/act.ts";
import { checkWebhook, longestBody, statusOfRefusal, type WebhookRefusal } from "../../webhooks/check.ts";
import { answerOnce } from "../../webhooks/once.ts";
import { parseWebhookSecret } from "../../webhooks/secret.ts";
import type { KeptAnswer, SeenWebhooks } from "../../webhooks/seen.ts";
import type { WebDeps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { type ApiParts, answers, type Endpoint, jsonBody, refuses } from "./endpoint.ts";

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
  const answer = createAnswering(parts, parts.seenWebhooks);
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
    handle: (c: Context) => answer(c, verb),
  }));
}

type Found = { readonly order: Order; readonly offer: Offer };

function createAnswering(
  parts: ApiParts,
  seen: SeenWebhooks,
): (c: Context, verb: "accept" | "decline") => Promise<Response> {
  const once = answerOnce(seen);
  return async (c, verb) => {
    const given = c.req.param("id") ?? "";
    const found = await find(parts, given);
    const { id, body, partner: sender } = await signedBy(parts, c, found ? [found.offer.partner.id] : []);
    // Whoever signed rightly has been found, so its offer has.
    if (!found) throw new Problem("unauthorized", "The signature is not right.");
    sayTheSame(body, { type: `offer.${verb}`, offer: given });
    const { answer } = await once({ sender, id, at: parts.realNow() }, () =>
      act(parts, found, answerOf(verb, body)),
    );
    const facts = { partner: sender, offer: found.offer.id, act: verb, status: answer.status };
    parts.log.info(facts, "a partner's system answered");
    return c.json(answer.body as object, answer.status as 200);
  };
}

async function find({ orders }: WebDeps, given: string): Promise<Found | undefined> {
  const id = parseOfferId(given);
  const order = id && (await orders.get(orderOfOffer(id)));
  const offer = order && offerOf(order, id);
  return offer && { order, offer };
}

/**
 * The message, and which of these partners signed it now. An unknown offer, or partner without a secret, is refused like a wrong
 * signature: strangers learn nothing of what there is. One that staff have paused says nothing to the office.
 */
export async function signedBy(
  { partners, realNow, log }: WebDeps,
  c: Context,
  senders: readonly PartnerId[],
): Promise<{ readonly id: string; readonly body: unknown; readonly partner: PartnerId }> {
  const [body, { headers }, now] = [await bounded(c), c.req.raw, realNow()];
  let why: WebhookRefusal = "forged";
  // Without a sender the message is looked at all the same: what is wrong with it is no secret.
  for (const partner of senders.length > 0 ? senders : [undefined]) {
    const kept = partner && (await partners.secretOf(partner));
    const secret = kept === undefined ? undefined : parseWebhookSecret(kept);
    const check = checkWebhook({ headers, body, now, secrets: secret ? [secret] : [] });
    if (check.type === "ok" && partner) {
      if ((await partners.get(partner))?.state.status === "paused_by_staff")
        throw new Problem("forbidden", "The office has paused this partner.");
      return { ...check, partner };
    }
    if (check.type === "refused") why = check.why;
  }
  log.warn({ why }, "a message of a partner's system was refused");
  const status = statusOfRefusal(why);
  if (status === 413) throw new Problem("text_too_long", "The message is longer than 64 KiB.");
  if (status === 400) throw new Problem("not_json", "The body is not JSON.");
  throw new Problem("unauthorized", `The signature is not right: ${why}.`);
}

/** The body as it came, read no further than one byte above what is taken. */
async function bounded(c: Context): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes > longestBody) break;
  }
  return Buffer.concat(chunks);
}

/** A signature covers the body alone: it must say what the path says. */
export function sayTheSame(body: unknown, path: PartnerAct): void {
  const check = checkAct(body, path);
  if (check.type === "same") return;
  const errors = check.fields.map((field) => ({
    ...{ field, code: "differs", message: "it must be the same as in the path" },
  }));
  throw new Problem("invalid", "The body says something else than the path.", { errors });
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
