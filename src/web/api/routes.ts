/** The API, version 1: every endpoint beside its OpenAPI entry, and the document made from them. */
import { OpenAPIHono } from "@hono/zod-openapi";
import { scopes } from "../../domain/integration.ts";
import type { WebParts } from "../deps.ts";
import { chatMessages, createAddressOf, createLimiter, newChats, uploads } from "../limits.ts";
import { Problem, problemResponse } from "../problem.ts";
import { conversationEndpoints } from "./conversations.ts";
import type { ApiParts, Endpoint } from "./endpoint.ts";
import { entryEndpoints } from "./entry.ts";
import { eventEndpoints } from "./events.ts";
import { fileEndpoints } from "./files.ts";
import { lineEndpoints } from "./line-states.ts";
import { machineRoutes } from "./machine-routes.ts";
import { messageEndpoints } from "./messages.ts";
import { offerEndpoints } from "./offers.ts";
import { orderEndpoints } from "./orders.ts";
import { reportEndpoints } from "./reports.ts";
import { resumeEndpoints } from "./resume.ts";
import { sessionEndpoints } from "./sessions.ts";
import { stageEndpoints } from "./stage.ts";

const about = {
  openapi: "3.1.0",
  info: {
    title: "The office's API",
    version: "1",
    description:
      "Chats for customers, orders for programs. Errors are `application/problem+json` with a type from a closed list.",
  },
  servers: [{ url: "/api/v1" }],
};

/** Everything under `/api/v1`. */
export function apiRoutes(web: WebParts): OpenAPIHono {
  const parts: ApiParts = {
    ...web,
    newChats: createLimiter(newChats, web.realNow),
    chatMessages: createLimiter(chatMessages, web.realNow),
    uploads: createLimiter(uploads, web.realNow),
    addressOf: createAddressOf(web.config.trustProxy),
  };
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerComponent("securitySchemes", "apiKey", {
    ...{ type: "http", scheme: "bearer" },
    description: `A key of an administrator's page ("Integrations"), with the scopes that a route names (${scopes.join(", ")}), or the key of the settings, which has all of them.`,
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "partner", {
    ...{ type: "apiKey", in: "header", name: "webhook-signature" },
    description:
      "Standard Webhooks: `webhook-id`, `webhook-timestamp` and `webhook-signature` by the partner's own secret",
  });
  for (const { route, handle } of endpoints(parts)) {
    app.openAPIRegistry.registerPath(route);
    app.on(route.method.toUpperCase(), route.path.replaceAll(/\{(\w+)\}/g, ":$1"), handle);
  }
  for (const route of machineRoutes) app.openAPIRegistry.registerPath(route);
  let document: object | undefined;
  app.get("/openapi.json", (c) => {
    document ??= app.getOpenAPI31Document(about);
    return c.json(document);
  });
  app.all("*", () => problemResponse(new Problem("not_found", "The API has no such route.")));
  return app;
}

function endpoints(parts: ApiParts): readonly Endpoint[] {
  return [
    ...sessionEndpoints(parts),
    ...messageEndpoints(parts),
    ...eventEndpoints(parts),
    ...fileEndpoints(parts),
    ...orderEndpoints(parts),
    ...offerEndpoints(parts),
    ...stageEndpoints(parts),
    ...reportEndpoints(parts),
    ...resumeEndpoints(parts),
    ...entryEndpoints(parts),
    ...conversationEndpoints(parts),
    ...lineEndpoints(parts),
  ];
}
