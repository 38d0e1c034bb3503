/**
 * Why the loop is ours (docs/decisions/040): what becomes of updates whose handling fails, with telegraf's own polling and with ours, on the
 * same server. `library` is what telegraf does, not what it should do: when one of these fails, the decision can be looked at anew.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Telegraf } from "telegraf";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { Received } from "../../../src/channels/channel.ts";
import { deskInMemory } from "../desk.ts";
import { type BotApi, openBotApi } from "./bot-api.ts";
import { customerOf } from "./customer.ts";
import { openPolling } from "./telegram-platform.ts";

const soon = { timeout: 15_000, interval: 10 };
const texts = ["one", "two", "three", "four", "five"];

async function openApi(): Promise<BotApi> {
  const api = await openBotApi();
  onTestFinished(() => api.close());
  const customer = customerOf(api, 77);
  for (const text of texts) customer.says(text);
  return api;
}

/** Handles each update with `take`, as its documentation says: one that throws is caught by `bot.catch`. */
function startLibrary(
  api: BotApi,
  take: (text: string) => Promise<void>,
  options: { handlerTimeout?: number; catches?: boolean } = {},
) {
  const { catches = true, handlerTimeout = 90_000 } = options;
  const bot = new Telegraf(api.token, { handlerTimeout, telegram: { apiRoot: api.url } });
  bot.on("text", (context) => take(context.message.text));
  if (catches) bot.catch(() => undefined);
  return bot.launch().catch(() => undefined);
}

/** Ours, with an office that takes each text with `take`; what throws or is told to come again is not taken. */
async function startOurs(api: BotApi, take: (text: string) => Promise<void>) {
  const { channel } = openPolling(api);
  const known = new Set<string>();
  const receive = async ({ id, content }: { id: string; content: object }): Promise<Received> => {
    if (known.has(id)) return { type: "repeat" };
    if ("text" in content) await take(String(content.text));
    known.add(id);
    return { type: "accepted" };
  };
  await channel.start(receive, deskInMemory());
  onTestFinished(() => channel.stop());
}

/** Takes texts into a list; "two" throws the first time. */
function stumbling() {
  const kept: string[] = [];
  let stumbled = false;
  const take = async (text: string) => {
    if (text === "two" && !stumbled) {
      stumbled = true;
      throw new Error("the database is busy");
    }
    kept.push(text);
  };
  return { kept, take };
}

/** "two" takes longer than the library's patience, and the process ends before it is through: then it is not kept. */
function dawdling(dawdleMs: number) {
  const kept: string[] = [];
  let dawdled = false;
  const take = async (text: string) => {
    if (text === "two" && !dawdled) {
      dawdled = true;
      await new Promise((resolve) => setTimeout(resolve, dawdleMs));
      throw new Error("the process ended");
    }
    kept.push(text);
  };
  return { kept, take };
}

const everything = (kept: readonly string[]) => expect([...kept].sort()).toEqual([...texts].sort());

describe("a handler that throws", () => {
  it("costs the library its update, though the error is caught", async () => {
    const api = await openApi();
    const { kept, take } = stumbling();
    void startLibrary(api, take);
    await vi.waitFor(() => expect(api.queue).toHaveLength(0), soon);
    expect(api.confirmed).toHaveLength(5);
    expect([...kept].sort()).toEqual(["five", "four", "one", "three"]);
  });

  it("costs the library its update and its loop where nobody catches the error", async () => {
    const api = await openApi();
    const { kept, take } = stumbling();
    await startLibrary(api, take, { catches: false });
    await vi.waitFor(() => expect(api.queue).toHaveLength(0), soon);
    expect(kept).not.toContain("two");
    customerOf(api, 77).says("six");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(kept).not.toContain("six");
  });

  it("costs ours nothing", async () => {
    const api = await openApi();
    const { kept, take } = stumbling();
    await startOurs(api, take);
    await vi.waitFor(() => everything(kept), soon);
    await vi.waitFor(() => expect(api.queue).toHaveLength(0), soon);
  });
});

describe("a handler that is slower than the library's patience (90 s, here 200 ms)", () => {
  it("costs the library its update: it is confirmed while it is still being handled", async () => {
    const api = await openApi();
    const { kept, take } = dawdling(3_000);
    void startLibrary(api, take, { handlerTimeout: 200 });
    await vi.waitFor(() => expect(api.confirmed).toHaveLength(5), { ...soon, timeout: 2_800 });
    await new Promise((resolve) => setTimeout(resolve, 3_200));
    expect(kept).not.toContain("two");
    expect(api.queue).toHaveLength(0);
  });

  it("costs ours nothing, and is not confirmed before its time", async () => {
    const api = await openApi();
    const { kept, take } = dawdling(700);
    await startOurs(api, take);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(api.confirmed.length).toBeLessThan(2);
    await vi.waitFor(() => everything(kept), soon);
    await vi.waitFor(() => expect(api.queue).toHaveLength(0), soon);
  });
});

// What ours does: test/faults/telegram.test.ts, where a whole office is killed and each text still counts once.
describe("a kill in a handler", () => {
  it("has the library handle again what it had finished: it keeps no account of it", async () => {
    const kept = await killedAndStartedAgain();
    for (const text of texts) {
      expect(kept.filter((one) => one === text)).toHaveLength(text === "three" ? 1 : 2);
    }
  }, 30_000);
});

/** Two lives of a program; the first dies in "three". What it kept, line by line. */
async function killedAndStartedAgain(): Promise<readonly string[]> {
  const api = await openApi();
  const folder = mkdtempSync(join(tmpdir(), "wasit-telegram-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "kept");
  writeFileSync(file, "");
  const program = [
    "--import",
    "tsx",
    join(import.meta.dirname, "library-child.ts"),
    api.url,
    api.token,
    file,
  ];
  const first = spawn(process.execPath, [...program, "three"]);
  await new Promise((resolve) => first.once("exit", resolve));
  const second = spawn(process.execPath, program);
  onTestFinished(() => void second.kill("SIGKILL"));
  await vi.waitFor(() => expect(api.queue).toHaveLength(0), { timeout: 15_000, interval: 20 });
  return readFileSync(file, "utf8").trim().split("\n");
}
