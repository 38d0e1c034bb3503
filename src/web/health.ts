/** Is the process alive, is the office ready, and how much has it done. No page, no words: for machines that watch. */
import { Hono } from "hono";
import type { WebDeps } from "./deps.ts";
import { needsScope } from "./keys.ts";
import { createMetrics } from "./metrics.ts";

/** `GET /healthz`, `/readyz`, and `/metrics` (a key with `metrics:read`). @param own what the web counts beside the engine */
export function healthRoutes(deps: WebDeps, own: () => Readonly<Record<string, number>> = () => ({})): Hono {
  const { engine, lines, metrics } = deps;
  const app = new Hono();
  const measure = metrics ?? createMetrics({ counters: () => ({ ...engine.counters(), ...own() }) }, lines);
  app.get("/healthz", (c) => c.json({ status: "alive" }));
  app.get("/readyz", (c) => {
    const { ready, reason } = engine.health();
    const model = modelState(engine.counters().llm_resting);
    const about = { ...(reason !== undefined && { reason }), ...(model !== undefined && { model }) };
    return c.json({ ready, ...about }, ready ? 200 : 503);
  });
  app.get("/metrics", async (c) => {
    await needsScope(c, deps, "metrics:read");
    return c.body(await measure(), 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
  });
  return app;
}

/** Information alone: without its model an office is as ready as with it. */
function modelState(resting: number | undefined): "serving" | "resting" | undefined {
  return resting === undefined ? undefined : resting === 0 ? "serving" : "resting";
}
