/** What is wrong with a partner's system is named on its page, while others are told as ever; and what is said in its name again, late or by another does nothing. */
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createSystemTroubles } from "../../../src/dispatch/system-troubles.ts";
import type { OrderRef } from "../../../src/domain/ids.ts";
import type { Office } from "../../../src/office.ts";
import { webhookSecretOf } from "../../../src/webhooks/secret.ts";
import type { WebhookOutcome } from "../../../src/webhooks/webhook.ts";
import { partnerIdOf, samplePartner } from "../../store/sample-partner.ts";
import { fieldOf } from "../../turn/partner-office.ts";
import { issue } from "../../webhooks/certificates.ts";
import { origin, type Visitor } from "../queue/visitor.ts";
import { sure } from "../tiny-office.ts";
import { openPartnerSystem, type PartnerSystem, signedMessage } from "./partner-system.ts";
import { openStaffedOffice, randomBytes, type StaffedOffice } from "./staffed-office.ts";

const soon = { timeout: 20_000, interval: 20 };
const secret = webhookSecretOf(randomBytes(32));

let staffed: StaffedOffice;
let office: Office;
let app: Hono;
let sara: Visitor;
let good: PartnerSystem;
let locked: Server;
let asked = 0;

beforeAll(async () => {
  good = await openPartnerSystem(secret);
  locked = createServer(await issue({ host: "127.0.0.1" }), (_, response) => {
    asked += 1;
    response.end();
  });
  await new Promise<void>((resolve) => locked.listen(0, "127.0.0.1", () => resolve()));
  const { port } = locked.address() as AddressInfo;
  staffed = await openStaffedOffice({
    privateWebhooks: [good.port, port].map((one) => ({ host: "127.0.0.1", port: one })),
    role: "head",
    partners: [
      samplePartner("good", { contacts: { webhook: good.url } }),
      samplePartner("locked", { contacts: { webhook: `https://127.0.0.1:${port}/orders` } }),
    ],
  });
  ({ office, app, sara } = staffed);
  const { partners } = office.store;
  for (const name of ["good", "locked"]) await partners.setSecret(partnerIdOf(name), secret);
}, 60_000);

afterAll(async () => {
  await staffed.close();
  await good.close();
  await new Promise((resolve) => locked.close(resolve));
});

let orders = 0;
async function claimed(): Promise<OrderRef> {
  orders += 1;
  const chat = await office.engine.openConversation({
    ...{ channel: "web", address: `customer ${orders}`, language: "ar" },
  });
  const fields = { contents: fieldOf("كتب") };
  const acted = await office.engine.enterOrder({ conversation: chat.id, service: "parcel_delivery", fields });
  const { ref } = sure(acted.type === "done" ? acted.order : undefined);
  expect((await sara.post(`/orders/${ref}/claim`)).status).toBe(200);
  return ref;
}
const offer = async (ref: OrderRef, name: string) =>
  expect((await sara.post(`/orders/${ref}/offer`, { partner: `p_${name}` })).status).toBe(200);
const toldOf = (ref: OrderRef) => good.told.filter(({ notice }) => notice.order.ref === ref);

describe("a partner's system that can't be told", () => {
  it("is named with its certificate's fault on its page; nothing is sent to it, and another is told at once", async () => {
    const ref = await claimed();
    await offer(ref, "locked");
    await offer(ref, "good");
    await vi.waitFor(
      async () => expect(await sara.get("/partners/p_locked")).toContain("signed by itself"),
      soon,
    );
    await vi.waitFor(() => expect(toldOf(ref)).toHaveLength(1), soon);
    expect(asked).toBe(0);
    expect(await sara.get("/partners/p_good")).not.toContain("Nothing is sent to its system");
  });

  it.each([500, 502])("is named with its %i, until it takes what it is told again", async (status) => {
    const ref = await claimed();
    good.answerWith(status);
    await offer(ref, "good");
    await vi.waitFor(
      async () =>
        expect(await sara.get("/partners/p_good")).toContain(`does not take what it is told (${status})`),
      soon,
    );
    good.answerWith(200);
    await vi.waitFor(() => expect(toldOf(ref)).toHaveLength(1), soon);
    await office.idle();
    expect(await sara.get("/partners/p_good")).not.toContain("does not take what it is told");
  });
});

describe("createSystemTroubles", () => {
  it.each<readonly [WebhookOutcome, string]>([
    [{ type: "tls_failed", what: "expired" }, "expired"],
    [{ type: "tls_failed", what: "wrong_host" }, "wrong_host"],
    [{ type: "gave_up", reason: "gone", status: 410 }, "gone"],
    [{ type: "retry_later", reason: "timed_out", during: "body" }, "silent"],
    [{ type: "retry_later", reason: "connection_lost" }, "unreachable"],
    [{ type: "retry_later", reason: "not_http" }, "not_http"],
  ])("names %j since its first try, and forgets it once something arrives", (outcome, why) => {
    let now = 1;
    const troubles = createSystemTroubles(() => now);
    const id = partnerIdOf("a");
    troubles.heard(id, outcome);
    now = 5;
    troubles.heard(id, outcome);
    expect(troubles.of(id)).toEqual({ since: 1, why });
    troubles.heard(id, { type: "delivered", status: 200, answer: { text: "", isCut: false } });
    expect(troubles.of(id)).toBeUndefined();
  });
});

describe("what is said in a partner's name", () => {
  it("acts once inside the tolerance and not at all outside it, for every act", async () => {
    const ref = await claimed();
    await offer(ref, "good");
    await vi.waitFor(() => expect(toldOf(ref)).toHaveLength(1), soon);
    const id = sure(toldOf(ref)[0]?.notice.offer).id;
    const send = async (path: string, name: string, body: object, at?: number) => {
      const message = signedMessage(secret, name, body, at);
      const response = await app.request(`${origin}/api/v1${path}`, { method: "POST", ...message });
      await office.idle();
      return response.status;
    };
    const acts: readonly (readonly [string, object])[] = [
      [`/offers/${id}/accept`, { type: "offer.accept", offer: id }],
      [`/orders/${ref}/stage`, { type: "order.stage", order: ref, stage: "picked_up" }],
      [`/orders/${ref}/confirm`, { type: "order.confirm", order: ref, change: 1 }],
      [`/orders/${ref}/no_show`, { type: "order.no_show", order: ref }],
    ];
    for (const [path, body] of acts) {
      const { version } = sure(await office.store.orders.get(ref));
      for (const late of [-301_000, 301_000])
        expect([path, await send(path, `late${late}`, body, Date.now() + late)]).toEqual([path, 401]);
      expect(sure(await office.store.orders.get(ref)).version).toBe(version);
      const first = await send(path, `of ${path}`.replaceAll(/\W/g, "_"), body);
      const after = sure(await office.store.orders.get(ref)).version;
      for (let n = 0; n < 3; n += 1)
        expect(await send(path, `of ${path}`.replaceAll(/\W/g, "_"), body)).toBe(first);
      expect(sure(await office.store.orders.get(ref)).version).toBe(after);
    }
    expect(sure(await office.store.orders.get(ref)).state).toMatchObject({ stage: "picked_up" });
  });
});
