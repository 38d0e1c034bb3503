/** The office as its owner starts it, with Telegram turned on by its settings alone: asking, and by webhook behind a public address. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openBotApi } from "../channels/telegram/bot-api.ts";
import { customerOf } from "../channels/telegram/customer.ts";
import { startOffice } from "./office-process.ts";

const soon = { timeout: 20_000, interval: 50 };

async function prepare() {
  const folder = mkdtempSync(join(tmpdir(), "wasit-process-"));
  const api = await openBotApi();
  onTestFinished(async () => {
    await api.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { folder, api, environment: { TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.url } };
}

describe("an office with a Telegram token", { timeout: 60_000 }, () => {
  it("asks for what customers write, answers, and stops in order", async () => {
    const { folder, api, environment } = await prepare();
    const office = await startOffice(folder, { environment });
    await office.open;
    customerOf(api, 42).says("السلام عليكم");
    await vi.waitFor(() => expect(api.bubblesOf("42")[0]?.text).toContain("مكتب إنجاز"), soon);
    await vi.waitFor(() => expect(api.queue).toHaveLength(0), soon);
    office.process.kill("SIGTERM");
    const { code, stderr } = await office.ended;
    expect(code).toBe(0);
    expect(stderr).not.toContain(api.token);
  });

  it("has it brought to its public address where a secret is set, and to nobody else", async () => {
    const { folder, api, environment } = await prepare();
    const secret = "a-secret-of-this-office";
    // The port is known only once the office listens: a small proxy stands before it, as in real life.
    const proxy = await openProxy();
    const office = await startOffice(folder, {
      environment: { ...environment, TELEGRAM_WEBHOOK_SECRET: secret, WASIT_PUBLIC_URL: proxy.url },
    });
    proxy.leadTo(office.url);
    await office.open;
    customerOf(api, 43, "en").says("hello");
    await vi.waitFor(() => expect(api.bubblesOf("43")[0]?.text).toContain("Enjaz"), soon);
    expect(api.webhook()?.url).toBe(`${proxy.url}/telegram/webhook`);
    const forged = await fetch(`${office.url}/telegram/webhook`, { method: "POST", body: '{"update_id":1}' });
    expect(forged.status).toBe(401);
    office.process.kill("SIGTERM");
    expect((await office.ended).code).toBe(0);
  });
});

async function openProxy() {
  let target = "";
  const server = createServer(async (request, response) => {
    try {
      const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
        name.startsWith("x-") || name === "content-type" ? [[name, String(value)]] : [],
      );
      const body = new Uint8Array(await buffer(request));
      const answer = await fetch(`${target}${request.url}`, { method: "POST", headers, body });
      response.writeHead(answer.status).end();
    } catch {
      response.writeHead(502).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return {
    url,
    leadTo(to: string) {
      target = to;
    },
  };
}
