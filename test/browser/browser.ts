/** A browser for tests, found as the office finds its own; `CHROMIUM_PATH` names another. */
import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "../../src/browser.ts";

/** An open browser; its owner closes it. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, args } = await findBrowser(process.env.CHROMIUM_PATH || undefined);
  // No sandbox, because tests also run where none can be made.
  return chromium.launch({ executablePath, args: [...args, "--no-sandbox"], headless: true });
}
