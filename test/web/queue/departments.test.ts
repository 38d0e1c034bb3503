/** Departments on a whole office: who is in them, what they see, and orders handed from one to another. */
import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Agent, Role } from "../../../src/domain/agent.ts";
import type { OrderRef } from "../../../src/domain/ids.ts";
import { createAgent } from "../../../src/web/auth/agents.ts";
import { type RealOffice, realOffice } from "../real-office.ts";
import { sure } from "../tiny-office.ts";
import { Visitor } from "./visitor.ts";

let office: RealOffice;
let head: Visitor;
let sara: Visitor;
let omar: Visitor;
const ids = new Map<string, Agent["id"]>();

async function member(name: string, role: Role): Promise<Visitor> {
  const email = `${name}@example.com`;
  const password = "a password of length";
  const { people } = office.office.store;
  const made = await createAgent(
    people,
    { name, email, role, language: "en", password },
    { now: Date.now(), randomBytes },
  );
  if (made.type !== "added") throw new Error(made.type);
  ids.set(name, made.agent.id);
  const visitor = new Visitor(office.app, "/queue");
  await visitor.logIn(email, password);
  return visitor;
}

async function order(service = "parcel_delivery"): Promise<OrderRef> {
  const { engine } = office.office;
  const chat = await engine.openConversation({ channel: "desk", address: "+966501234567", language: "ar" });
  const entered = await engine.enterOrder({ conversation: chat.id, service, fields: {} });
  return sure("order" in entered ? entered.order : undefined).ref;
}
const versionOf = async (ref: OrderRef) => String(sure(await office.office.store.orders.get(ref)).version);
const puts = (name: string, ...departments: readonly string[]) =>
  head.send("POST", `/agents/${ids.get(name)}/departments`, {
    headers: {
      ...{ origin: "http://localhost", "hx-request": "true", "x-wasit-csrf": head.csrf },
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams(departments.map((id): [string, string] => ["department", id])).toString(),
  });
const handsOff = async (who: Visitor, ref: OrderRef, change: Record<string, string> = {}) =>
  who.post(`/orders/${ref}/hand_off`, {
    ...{ version: await versionOf(ref), to: "p_logistics", note: "Pack it", due: "2026-11-22T12:30" },
    ...change,
  });

beforeEach(async () => {
  office = await realOffice("http://localhost");
  head = await member("Huda", "head");
  sara = await member("Sara", "agent");
  omar = await member("Omar", "agent");
  await head.post("/agents/departments");
});
afterEach(() => office.stop());

describe("the departments of the staff page", () => {
  it("are made from what the services name, once, and filled by heads", async () => {
    const { partners, departments } = office.office.store;
    const all = await partners.departments();
    expect(all.find(({ id }) => id === "p_logistics")).toMatchObject({
      kind: "office",
      services: expect.arrayContaining(["parcel_delivery"]),
    });
    expect(await (await head.post("/agents/departments")).text()).toContain("0 departments were made");
    expect(await partners.departments()).toEqual(all);
    expect((await puts("Sara", "p_logistics", "p_nobody")).status).toBe(200);
    expect(await departments.of(sure(ids.get("Sara")))).toEqual(["p_logistics"]);
    expect(await head.get("/agents")).toMatch(/Departments[\s\S]*Logistics/);
  });

  it("are no agent's to change, and give heads no power over accounts", async () => {
    expect((await sara.post(`/agents/${ids.get("Sara")}/departments`, { department: "p_it" })).status).toBe(
      403,
    );
    expect((await head.post(`/agents/${ids.get("Sara")}/password`)).status).toBe(403);
    expect(await head.get("/agents")).not.toContain(`/agents/${ids.get("Sara")}/password`);
  });

  it("are nobody whom an order is offered to", async () => {
    const ref = await order();
    await sara.post(`/orders/${ref}/claim`);
    expect(await sara.get(`/orders/${ref}`)).toContain("orders are handed to it");
    const given = await sara.post(`/orders/${ref}/give`, {
      version: await versionOf(ref),
      partner: "p_logistics",
    });
    expect(given.status).toBe(422);
  });
});

describe("the list of an agent's departments", () => {
  it("holds what is theirs by its service, beside the list of everything", async () => {
    const [parcel, hotel] = [await order(), await order("hotel_booking")];
    expect(await sara.get("")).not.toContain("My departments");
    await puts("Sara", "p_logistics");
    const all = await sara.get("");
    expect([all.includes(parcel), all.includes(hotel), all.includes("My departments")]).toEqual([
      true,
      true,
      true,
    ]);
    const mine = await sara.get("?view=departments");
    expect([mine.includes(parcel), mine.includes(hotel)]).toEqual([true, false]);
  });
});

describe("an order that is handed over", () => {
  it("stands in the lists of both departments with its note and time until somebody takes it", async () => {
    const ref = await order("hotel_booking");
    await puts("Sara", "p_bookings");
    await puts("Omar", "p_logistics");
    await sara.post(`/orders/${ref}/claim`);
    expect((await handsOff(sara, ref)).status).toBe(200);
    for (const visitor of [sara, omar]) {
      const list = await visitor.get("?view=departments");
      expect(list).toContain(ref);
      expect(list).toContain("Handed from Bookings to Logistics");
      expect(list).toContain("due 12:30 pm");
      expect(list).toContain("not yet taken");
      expect(list).toContain("Pack it");
    }
    await omar.post(`/orders/${ref}/claim`);
    expect(await sara.get("?view=departments")).not.toContain(ref);
    const page = await sara.get(`/orders/${ref}`);
    expect(page).toContain("taken by Omar");
    expect(page).toContain("Handed to Logistics");
  });

  it("goes to either of two departments that do its service, without having been in the other", async () => {
    const { partners } = office.office.store;
    const logistics = sure((await partners.departments()).find(({ id }) => id === "p_logistics"));
    const services = [...logistics.services, "hotel_booking"];
    await partners.save([{ ...logistics, services, version: logistics.version }]);
    for (const to of ["p_bookings", "p_logistics"]) {
      const ref = await order("hotel_booking");
      expect((await handsOff(head, ref, { to })).status).toBe(200);
      const { department, handoff } = sure(await office.office.store.orders.get(ref));
      expect([department?.id, handoff?.from]).toEqual([to, undefined]);
    }
  });

  it("goes back with a reason, and its history says so", async () => {
    const ref = await order("hotel_booking");
    await sara.post(`/orders/${ref}/claim`);
    await handsOff(sara, ref);
    const back = (reason: string) => async () =>
      omar.post(`/orders/${ref}/hand_off_back`, { version: await versionOf(ref), reason });
    expect((await back("")()).status).toBe(422);
    expect((await back("Not ours")()).status).toBe(200);
    const stored = sure(await office.office.store.orders.get(ref));
    expect(stored.department?.id).toBe("p_bookings");
    expect(await omar.get(`/orders/${ref}`)).toContain("Handed back by Logistics");
  });

  it("is refused without a note, for a time that is over or far, for no department, and on an old page", async () => {
    const ref = await order();
    await sara.post(`/orders/${ref}/claim`);
    const status = async (change: Record<string, string>) => (await handsOff(sara, ref, change)).status;
    expect(await status({ note: " " })).toBe(422);
    expect(await status({ due: "2026-11-22T09:59" })).toBe(422);
    expect(await status({ due: "2027-11-22T09:59" })).toBe(422);
    expect(await status({ due: "tomorrow" })).toBe(422);
    expect(await status({ to: "p_nobody" })).toBe(422);
    expect(await status({ version: "1" })).toBe(409);
  });
});
