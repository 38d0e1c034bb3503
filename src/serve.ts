/** The office's pages and API: over an office, and on a port. */
import { randomBytes } from "node:crypto";
import { serve } from "@hono/node-server";
import type { Office } from "./office.ts";
import { createWeb, type Web } from "./web/app.tsx";
import type { WebConfig, WebLog } from "./web/deps.ts";
import type { PlatformWebhook } from "./web/webhooks.ts";

/** Open streams and held polls get this long to end by themselves when the server stops. */
const longestGoodbyeMs = 500;

/**
 * Longest time for a request to arrive whole: 20 MiB at 24 KiB a second, a poor telephone line. Node's own 5 minutes would cut off
 * below 70. Its headers still have to be there within a minute, so that nobody holds a connection with nothing.
 */
const longestUploadMs = 15 * 60_000;

export type Served = { readonly port: number; stop(): Promise<void> };

/** All routes over an office, without a port. @param webhooks where platforms bring messages to */
export function webOf(
  office: Office,
  config: WebConfig,
  log: WebLog,
  webhooks: readonly PlatformWebhook[] = [],
): Web {
  return createWeb({
    engine: office.engine,
    orders: office.store.orders,
    standings: office.store.standings,
    people: office.store.people,
    partners: office.store.partners,
    departments: office.store.departments,
    doors: office.store.doors,
    documents: office.documents,
    lines: office.lines,
    licences: office.licences,
    silentPartners: office.silentPartners,
    mailTrouble: office.mailTrouble,
    unreachedHeads: office.unreachedHeads,
    catalogue: office.catalogue,
    offerKey: office.offerKey,
    seenWebhooks: office.store.seenWebhooks,
    integrations: office.store.integrations,
    hooks: office.hooks,
    staffChatOf: office.staffChatOf,
    systemTroubleOf: office.systemTroubleOf,
    ...(office.mailChatOf && { mailChatOf: office.mailChatOf }),
    config,
    log,
    realNow: Date.now,
    randomBytes,
    ...(webhooks.length > 0 && { webhooks }),
  });
}

/** Listens. Rejects with Node's own error (`EADDRINUSE`, …) when it can't. */
export function listen(
  web: Web,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Served> {
  return new Promise((resolve, reject) => {
    const serverOptions = { requestTimeout: longestUploadMs };
    const server = serve({ fetch: web.app.fetch, hostname: host, port, serverOptions }, (address) => {
      const stop = () =>
        new Promise<void>((stopped) => {
          web.close();
          server.close(() => stopped());
          if ("closeIdleConnections" in server) server.closeIdleConnections();
          setTimeout(() => {
            if ("closeAllConnections" in server) server.closeAllConnections();
          }, longestGoodbyeMs).unref();
        });
      resolve({ port: address.port, stop });
    });
    server.on("error", reject);
  });
}
