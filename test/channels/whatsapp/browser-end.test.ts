/** That a browser ends when it is told to, in whatever state it is: one that stays would hold the link. Through the real library. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
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
    for (const pid of await pids()) kill(pid);
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
  return { web, pids };
}

/** One of several may have ended with the first. */
function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has.
  }
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

  it("is not waited for where it dies in its start", async () => {
    const { web, pids } = await openBrowser();
    const failed = expect(web.open()).rejects.toThrow();
    await vi.waitFor(async () => expect((await pids()).length).toBeGreaterThan(0), { ...soon, interval: 1 });
    for (const pid of await pids()) kill(pid);
    await failed;
  });

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
  const folder = "/of/this/test";
  /** One that goes on until it is killed, which a library starts and of whose end it never hears. */
  const begin = () => {
    const waits = "setInterval(() => undefined, 1_000)";
    const child = spawn(process.execPath, ["-e", waits, "--", `--user-data-dir=${folder}`]);
    onTestFinished(() => void child.kill("SIGKILL"));
    return child;
  };
  const client = { destroy: async () => undefined };

  it("is over as soon as its browser's process is", async () => {
    const end = createBrowserEnd(client, new AbortController(), folder);
    let child: ChildProcess | undefined;
    const opening = end.watch(() => {
      child = begin();
      return new Promise(nothing);
    });
    const failed = expect(opening).rejects.toThrow("ended while it started");
    await vi.waitFor(() => expect(child?.pid).toBeDefined(), soon);
    child?.kill("SIGKILL");
    await failed;
    await end.end();
  });

  it("ends with its browser, though the library has not got hold of it", async () => {
    const end = createBrowserEnd(client, new AbortController(), folder);
    let child: ChildProcess | undefined;
    const opening = end.watch(() => {
      child = begin();
      return new Promise(nothing);
    });
    const failed = expect(opening).rejects.toThrow();
    await vi.waitFor(() => expect(child?.pid).toBeDefined(), soon);
    await end.end();
    expect(child?.signalCode).toBe("SIGKILL");
    await failed;
  });

  it("leaves none behind that begins after it was told to end, and ends no other program", async () => {
    const end = createBrowserEnd(client, new AbortController(), folder);
    const opening = end.watch(() => new Promise(nothing));
    const failed = expect(opening).rejects.toThrow("told to end");
    await end.end();
    await failed;
    const other = spawn(process.execPath, ["-e", "setTimeout(() => undefined, 60_000)"]);
    onTestFinished(() => void other.kill("SIGKILL"));
    const late = begin();
    await once(late, "exit");
    expect([late.signalCode, other.exitCode, other.signalCode]).toEqual(["SIGKILL", null, null]);
  });

  it("is broken off when the browser is told to end", async () => {
    const end = createBrowserEnd(client, new AbortController(), "/nowhere");
    const opening = end.watch(() => new Promise(nothing));
    const failed = expect(opening).rejects.toThrow("told to end");
    await end.end();
    await failed;
  });
});
