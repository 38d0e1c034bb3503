/** Staff at the queue: they log in by the form once, and their browser remembers. */
import type { BrowserContext, Page } from "playwright-core";
import type { Screen, Setting } from "./setting.ts";

export type Who = "noura" | "salem";

type Kept = Awaited<ReturnType<BrowserContext["storageState"]>>;
const remembered = new WeakMap<Setting, Map<Who, Kept>>();

/** Opens `/queue` for one of the demo's two agents, in the language that they chose. */
export async function staffAt(
  setting: Setting,
  who: Who,
  language: "ar" | "en" = "ar",
  screen: Screen = {},
): Promise<Page> {
  const kept = remembered.get(setting) ?? new Map<Who, Kept>();
  remembered.set(setting, kept);
  await speaks(setting, who, language);
  const storageState = kept.get(who);
  const context = await setting.context({ ...screen, ...(storageState && { storageState }) });
  const page = await context.newPage();
  await page.goto(`${setting.base}/queue`);
  if (!storageState) {
    await logIn(page, setting, who);
    kept.set(who, await context.storageState());
  }
  await page.locator("#page").waitFor();
  return page;
}

async function logIn(page: Page, setting: Setting, who: Who): Promise<void> {
  const agent = setting.agents.find(({ email }) => email.startsWith(who));
  await page.fill("#email", agent?.email ?? "");
  await page.fill("#password", agent?.password ?? "");
  await page.press("#password", "Enter");
}

async function speaks({ office }: Setting, who: Who, language: "ar" | "en"): Promise<void> {
  const agent = (await office.store.people.listAgents()).find(({ email }) => email.startsWith(who));
  if (agent && agent.language !== language) await office.store.people.changeAgent(agent.id, { language });
}
