/**
 * An office with a WhatsApp line in a process of its own, which may kill itself at a given moment (kill-points.ts, and `in-send`: when the page has
 * sent a message and nobody knows yet):
 *   whatsapp-child.ts FOLDER CUSTOMERS [FAULT]
 * What leaves is written to FOLDER/sent.jsonl; the account that a next life finds has it, unless there is a file FOLDER/forgets. What it says, and how it ends: platform-child.ts.
 */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openAccount, type PageChat, type SentByOffice } from "../channels/whatsapp/account.ts";
import { killPoint } from "./kill-points.ts";
import { fastRates, runOffice } from "./platform-child.ts";
import { customers } from "./story.ts";

const [folder = "", count = "0", fault = ""] = process.argv.slice(2);
const kill = killPoint(fault);
const history = join(folder, "sent.jsonl");

/** The account shows nothing that earlier lives sent. */
const forgets = existsSync(join(folder, "forgets"));

const sent = existsSync(history) ? readFileSync(history, "utf8").trim().split("\n") : [];
const before = sent.map((line): SentByOffice & { t: number } => JSON.parse(line));

/** The account: what the customers wrote, and what earlier lives of the office sent. */
function chats(): readonly PageChat[] {
  const began = Number(readFileSync(join(folder, "began"), "utf8"));
  return customers(Number(count)).map(({ texts }, n) => {
    const id = `${1_000 + n}@lid`;
    const said = texts.map((body, i) => ({ body, stanza: `3A${n}X${i}`, t: began + i }));
    const ours = before
      .filter(({ chat }) => chat === id && !forgets)
      .map(({ id, text: body, t }) => ({ body, t, fromMe: true, stanza: id.split("_")[2] ?? "" }));
    return { id, unreadCount: 0, msgs: [...said, ...ours] };
  });
}

const { channel } = await openAccount({
  dataDir: join(folder, "line"),
  linkedAt: 1_000,
  before: chats(),
  config: { rates: fastRates },
  onSent(message) {
    appendFileSync(history, `${JSON.stringify({ ...message, t: Math.floor(Date.now() / 1_000) })}\n`);
    kill.reach("in-send");
  },
});

await runOffice(folder, channel, kill);
