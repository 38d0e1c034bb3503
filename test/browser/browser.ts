/**
 * A browser for tests, found where this machine has one: `CHROMIUM_PATH`, else an installed Chrome or Chromium, else the one inside
 * the npm package, so that a fresh machine needs nothing from its system.
 */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** No sandbox, because tests also run as root; and nothing that calls home. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** An open browser; its owner closes it. */
export async function openBrowser(): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH || installed.find((path) => existsSync(path));
  if (own) return chromium.launch({ executablePath: own, args: flags, headless: true });
  // Read when the package is loaded: with it the package unpacks its own NSS libraries, which a bare system lacks.
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs22.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  // Its own arguments are left out: they run everything in one process and turn web security off, which tests must not.
  const executablePath = await packaged.executablePath();
  return chromium.launch({ executablePath, args: flags, headless: true });
}
