/** A whole office with a Telegram line on a Bot API server, at a Sunday morning; closed and swept away after the test. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, vi } from "vitest";
import { telegramChannel } from "../../../src/channels/telegram/telegram.ts";
import { type OfficeSettings, openOffice } from "../../../src/office.ts";
import { chatsOf, quickRates } from "../platform-office.ts";
import { openBotApi } from "./bot-api.ts";
import { customerOf } from "./customer.ts";
import { hurry } from "./telegram-platform.ts";

export async function openTelegramOffice(settings: Partial<OfficeSettings> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "wasit-telegram-"));
  const api = await openBotApi();
  const { channel } = telegramChannel({
    ...{ token: api.token, apiRoot: api.url, pace: hurry },
    rates: quickRates,
  });
  const office = await openOffice({
    dataDir: join(folder, "data"),
    channels: [channel],
    manualClock: true,
    ...settings,
  });
  onTestFinished(async () => {
    await office.close();
    await api.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const { chat, orders } = chatsOf("telegram", () => office);

  return {
    ...{ api, office, chat, orders },
    /** Somebody in their chat: what they do, and the office's answer to it. */
    person(id: number, language: string) {
      const customer = customerOf(api, id, language);
      const seen = () => api.bubblesOf(customer.address);
      return {
        customer,
        /** Does it, and gives the bubble that answers. */
        async answerTo(deed: () => unknown) {
          const before = seen().length;
          deed();
          await vi.waitFor(() => expect(seen().length).toBeGreaterThan(before), {
            timeout: 15_000,
            interval: 5,
          });
          const bubble = seen().at(-1);
          if (!bubble) throw new Error("The office said nothing.");
          return bubble;
        },
      };
    },
  };
}
