/**
 * How a route of the API is written: its OpenAPI entry and its handler side by side. Bodies are read by the handlers themselves
 * (uploads are streams), so nothing here parses anything; the entry is what integrators and the tests per route read.
 */
import type { RouteConfig } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Scope } from "../../domain/integration.ts";
import type { WebParts } from "../deps.ts";
import type { AddressOf, Limiter } from "../limits.ts";
import { type ProblemType, problemSchema, problems } from "../problem.ts";

export type Endpoint = {
  readonly route: RouteConfig;
  readonly handle: (c: Context) => Response | Promise<Response>;
};

/** What the routes of the API stand on. */
export type ApiParts = WebParts & {
  readonly newChats: Limiter;
  readonly chatMessages: Limiter;
  readonly uploads: Limiter;
  readonly addressOf: AddressOf;
};

type Responses = RouteConfig["responses"];

/** A JSON answer of this shape. */
export function answers(status: 200 | 201 | 202, description: string, schema: z.ZodType): Responses {
  return { [status]: { description, content: { "application/json": { schema } } } };
}

/** The refusals that a route may answer with, one entry a status. Every route may fail with 500. */
export function refuses(...types: readonly ProblemType[]): Responses {
  const responses: Record<string, Responses[string]> = {};
  for (const type of [...types, "internal" as const]) {
    const { status, title } = problems[type];
    const before = responses[status];
    const description = before && "description" in before ? `${before.description}; ${title}` : title;
    responses[status] = {
      description: `${description} (\`${type}\`)`,
      content: { "application/problem+json": { schema: problemSchema } },
      ...(status === 429 && { headers: retryAfter }),
    };
  }
  return responses;
}

const retryAfter = {
  "Retry-After": { description: "Seconds to wait", schema: { type: "integer" as const } },
};

/** What a JSON body must look like. */
export function jsonBody(schema: z.ZodType, required = true): NonNullable<RouteConfig["request"]> {
  return { body: { required, content: { "application/json": { schema } } } };
}

/** Only a key with this scope opens it. */
export const byKey = (scope: Scope): NonNullable<RouteConfig["security"]> => [{ apiKey: [scope] }];

/** The session in the path is the key. */
export const sessionParam = z.object({
  session: z.string().openapi({ description: "The chat's key, as `POST /chat/sessions` gave it" }),
});
