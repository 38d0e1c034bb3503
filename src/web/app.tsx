/**
 * All routes of the office on one server: the API, the customer's chat, the staff's queue, assets, and health. What holds for
 * every answer (headers, the request log, how a failure reads) is said here and nowhere else.
 */
import { Hono } from "hono";
import { apiRoutes } from "./api/routes.ts";
import { assetRoutes } from "./asset-files.ts";
import { homeRoutes } from "./chat/home.tsx";
import { chatPageRoutes } from "./chat/routes.tsx";
import type { WebDeps } from "./deps.ts";
import { healthRoutes } from "./health.ts";
import { createLive } from "./live.ts";
import { backRoutes } from "./partner/back-routes.tsx";
import { partnerRoutes } from "./partner/routes.tsx";
import { answerToError, Problem, problemResponse } from "./problem.ts";
import { queueRoutes } from "./queue/routes.tsx";
import { endsUnreadBodies, requestLog, securityHeaders } from "./security.ts";
import { webhookRoutes } from "./webhooks.ts";

export type Web = {
  readonly app: Hono;
  /** Ends every open stream and waiting poll; without it a server waits for them when it stops. */
  readonly close: () => void;
};

/** The routes over these parts; `close` before the server stops. */
export function createWeb(deps: WebDeps): Web {
  const boot = Buffer.from(deps.randomBytes(6)).toString("base64url");
  const live = createLive(deps.engine, boot);
  const parts = { ...deps, live };
  const app = new Hono();
  app.use(requestLog(deps.log, deps.realNow), securityHeaders(deps.config.publicUrl), endsUnreadBodies());
  app.onError((error) => answerToError(error, deps.log));
  app.notFound(() => problemResponse(new Problem("not_found", "There is no such page.")));
  const counts = { webhooks_total: 0, webhooks_refused_total: 0 };
  app.route(
    "/",
    healthRoutes(deps, () => (deps.webhooks ? counts : {})),
  );
  app.route("/", webhookRoutes(deps.webhooks ?? [], { log: deps.log, counts }));
  app.route("/", homeRoutes(deps));
  app.route("/assets", assetRoutes());
  app.route("/api/v1", apiRoutes(parts));
  app.route("/chat", chatPageRoutes(deps));
  if (deps.offerKey !== undefined) {
    app.route("/offer", partnerRoutes(deps, deps.offerKey));
    app.route("/back", backRoutes(deps, deps.offerKey));
  }
  app.route("/queue", queueRoutes(parts));
  return { app, close: () => live.close() };
}

/** The routes alone, for whoever never stops them (tests, embedding). */
export function createApp(deps: WebDeps): Hono {
  return createWeb(deps).app;
}
