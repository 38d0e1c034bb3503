/** What programs ask beside the API, for its document alone: the routes themselves are `health.ts`'s. */
import type { RouteConfig } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import { answers, byKey, refuses } from "./endpoint.ts";

/** Not below `/api/v1`. */
const servers = [{ url: "/" }];
const aliveSchema = z.object({ status: z.literal("alive") }).openapi("Alive");
const readySchema = z
  .object({
    ready: z.boolean(),
    reason: z.string().optional(),
    model: z.enum(["serving", "resting"]).optional().openapi({ description: "Left out: there is none" }),
  })
  .openapi("Ready");

export const machineRoutes: readonly RouteConfig[] = [
  {
    ...{ method: "get", path: "/healthz", summary: "Whether the process is alive", servers },
    responses: answers(200, "It is", aliveSchema),
  },
  {
    ...{ method: "get", path: "/readyz", summary: "Whether customers can be served", servers },
    responses: {
      ...answers(200, "They can", readySchema),
      503: { description: "Not now", content: { "application/json": { schema: readySchema } } },
    },
  },
  {
    ...{ method: "get", path: "/metrics", summary: "Counters and states, for Prometheus", servers },
    security: byKey("metrics:read"),
    responses: {
      200: { description: "Text format 0.0.4", content: { "text/plain": { schema: z.string() } } },
      ...refuses("unauthorized", "forbidden"),
    },
  },
  {
    ...{ method: "get", path: "/openapi.json", summary: "This document" },
    responses: answers(200, "OpenAPI 3.1", z.looseObject({ openapi: z.string() })),
  },
];
