/** The messaging platforms that the settings turn on: their channels, and where they bring messages to. */
import type { Channel } from "./channels/channel.ts";
import { type Config, telegramPath } from "./config.ts";
import type { PlatformWebhook } from "./web/webhooks.ts";

export type Platforms = {
  readonly channels: readonly Channel[];
  readonly webhooks: readonly PlatformWebhook[];
};

/** Builds them; the office starts them. A platform's library is loaded only where the platform is on. */
export async function openPlatforms({ telegram }: Pick<Config, "telegram">): Promise<Platforms> {
  const channels: Channel[] = [];
  const webhooks: PlatformWebhook[] = [];
  if (telegram) {
    const { telegramChannel } = await import("./channels/telegram/telegram.ts");
    const { channel, webhook } = telegramChannel(telegram);
    channels.push(channel);
    if (telegram.webhook) webhooks.push({ path: telegramPath, take: webhook });
  }
  return { channels, webhooks };
}
