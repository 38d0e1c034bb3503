import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { whatsAppChannel } from "../../../src/channels/whatsapp/whatsapp.ts";
import { recordingOffice } from "../../contracts/channel-bench.ts";
import { fakeAccount } from "./fake-web.ts";
import { soon, untilState } from "./started.ts";

const me = "966500000001@c.us";

/** A line that works, and what it has written down. */
async function openWorking() {
  const dataDir = await mkdtemp(join(tmpdir(), "wasit-whatsapp-"));
  const account = fakeAccount();
  const office = recordingOffice();
  const channel = whatsAppChannel({
    dataDir,
    browser: () => Promise.reject(new Error("A browser in memory needs none.")),
    open: () => account.open,
  });
  onTestFinished(async () => {
    await channel.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  await channel.start(office.receive, office.desk);
  await vi.waitFor(() => expect(account.webs).toHaveLength(1), soon);
  const events = account.webs[0]?.events;
  const written = async () => JSON.parse(await readFile(join(dataDir, "whatsapp", "line.json"), "utf8"));
  // No page speaks before whoever opened it has it.
  await new Promise(setImmediate);
  events?.ready(me);
  await untilState(office.desk, "working");
  await vi.waitFor(async () => expect(await written()).toHaveProperty("linkedAt"), soon);
  // The sweep of an account without chats ends here.
  await new Promise(setImmediate);
  return { channel, events, office, written };
}

describe("a line that is stopped", () => {
  it("writes down up to when it heard everything", async () => {
    const { channel, written } = await openWorking();
    await channel.stop();
    expect(await written()).toHaveProperty("heardUntil");
  });

  it("does not claim to have heard anything while WhatsApp was away", async () => {
    const { channel, events, office, written } = await openWorking();
    events?.state("OPENING");
    await untilState(office.desk, "away");
    await channel.stop();
    expect(await written()).not.toHaveProperty("heardUntil");
  });
});
