/** A partner's own system, for tests: an HTTP server that checks what it is told, and a signer for what it says. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { PartnerNotice } from "../../../src/domain/notice.ts";
import { checkWebhook } from "../../../src/webhooks/check.ts";
import type { WebhookSecret } from "../../../src/webhooks/secret.ts";
import { signWebhook } from "../../../src/webhooks/sign.ts";

export type PartnerSystem = {
  readonly url: string;
  readonly port: number;
  /** What it was told and found rightly signed, in order; `id` is the message's. */
  readonly told: readonly { readonly id: string; readonly notice: PartnerNotice }[];
  /** The next answers are this status, until it is set again. */
  answerWith(status: number | ((notice: PartnerNotice) => number)): void;
  readonly refused: number;
  close(): Promise<void>;
};

export async function openPartnerSystem(secret: WebhookSecret): Promise<PartnerSystem> {
  const told: { id: string; notice: PartnerNotice }[] = [];
  let statusOf = (_: PartnerNotice) => 200;
  let refused = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = new Headers(Object.entries(request.headers) as [string, string][]);
    const check = checkWebhook({ headers, body: Buffer.concat(chunks), secrets: [secret], now: Date.now() });
    const notice = check.type === "ok" ? (check.body as PartnerNotice) : undefined;
    const status = notice ? statusOf(notice) : 401;
    if (check.type === "ok" && notice && status === 200) told.push({ id: check.id, notice });
    if (check.type === "refused") refused += 1;
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ url: `http://127.0.0.1:${port}/orders`, port, told },
    get refused() {
      return refused;
    },
    answerWith(next) {
      statusOf = typeof next === "number" ? () => next : next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A message of the partner's system, signed as its library would. */
export function signedMessage(
  secret: WebhookSecret,
  id: string,
  body: object,
  at = Date.now(),
): { readonly headers: Record<string, string>; readonly body: string } {
  const text = JSON.stringify(body);
  const headers = { ...signWebhook({ id, body: text, secrets: [secret], at }) };
  return { headers: { ...headers, "content-type": "application/json" }, body: text };
}
