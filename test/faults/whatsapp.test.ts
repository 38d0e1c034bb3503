/**
 * A WhatsApp line whose office is killed: before a commit, after one, in the middle of a hand-over, between a hand-over and its record (faults 1–3).
 * The next life's browser is swept: every customer has one right order and each answer, and nothing of ours is taken for a colleague's.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import type { SentByOffice } from "../channels/whatsapp/account.ts";
import { checkFile } from "./checker.ts";
import { makeFolder, removeFolder } from "./processes.ts";
import { type Customer, customers } from "./story.ts";

const many = 4;
const soon = { timeout: 40_000, interval: 50 };
const chatOf = (n: number) => `${1_000 + n}@lid`;

/** One life of the office; resolves when it has ended, with what it counted as possible repeats. */
function startLife(folder: string, fault = "") {
  const child = join(import.meta.dirname, "whatsapp-child.ts");
  const program = ["--import", "tsx", child, folder, String(many), fault];
  const started = spawn(process.execPath, program, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void started.kill("SIGKILL"));
  let said = "";
  started.stdout.on("data", (data) => {
    said += data;
  });
  const ended = new Promise<{ signal: string | null; code: number | null; counted: number }>((resolve) => {
    started.once("close", (code, signal) => {
      resolve({ code, signal, counted: Number(/counted (\d+)/.exec(said)?.[1] ?? 0) });
    });
  });
  return { started, ended };
}

function sentOf(folder: string): readonly SentByOffice[] {
  const file = join(folder, "sent.jsonl");
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** Everything that must be true of a customer at the end. */
async function checkCustomer(folder: string, { texts, fields }: Customer, n: number): Promise<void> {
  const store = await openSqliteStore({ dataDir: join(folder, "data"), clock: "real" });
  try {
    const conversation = await store.engine.findConversation("whatsapp", chatOf(n));
    if (!conversation) throw new Error(`There is no chat ${chatOf(n)}.`);
    const lines = await store.engine.lines(conversation.id, 0, 1_000);
    expect(lines.flatMap(({ content }) => (content?.type === "text" ? [content.text] : []))).toEqual(texts);
    expect(lines.filter(({ content }) => content?.type === "by_staff")).toEqual([]);
    const page = await store.orders.list({ conversation: conversation.id }, { limit: 10 });
    const orders = page.type === "page" ? page.orders : [];
    const values = orders.map((order) =>
      Object.fromEntries(Object.entries(order.fields).map(([name, { value }]) => [name, value])),
    );
    expect(values).toEqual([fields]);
    const said = lines.flatMap(({ from, text }) => (from === "office" ? [text?.split("\n")[0]] : []));
    const seen = sentOf(folder)
      .filter(({ chat }) => chat === chatOf(n))
      .map(({ text }) => text.split("\n")[0]);
    // A repeat comes right behind what it repeats, or later; first times are in order.
    expect(seen.filter((text, at) => seen.indexOf(text) === at)).toEqual([...new Set(said)]);
  } finally {
    await store.close();
  }
}

describe("a WhatsApp line whose office is killed", () => {
  it.each([
    ["before a commit and after one", ["before-commit:1", "after-commit:1"]],
    ["in a hand-over, and before its record", ["in-send:2", "after-send:9"]],
  ])(
    "%s loses no message, doubles no order, and counts each repeat",
    async (_, faults) => {
      const folder = makeFolder();
      onTestFinished(() => removeFolder(folder));
      writeFileSync(join(folder, "began"), String(Math.floor(Date.now() / 1_000) - 10));
      let counted = 0;
      for (const fault of faults) {
        const life = await startLife(folder, fault).ended;
        expect(life.signal).toBe("SIGKILL");
        counted += life.counted;
      }
      const last = startLife(folder);
      const answersOf = (n: number) =>
        new Set(sentOf(folder).flatMap(({ chat, text }) => (chat === chatOf(n) ? [text] : []))).size;
      await vi.waitFor(() => {
        for (let n = 0; n < many; n += 1) expect(answersOf(n)).toBe(6);
      }, soon);
      last.started.kill("SIGTERM");
      const end = await last.ended;
      expect(end.code).toBe(0);
      counted += end.counted;
      expect(checkFile(join(folder, "data", "wasit.db"))).toEqual([]);
      for (const [n, customer] of customers(many).entries()) await checkCustomer(folder, customer, n);
      expect(sentOf(folder).length - 6 * many).toBeLessThanOrEqual(counted);
    },
    90_000,
  );
});
