/** What the system of the partner that has an order reports of it beside its steps: that it knows of a change, that the customer did not come. */
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { PartnerReport, Refusal } from "../../domain/act.ts";
import type { KeptAnswer, SeenWebhooks } from "../../webhooks/seen.ts";
import { longestNote } from "../lengths.ts";
import { invalidField } from "../problem.ts";
import { storable } from "../storable.ts";
import { type ApiParts, answers, type Endpoint, jsonBody, refuses } from "./endpoint.ts";
import { refParam } from "./orders.ts";
import { actOnce, answerTo, sayTheSame, signedAbout, signedRefusals } from "./partner-signed.ts";

const confirmSchema = z
  .object({
    type: z.literal("order.confirm"),
    order: z.string(),
    change: z.int().positive().openapi({ description: "The `change` of the notice" }),
    can: z.boolean().default(true).openapi({ description: "False: it can't be done so; staff are called" }),
    note: z.string().max(longestNote).optional().openapi({ description: "For staff" }),
  })
  .openapi("OrderConfirm");
const expirySchema = z
  .object({
    type: z.literal("order.expiry"),
    order: z.string(),
    valid_until: z.iso.date().openapi({ description: "The last day of what was issued, after today" }),
  })
  .openapi("OrderExpiry");
const noShowSchema = z.object({ type: z.literal("order.no_show"), order: z.string() }).openapi("OrderNoShow");
const reportedSchema = z.object({ order: z.string(), status: z.string() }).openapi("OrderReported");

type Verb = "confirm" | "no_show" | "expiry";
const schemas = { confirm: confirmSchema, no_show: noShowSchema, expiry: expirySchema } as const;
const summaries: Readonly<Record<Verb, string>> = {
  confirm: "Confirm that a change or a cancelling is known, or say that it can't be done",
  expiry: "Say until when what was issued lasts, where the service renews it; also once the order is done",
  no_show: "Report that the customer did not come to the appointment; the order ends",
};

/** `POST /orders/{ref}/confirm` and `…/no_show`. */
export function reportEndpoints(parts: ApiParts): readonly Endpoint[] {
  const { seenWebhooks } = parts;
  if (!seenWebhooks) return [];
  return (["confirm", "no_show", "expiry"] as const).map((verb) => ({
    route: {
      method: "post" as const,
      path: `/orders/{ref}/${verb}`,
      summary: summaries[verb],
      security: [{ partner: [] }],
      request: { params: refParam, ...jsonBody(schemas[verb]) },
      responses: {
        ...answers(200, "Noted", reportedSchema),
        ...refuses(...signedRefusals),
      },
    },
    handle: (c: Context) => report(parts, seenWebhooks, c, verb),
  }));
}

async function report(parts: ApiParts, seen: SeenWebhooks, c: Context, verb: Verb): Promise<Response> {
  const { order, message } = await signedAbout(parts, c);
  sayTheSame(message.body, { type: `order.${verb}`, order: order.ref });
  const said = reportIn[verb](message.body);
  return actOnce(parts, seen, c, message, { order: order.ref, act: verb }, async () =>
    answerTo(await parts.engine.partnerReports(order.ref, message.partner, said), order, refusalOf),
  );
}

const reportIn: Readonly<Record<Verb, (body: unknown) => PartnerReport>> = {
  no_show: () => ({ type: "no_show" }),
  confirm(body) {
    const { change: n, can, note } = checked(confirmSchema, body);
    return { type: "confirm", n, can, note: note === undefined ? "" : storable(note) };
  },
  expiry: (body) => ({ type: "expiry", date: checked(expirySchema, body).valid_until }),
};

function checked<T>(schema: z.ZodType<T>, body: unknown): T {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const field = String(read.error.issues[0]?.path[0] ?? "type");
  throw invalidField(field, "wrong", `"${field}" is missing or has another form`);
}

/** `not waiting`: no such change waits for an answer; nobody is expected now, or the customer came. */
function refusalOf({ reason }: Refusal): KeptAnswer {
  if (reason === "unknown_field")
    return { status: 422, body: { detail: "`valid_until` has to be a day after today." } };
  return { status: 409, body: { over: reason === "not_allowed" ? "not yours" : "not waiting" } };
}
