/** A partner's people on the chat page: the code that the directory makes, the session that it opens, an offer from the queue, and the end of the link. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OrderRef, parseConversationId, parseOrderRef } from "../../../src/domain/ids.ts";
import { type Office, openOffice } from "../../../src/office.ts";
import { webOf } from "../../../src/serve.ts";
import { createAgent } from "../../../src/web/auth/agents.ts";
import { partnerIdOf, samplePartner } from "../../store/sample-partner.ts";
import { password } from "../queue/small-office.ts";
import { origin, Visitor } from "../queue/visitor.ts";
import { opaque, sure } from "../tiny-office.ts";

const silent = () => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };
const randomBytes = (n: number) => crypto.getRandomValues(new Uint8Array(n));

let dataDir: string;
let office: Office;
let app: Hono;
let head: Visitor;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "wasit-partner-chat-"));
  const noon = Date.parse("2026-11-22T12:00:00+03:00");
  office = await openOffice({ dataDir, manualClock: true, clock: { now: () => noon } });
  const config = { publicUrl: origin, trustProxy: [], demo: false, rehearsal: false } as const;
  app = webOf(office, { ...config, language: "ar", zone: "Asia/Riyadh" }, log).app;
  const { people, partners } = office.store;
  const agent = { email: "sara@example.com", name: "sara", role: "head", language: "en", password } as const;
  await createAgent(people, agent, { now: noon, randomBytes });
  const tourism = { services: ["hotel_booking"], licences: [{ kind: "tourism", number: "1" }] } as const;
  await partners.save([samplePartner("haram", tourism)]);
  head = new Visitor(app, "/queue");
  await head.logIn("sara@example.com", password);
}, 60_000);

afterAll(async () => {
  await office.close();
  rmSync(dataDir, { recursive: true });
});

const partner = async () => sure(await office.store.partners.get(partnerIdOf("haram")));
const post = (path: string, body: object) =>
  app.request(`${origin}/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

async function claimed(): Promise<OrderRef> {
  const id = sure(parseConversationId(`c_${opaque()}`));
  await office.engine.openConversation({ channel: "web", address: id, language: "ar", id });
  const says = async (n: number, text: string) => {
    await office.receive({ channel: "web", address: id, id: `m${n}`, content: { type: "text", text } });
    await office.idle();
  };
  await says(1, "ابي فندق في مكة بكرة ليلتين لشخصين باسم خالد العمري 0551234567");
  await says(2, "نعم");
  const lines = (await office.engine.lines(id, 0, 50)).map(({ text }) => text ?? "").join("\n");
  const ref = sure(parseOrderRef(sure(/BR-\d+/.exec(lines)?.[0])));
  expect((await head.post(`/orders/${ref}/claim`)).status).toBe(200);
  return ref;
}

describe("a partner on the chat page", () => {
  it("joins by the link of its page, takes an offer from the queue, and is unlinked there", async () => {
    const page = await (await head.post("/partners/p_haram/code")).text();
    const code = sure(/chat#p=(pt[a-z2-9]{26})/.exec(page)?.[1]);
    expect(page).toContain(code);
    expect(JSON.stringify(await partner())).not.toContain(code);
    expect(await head.get("/partners/p_haram")).not.toContain(code);
    expect(
      (await post("/chat/sessions", { code: `${code.slice(0, -1)}${code.endsWith("a") ? "b" : "a"}` }))
        .status,
    ).toBe(404);
    const opened = await post("/chat/sessions", { code });
    expect(opened.status).toBe(201);
    const { session, conversation } = (await opened.json()) as { session: string; conversation: string };
    expect((await partner()).contacts).toMatchObject({ chat: { conversation } });
    expect((await post("/chat/sessions", { code })).status).toBe(404);

    const ref = await claimed();
    expect((await head.post(`/orders/${ref}/offer`, { partner: "p_haram" })).status).toBe(200);
    await office.idle();
    const chat = sure(parseConversationId(conversation));
    const texts = async () => (await office.engine.lines(chat, 0, 50)).map(({ text }) => text ?? "");
    expect((await texts()).join("\n")).toContain("عرض 11");
    expect((await texts()).join("\n")).not.toMatch(/خالد|055/);
    const answer = await post(`/chat/sessions/${session}/messages`, { id: "a1", text: "قبول ١١" });
    expect(answer.status).toBeLessThan(300);
    await office.idle();
    expect((await office.store.orders.get(ref))?.partner?.id).toBe("p_haram");
    expect((await texts()).at(-1)).toContain("خالد");

    const unlinked = await (await head.post("/partners/p_haram/unlink")).text();
    expect(unlinked).toContain("unlinked");
    expect((await partner()).contacts.chat).toBeUndefined();
    expect((await office.engine.conversation(chat))?.partner).toBeUndefined();
  });
});
