/** The queue over a whole office: a customer's words become an order that staff claim, correct, move and answer. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseConversationId, parsePartnerId } from "../../../src/domain/ids.ts";
import { type Office, openOffice } from "../../../src/office.ts";
import { createAgent } from "../../../src/web/auth/agents.ts";
import type { WebDeps } from "../../../src/web/deps.ts";
import { createLive } from "../../../src/web/live.ts";
import { queueRoutes } from "../../../src/web/queue/routes.tsx";
import { samplePartner } from "../../store/sample-partner.ts";
import { opaque, sure } from "../tiny-office.ts";
import { password } from "./small-office.ts";
import { Visitor } from "./visitor.ts";

let dataDir: string;
let office: Office;
let sara: Visitor;
let omar: Visitor;
const id = sure(parseConversationId(`c_${opaque()}`));

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "wasit-queue-"));
  office = await openOffice({ dataDir, manualClock: true });
  const silent = () => undefined;
  const { engine, store, documents, lines, catalogue } = office;
  const deps: WebDeps = {
    engine,
    orders: store.orders,
    standings: store.standings,
    people: store.people,
    partners: store.partners,
    departments: store.departments,
    staffChatOf: office.staffChatOf,
    doors: store.doors,
    documents,
    lines,
    catalogue,
    config: {
      publicUrl: "http://localhost",
      trustProxy: [],
      demo: false,
      rehearsal: false,
      language: "ar",
      zone: "Asia/Riyadh",
    },
    log: { debug: silent, info: silent, warn: silent, error: silent },
    realNow: Date.now,
    randomBytes,
  };
  const app = new Hono().route("/", queueRoutes({ ...deps, live: createLive(engine, "boot") }));
  const fresh = { now: Date.now(), randomBytes };
  for (const [name, role] of [
    ["sara", "agent"],
    ["omar", "head"],
  ] as const) {
    const agent = { email: `${name}@example.com`, name, role, language: "en", password } as const;
    await createAgent(store.people, agent, fresh);
  }
  [sara, omar] = [new Visitor(app), new Visitor(app)];
  await sara.logIn("sara@example.com", password);
  await omar.logIn("omar@example.com", password);
  await engine.openConversation({ channel: "web", address: id, language: "en", id });
}, 60_000);

afterAll(async () => {
  await office.close();
  rmSync(dataDir, { recursive: true });
});

let said = 0;
async function says(text: string): Promise<void> {
  said += 1;
  await office.receive({ channel: "web", address: id, id: `m${said}`, content: { type: "text", text } });
  await office.idle();
}

async function lastLines(count: number): Promise<readonly (string | undefined)[]> {
  await office.idle();
  const { lastSeq } = sure(await office.engine.conversation(id));
  return (await office.engine.lines(id, lastSeq - count, count)).map(({ text }) => text);
}

describe("an order in the queue", () => {
  it("comes from a customer's words and goes its way to the end, each step told once in the chat", async () => {
    await says(
      "book a hotel in Makkah from tomorrow for 2 nights, 2 guests, my name is John Smith, 0501234567",
    );
    await says("yes");
    const ref = sure(/data-ref="([^"]+)"/.exec(await sara.get("/"))?.[1]);
    const page = await sara.get(`/orders/${ref}`);
    expect(page).toMatch(/<q><bdi[^>]*>2 nights<\/bdi><\/q>/);
    expect(page).toContain(`?from=1#line-1`);

    const version = async () =>
      sure(/name="version" value="(\d+)"/.exec(await sara.get(`/orders/${ref}`))?.[1]);
    expect((await sara.post(`/orders/${ref}/claim`)).status).toBe(200);
    const late = await omar.post(`/orders/${ref}/claim`);
    expect([late.status, (await late.text()).includes("sara was faster")]).toEqual([409, true]);

    const correction = {
      field: "nights",
      value: "ثلاث ليالي",
      reason: "called back",
      version: await version(),
    };
    expect((await sara.post(`/orders/${ref}/correct`, correction)).status).toBe(200);
    expect((await sara.post(`/orders/${ref}/correct`, correction)).status).toBe(409);
    expect((await lastLines(1))[0]).toContain("Nights: 3");

    const begin = { move: "in_progress", version: await version() };
    expect((await sara.post(`/orders/${ref}/move`, begin)).status).toBe(200);
    expect((await sara.post(`/orders/${ref}/move`, begin)).status).toBe(409);
    expect((await sara.post(`/orders/${ref}/reply`, { text: "We have your room" })).status).toBe(200);
    expect((await sara.post(`/orders/${ref}/note`, { text: "my password is hunter2000" })).status).toBe(409);
    const end = await sara.post(`/orders/${ref}/move`, { move: "done", version: await version() });
    expect(end.status).toBe(200);
    const [reply, done] = await lastLines(2);
    expect(reply).toBe("We have your room");
    expect(done).toContain("is done");
    expect(await sara.get("/done")).toContain(ref);
    expect(await sara.get("/search?q=John")).toContain(`data-ref="${ref}"`);
  });

  it("has its chat taken by a person and handed back to the bot", async () => {
    expect(await omar.get("/waiting")).toContain(id);
    expect((await omar.post(`/chats/${id}/take_chat`)).status).toBe(200);
    const mine = await sara.post(`/chats/${id}/reply`, { text: "me too" });
    expect([mine.status, (await mine.text()).includes("omar is talking with this customer")]).toEqual([
      409,
      true,
    ]);
    expect((await omar.post(`/chats/${id}/hand_back`)).status).toBe(200);
    expect(await omar.get("/waiting")).toContain("Nobody is waiting");
  });

  it("goes to a partner, whose name the customer reads, and counts among what that one has", async () => {
    await office.store.partners.save([
      samplePartner("rooms", {
        ...{ name: { ar: "غرف", en: "Rooms Desk" }, services: ["hotel_booking"], cities: ["Makkah"] },
        licences: [{ kind: "tourism", number: "1" }],
      }),
    ]);
    await says("book a hotel in Makkah from 1 December for 3 nights, 2 guests");
    await says("yes");
    const ref = sure(/data-ref="([^"]+)"/.exec(await sara.get("/"))?.[1]);
    await sara.post(`/orders/${ref}/claim`);
    const version = sure(/name="version" value="(\d+)"/.exec(await sara.get(`/orders/${ref}`))?.[1]);
    const given = await sara.post(`/orders/${ref}/give`, { partner: "p_rooms", version });
    expect(given.status).toBe(200);
    expect((await lastLines(1))[0]).toContain("Rooms Desk");
    const loads = await office.store.orders.partnerLoads();
    expect([...loads]).toEqual([["p_rooms", 1]]);
    const theirs = await office.store.orders.ofPartner(sure(parsePartnerId("p_rooms")), 5);
    expect(theirs.map((order) => order.ref)).toEqual([ref]);
    await sara.post(`/orders/${ref}/move`, { move: "in_progress", version: await versionOf(ref) });
    await sara.post(`/orders/${ref}/move`, { move: "done", version: await versionOf(ref) });
    expect(await sara.get("/partners/p_rooms")).toContain("in time with 1 of 1");
  });

  const versionOf = async (ref: string) =>
    sure(/name="version" value="(\d+)"/.exec(await sara.get(`/orders/${ref}`))?.[1]);
});
