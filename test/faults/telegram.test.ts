/**
 * A Telegram line whose office is killed: before a commit, between commit and confirmation, between a hand-over and its record (faults 1–3 on
 * a real platform's rules). What was not confirmed comes again, and every customer has one right order and each answer once.
 */
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type BotApi, openBotApi } from "../channels/telegram/bot-api.ts";
import { customerOf } from "../channels/telegram/customer.ts";
import { checkFile } from "./checker.ts";
import { checkCustomer, startLife } from "./platform-lives.ts";
import { makeFolder, removeFolder } from "./processes.ts";
import { customers } from "./story.ts";

const soon = { timeout: 20_000, interval: 20 };
const chatOf = (n: number) => String(1_000 + n);

const start = (folder: string, api: BotApi, fault = "") =>
  startLife("telegram-child.ts", folder, api.url, api.token, fault);

/** `npm run faults` plays all of it, `npm test` less of the same. */
const isLong = process.env.FAULTS === "long";

describe("a Telegram line whose office is killed", () => {
  it.each([
    ["before commits", ["before-commit:1", "before-commit:1"]],
    ["after commits, before the confirmation", ["after-commit:1", "after-commit:1"]],
    ["after hand-overs, before their record", ["after-send:1", "after-send:9"]],
  ])(
    "%s loses no update, doubles no order, and counts each repeat",
    async (_, faults) => {
      const folder = makeFolder();
      const api = await openBotApi();
      onTestFinished(async () => {
        await api.close();
        removeFolder(folder);
      });
      const story = customers(6);
      for (const [n, { texts }] of story.entries())
        for (const text of texts) customerOf(api, 1_000 + n).says(text);
      let counted = 0;
      for (const fault of isLong ? faults : faults.slice(0, 1)) {
        const life = await start(folder, api, fault).ended;
        expect(life.signal).toBe("SIGKILL");
        counted += life.counted;
      }
      const last = start(folder, api);
      await vi.waitFor(() => {
        expect(api.queue).toHaveLength(0);
        for (const n of story.keys())
          expect(new Set(api.bubblesOf(chatOf(n)).map(({ text }) => text)).size).toBe(6);
      }, soon);
      last.child.kill("SIGTERM");
      const end = await last.ended;
      expect(end.code).toBe(0);
      counted += end.counted;
      expect(checkFile(join(folder, "data", "wasit.db"))).toEqual([]);
      for (const [n, customer] of story.entries()) {
        const seen = api.bubblesOf(chatOf(n)).map(({ text }) => text);
        await checkCustomer({ folder, channel: "telegram", address: chatOf(n), seen }, customer);
      }
      expect(api.bubbles.length - 6 * story.length).toBeLessThanOrEqual(counted);
      expect(api.confirmed).toHaveLength(6 * story.length);
    },
    60_000,
  );
});
