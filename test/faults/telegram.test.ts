/**
 * A Telegram line whose office is killed: before a commit, between commit and confirmation, between a hand-over and its record (faults 1–3 on
 * a real platform's rules). What was not confirmed comes again, and every customer has one right order and each answer once.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { type BotApi, openBotApi } from "../channels/telegram/bot-api.ts";
import { customerOf } from "../channels/telegram/customer.ts";
import { checkFile } from "./checker.ts";
import { makeFolder, removeFolder } from "./processes.ts";
import { type Customer, customers } from "./story.ts";

const soon = { timeout: 20_000, interval: 20 };
const chatOf = (n: number) => String(1_000 + n);

/** One life of the office; resolves when it has ended, with what it counted as possible repeats. */
function startLife(folder: string, api: BotApi, fault = "") {
  const program = [
    "--import",
    "tsx",
    join(import.meta.dirname, "telegram-child.ts"),
    folder,
    api.url,
    api.token,
    fault,
  ];
  const child = spawn(process.execPath, program, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  child.stdout.on("data", (data) => {
    said += data;
  });
  const ended = new Promise<{ signal: string | null; code: number | null; counted: number }>((resolve) => {
    child.once("close", (code, signal) => {
      resolve({ code, signal, counted: Number(/counted (\d+)/.exec(said)?.[1] ?? 0) });
    });
  });
  return { child, ended };
}

/** Everything that must be true of a customer at the end. */
async function checkCustomer(
  folder: string,
  api: BotApi,
  { texts, fields }: Customer,
  n: number,
): Promise<void> {
  const store = await openSqliteStore({ dataDir: join(folder, "data"), clock: "real" });
  try {
    const conversation = await store.engine.findConversation("telegram", chatOf(n));
    if (!conversation) throw new Error(`There is no chat ${chatOf(n)}.`);
    const lines = await store.engine.lines(conversation.id, 0, 1_000);
    expect(lines.flatMap(({ content }) => (content?.type === "text" ? [content.text] : []))).toEqual(texts);
    const page = await store.orders.list({ conversation: conversation.id }, { limit: 10 });
    const orders = page.type === "page" ? page.orders : [];
    const values = orders.map((order) =>
      Object.fromEntries(Object.entries(order.fields).map(([name, { value }]) => [name, value])),
    );
    expect(values).toEqual([fields]);
    const said = lines.flatMap(({ from, text }) => (from === "office" ? [text] : []));
    const seen = api.bubblesOf(chatOf(n)).map(({ text }) => text);
    // A repeat comes right behind what it repeats, or later; first times are in order.
    expect(seen.filter((text, at) => seen.indexOf(text) === at)).toEqual([...new Set(said)]);
  } finally {
    await store.close();
  }
}

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
      for (const fault of faults) {
        const life = await startLife(folder, api, fault).ended;
        expect(life.signal).toBe("SIGKILL");
        counted += life.counted;
      }
      const last = startLife(folder, api);
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
      for (const [n, customer] of story.entries()) await checkCustomer(folder, api, customer, n);
      expect(api.bubbles.length - 6 * story.length).toBeLessThanOrEqual(counted);
      expect(api.confirmed).toHaveLength(6 * story.length);
    },
    60_000,
  );
});
