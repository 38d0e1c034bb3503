/** A working line before a page whose `send` is the test's, with a recording office; all of it ends with the test. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, vi } from "vitest";
import type { Web } from "../../../src/channels/whatsapp/web.ts";
import { type WhatsAppConfig, whatsAppChannel } from "../../../src/channels/whatsapp/whatsapp.ts";
import type { ConversationId } from "../../../src/domain/ids.ts";
import type { Outbound } from "../../../src/domain/message.ts";
import { recordingOffice } from "../../contracts/channel-bench.ts";
import { fakeAccount } from "./fake-web.ts";
import { soon, untilState } from "./started.ts";

const me = "966500000001@c.us";
export const sara = "111@lid";

export async function openPageLine(send: Web["send"], config: Partial<WhatsAppConfig> = {}) {
  const dataDir = config.dataDir ?? (await mkdtemp(join(tmpdir(), "wasit-whatsapp-")));
  const sends = vi.fn(send);
  const account = fakeAccount({ send: sends });
  account.ids.set(sara, { lid: sara });
  const office = recordingOffice();
  office.desk.heard.set(sara, Date.now());
  const channel = whatsAppChannel({
    dataDir,
    browser: () => Promise.reject(new Error("A browser in memory needs none.")),
    open: () => account.open,
    ...config,
  });
  onTestFinished(async () => {
    await channel.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  await channel.start(office.receive, office.desk);
  const begin = async (browsers: number) => {
    await vi.waitFor(() => expect(account.webs).toHaveLength(browsers), soon);
    // No page speaks before whoever opened it has it.
    await new Promise(setImmediate);
    account.webs.at(-1)?.events.ready(me);
    await untilState(office.desk, "working");
  };
  await begin(1);
  const events = () => {
    const web = account.webs.at(-1);
    if (!web) throw new Error("No browser is open.");
    return web.events;
  };
  const say = async (key = "k1", more: Partial<Outbound> = {}) =>
    channel.send({
      ...{ conversation: "c_whatsapp" as ConversationId, channel: "whatsapp", address: sara, key, seq: 1 },
      ...{ from: "office", language: "ar", text: "أهلًا", ...more },
    });
  return { account, office, channel, sends, events, say, begin, dataDir };
}
