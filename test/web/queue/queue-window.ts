/** The queue of a small office behind a real server, and a browser's window in which its admin is logged in. */
import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { assetRoutes } from "../../../src/web/asset-files.ts";
import { securityHeaders } from "../../../src/web/security.ts";
import { password, type SmallOffice } from "./small-office.ts";

export type QueueWindow = {
  readonly base: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained about: errors, refused content, failed scripts. */
  readonly complaints: string[];
  close(): Promise<void>;
};

/** @param before what each request at this path below `/queue` passes first */
export async function openQueueWindow(
  browser: Browser,
  office: SmallOffice,
  before: { readonly path: string; readonly pass: () => unknown },
): Promise<QueueWindow> {
  const app = new Hono();
  app.use(securityHeaders("http://127.0.0.1"));
  app.use(`/queue/${before.path}`, async (_, next) => {
    await before.pass();
    await next();
  });
  app.route("/assets", assetRoutes());
  app.route("/queue", office.app);
  const server = await new Promise<ServerType>((resolve) => {
    const started: ServerType = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, () =>
      resolve(started),
    );
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/queue`;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(6_000);
  const complaints: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
  return {
    ...{ base, context, complaints },
    page: await logIn(context, base),
    async close() {
      await context.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function logIn(context: BrowserContext, base: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${base}/login?language=en`);
  await page.fill("#email", "admin@example.com");
  await page.fill("#password", password);
  await page.click("main button");
  await page.waitForSelector("#page");
  return page;
}
