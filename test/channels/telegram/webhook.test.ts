import { describe, expect, it, onTestFinished } from "vitest";
import { recordingOffice } from "../../contracts/channel-bench.ts";
import { openLine } from "./bench.ts";
import { openBotApi } from "./bot-api.ts";
import { customerOf } from "./customer.ts";
import { openPolling, openWebhook } from "./telegram-platform.ts";

const secretHeader = "x-telegram-bot-api-secret-token";

async function openPosting(pace?: number) {
  const api = await openBotApi();
  const office = recordingOffice();
  const line = await openWebhook(api, pace);
  onTestFinished(async () => {
    await line.channel.stop();
    await line.close();
    await api.close();
  });
  await line.channel.start(office.receive, office.desk);
  const { until } = await openLine({}, { starts: false });
  await until(() => expect(api.webhook()).toBeDefined());
  const post = async (update: object, secret = api.webhook()?.secret ?? "") =>
    (
      await fetch(line.url, {
        method: "POST",
        body: JSON.stringify(update),
        headers: { [secretHeader]: secret },
      })
    ).status;
  return { api, office, line, until, post, customer: customerOf(api, 42) };
}

const message = (id: number, text: string) => ({
  message_id: id,
  from: { id: 42, is_bot: false },
  chat: { id: 42, type: "private" },
  date: 1_795_000_000,
  text,
});

describe("the webhook", () => {
  it("is asked for with its secret, for the updates that are read, and without a question", async () => {
    const { api, line } = await openPosting();
    const [set] = api.callsOf("setWebhook");
    expect(set?.payload).toMatchObject({ url: line.url, secret_token: api.webhook()?.secret });
    expect(set?.payload.allowed_updates).toEqual([
      "message",
      "edited_message",
      "callback_query",
      "message_reaction",
      "my_chat_member",
    ]);
    expect(api.callsOf("getUpdates")).toEqual([]);
  });

  it("answers 200 for what is stored, a repeat or not for the office, and 503 for what it can't take", async () => {
    const { office, post } = await openPosting();
    const update = { update_id: 5, message: message(1, "hi") };
    expect(await post(update)).toBe(200);
    expect(await post(update)).toBe(200);
    expect(office.contents()).toEqual([{ type: "text", text: "hi" }]);
    expect(
      await post({ update_id: 6, message: { ...message(2, "x"), chat: { id: -1, type: "group" } } }),
    ).toBe(200);
    office.refuseNext(1);
    expect(await post({ update_id: 7, message: message(3, "later") })).toBe(503);
    expect(await post({ update_id: 7, message: message(3, "later") })).toBe(200);
    expect(office.taken).toHaveLength(2);
  });

  it("is stored before it is answered", async () => {
    const { office, post } = await openPosting();
    expect(await post({ update_id: 5, message: message(1, "hi") })).toBe(200);
    expect(office.taken).toHaveLength(1);
  });

  it("stores nothing of what comes without the secret", async () => {
    const { office, post } = await openPosting();
    expect(await post({ update_id: 5, message: message(1, "forged") }, "another-secret")).toBe(401);
    expect(office.calls).toEqual([]);
  });

  it("keeps the order of a chat whose file is being fetched", async () => {
    const { api, office, customer, until } = await openPosting();
    api.fail("file", { type: "reset" });
    customer.file("photo", Uint8Array.from([0xff, 0xd8, 0xff, 1]));
    customer.says("after it");
    await until(() => expect(office.contents().map(({ type }) => type)).toEqual(["photo", "text"]));
  });

  it("is taken back when the office asks by itself again, and nothing is lost on the way", async () => {
    const { api, office, line, customer, until } = await openPosting();
    await line.channel.stop();
    customer.says("between");
    const polling = openPolling(api);
    await polling.channel.start(office.receive, office.desk);
    await until(() => expect(office.contents()).toEqual([{ type: "text", text: "between" }]));
    expect(api.webhook()).toBeUndefined();
    expect(api.callsOf("deleteWebhook")[0]?.payload).toEqual({ drop_pending_updates: false });
    await polling.channel.stop();
  });

  it("is a conflict when another program takes the bot over, and asked for again after a while", async () => {
    const { api, office, until } = await openPosting(0.003);
    await until(() => expect(office.desk.states.at(-1)?.type).toBe("working"));
    await fetch(`${api.url}/bot${api.token}/setWebhook`, {
      method: "POST",
      body: JSON.stringify({ url: "https://other.example.com/hook" }),
    });
    await until(() =>
      expect(office.desk.states).toContainEqual(expect.objectContaining({ why: "conflict" })),
    );
    await until(() => expect(api.webhook()?.url).not.toContain("other"));
  });
});

/** An address that Telegram was given and can't reach. */
const unreached = { url: "http://127.0.0.1:9/telegram/webhook", secret: "a-secret" };

describe("a line whose platform can't bring anything", () => {
  it("is deaf, with what waits and why, and works again when the platform has got rid of it", async () => {
    const { api, customer, state, until } = await openLine({ webhook: unreached, pace: 0.003 });
    await until(() => expect(state()?.type).toBe("working"));
    customer.says("does anybody hear me?");
    await until(() =>
      expect(state()).toEqual({
        ...{ type: "deaf", as: "@office_bot", waiting: 1, said: "Connection refused" },
      }),
    );
    api.queue.splice(0);
    await until(() => expect(state()?.type).toBe("working"));
  });

  it("tells apart that the office itself could not take what was brought", async () => {
    const { office, customer, until } = await openPosting(0.003);
    const state = () => office.desk.states.at(-1);
    await until(() => expect(state()?.type).toBe("working"));
    office.refuseNext(1_000);
    customer.says("does anybody hear me?");
    await until(() => expect(state()).toMatchObject({ type: "deaf", waiting: 1, turnedAway: true }));
    expect(state()).toMatchObject({ said: "Wrong response from the webhook: 503 Service Unavailable" });
    office.refuseNext(0);
    await until(() => expect(state()?.type).toBe("working"));
  });

  it("takes nobody for the platform who posts without its secret", async () => {
    const { webhook, customer, state, until } = await openLine({ webhook: unreached, pace: 0.003 });
    await until(() => expect(state()?.type).toBe("working"));
    expect(await webhook(new Headers({ [secretHeader]: "wrong" }), Buffer.from("{}"))).toBe(401);
    customer.says("does anybody hear me?");
    await until(() => expect(state()?.type).toBe("deaf"));
    expect(state()).not.toHaveProperty("turnedAway");
  });

  it("is not deaf for an error of long ago while messages come", async () => {
    const { webhook, customer, state, until } = await openLine({
      ...{ webhook: unreached, pace: 0.003 },
      now: () => Date.now() + 3_000,
    });
    const update = customer.says("is brought");
    await until(() => expect(state()?.type).toBe("deaf"));
    const headers = new Headers({ [secretHeader]: unreached.secret });
    expect(await webhook(headers, Buffer.from(JSON.stringify(update)))).toBe(200);
    await until(() => expect(state()?.type).toBe("working"));
  });

  it("is refused with an address that the platform does not take, and nothing is tried again", async () => {
    const { api, office, channel, state, until } = await openLine(
      { webhook: unreached, pace: 0.003 },
      { starts: false },
    );
    const description = "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443";
    api.fail("setWebhook", { type: "answer", status: 400, description }, 100);
    await channel.start(office.receive, office.desk);
    await until(() => expect(state()).toEqual({ type: "refused", why: "bad_webhook" }));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(api.callsOf("setWebhook")).toHaveLength(1);
  });

  it("is refused while the name of its address is not known yet, and works by itself when it is", async () => {
    const { api, office, channel, state, states, until } = await openLine(
      { webhook: unreached, pace: 0.003 },
      { starts: false },
    );
    const description = "Bad Request: bad webhook: Failed to resolve host: Name or service not known";
    api.fail("setWebhook", { type: "answer", status: 400, description });
    await channel.start(office.receive, office.desk);
    await until(() => expect(state()?.type).toBe("working"));
    expect(states()).toContain("refused");
  });
});
