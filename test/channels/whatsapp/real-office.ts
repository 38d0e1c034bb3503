/** A whole office with a WhatsApp line on an account of our own; closed and swept away after the test. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, vi } from "vitest";
import { type OfficeSettings, openOffice } from "../../../src/office.ts";
import { chatsOf, quickRates } from "../platform-office.ts";
import { type AccountSettings, openAccount, type PageMessage, type SentByOffice } from "./account.ts";

const soon = { timeout: 15_000, interval: 5 };

export async function openWhatsAppOffice(
  settings: Partial<OfficeSettings> = {},
  given: AccountSettings = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "wasit-whatsapp-office-"));
  const sent: SentByOffice[] = [];
  const account = await openAccount({
    ...given,
    config: { rates: quickRates, ...given.config },
    onSent: (message) => sent.push(message),
  });
  const open = () =>
    openOffice({
      dataDir: join(folder, "data"),
      manualClock: true,
      ...settings,
      channels: [account.channel, ...(settings.channels ?? [])],
    });
  let office = await open();
  onTestFinished(async () => {
    await office.close();
    await account.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const isWorking = () =>
    vi.waitFor(() => expect(account.channel && lineOf()?.state.type).toBe("working"), soon);
  const lineOf = () => office.lines.list().find(({ channel }) => channel === "whatsapp");
  await isWorking();

  const { chat, orders } = chatsOf("whatsapp", () => office);

  return {
    ...{ account, sent, chat, orders, isWorking },
    line: lineOf,
    office: () => office,
    async reopen() {
      office = await open();
      await isWorking();
    },
    /** Does it, and gives the message that answers. */
    async answerTo(deed: () => unknown): Promise<string> {
      const before = sent.length;
      await deed();
      await vi.waitFor(() => expect(sent.length).toBeGreaterThan(before), soon);
      return sent.at(-1)?.text ?? "";
    },
    /** Somebody in their chat. */
    person: (address: string) => ({
      does: (message: PageMessage) => account.arrives(address, message),
      seen: () => sent.filter(({ chat }) => chat === address),
    }),
  };
}
