/** Real connections to systems on this machine; only their names are made up. */
import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, it, vi } from "vitest";
import { webhookSecretOf } from "../../src/webhooks/secret.ts";
import { type SendDeps, sendWebhook } from "../../src/webhooks/send.ts";
import type { WebhookOutcome } from "../../src/webhooks/webhook.ts";
import { allowing } from "./allowing.ts";
import { wrongAddresses, wrongBehindName, wrongByLetters } from "./hostile-addresses.ts";
import { answering, drip, httpSystem, type PartnerSystem, rawSystem } from "./partner-system.ts";

const secret = webhookSecretOf(randomBytes(32));
const body = '{"type":"offer.made","offer":"o_1","note":"من جدة"}';
const message = { secrets: [secret], id: "msg_1", body };
const host = "hooks.partner.example";

const opened: PartnerSystem[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(opened.splice(0).map((system) => system.close()));
});

async function running(system: Promise<PartnerSystem>): Promise<PartnerSystem> {
  opened.push(await system);
  return system;
}

/** Sends to a system that the office allows by name. */
function sendTo(system: PartnerSystem, more: Partial<SendDeps> = {}): Promise<WebhookOutcome> {
  return sendWebhook(
    { ...message, url: `http://${host}:${system.port}/hook?office=riyadh` },
    { allowedHosts: allowing(host), lookup: async () => ["127.0.0.1"], ...more },
  );
}

async function outcomeOf(status: number, more: { readonly headers?: Record<string, string> } = {}) {
  const { requests, listener } = answering(status, "thanks", more.headers);
  const outcome = await sendTo(await running(httpSystem(listener)));
  return { outcome, requests };
}

async function outcomeOfRaw(talk: Parameters<typeof rawSystem>[0], deadlineMs = 5_000) {
  const system = await running(rawSystem(talk));
  const started = performance.now();
  const outcome = await sendTo(system, { deadlineMs });
  const tookMs = performance.now() - started;
  await vi.waitFor(() => expect(system.connections.open).toBe(0));
  return { outcome, tookMs };
}

const whole = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

describe("sendWebhook", () => {
  it("posts what the official library accepts", async () => {
    const { outcome, requests } = await outcomeOf(200);
    expect(outcome).toEqual({ type: "delivered", status: 200, answer: { text: "thanks", isCut: false } });
    const [request] = requests;
    expect(request).toMatchObject({ method: "POST", path: "/hook?office=riyadh", body });
    expect(request?.headers).toMatchObject({
      "content-type": "application/json",
      "accept-encoding": "identity",
      connection: "close",
    });
    const headers = Object.fromEntries(
      Object.entries(request?.headers ?? {}).map(([name, one]) => [name, `${one}`]),
    );
    expect(new Webhook(secret).verify(request?.body ?? "", headers)).toEqual(JSON.parse(body));
  });

  it.each([200, 201, 202, 204, 299])("takes %i for delivered", async (status) => {
    expect((await outcomeOf(status)).outcome).toMatchObject({ type: "delivered", status });
  });

  it.each([400, 401, 404, 408, 409, 422, 429, 500, 502, 503, 504])("tries again after %i", async (status) => {
    expect((await outcomeOf(status)).outcome).toEqual({
      type: "retry_later",
      reason: "status",
      status,
      answer: { text: "thanks", isCut: false },
    });
  });

  it("gives up where the partner says that it is gone", async () => {
    expect((await outcomeOf(410)).outcome).toEqual({ type: "gave_up", reason: "gone", status: 410 });
  });

  it("hears how long it should wait, in seconds or as a date", async () => {
    const afterOf = async (value: string) =>
      (await outcomeOf(503, { headers: { "retry-after": value } })).outcome;
    expect(await afterOf("120")).toMatchObject({ afterMs: 120_000 });
    const inAnHour = await afterOf(new Date(Date.now() + 3_600_000).toUTCString());
    expect(inAnHour).toMatchObject({ afterMs: expect.closeTo(3_600_000, -5) });
    expect(await afterOf("soon")).not.toHaveProperty("afterMs");
    expect(await afterOf("Thu, 01 Jan 1970 00:00:00 GMT")).toMatchObject({ afterMs: 0 });
  });

  it.each([301, 302, 303, 307, 308])("follows no redirect (%i)", async (status) => {
    const inner = answering(200);
    const system = await running(httpSystem(inner.listener));
    const location = `http://127.0.0.1:${system.port}/inner`;
    const { outcome, requests } = await outcomeOf(status, { headers: { location } });
    expect(outcome).toMatchObject({ type: "retry_later", reason: "redirected", status });
    expect(requests).toHaveLength(1);
    expect(system.connections.opened).toBe(0);
  });

  it("reads an answer to its bound, calls it delivered, and leaves", async () => {
    const endless = (socket: { write: (text: string) => boolean }) => {
      socket.write("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
      for (let chunk = 0; chunk < 200; chunk += 1) socket.write(`400\r\n${"a".repeat(1024)}\r\n`);
    };
    const { outcome, tookMs } = await outcomeOfRaw(endless);
    expect(outcome).toMatchObject({ type: "delivered", status: 200, answer: { isCut: true } });
    expect(outcome.type === "delivered" && outcome.answer.text.length).toBe(64 * 1024);
    expect(tookMs).toBeLessThan(2_500);
  });

  it("does not call an answer of exactly its bound cut", async () => {
    const { listener } = answering(200, "a".repeat(64 * 1024));
    const outcome = await sendTo(await running(httpSystem(listener)));
    expect(outcome.type === "delivered" && { ...outcome.answer, text: outcome.answer.text.length }).toEqual({
      isCut: false,
      text: 64 * 1024,
    });
  });

  it("unpacks nothing, however small it came", async () => {
    const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024));
    const system = await running(
      httpSystem((_, outgoing) => {
        outgoing.writeHead(200, { "content-encoding": "gzip", "content-length": bomb.byteLength }).end(bomb);
      }),
    );
    expect(bomb.byteLength).toBeLessThan(64 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    expect(await sendTo(system)).toEqual({
      type: "delivered",
      status: 200,
      answer: { text: "", isCut: false },
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * 1024 * 1024);
  });

  describe("against the slow", () => {
    const deadlineMs = 250;
    it.each<readonly [string, string, Parameters<typeof rawSystem>[0]]>([
      ["one that never answers", "answer", () => {}],
      [
        "one that drips headers",
        "answer",
        (socket) => {
          socket.write("HTTP/1.1 200 OK\r\n");
          drip(socket, "x-a: b\r\n", 20);
        },
      ],
      [
        "one that goes on and on before the answer",
        "answer",
        (socket) => drip(socket, "HTTP/1.1 102 Wait\r\n\r\n", 20),
      ],
      [
        "one that drips a body",
        "body",
        (socket) => {
          socket.write("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
          drip(socket, "1\r\na\r\n", 20);
        },
      ],
      [
        "one that never ends",
        "body",
        (socket) => socket.write("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nok"),
      ],
    ])("leaves %s at its deadline", async (_, during, talk) => {
      const { outcome, tookMs } = await outcomeOfRaw(talk, deadlineMs);
      expect(outcome).toEqual({ type: "retry_later", reason: "timed_out", during });
      expect(tookMs).toBeGreaterThan(deadlineMs - 20);
      expect(tookMs).toBeLessThan(deadlineMs + 1_000);
    });

    it("counts the name's look-up too, and waits ten seconds in all", async () => {
      vi.useFakeTimers();
      const never = () => new Promise<never>(() => {});
      const seen: WebhookOutcome[] = [];
      const deps = { allowedHosts: [], lookup: never };
      const sending = sendWebhook({ ...message, url: "https://partner.example/" }, deps);
      void sending.then((outcome) => seen.push(outcome));
      await vi.advanceTimersByTimeAsync(9_999);
      expect(seen).toEqual([]);
      await vi.advanceTimersByTimeAsync(1);
      expect(seen).toEqual([{ type: "retry_later", reason: "timed_out", during: "name" }]);
    });
  });

  it.each<readonly [string, string, Parameters<typeof rawSystem>[0]]>([
    ["hangs up", "connection_lost", (socket) => socket.end()],
    ["resets", "connection_lost", (socket) => socket.resetAndDestroy()],
    [
      "breaks off",
      "connection_lost",
      (socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nok"),
    ],
    [
      "breaks off between chunks",
      "connection_lost",
      (socket) => socket.end("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n"),
    ],
    ["speaks another protocol", "not_http", (socket) => socket.end("SSH-2.0-OpenSSH_9.2p1\r\n")],
    [
      "says two lengths",
      "not_http",
      (socket) => socket.end(whole.replace("\r\n\r\n", "\r\ncontent-length: 3\r\n\r\n")),
    ],
    [
      "sends headers without end",
      "not_http",
      (socket) => socket.write(`HTTP/1.1 200 OK\r\nx: ${"a".repeat(20_000)}\r\n\r\n`),
    ],
    [
      "wants another protocol",
      "connection_lost",
      (socket) => socket.write("HTTP/1.1 101 Switching\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n"),
    ],
  ])("tries later where the other side %s", async (_, reason, talk) => {
    const { outcome, tookMs } = await outcomeOfRaw(talk);
    expect(outcome).toEqual({ type: "retry_later", reason });
    expect(tookMs).toBeLessThan(2_500);
  });

  it("leaves as soon as the answer is whole, though the other side would stay", async () => {
    const { outcome, tookMs } = await outcomeOfRaw((socket) => socket.write(whole));
    expect(outcome).toMatchObject({ type: "delivered", answer: { text: "ok" } });
    expect(tookMs).toBeLessThan(2_500);
  });

  it("takes the first answer where two come at once", async () => {
    const { outcome } = await outcomeOfRaw((socket) => socket.end(`${whole}${whole.replace("200", "500")}`));
    expect(outcome).toMatchObject({ type: "delivered", answer: { text: "ok" } });
  });

  it("tries later where nobody listens, and where the name has no address", async () => {
    const system = await httpSystem(answering(200).listener);
    await system.close();
    expect(await sendTo(system)).toEqual({ type: "retry_later", reason: "unreachable" });
    const nowhere = async () => {
      throw Object.assign(new Error("no"), { code: "ENOTFOUND" });
    };
    expect(await sendTo(system, { lookup: nowhere })).toEqual({ type: "retry_later", reason: "no_address" });
  });

  it("sends nothing that it must not sign", async () => {
    const system = await running(httpSystem(answering(200).listener));
    const url = `http://${host}:${system.port}/`;
    const deps = { allowedHosts: allowing(host), lookup: async () => ["127.0.0.1"] };
    await expect(sendWebhook({ ...message, id: "c_1.7.0", url }, deps)).rejects.toThrow(RangeError);
    await expect(sendWebhook({ ...message, secrets: [], url }, deps)).rejects.toThrow(RangeError);
    expect(system.connections.opened).toBe(0);
  });

  it.each([...wrongByLetters, ...wrongAddresses])("refuses %j without a look-up", async (url) => {
    const lookup = vi.fn();
    expect(await sendWebhook({ ...message, url }, { allowedHosts: [], lookup })).toMatchObject({
      type: "refused_address",
    });
    expect(lookup).not.toHaveBeenCalled();
  });

  it.each(wrongBehindName)("refuses a name that leads to %j", async (addresses, range) => {
    const deps = { allowedHosts: [], lookup: async () => addresses };
    expect(await sendWebhook({ ...message, url: "https://partner.example/" }, deps)).toMatchObject({
      type: "refused_address",
      why: "leads_inward",
      range,
    });
  });

  it("connects to the address that was checked, though the name leads elsewhere a moment later", async () => {
    const checked = answering(200);
    const other = answering(200);
    const system = await running(httpSystem(checked.listener, { address: "127.0.0.2" }));
    const trap = await running(httpSystem(other.listener, { address: "127.0.0.3" }));
    const answers = [["127.0.0.2"], ["127.0.0.3"]];
    const lookup = vi.fn(async () => answers.shift() ?? []);
    expect(await sendTo(system, { lookup })).toMatchObject({ type: "delivered" });
    expect(lookup).toHaveBeenCalledTimes(1);
    expect(checked.requests).toHaveLength(1);
    expect(trap.connections.opened).toBe(0);
  });

  it("tries the next address of a name where the first is closed", async () => {
    const { requests, listener } = answering(200);
    const system = await running(httpSystem(listener, { address: "127.0.0.2" }));
    expect(await sendTo(system, { lookup: async () => ["127.0.0.4", "127.0.0.2"] })).toMatchObject({
      type: "delivered",
    });
    expect(requests).toHaveLength(1);
  });

  it("uses the machine's own resolver where it is given none", async () => {
    const { listener } = answering(200);
    const system = await running(httpSystem(listener));
    const deps = { allowedHosts: allowing("localhost") };
    const url = `http://localhost:${system.port}/`;
    expect(await sendWebhook({ ...message, url }, deps)).toMatchObject({ type: "delivered" });
  });

  it("keeps one partner's silence from another's message", async () => {
    const silent = await running(rawSystem(() => {}));
    const { listener } = answering(200);
    const prompt = await running(httpSystem(listener));
    const started = performance.now();
    const waiting = Array.from({ length: 50 }, () => sendTo(silent, { deadlineMs: 1_000 }));
    expect(await sendTo(prompt)).toMatchObject({ type: "delivered" });
    expect(performance.now() - started).toBeLessThan(900);
    expect(new Set((await Promise.all(waiting)).map(({ type }) => type))).toEqual(new Set(["retry_later"]));
  });
});
