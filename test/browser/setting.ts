/**
 * A whole office for browser tests: the real one, on a free port and a folder of its own, with a clock that stands still until a
 * test moves it; customers and staff come to it in pages that report every complaint of the browser.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { type DemoAgent, seedDemo } from "../../src/demo.ts";
import { type Office, openOffice } from "../../src/office.ts";
import { listen, webOf } from "../../src/serve.ts";
import { freePort } from "../kit.ts";
import { openBrowser } from "./browser.ts";

/** A Sunday morning on which the office is open. */
const opening = Date.parse("2026-11-22T10:00:00+03:00");

/** What an integrator of this office would send. */
export const apiKey = "key-of-a-test-office-1234";

/** Less than a test's own limit, so that a failure names what did not come. */
const patienceMs = 8_000;

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** What a page asks of the machine that shows it. */
export type Screen = Pick<
  BrowserContextOptions,
  "viewport" | "colorScheme" | "permissions" | "geolocation" | "storageState" | "deviceScaleFactor"
>;

export const phone = { width: 390, height: 844 } as const;
export const desktop = { width: 1280, height: 800 } as const;

export type Setting = {
  readonly base: string;
  readonly office: Office;
  readonly agents: readonly DemoAgent[];
  /** What browsers complained about: errors, warnings, content that the security policy refused. */
  readonly complaints: string[];
  /** A browser of its own person: nothing is shared with others but the office. */
  context(screen?: Screen): Promise<BrowserContext>;
  /** Moves the office's clock, and that of every open page. */
  pass(minutes: number): Promise<void>;
  /** The process ends and begins again on the same folder and port; `between` runs while nothing is there. */
  restart(between?: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

/** Opens the office and a browser. */
export async function openSetting(): Promise<Setting> {
  const dataDir = await mkdtemp(join(tmpdir(), "wasit-browser-"));
  const [browser, port] = await Promise.all([openBrowser(), freePort()]);
  const time = { now: opening };
  const complaints: string[] = [];
  const contexts = new Set<BrowserContext>();
  const begin = () => begins(dataDir, port, time);
  let running = await begin();
  const agents = await seedDemo(running.office.store, opening);
  return {
    base: `http://127.0.0.1:${port}`,
    get office() {
      return running.office;
    },
    agents,
    complaints,
    async context(screen = {}) {
      const context = await newContext(browser, screen, complaints);
      contexts.add(context);
      context.on("close", () => contexts.delete(context));
      await context.clock.setFixedTime(time.now);
      return context;
    },
    async pass(minutes) {
      time.now += minutes * 60_000;
      for (const context of contexts) await context.clock.setFixedTime(time.now);
      await running.office.engine.tick();
    },
    async restart(between = async () => undefined) {
      await running.stop();
      await between();
      running = await begin();
    },
    async close() {
      await browser.close();
      await running.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The office and its pages on this port, as `main.ts` puts them together. */
async function begins(dataDir: string, port: number, time: { readonly now: number }) {
  const office = await openOffice({ dataDir, clock: { now: () => time.now }, manualClock: true });
  const web = webOf(
    office,
    {
      publicUrl: `http://127.0.0.1:${port}`,
      trustProxy: [],
      demo: true,
      rehearsal: false,
      language: "ar",
      zone: "Asia/Riyadh",
      apiKey,
    },
    silent,
  );
  const served = await listen(web, { host: "127.0.0.1", port });
  return {
    office,
    async stop() {
      await served.stop();
      await office.close();
    },
  };
}

async function newContext(browser: Browser, screen: Screen, complaints: string[]): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: desktop,
    reducedMotion: "reduce",
    locale: "ar-SA",
    ...screen,
  });
  context.setDefaultTimeout(patienceMs);
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
  context.on("dialog", (dialog) => {
    complaints.push(`a dialog opened: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await context.addInitScript(
    'addEventListener("securitypolicyviolation", (e) => console.error("refused", e.violatedDirective, e.blockedURI));',
  );
  return context;
}
