/**
 * The part of the Bot API server that brings updates to an address: one update of a chat at a time, several chats beside each other, and
 * again until the answer is 2xx.
 */
import type { Payload, RawUpdate } from "./bot-api.ts";

export type WebhookDelivery = { look(): void; lastError(): DeliveryError | undefined; stop(): void };
/** As `getWebhookInfo` names them; the date is in seconds. */
export type DeliveryError = { readonly last_error_date: number; readonly last_error_message: string };

const againAfterMs = 20;

export function openWebhookDelivery(to: {
  readonly url: string;
  readonly secret: string;
  readonly queue: RawUpdate[];
  readonly confirmed: number[];
}): WebhookDelivery {
  const busy = new Set<string>();
  let stopped = false;
  let lastError: DeliveryError | undefined;

  async function bring(update: RawUpdate, chat: string): Promise<void> {
    const problem = await fetch(to.url, {
      method: "POST",
      headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": to.secret },
      body: JSON.stringify(update),
    }).then(
      (answer) =>
        answer.ok ? undefined : `Wrong response from the webhook: ${answer.status} ${answer.statusText}`,
      () => "Connection refused",
    );
    const ok = problem === undefined;
    if (!ok) lastError = { last_error_date: Math.floor(Date.now() / 1_000), last_error_message: problem };
    const at = to.queue.indexOf(update);
    if (ok && at >= 0) {
      to.queue.splice(at, 1);
      to.confirmed.push(update.update_id);
    } else if (!ok) await new Promise((resolve) => setTimeout(resolve, againAfterMs));
    busy.delete(chat);
    look();
  }

  function look(): void {
    if (stopped) return;
    for (const update of to.queue) {
      const chat = chatOf(update);
      if (busy.has(chat)) continue;
      busy.add(chat);
      void bring(update, chat);
    }
  }

  look();
  return {
    look,
    lastError: () => lastError,
    stop() {
      stopped = true;
    },
  };
}

function chatOf(update: RawUpdate): string {
  const [inner] = Object.values(update).filter(
    (value): value is Payload => typeof value === "object" && value !== null,
  );
  const { chat, from } = (inner ?? {}) as { chat?: { id: number }; from?: { id: number } };
  return String(chat?.id ?? from?.id ?? 0);
}
