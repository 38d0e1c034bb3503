/** A partner's system that was paused for its silence says that it takes offers again. */
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { comeBack } from "../../dispatch/come-back.ts";
import { parsePartnerId } from "../../domain/ids.ts";
import type { SeenWebhooks } from "../../webhooks/seen.ts";
import { type ApiParts, answers, type Endpoint, jsonBody, refuses } from "./endpoint.ts";
import { actOnce, sayTheSame, signedBy } from "./partner-signed.ts";

const partnerParam = z.object({ id: z.string().openapi({ example: "p_7Hq2mZx0" }) });
const resumeSchema = z
  .object({
    type: z.literal("partner.resume"),
    partner: z.string().openapi({ description: "The same as in the path" }),
  })
  .openapi("PartnerResume");
const resumedSchema = z
  .object({ partner: z.string(), status: z.literal("active") })
  .openapi("PartnerResumed");

/** `POST /partners/{id}/resume`. */
export function resumeEndpoints(parts: ApiParts): readonly Endpoint[] {
  const { seenWebhooks } = parts;
  if (!seenWebhooks) return [];
  return [
    {
      route: {
        method: "post",
        path: "/partners/{id}/resume",
        summary: "Take offers again, after a pause for silence",
        security: [{ partner: [] }],
        request: { params: partnerParam, ...jsonBody(resumeSchema) },
        responses: {
          ...answers(200, "New offers come again, or never stopped", resumedSchema),
          ...refuses("not_json", "unauthorized", "forbidden", "text_too_long", "invalid"),
        },
      },
      handle: (c) => resume(parts, seenWebhooks, c),
    },
  ];
}

async function resume(parts: ApiParts, seen: SeenWebhooks, c: Context): Promise<Response> {
  const given = c.req.param("id") ?? "";
  const id = parsePartnerId(given);
  const message = await signedBy(parts, c, id ? [id] : []);
  sayTheSame(message.body, { type: "partner.resume", partner: given });
  return actOnce(parts, seen, c, message, { act: "resume" }, async () => {
    // Staff may have paused it since its signature was looked at.
    if ((await comeBack(parts.partners, message.partner)) === "by_staff")
      return { status: 403, body: { detail: "The office has paused this partner." } };
    return { status: 200, body: { partner: message.partner, status: "active" } };
  });
}
