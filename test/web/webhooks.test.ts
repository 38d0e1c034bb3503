import { describe, expect, it } from "vitest";
import { telegramChannel } from "../../src/channels/telegram/telegram.ts";
import { createApp } from "../../src/web/app.tsx";
import { withKey } from "./api/chat.ts";
import { type TinyOffice, tinyOffice } from "./tiny-office.ts";

const path = "/telegram/webhook";

/** An app whose webhook answers with this status and keeps what it was given. */
function appAnswering(status: number, office: TinyOffice = tinyOffice()) {
  const given: { readonly secret: string | null; readonly body: string }[] = [];
  const take = async (headers: Headers, body: Uint8Array) => {
    given.push({ secret: headers.get("x-secret"), body: Buffer.from(body).toString("utf8") });
    return status;
  };
  return { app: createApp({ ...office, webhooks: [{ path, take }] }), given, office };
}

describe("webhookRoutes", () => {
  it("gives the channel the raw body and the headers, and answers with its status", async () => {
    const { app, given } = appAnswering(200);
    const body = '{"update_id" : 1, "text": "سلام"}';
    const answer = await app.request(path, { method: "POST", body, headers: { "x-secret": "s" } });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
    expect(given).toEqual([{ secret: "s", body }]);
  });

  it("asks the platform to come again soon where nothing could be stored", async () => {
    const answer = await appAnswering(503).app.request(path, { method: "POST", body: "{}" });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "1"]);
  });

  it("counts who posts without the secret, and logs nothing that they said", async () => {
    const { app, office } = appAnswering(401);
    await app.request(path, { method: "POST", body: '{"text":"canary-words"}' });
    const metrics = await (await app.request("/metrics", { headers: withKey })).text();
    expect(metrics).toContain("wasit_webhooks_refused_total 1");
    expect(office.logged.filter(({ level }) => level === "warn")).toHaveLength(1);
    expect(JSON.stringify(office.logged)).not.toContain("canary-words");
  });

  it("reads no body that is too large for an update", async () => {
    const { app, given } = appAnswering(200);
    const body = new Uint8Array(1024 * 1024 + 1);
    expect((await app.request(path, { method: "POST", body })).status).toBe(413);
    expect(given).toEqual([]);
  });

  it("is not there where no platform brings anything", async () => {
    expect((await createApp(tinyOffice()).request(path, { method: "POST", body: "{}" })).status).toBe(404);
  });
});

describe("the webhook of Telegram", () => {
  const secret = "the-secret-of-this-office";
  const header = "x-telegram-bot-api-secret-token";
  const { webhook } = telegramChannel({
    token: "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw",
    webhook: { url: `https://chat.example.com${path}`, secret },
  });
  const app = createApp({ ...tinyOffice(), webhooks: [{ path, take: webhook }] });
  const post = async (body: string, given?: string) =>
    (
      await app.request(path, {
        method: "POST",
        body,
        headers: given === undefined ? {} : { [header]: given },
      })
    ).status;

  it.each([
    ["without the secret", undefined],
    ["with an empty one", ""],
    ["with another", "another-secret-of-this-length"],
    ["with the beginning of it", secret.slice(0, -1)],
    ["with more than it", `${secret}s`],
  ])("is closed to whoever comes %s", async (_, given) => {
    expect(await post('{"update_id":1}', given)).toBe(401);
  });

  it.each(["", "not json", "null", "[]", '"text"', "{}", '{"update_id":"1"}', '{"update_id":1'])(
    "takes %j for no update",
    async (body) => expect(await post(body, secret)).toBe(400),
  );

  it("asks the platform to come again while the office is not open", async () => {
    expect(await post('{"update_id":1}', secret)).toBe(503);
  });
});
