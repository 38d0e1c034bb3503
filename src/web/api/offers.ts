/**
 * Partners' systems answer here: accept or decline an offer, name a price, report a stage. Each message is signed with the partner's own secret (Standard Webhooks), so
 * nobody answers for another, and a repeated one has no further effect.
 */
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Refusal } from "../../domain/act.ts";
import { orderOfOffer, parseOfferId } from "../../domain/ids.ts";
import type { BadQuote, Offer, OfferAnswer } from "../../domain/offer.ts";
import type { Order } from "../../domain/order.ts";
import { offerOf } from "../../orders/offers.ts";
import type { KeptAnswer, SeenWebhooks } from "../../webhooks/seen.ts";
import type { WebDeps } from "../deps.ts";
import { longestReason } from "../lengths.ts";
import { invalidField, Problem } from "../problem.ts";
import { storable } from "../storable.ts";
import { type ApiParts, answers, type Endpoint, jsonBody, refuses } from "./endpoint.ts";
import { actOnce, answerTo, sayTheSame, signedBy, signedRefusals } from "./partner-signed.ts";

const offerParam = z.object({ id: z.string().openapi({ example: "of_10001_Q2k0c2lnbmVkLW9m" }) });
const answerSchema = z
  .object({
    type: z.enum(["offer.accept", "offer.decline"]),
    offer: z.string().openapi({ description: "The same as in the path" }),
    reason: z
      .string()
      .max(longestReason)
      .optional()
      .openapi({ description: "Why it is declined, for staff" }),
  })
  .openapi("OfferAnswer");
const quoteSchema = z
  .object({
    type: z.literal("offer.quote"),
    offer: z.string().openapi({ description: "The same as in the path" }),
    amountMinor: z.int().openapi({
      example: 4500,
      description: "Halalas, tax included: from 1 to 100000000 (a million riyals)",
    }),
    currency: z.string().openapi({ example: "SAR", description: "SAR alone" }),
    note: z
      .string()
      .max(longestReason)
      .optional()
      .openapi({ description: "Words for the customer, without contact details" }),
    at: z.iso
      .datetime({ offset: true })
      .optional()
      .openapi({ description: "Another time than the one asked for (RFC 3339)" }),
  })
  .openapi("OfferQuote");
const answeredSchema = z.object({ order: z.string(), status: z.string() }).openapi("OfferAnswered");

type Verb = "accept" | "decline" | "quote";

const summaries: Readonly<Record<Verb, string>> = {
  accept: "Take the order; the first partner has it",
  decline: "Decline the order, or take the price back",
  quote: "Name a price for an offer that asks for one; the customer chooses",
};

/** `POST /offers/{id}/accept`, `…/decline` and `…/quote`. */
export function offerEndpoints(parts: ApiParts): readonly Endpoint[] {
  if (!parts.seenWebhooks) return [];
  const seen = parts.seenWebhooks;
  return (["accept", "decline", "quote"] as const).map((verb) => ({
    route: {
      method: "post" as const,
      path: `/offers/{id}/${verb}`,
      summary: summaries[verb],
      security: [{ partner: [] }],
      request: { params: offerParam, ...jsonBody(verb === "quote" ? quoteSchema : answerSchema) },
      responses: {
        ...answers(200, "Done", answeredSchema),
        ...refuses(...signedRefusals),
      },
    },
    handle: (c: Context) => answerOffer(parts, seen, c, verb),
  }));
}

type Found = { readonly order: Order; readonly offer: Offer };

async function answerOffer(parts: ApiParts, seen: SeenWebhooks, c: Context, verb: Verb): Promise<Response> {
  const given = c.req.param("id") ?? "";
  const found = await find(parts, given);
  const message = await signedBy(parts, c, found ? [found.offer.partner.id] : []);
  // Whoever signed rightly has been found, so its offer has.
  if (!found) throw new Problem("unauthorized", "The signature is not right.");
  sayTheSame(message.body, { type: `offer.${verb}`, offer: given });
  const facts = { offer: found.offer.id, act: verb };
  const answer = verb === "quote" ? quoteIn(message.body) : answerOf(verb, message.body);
  return actOnce(parts, seen, c, message, facts, () => act(parts, found, answer));
}

async function find({ orders }: WebDeps, given: string): Promise<Found | undefined> {
  const id = parseOfferId(given);
  const order = id && (await orders.get(orderOfOffer(id)));
  const offer = order && offerOf(order, id);
  return offer && { order, offer };
}

function answerOf(verb: Exclude<Verb, "quote">, body: unknown): OfferAnswer {
  if (verb === "accept") return { type: "accept" };
  const { reason } = body as { readonly reason?: unknown };
  return { type: "decline", reason: typeof reason === "string" ? storable(reason, longestReason) : "" };
}

/** A price as it was sent; what is none is refused by its field. */
function quoteIn(body: unknown): OfferAnswer {
  const read = quoteSchema.safeParse(body);
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? "amountMinor");
    throw invalidField(field, "wrong", `"${field}" is missing or has another form`);
  }
  const { amountMinor, currency, note, at } = read.data;
  if (currency !== "SAR") throw invalidField("currency", "other_currency", "prices are in SAR alone");
  return {
    ...{ type: "quote", total: { amountMinor, currency } },
    ...(note !== undefined && { note: storable(note) }),
    ...(at !== undefined && { at: Date.parse(at) }),
  };
}

/** Which field of a price is wrong, and how. */
const badFields: Readonly<Record<BadQuote, readonly [field: string, message: string] | undefined>> = {
  not_positive: ["amountMinor", "it has to be more than nothing"],
  too_much: ["amountMinor", "it is more than a million riyals"],
  other_currency: ["currency", "prices are in SAR alone"],
  past_time: ["at", "it has passed"],
  needed: undefined,
  not_asked: undefined,
};

async function act({ engine }: WebDeps, { order, offer }: Found, answer: OfferAnswer): Promise<KeptAnswer> {
  return answerTo(await engine.answerOffer(order.ref, offer.id, answer), order, refusalOf);
}

function refusalOf(refusal: Refusal): KeptAnswer {
  if (refusal.reason === "bad_quote")
    return { status: badFields[refusal.why] ? 422 : 409, body: badQuote(refusal.why) };
  const why = refusal.reason === "offer_over" ? refusal.why : "withdrawn";
  return { status: 409, body: why === "taken" ? { takenBy: "another partner" } : { over: why } };
}

/** `asks`: by what the offer is answered, where the message answers it by something else. */
function badQuote(why: BadQuote): object {
  const [field, message] = badFields[why] ?? [];
  if (field === undefined) return { asks: why === "needed" ? "price" : "acceptance" };
  return { detail: `The price can't be taken: ${message}.`, errors: [{ field, code: why, message }] };
}
