/** A whole office with a Telegram line on a Bot API server, at a Sunday morning; closed and swept away after the test. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, vi } from "vitest";
import { telegramChannel } from "../../../src/channels/telegram/telegram.ts";
import type { Conversation } from "../../../src/domain/conversation.ts";
import type { Order } from "../../../src/domain/order.ts";
import { type OfficeSettings, openOffice } from "../../../src/office.ts";
import { openBotApi } from "./bot-api.ts";
import { customerOf } from "./customer.ts";
import { hurry } from "./telegram-platform.ts";

const quick = { most: 1_000, everyMs: 1 };

export async function openTelegramOffice(settings: Partial<OfficeSettings> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "wasit-telegram-"));
  const api = await openBotApi();
  const { channel } = telegramChannel({
    ...{ token: api.token, apiRoot: api.url, pace: hurry },
    rates: { chat: quick, line: quick },
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

  async function chat(address: string): Promise<Conversation> {
    const found = await office.store.engine.findConversation("telegram", address);
    if (!found) throw new Error(`There is no chat ${address}.`);
    return found;
  }

  return {
    ...{ api, office, chat },
    async orders(address: string): Promise<readonly Order[]> {
      const page = await office.store.orders.list({ conversation: (await chat(address)).id }, { limit: 10 });
      return page.type === "page" ? page.orders : [];
    },
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
