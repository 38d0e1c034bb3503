/**
 * An office with two channels in a process of its own, in which one person joins two chats and staff part them, over and over; it may
 * kill itself at a given moment (kill-points.ts):
 *   doors-child.ts FOLDER ROUNDS [FAULT]
 * Each round goes on where an earlier life ended. Messages have ids of their own, and those of a round come again in every life.
 */
import { join } from "node:path";
import type { Channel } from "../../src/channels/channel.ts";
import type { Conversation } from "../../src/domain/conversation.ts";
import { openOffice } from "../../src/office.ts";
import { askForBenchForm } from "../bench/work-item.ts";
import { noura } from "../turn/bench-office.ts";
import { killPoint } from "./kill-points.ts";

const [folder = "", rounds = "1", fault = ""] = process.argv.slice(2);
const kill = killPoint(fault);

const channelNamed = (name: string): Channel => ({
  name,
  capabilities: { buttons: 10, maxTextLength: 4_096, canWriteFirst: false, edits: false, typing: false },
  start: async () => undefined,
  stop: async () => undefined,
  send: () => ({}),
});

const office = await openOffice({
  dataDir: join(folder, "data"),
  flowsDir: join(folder, "flows"),
  channels: [channelNamed("one"), channelNamed("other")],
  classifier: askForBenchForm,
  manualClock: true,
  clock: { now: () => Date.UTC(2026, 10, 22, 7) },
  onPoint: kill.reach,
  lockWaitMs: 5_000,
});

async function says(channel: string, id: string, text: string): Promise<void> {
  await office.receive({ channel, address: "42", id, content: { type: "text", text } });
  await office.idle();
}

async function chatAt(channel: string): Promise<Conversation> {
  const found = await office.store.engine.findConversation(channel, "42");
  if (!found) throw new Error(`no chat at ${channel}`);
  return found;
}

/** The newest code that was given. */
async function codeGiven(): Promise<string> {
  const chat = await chatAt("one");
  const lines = await office.engine.lines(chat.id, 0, 10_000);
  const codes = lines.flatMap(({ text }) => /[A-Z]\d[A-Z]-[A-Z]\d[A-Z]\d[A-Z]/.exec(text ?? "")?.[0] ?? []);
  return codes.at(-1) ?? "none";
}

/** How often the chats were joined, and how often parted. */
async function historyOf(): Promise<readonly string[]> {
  const { id } = await chatAt("other");
  return ((await office.store.doors.history([id])).get(id) ?? []).map(({ what }) => what);
}

for (let round = 0; round < Number(rounds); round += 1) {
  await says("one", `${round}a`, "اربط حسابي");
  await says("other", `${round}a`, "السلام عليكم");
  if ((await historyOf()).length === 2 * round) {
    await says("other", `${round}b`, await codeGiven());
    await says("other", `${round}c`, "نعم");
  }
  if ((await historyOf()).length === 2 * round + 1)
    await office.engine.act(noura, { type: "split_doors" }, { conversation: (await chatAt("other")).id });
}
await office.idle();
await office.close();
process.stdout.write("played\n");
process.exit(0);
