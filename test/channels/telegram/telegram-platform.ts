/** Telegram with one customer on it, for the contract of channels: by polling, and by webhook. */
import { createServer, type Server } from "node:http";
import { buffer } from "node:stream/consumers";
import { type Telegram, telegramChannel } from "../../../src/channels/telegram/telegram.ts";
import type { PlatformFacts, Trouble } from "../../contracts/channel-bench.ts";
import { type BotApi, type Failure, openBotApi, type RawUpdate } from "./bot-api.ts";
import { customerOf } from "./customer.ts";

/** Waits are cut to a twentieth. */
export const hurry = 0.05;

const failures: Readonly<Record<Trouble, Failure>> = {
  retry_later: {
    type: "answer",
    status: 429,
    description: "Too Many Requests: retry after 3",
    retryAfter: 3,
  },
  address_gone: { type: "answer", status: 403, description: "Forbidden: bot was blocked by the user" },
  refused: { type: "answer", status: 400, description: "Bad Request: can't parse entities" },
  logged_out: { type: "answer", status: 401, description: "Unauthorized" },
};

/** The contract's view of Telegram. */
export function telegramFacts(way: "polling" | "webhook"): PlatformFacts {
  return {
    name: `Telegram by ${way}`,
    deeds: [
      "text",
      "press",
      "location",
      "contact",
      "photo",
      "voice",
      "document",
      "edit",
      "reaction",
      "sticker",
      "poll",
    ],
    problems: ["retry_later", "address_gone", "refused", "logged_out"],
    redelivers: true,
    echoes: true,
    async open() {
      const api = await openBotApi();
      const opened =
        way === "polling" ? { ...openPolling(api), close: async () => undefined } : await openWebhook(api);
      const customer = customerOf(api, 4242);
      const brought: RawUpdate[] = [];
      return {
        channel: opened.channel,
        address: customer.address,
        does: async (deed) => void brought.push(customer.does(deed)),
        async sees() {
          return api.bubblesOf(customer.address).map(({ text, buttons, file }) => ({
            text,
            ...(buttons.length > 0 && { buttons: buttons.flat().map((button) => button.text) }),
            ...(file && { file: file.bytes }),
          }));
        },
        deliversAgain: async () => api.redeliver(brought),
        async echoesOwn() {
          const from = { id: 110201543, is_bot: true, first_name: "Office" };
          const chat = { id: 4242, type: "private" };
          api.push({ message: { message_id: 9_000, from, chat, date: 1_700_000_000, text: "أهلًا" } });
        },
        fails: (problem) => api.fail("sendMessage", failures[problem]),
        async close() {
          await opened.close();
          await api.close();
        },
      };
    },
  };
}

export function openPolling(api: BotApi): Telegram {
  return telegramChannel({ token: api.token, apiRoot: api.url, pace: hurry });
}

const secret = "a-secret_of-the-office";

/** A channel with its webhook served on a port of its own. */
export async function openWebhook(
  api: BotApi,
  pace: number = hurry,
): Promise<Telegram & { readonly url: string; close(): Promise<void> }> {
  const server: Server = createServer((request, response) => {
    void buffer(request).then(async (body) => {
      const headers = new Headers(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      response.writeHead(await opened.webhook(headers, body)).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/telegram/webhook`;
  const opened = telegramChannel({
    token: api.token,
    apiRoot: api.url,
    pace,
    webhook: { url, secret },
  });
  return {
    ...opened,
    url,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
