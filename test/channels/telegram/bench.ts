/** A line on a Bot API server with a recording office, for tests of what the contract does not ask; all of it ends with the test. */
import { onTestFinished, vi } from "vitest";
import type { Channel } from "../../../src/channels/channel.ts";
import { type TelegramConfig, telegramChannel } from "../../../src/channels/telegram/telegram.ts";
import type { ConversationId } from "../../../src/domain/ids.ts";
import type { Outbound } from "../../../src/domain/message.ts";
import { recordingOffice } from "../../contracts/channel-bench.ts";
import { openBotApi } from "./bot-api.ts";
import { customerOf } from "./customer.ts";
import { hurry } from "./telegram-platform.ts";

export const soon = { timeout: 15_000, interval: 10 };

export async function openLine(config: Partial<TelegramConfig> = {}, { starts = true } = {}) {
  const api = await openBotApi();
  const office = recordingOffice();
  const { channel, webhook } = telegramChannel({
    token: api.token,
    apiRoot: api.url,
    pace: hurry,
    ...config,
  });
  onTestFinished(async () => {
    await channel.stop();
    await api.close();
  });
  if (starts) await channel.start(office.receive, office.desk);
  return {
    ...{ api, office, channel, webhook },
    customer: customerOf(api, 42),
    /** The texts that the office took, in order. */
    texts: () => office.contents().flatMap((content) => (content.type === "text" ? [content.text] : [])),
    states: () => office.desk.states.map(({ type }) => type),
    state: () => office.desk.states.at(-1),
    until: (check: () => void) => vi.waitFor(check, soon),
  };
}

let count = 0;

/** A message of the office to the customer of the bench. */
export function say(channel: Channel, words: Partial<Outbound> & { readonly text: string }) {
  count += 1;
  const conversation = `c_${"b".repeat(22)}` as ConversationId;
  const about = {
    conversation,
    channel: channel.name,
    address: "42",
    key: `k:${count}:0`,
    seq: count,
  } as const;
  return Promise.resolve(channel.send({ ...about, from: "office", language: "ar", ...words }));
}
