/**
 * Moving an order along its flow. Programs only move it forward: a report that comes late or twice must not take it back, which staff
 * can do in the queue.
 */
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { findFlow } from "../../conversation/flow/pinned.ts";
import { legalMoves } from "../../conversation/order/moves.ts";
import type { Move, PartnerReport, Refusal } from "../../domain/act.ts";
import type { Both, Language } from "../../domain/language.ts";
import { type Order, statusNames } from "../../domain/order.ts";
import type { Acted } from "../../engine.ts";
import type { KeptAnswer, SeenWebhooks } from "../../webhooks/seen.ts";
import { hasScope, needsScope } from "../keys.ts";
import { longestNote, longestText } from "../lengths.ts";
import { invalidField, Problem, readJson } from "../problem.ts";
import { storable } from "../storable.ts";
import { type ApiParts, answers, byKey, type Endpoint, jsonBody, refuses } from "./endpoint.ts";
import { orderJson } from "./order-json.ts";
import { done, illegalMove, movableTo, orderNamed, refParam } from "./orders.ts";
import { actOnce, answerTo, sayTheSame, signedAbout } from "./partner-signed.ts";
import { orderSchema } from "./schemas.ts";

const stageSchema = z
  .object({
    stage: z.string().min(1).max(64).openapi({
      description: "One of the flow's stages, or `in_progress`, `done`, `failed`, `cancelled`",
    }),
    note: z.string().max(longestText).optional().openapi({
      description: "The reason, where the order fails or is cancelled",
    }),
    valid_until: z.iso.date().optional().openapi({
      description: "By partners: the last day of what was issued, where the service renews it",
    }),
  })
  .openapi("Stage");

/** Nothing of the customer: a key may move orders that it may not read. */
const movedSchema = z
  .object({ ref: z.string(), status: z.enum(statusNames), stage: z.string().optional() })
  .openapi("MovedOrder");

/** What the customer reads as the reason where a program ends an order and gives none. */
const noReasonGiven: Both = { ar: "قرار المكتب", en: "the office's decision" };

/** `POST /orders/{ref}/stage`. */
export function stageEndpoints(parts: ApiParts): readonly Endpoint[] {
  return [
    {
      route: {
        method: "post",
        path: "/orders/{ref}/stage",
        summary: "Move an order forward, to a stage of its flow or to a status",
        // A program of the office has its key; the system of the partner that has the order signs.
        security: [...byKey("orders:write"), { partner: [] }],
        request: { params: refParam, ...jsonBody(stageSchema) },
        responses: {
          ...answers(
            200,
            "The order after it; without the scope `orders:read`, its status and stage alone",
            z.union([orderSchema, movedSchema]),
          ),
          ...refuses(
            "not_json",
            "unauthorized",
            "forbidden",
            "not_found",
            "illegal_move",
            "text_too_long",
            "invalid",
            "not_now",
          ),
        },
      },
      handle: (c) => postStage(c, parts),
    },
  ];
}

async function postStage(c: Context, parts: ApiParts): Promise<Response> {
  // A program of the office has its key, a partner's system signs.
  if (c.req.header("webhook-signature") !== undefined && parts.seenWebhooks)
    return reportStage(c, parts, parts.seenWebhooks);
  await needsScope(c, parts, "orders:write");
  const { stage, note, valid_until: expires } = await readJson(c, stageSchema);
  // It is a partner's to say: here it would be lost.
  if (expires !== undefined)
    throw invalidField("valid_until", "wrong", '"valid_until" is said by the partner that has the order');
  const order = await orderNamed(c, parts);
  if (order.kind === "internal")
    throw new Problem(
      "forbidden",
      "Requests between the office's departments are moved by its people alone.",
    );
  const move = moveTo(order, stage, parts);
  refuseGoingBack(order, move, parts);
  const { order: after } = done(await moveWith(note, order, move, parts));
  if (!after) throw new Error(`Order ${order.ref} is gone after it was moved.`);
  if (await hasScope(c, parts, "orders:read")) return c.json(await orderJson(parts, after));
  return c.json(movedJson(after));
}

/** What a program that may not read orders learns of the one that it moved. */
function movedJson({ ref, state }: Order): z.infer<typeof movedSchema> {
  const stage = "stage" in state ? state.stage : undefined;
  return { ref, status: state.status, ...(stage !== undefined && { stage }) };
}

/** A stage by the partner that has the order. */
async function reportStage(c: Context, parts: ApiParts, seen: SeenWebhooks): Promise<Response> {
  const { order, message } = await signedAbout(parts, c);
  const { body, partner } = message;
  sayTheSame(body, { type: "order.stage", order: order.ref });
  const read = stageSchema.safeParse(body);
  if (!read.success) throw wrongField(read.error.issues[0]?.path[0]);
  const { stage, note, valid_until: expires } = read.data;
  const move = {
    ...moveTo(order, stage, parts),
    ...(note !== undefined && { note: storable(note, longestNote) }),
  };
  return actOnce(parts, seen, c, message, { order: order.ref, act: "stage" }, async () => {
    const report = (said: PartnerReport) => parts.engine.partnerReports(order.ref, partner, said);
    const moved = await report({ type: "move", move });
    const last =
      moved.type === "done" && expires !== undefined
        ? await report({ type: "expiry", date: expires })
        : moved;
    return answerTo(last, order, refusalOf);
  });
}

function wrongField(name: PropertyKey | undefined): Problem {
  if (name === "valid_until") return invalidField(name, "wrong", '"valid_until" is a day like 2027-01-31');
  return invalidField("stage", "wrong", '"stage" is missing or too long');
}

function refusalOf(refusal: Refusal): KeptAnswer {
  if (refusal.reason === "unknown_field" || refusal.reason === "nothing_to_do")
    return {
      status: 422,
      body: {
        detail: "The step is noted; `valid_until` can't be: it is no later day, or the service keeps none.",
      },
    };
  if (refusal.reason !== "illegal_move") return { status: 409, body: { over: "not yours" } };
  const legal = refusal.legal.map(({ to, stage }) => stage ?? to);
  return { status: 409, body: { status: refusal.from, legal } };
}

function moveTo(order: Order, stage: string, { catalogue }: ApiParts): Move {
  const stages = findFlow(catalogue(), order)?.stages ?? [];
  if (stages.some(({ id }) => id === stage)) return { to: "in_progress", stage };
  const status = movableTo.find((name) => name === stage);
  if (status) return { to: status };
  const known = [...stages.map(({ id }) => id), ...movableTo].join(", ");
  throw invalidField("stage", "unknown", `"stage" is one of: ${known}`);
}

function refuseGoingBack(order: Order, move: Move, { catalogue }: ApiParts): void {
  const legal = legalMoves(catalogue(), order);
  const meant = legal.find(({ to, stage }) => to === move.to && stage === move.stage);
  if (meant?.back) throw illegalMove(order.state.status, legal);
}

/** A note is optional; the reason that an ended order needs is then the office's. */
async function moveWith(
  note: string | undefined,
  order: Order,
  move: Move,
  { engine }: ApiParts,
): Promise<Acted> {
  const given = note === undefined || note.trim() === "" ? undefined : storable(note);
  const ends = move.to === "cancelled" || move.to === "failed";
  if (given !== undefined) return engine.moveOrder(order.ref, { ...move, note: given });
  if (!ends) return engine.moveOrder(order.ref, move);
  const language: Language = (await engine.conversation(order.conversation))?.language ?? "ar";
  return engine.moveOrder(order.ref, { ...move, note: noReasonGiven[language] });
}
