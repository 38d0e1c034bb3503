/** That a browser ends when it is told to, in whatever state it is: one that stays would hold the link. Through the real library. */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { findBrowser } from "../../../src/browser.ts";
import { createBrowserEnd } from "../../../src/channels/whatsapp/browser-end.ts";
import { openLibrary } from "../../../src/channels/whatsapp/library.ts";
import { sessionFolder } from "../../../src/channels/whatsapp/session.ts";
import type { WebEvents } from "../../../src/channels/whatsapp/web.ts";
import { soon } from "./started.ts";

const nothing = () => undefined;
const events = Object.fromEntries(
  ["qr", "code", "loading", "ready", "state", "ended", "message", "edited", "deleted", "acked"]
    .concat("reacted", "called")
    .map((name) => [name, nothing]),
) as unknown as WebEvents;

async function openBrowser() {
  const folder = await mkdtemp(join(tmpdir(), "wasit-whatsapp-"));
  const page = { folder: join(folder, "page"), version: "FAKE" };
  await mkdir(page.folder);
  await writeFile(
    join(page.folder, "FAKE.html"),
    "<!doctype html><title>A page that never says anything</title>",
  );
  const browser = await findBrowser(process.env.CHROMIUM_PATH || undefined);
  const args = [...browser.args, "--no-sandbox"];
  const web = await openLibrary({ folder, browser: { ...browser, args }, page })(events);
  const pids = () => processesOf(sessionFolder(folder));
  onTestFinished(async () => {
    await web.destroy();
    for (const pid of await pids()) process.kill(pid, "SIGKILL");
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
  return { web, pids };
}

/** Those that were started with this folder. */
async function processesOf(folder: string): Promise<readonly number[]> {
  const found = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    found.map(async (pid) => ({ pid, line: await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "") })),
  );
  return lines.filter(({ line }) => line.includes(folder)).map(({ pid }) => Number(pid));
}

describe.runIf(existsSync("/proc/self/cmdline"))("a browser that is told to end", () => {
  it("is not left behind in the middle of its start", async () => {
    for (const ms of [0, 20, 100, 400]) {
      const { web, pids } = await openBrowser();
      const opening = web.open().catch(nothing);
      await wait(ms);
      await web.destroy();
      await opening;
      await wait(300);
      expect(await pids()).toEqual([]);
    }
    // Four browsers one after the other, each with its longest waits, on a busy machine.
  }, 60_000);

  it("is killed where it hangs", async () => {
    const { web, pids } = await openBrowser();
    void web.open().catch(nothing);
    await vi.waitFor(async () => expect((await pids()).length).toBeGreaterThan(0), soon);
    await wait(1_000);
    for (const pid of await pids()) process.kill(pid, "SIGSTOP");
    const began = Date.now();
    await web.destroy();
    expect(Date.now() - began).toBeLessThan(5_000);
    await vi.waitFor(async () => expect(await pids()).toEqual([]), soon);
  });
});

describe("a start that never comes to its end", () => {
  it("is broken off when the browser is told to end", async () => {
    const client = { destroy: async () => undefined };
    const end = createBrowserEnd(client, new AbortController());
    const opening = end.watch(new Promise(nothing));
    const failed = expect(opening).rejects.toThrow("told to end");
    await end.end();
    await failed;
  });
});
