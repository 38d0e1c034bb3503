/** Lives of an office with one platform's line, each in a process of its own, and what must be true of its customers at the end. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import type { ChatLine } from "../../src/domain/message.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { bundled } from "./bundle.ts";
import type { Customer } from "./story.ts";

export type LifeEnd = {
  readonly signal: string | null;
  readonly code: number | null;
  /** Possible repeats that it counted. */
  readonly counted: number;
};

/** One life of the office. @param program a file of this folder, with its arguments */
export function startLife(program: string, ...given: readonly string[]) {
  const child = spawn(process.execPath, [...runs(program), ...given], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  child.stdout.on("data", (data) => {
    said += data;
  });
  const ended = new Promise<LifeEnd>((resolve) => {
    child.once("close", (code, signal) => {
      resolve({ code, signal, counted: Number(/counted (\d+)/.exec(said)?.[1] ?? 0) });
    });
  });
  return { child, ended };
}

/** WhatsApp's page for tests lies beside its module, so that program is no one file. */
const runs = (program: string): readonly string[] =>
  program.startsWith("whatsapp")
    ? ["--import", "tsx", join(import.meta.dirname, program)]
    : [bundled(program)];

export type Chat = {
  readonly folder: string;
  readonly channel: string;
  readonly address: string;
  /** What the customer saw, in order. */
  readonly seen: readonly (string | undefined)[];
  /** What they see of a text of ours; left out: all of it. */
  readonly shown?: (text: string | undefined) => string | undefined;
};

/** One right order, every message once, every answer in order; gives the chat's lines. */
export async function checkCustomer(
  { folder, channel, address, seen, shown = (text) => text }: Chat,
  { texts, fields }: Customer,
): Promise<readonly ChatLine[]> {
  const store = await openSqliteStore({ dataDir: join(folder, "data"), clock: "real" });
  try {
    const conversation = await store.engine.findConversation(channel, address);
    if (!conversation) throw new Error(`There is no chat ${address}.`);
    const lines = await store.engine.lines(conversation.id, 0, 1_000);
    expect(lines.flatMap(({ content }) => (content?.type === "text" ? [content.text] : []))).toEqual(texts);
    const page = await store.orders.list({ conversation: conversation.id }, { limit: 10 });
    const orders = page.type === "page" ? page.orders : [];
    const values = orders.map((order) =>
      Object.fromEntries(Object.entries(order.fields).map(([name, { value }]) => [name, value])),
    );
    expect(values).toEqual([fields]);
    const said = lines.flatMap(({ from, text }) => (from === "office" ? [shown(text)] : []));
    // A repeat comes right behind what it repeats, or later; first times are in order.
    expect(seen.filter((text, at) => seen.indexOf(text) === at)).toEqual([...new Set(said)]);
    return lines;
  } finally {
    await store.close();
  }
}

/** Where a platform has no buttons, choices stand behind it as lines of their own. */
export function firstLine(text: string | undefined): string | undefined {
  return text?.split("\n")[0];
}
