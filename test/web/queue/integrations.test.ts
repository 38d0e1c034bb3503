/** The page of integrations, and what comes of it: keys that open routes, and the office's own systems that are told what happens. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { parseConversationId } from "../../../src/domain/ids.ts";
import { type Office, openOffice } from "../../../src/office.ts";
import { webOf } from "../../../src/serve.ts";
import { createAgent } from "../../../src/web/auth/agents.ts";
import { checkWebhook } from "../../../src/webhooks/check.ts";
import { parseWebhookSecret, type WebhookSecret } from "../../../src/webhooks/secret.ts";
import { randomBytes } from "../../kit.ts";
import { opaque, sure } from "../tiny-office.ts";
import { password } from "./small-office.ts";
import { origin, Visitor } from "./visitor.ts";

const soon = { timeout: 20_000, interval: 20 };
const silent = () => undefined;
const logged: object[] = [];
const log = {
  debug: silent,
  info: (fields: object) => void logged.push(fields),
  warn: silent,
  error: silent,
};
const noon = Date.parse("2026-11-22T12:00:00+03:00");

type Told = {
  readonly id: string;
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly at: string;
};
type Request = { readonly headers: Headers; readonly body: Buffer };

let dataDir: string;
let office: Office;
let app: Hono;
let admin: Visitor;
let agent: Visitor;
let server: Server;
let url: string;
let said = 0;
let statusOf: (body: string) => number;
const requests: Request[] = [];

const settings = () => ({
  ...{ dataDir, manualClock: true, clock: { now: () => noon } },
  privateWebhooks: [{ host: "127.0.0.1", port: (server.address() as AddressInfo).port }],
});
const serve = () => {
  const config = { publicUrl: origin, trustProxy: [], demo: false, rehearsal: false } as const;
  app = webOf(office, { ...config, language: "en", zone: "Asia/Riyadh" }, log).app;
};

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const status = statusOf(body.toString("utf8"));
    const headers = new Headers(Object.entries(request.headers) as [string, string][]);
    if (status === 200) requests.push({ headers, body });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`;
  dataDir = mkdtempSync(join(tmpdir(), "wasit-hooks-"));
  office = await openOffice(settings());
  for (const role of ["admin", "agent"] as const) {
    const about = { email: `${role}@example.com`, name: role, role, language: "en", password } as const;
    await createAgent(office.store.people, about, { now: noon, randomBytes });
  }
  serve();
  admin = new Visitor(app, "/queue");
  agent = new Visitor(app, "/queue");
  await admin.logIn("admin@example.com", password);
  await agent.logIn("agent@example.com", password);
}, 60_000);

beforeEach(async () => {
  statusOf = () => 200;
  requests.splice(0);
  for (const { id } of await office.store.integrations.listHooks())
    await office.store.integrations.removeHook(id);
});

afterAll(async () => {
  await office.close();
  server.close();
  rmSync(dataDir, { recursive: true });
});

const shownOnce = (page: string) =>
  sure(/<output class="password secret" dir="ltr">([^<]+)</.exec(page)?.[1]);
const post = async (path: string, fields: [string, string][]) =>
  admin.send("POST", `/integrations${path}`, {
    headers: {
      ...{ origin, "hx-request": "true", "x-wasit-csrf": admin.csrf },
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams(fields).toString(),
  });

async function makeHook(
  ...events: string[]
): Promise<{ readonly id: string; readonly secret: WebhookSecret }> {
  const made = await post("/hooks", [
    ["name", "ERP"],
    ["url", url],
    ...events.map((one): [string, string] => ["event", one]),
  ]);
  expect(made.status).toBe(200);
  const page = await made.text();
  const [hook] = await office.store.integrations.listHooks();
  return { id: sure(hook).id, secret: sure(parseWebhookSecret(shownOnce(page))) };
}

function toldWith(secret: WebhookSecret): readonly Told[] {
  return requests.map(({ headers, body }) => {
    const check = checkWebhook({ headers, body, secrets: [secret], now: Date.now() });
    if (check.type !== "ok") throw new Error(check.why);
    const {
      type,
      data,
      timestamp: at,
    } = check.body as { type: string; data: Record<string, unknown>; timestamp: string };
    return { id: check.id, type, data, at };
  });
}

async function says(...texts: string[]): Promise<string> {
  const id = sure(parseConversationId(`c_${opaque()}`));
  await office.engine.openConversation({ channel: "web", address: id, language: "ar", id });
  for (const text of texts) {
    said += 1;
    await office.receive({ channel: "web", address: id, id: `m${said}`, content: { type: "text", text } });
    await office.idle();
  }
  return id;
}
const booking = ["ابي فندق في مكة بكرة ليلتين لشخصين باسم خالد العمري 0551234567", "نعم"];

describe("the page of integrations", () => {
  it("makes a key that is shown once, opens its routes, and ends", async () => {
    const made = await post("/keys", [
      ["name", "ERP <b>"],
      ["scope", "orders:read"],
      ["scope", "nonsense"],
    ]);
    const key = shownOnce(await made.text());
    expect(key).toMatch(/^wasit_[\w-]{43}$/);
    const page = await admin.get("/integrations");
    expect(page).not.toContain(key);
    expect(page).not.toContain("ERP <b>");
    const ask = (path: string) =>
      app.request(`${origin}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });
    expect([(await ask("/orders")).status, (await ask("/lines")).status]).toEqual([200, 403]);
    expect(await admin.get("/integrations")).toContain("last used:");
    const [stored] = await office.store.integrations.listKeys();
    expect(stored).toMatchObject({ name: "ERP <b>", scopes: ["orders:read"] });
    expect((await post(`/keys/${stored?.id}/revoke`, [])).status).toBe(200);
    expect((await ask("/orders")).status).toBe(401);
    const after = await admin.get("/integrations");
    expect(after).toMatch(/made: .*<bdi>admin<\/bdi>/);
    expect(after).toMatch(/taken away: .*<bdi>admin<\/bdi>/);
    for (const act of ["/keys", "/keys/:id/revoke"])
      expect(logged).toContainEqual(expect.objectContaining({ act, of: stored?.id }));
  });

  it("is for administrators alone, and makes nothing without a name, a box, or an address that may be called", async () => {
    expect((await agent.send("GET", "/integrations")).status).toBe(403);
    expect((await agent.post("/integrations/keys", { name: "x", scope: "orders:read" })).status).toBe(403);
    expect((await post("/keys", [["name", "x"]])).status).toBe(422);
    expect(
      (
        await post("/keys", [
          ["name", " "],
          ["scope", "orders:read"],
        ])
      ).status,
    ).toBe(422);
    const hook = (at: string) =>
      post("/hooks", [
        ["name", "x"],
        ["url", at],
        ["event", "order.placed"],
      ]);
    for (const bad of [
      "http://169.254.169.254/",
      "https://10.0.0.1/",
      "ftp://x.example",
      "http://localhost/",
      "",
    ])
      expect([bad, (await hook(bad)).status]).toEqual([bad, 422]);
    expect(await office.store.integrations.listHooks()).toEqual([]);
    expect((await post("/hooks/h_none/test", [])).status).toBe(404);
  });

  it("sends a test, and says what came of it", async () => {
    const { id, secret } = await makeHook("order.placed");
    expect(await (await post(`/hooks/${id}/test`, [])).text()).toContain("The test arrived.");
    expect(toldWith(secret)).toMatchObject([{ type: "test", data: { hook: "ERP" } }]);
    statusOf = () => 503;
    expect(await (await post(`/hooks/${id}/test`, [])).text()).toContain("The test did not arrive: 503");
    const renewed = await (await post(`/hooks/${id}/secret`, [])).text();
    const next = sure(parseWebhookSecret(shownOnce(renewed)));
    expect(next).not.toBe(secret);
    statusOf = () => 200;
    requests.splice(0);
    await post(`/hooks/${id}/test`, []);
    expect(toldWith(next)).toHaveLength(1);
  });
});

describe("the office's own systems", () => {
  it("are told of orders by names and moments alone, each once and in order", async () => {
    const { secret } = await makeHook("order.placed", "order.changed");
    await says(...booking);
    const ref = await vi.waitFor(
      () => sure(toldWith(secret)[0]?.data.order as { ref: string } | undefined).ref,
      soon,
    );
    expect((await agent.post(`/orders/${ref}/claim`)).status).toBe(200);
    await vi.waitFor(
      () => expect(toldWith(secret).map(({ type }) => type)).toEqual(["order.placed", "order.changed"]),
      soon,
    );
    const [placed, changed] = toldWith(secret);
    expect(placed).toMatchObject({
      at: new Date(noon).toISOString(),
      data: { order: { ref, service: "hotel_booking", status: "placed", version: 1 }, what: ["placed"] },
    });
    expect(changed?.data).toMatchObject({ order: { ref, version: 2 }, what: ["claimed"] });
    expect(requests.map(({ body }) => body.toString("utf8")).join()).not.toMatch(/العمري|1234567/);
  });

  it("are told what customers write, without what must not be kept", async () => {
    const { secret } = await makeHook("message.received");
    const chat = await says("السلام عليكم", "رمز التحقق 123456");
    await vi.waitFor(() => expect(requests.length).toBe(2), soon);
    expect(toldWith(secret)[0]?.data).toMatchObject({
      ...{ conversation: chat, channel: "web", language: "ar" },
      message: { seq: 1, from: "customer", text: "السلام عليكم" },
    });
    expect(requests.map(({ body }) => body.toString("utf8")).join()).not.toContain("123456");
  });

  it("hear of other orders while they refuse one, and of that one later, by the same id", async () => {
    const { id, secret } = await makeHook("order.placed");
    const tried: string[] = [];
    let bad = "";
    statusOf = (body) => {
      const { ref } = (JSON.parse(body) as { data: { order: { ref: string } } }).data.order;
      bad ||= ref;
      if (ref === bad) tried.push(body);
      return ref === bad ? 422 : 200;
    };
    await says(...booking);
    await vi.waitFor(() => expect(tried.length).toBeGreaterThan(0), soon);
    await says(...booking);
    await vi.waitFor(() => expect(requests.length).toBe(1), soon);
    expect(await admin.get("/integrations")).toMatch(/waiting: 1[\s\S]*422/);
    statusOf = () => 200;
    await vi.waitFor(() => expect(requests.length).toBe(2), soon);
    expect(requests[1]?.body.toString("utf8")).toBe(tried[0]);
    expect(new Set(toldWith(secret).map((told) => told.id)).size).toBe(2);
    const state = () => office.store.integrations.stateOf(id);
    await vi.waitFor(async () => expect(await state()).toMatchObject({ waiting: 0, failed: 0 }), soon);
  });

  it("that take nothing for hours are told of on every page while everything still waits", async () => {
    const { integrations } = office.store;
    statusOf = () => 503;
    const { id: fresh } = await makeHook("order.placed");
    await says(...booking);
    await vi.waitFor(
      async () => expect((await integrations.stateOf(fresh)).failingSince).toBeDefined(),
      soon,
    );
    expect(await admin.get("")).not.toContain('id="untold-banner"');
    await integrations.removeHook(fresh);
    const { id } = await makeHook("order.placed");
    await integrations.failing(id, Date.now() - 7 * 3_600_000);
    await says(...booking);
    await vi.waitFor(async () => expect((await integrations.stateOf(id)).waiting).toBe(1), soon);
    expect(await admin.get("")).toContain('id="untold-banner"');
    expect(await agent.get("")).not.toContain('id="untold-banner"');
    await integrations.removeHook(id);
  });

  it("that want nothing any more are told nothing, and every administrator reads of it until it is tried again", async () => {
    const { id } = await makeHook("order.placed");
    statusOf = () => 410;
    await says(...booking);
    await vi.waitFor(
      async () => expect(await admin.get("/")).toContain("did not reach the office&#39;s own systems: 1"),
      soon,
    );
    expect(await agent.get("/")).not.toContain("own systems");
    statusOf = () => 200;
    expect((await post(`/hooks/${id}/again`, [])).status).toBe(200);
    await vi.waitFor(() => expect(requests.length).toBe(1), soon);
    expect(await admin.get("/")).not.toContain("own systems:");
  });

  it("hear after a stop what happened before it", async () => {
    const { secret } = await makeHook("order.placed");
    let tries = 0;
    statusOf = () => {
      tries += 1;
      return 500;
    };
    await says(...booking);
    await vi.waitFor(() => expect(tries).toBeGreaterThan(0), soon);
    await office.close();
    statusOf = () => 200;
    office = await openOffice(settings());
    serve();
    await vi.waitFor(() => expect(toldWith(secret).map(({ type }) => type)).toEqual(["order.placed"]), soon);
  });
});

describe("a mail server that locks the office out", () => {
  it("is told to administrators on every page, with since when and at what", async () => {
    const why = { during: "login", code: 535 } as const;
    const { mailTrouble } = office;
    const head = sure((await office.store.people.listAgents())[0]);
    const unreachedHeads = { open: async () => [head] };
    office = { ...office, mailTrouble: { current: () => ({ why, since: noon }) }, unreachedHeads };
    serve();
    const [other, colleague] = [new Visitor(app, "/queue"), new Visitor(app, "/queue")];
    await other.logIn("admin@example.com", password);
    await colleague.logIn("agent@example.com", password);
    expect(await other.get("")).toMatch(/id="mail-banner"[\s\S]*at the login 535/);
    expect(await other.get("")).toMatch(new RegExp(`id="unreached-banner"[\\s\\S]*${head.email}`));
    expect(await colleague.get("")).not.toMatch(/id="(?:mail|unreached)-banner"/);
    await other.post("/language", { language: "ar" });
    expect(await other.get("")).toContain("عند تسجيل الدخول 535");
    office = { ...office, mailTrouble };
    serve();
  });
});
