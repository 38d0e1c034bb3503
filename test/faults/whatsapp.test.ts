/**
 * A WhatsApp line whose office is killed: before a commit, after one, in the middle of a hand-over, between a hand-over and its record (faults 1–3).
 * The next life's browser is swept: every customer has one right order and each answer, and nothing of ours is taken for a colleague's.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { SentByOffice } from "../channels/whatsapp/account.ts";
import { checkFile } from "./checker.ts";
import { checkCustomer, firstLine, startLife } from "./platform-lives.ts";
import { makeFolder, removeFolder } from "./processes.ts";
import { customers } from "./story.ts";

const many = 4;
/** What one of them hears. */
const answers = 6;
const soon = { timeout: 40_000, interval: 50 };
const chatOf = (n: number) => `${1_000 + n}@lid`;

const start = (folder: string, fault = "") => startLife("whatsapp-child.ts", folder, String(many), fault);

function sentOf(folder: string): readonly SentByOffice[] {
  const file = join(folder, "sent.jsonl");
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** Lives that end at each of these moments, and one that ends in order. Gives how many repeats they counted together. */
async function live(folder: string, faults: readonly string[]): Promise<number> {
  writeFileSync(join(folder, "began"), String(Math.floor(Date.now() / 1_000) - 10));
  let counted = 0;
  for (const fault of faults) {
    const life = await start(folder, fault).ended;
    expect(life.signal).toBe("SIGKILL");
    counted += life.counted;
  }
  const last = start(folder);
  const answersOf = (n: number) =>
    new Set(sentOf(folder).flatMap(({ chat, text }) => (chat === chatOf(n) ? [text] : []))).size;
  await vi.waitFor(() => {
    for (let n = 0; n < many; n += 1) expect(answersOf(n)).toBe(answers);
  }, soon);
  last.child.kill("SIGTERM");
  const end = await last.ended;
  expect(end.code).toBe(0);
  return counted + end.counted;
}

/** Each customer has one right order and each answer, and nothing of ours is taken for a colleague's. */
async function checkAll(folder: string): Promise<void> {
  expect(checkFile(join(folder, "data", "wasit.db"))).toEqual([]);
  for (const [n, customer] of customers(many).entries()) {
    const seen = sentOf(folder).flatMap(({ chat, text }) => (chat === chatOf(n) ? [firstLine(text)] : []));
    const lines = await checkCustomer(
      { folder, channel: "whatsapp", address: chatOf(n), seen, shown: firstLine },
      customer,
    );
    expect(lines.filter(({ content }) => content?.type === "by_staff")).toEqual([]);
  }
}

function openFolder(): string {
  const folder = makeFolder();
  onTestFinished(() => removeFolder(folder));
  return folder;
}

describe("a WhatsApp line whose office is killed", { timeout: 90_000 }, () => {
  it.each([
    ["before a commit and after one", ["before-commit:1", "after-commit:1"]],
    ["in a hand-over, and before its record", ["in-send:2", "after-send:9"]],
  ])("%s loses no message, and repeats none that its chat shows", async (_, faults) => {
    const folder = openFolder();
    await live(folder, faults);
    await checkAll(folder);
    expect(sentOf(folder)).toHaveLength(answers * many);
  });

  it("in a hand-over of which its chat shows nothing repeats that message alone, and counts it", async () => {
    const folder = openFolder();
    writeFileSync(join(folder, "forgets"), "");
    const counted = await live(folder, ["in-send:2"]);
    await checkAll(folder);
    const repeated = sentOf(folder).length - answers * many;
    expect(repeated).toBeGreaterThanOrEqual(1);
    expect(repeated).toBeLessThanOrEqual(counted);
  });
});
