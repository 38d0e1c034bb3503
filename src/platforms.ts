/** The messaging platforms that the settings turn on: their channels, and where they bring messages to. */
import type { Channel } from "./channels/channel.ts";
import { type Config, telegramPath } from "./config.ts";
import type { Log } from "./log.ts";
import type { PlatformWebhook } from "./web/webhooks.ts";

export type Platforms = {
  readonly channels: readonly Channel[];
  readonly webhooks: readonly PlatformWebhook[];
};

/** Builds them; the office starts them. A platform's library is loaded only where the platform is on. */
export async function openPlatforms(
  { telegram, whatsapp, dataDir, language }: Pick<Config, "telegram" | "whatsapp" | "dataDir" | "language">,
  log: Pick<Log, "warn">,
): Promise<Platforms> {
  const channels: Channel[] = [];
  const webhooks: PlatformWebhook[] = [];
  if (telegram) {
    const { telegramChannel } = await import("./channels/telegram/telegram.ts");
    const { channel, webhook } = telegramChannel({ ...telegram, language });
    channels.push(channel);
    if (telegram.webhook) webhooks.push({ path: telegramPath, take: webhook });
  }
  if (whatsapp) channels.push(await openWhatsApp(whatsapp, dataDir, log));
  return { channels, webhooks };
}

async function openWhatsApp(
  { chromiumPath }: NonNullable<Config["whatsapp"]>,
  dataDir: string,
  log: Pick<Log, "warn">,
): Promise<Channel> {
  const [{ whatsAppChannel }, { findBrowser }, { showLink }] = await Promise.all([
    import("./channels/whatsapp/whatsapp.ts"),
    import("./browser.ts"),
    import("./show-link.ts"),
  ]);
  return whatsAppChannel({
    dataDir,
    browser: () => findBrowser(chromiumPath),
    note: (what, error) => log.warn({ channel: "whatsapp", ...(error !== undefined && { error }) }, what),
    onState: (state) => void showLink(state, process.stderr),
  });
}
