/** Complaints on a whole office: noted, listed, looked into, answered and counted by staff, and asked for by programs. */
import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ConversationId, OrderRef } from "../../../src/domain/ids.ts";
import type { Order } from "../../../src/domain/order.ts";
import { createAgent } from "../../../src/web/auth/agents.ts";
import { samplePartner } from "../../store/sample-partner.ts";
import { api, postJson, withKey } from "../api/chat.ts";
import { type RealOffice, realOffice } from "../real-office.ts";
import { sure } from "../tiny-office.ts";
import { Visitor } from "./visitor.ts";

let office: RealOffice;
let sara: Visitor;
let huda: Visitor;
let order: OrderRef;
let conversation: ConversationId;

async function member(name: string, role: "agent" | "head", language: "ar" | "en"): Promise<Visitor> {
  const email = `${name}@example.com`;
  const password = "a password of length";
  const fresh = { now: Date.now(), randomBytes };
  await createAgent(office.office.store.people, { name, email, role, language, password }, fresh);
  const visitor = new Visitor(office.app, "/queue");
  await visitor.logIn(email, password);
  return visitor;
}

beforeEach(async () => {
  office = await realOffice("http://localhost");
  sara = await member("Sara", "agent", "en");
  huda = await member("Huda", "head", "ar");
  const { engine } = office.office;
  const chat = await engine.openConversation({ channel: "web", address: "x1", language: "en" });
  conversation = chat.id;
  const entered = await engine.enterOrder({ conversation, service: "parcel_delivery", fields: {} });
  order = sure("order" in entered ? entered.order : undefined).ref;
});
afterEach(() => office.stop());

const get = async (ref: OrderRef): Promise<Order> => sure(await office.office.store.orders.get(ref));
const noted = async (words = "The courier never came") => {
  await sara.post(`/orders/${order}/complain`, { words });
  return sure((await office.office.store.orders.about(order, 1))[0]).ref;
};
const answers = async (who: Visitor, ref: OrderRef, fields: Record<string, string> = {}) =>
  who.post(`/orders/${ref}/answer_complaint`, {
    ...{ version: String((await get(ref)).version), outcome: "apology", words: "It comes today." },
    ...fields,
  });
const told = { text: "Nobody helps", messageId: "", start: 0, end: 12, by: "api" } as const;
const lastWords = async () =>
  (await office.office.engine.lines(conversation, 0, 100)).map((line) => JSON.stringify(line)).at(-1) ?? "";

describe("a complaint in the queue", () => {
  it("is noted on the page of its order, and both pages lead to each other", async () => {
    const html = await (
      await sara.post(`/orders/${order}/complain`, { words: "The courier never came" })
    ).text();
    const ref = sure((await office.office.store.orders.about(order, 9))[0]).ref;
    expect(html).toContain("The complaint is noted");
    expect(html).toContain(`href="/queue/orders/${ref}"`);
    const page = await sara.get(`/orders/${ref}`);
    expect(page).toContain(`href="/queue/orders/${order}"`);
    expect(page).toContain("The courier never came");
    expect(page).toContain("Claim the complaint");
    expect(page).not.toMatch(/hx-post="[^"]*\/(?:price|give|offer|search|correct)"/);
    expect(await lastWords()).toContain(`Your complaint is noted as`);
  });

  it("is one of its order: what is noted again goes into it", async () => {
    const ref = await noted();
    await sara.post(`/orders/${order}/complain`, { words: "Called again" });
    expect(await office.office.store.orders.about(order, 9)).toHaveLength(1);
    expect((await get(ref)).fields.words?.value).toBe("The courier never came\nCalled again");
    expect(await sara.get(`/orders/${ref}`)).toContain("Add what the customer said");
  });

  it("stands in a list of its own, with how many there are", async () => {
    expect(await sara.get("?view=complaints")).toContain("No complaint is open.");
    const ref = await noted();
    const list = await sara.get("?view=complaints");
    expect(list).toContain(`data-ref="${ref}"`);
    expect(list).not.toContain(`data-ref="${order}"`);
    expect(list).toMatch(new RegExp(`About order[\\s\\S]*${order}`));
    expect(list).toMatch(/data-view="complaints"[\s\S]*data-count="1"/);
    await sara.post(`/orders/${ref}/claim`);
    expect(await huda.get("?view=complaints")).toContain(`data-ref="${ref}"`);
    expect(await huda.get("?view=complaints")).toContain("الشكاوى");
  });

  it("is answered by who holds it; the customer reads it, and the page tells what waits", async () => {
    const ref = await noted();
    expect((await answers(sara, ref)).status).toBe(409);
    await sara.post(`/orders/${ref}/claim`);
    for (const [fields, status] of [
      [{ outcome: "nothing" }, 422],
      [{ words: "  " }, 422],
      [{ words: "x".repeat(3_001) }, 422],
      [{ version: "1" }, 409],
      [{}, 200],
    ] as const)
      expect([fields, (await answers(sara, ref, fields)).status]).toEqual([fields, status]);
    expect(await lastWords()).toContain("we apologise for what happened.\\nIt comes today.");
    expect(await lastWords()).toContain("Does this settle it?");
    const page = await sara.get(`/orders/${ref}`);
    expect(page).toContain("Waiting for the customer&#39;s word.");
    expect(page).toContain("Apology");
    expect(await sara.get(`/orders/${order}`)).toContain("Answered");
  });

  it("has its first answer where its holder writes in the chat", async () => {
    const ref = await noted();
    await sara.post(`/chats/${conversation}/reply`, { text: "Who is with us?" });
    expect((await get(ref)).state.status).toBe("placed");
    await sara.post(`/orders/${ref}/claim`);
    expect((await sara.post(`/chats/${conversation}/reply`, { text: "I am looking into it." })).status).toBe(
      200,
    );
    expect((await get(ref)).state).toMatchObject({ status: "in_progress", stage: "looked_into" });
  });

  it("counts for the partner that had the order, only where something was wrong", async () => {
    const { orders, partners } = office.office.store;
    const couriers = samplePartner("couriers", { services: ["parcel_delivery"] });
    await partners.save([couriers]);
    await sara.post(`/orders/${order}/claim`);
    const version = String((await get(order)).version);
    await sara.post(`/orders/${order}/give`, { version, partner: couriers.id });
    const ref = await noted();
    await sara.post(`/orders/${ref}/claim`);
    expect(await sara.get(`/orders/${ref}`)).toContain(`value="${couriers.id}"`);
    await answers(sara, ref, { outcome: "refund", blames: "p_somebody_else" });
    expect([...(await orders.partnerComplaints(0))]).toEqual([]);
    await answers(sara, ref, { outcome: "refund", blames: couriers.id });
    expect([...(await orders.partnerComplaints(0))]).toEqual([[couriers.id, 1]]);
    expect(await sara.get(`/orders/${ref}`)).toContain("Counts for");
    await answers(sara, ref, { outcome: "not_upheld", blames: couriers.id });
    expect([...(await orders.partnerComplaints(0))]).toEqual([]);
  });

  it("without its order is tied to one of the same customer's, and to no other's", async () => {
    const { engine, store } = office.office;
    const fields = { words: { value: "Nobody helps", evidence: { ...told } } };
    const entered = await engine.enterOrder({ conversation, service: "complaint", fields });
    const { ref } = sure("order" in entered ? entered.order : undefined);
    const other = await engine.openConversation({ channel: "web", address: "y1", language: "en" });
    const theirs = await engine.enterOrder({ conversation: other.id, service: "storage_rental", fields: {} });
    const stranger = sure("order" in theirs ? theirs.order : undefined).ref;
    const ties = async (about: string) =>
      sara.post(`/orders/${ref}/tie_complaint`, { version: String((await get(ref)).version), about });
    expect((await ties(order)).status).toBe(409);
    await sara.post(`/orders/${ref}/claim`);
    expect(await sara.get(`/orders/${ref}`)).toContain("Not about a particular order.");
    expect((await ties(stranger)).status).toBe(422);
    expect((await ties(order)).status).toBe(200);
    expect((await get(ref)).about).toBe(order);
    expect((await store.orders.about(order, 9)).map((one) => one.ref)).toEqual([ref]);
  });

  it("that was opened again is offered to heads alone", async () => {
    const ref = await noted();
    await sara.post(`/orders/${ref}/claim`);
    await answers(sara, ref);
    const { engine } = office.office;
    const press = sure((await engine.conversation(conversation))?.open);
    const value = `${press.token}:no`;
    const message = { channel: "web", address: "x1", id: "m1", content: { type: "choice", value } } as const;
    await office.office.receive({ ...message, at: Date.UTC(2026, 10, 22, 7, 0) });
    await office.office.idle();
    expect((await get(ref)).complaint?.reopened).toBeDefined();
    const page = await sara.get(`/orders/${ref}`);
    expect(page).toContain("a head takes it");
    expect(page).not.toContain(`hx-post="/queue/orders/${ref}/claim"`);
    expect(await huda.get(`/orders/${ref}`)).toContain(`hx-post="/queue/orders/${ref}/claim"`);
    expect(await huda.get(`/orders/${ref}`)).toContain("الرد الأول، ولم يُرضِ العميل");
  });
});

describe("complaints for programs", () => {
  const asked = async (path: string) => {
    const answer = await office.app.request(`${api}${path}`, { headers: withKey });
    return (await answer.json()) as { orders: readonly { ref: string }[] };
  };
  const enter = async (body: object) => {
    const answer = await postJson(office.app, `${api}/orders`, { conversation, ...body }, withKey);
    return { status: answer.status, body: (await answer.json()) as { ref: OrderRef; errors?: unknown } };
  };

  it("are entered with the words and the order that they are about", async () => {
    const complaint = { service: "complaint", about: order, fields: { words: "It came broken" } };
    const { status, body } = await enter(complaint);
    expect(status).toBe(201);
    expect(await asked(`/orders/${body.ref}`)).toMatchObject({
      ...{ kind: "complaint", about: order, service: "complaint", status: "placed" },
      fields: { words: "It came broken" },
    });
    expect(await asked(`/conversations/${conversation}`)).toMatchObject({
      orders: [order],
      complaints: [body.ref],
    });
  });

  it("are refused without words, and about an order that is not this customer's", async () => {
    const other = await office.office.engine.openConversation({
      channel: "web",
      address: "y",
      language: "en",
    });
    const entered = await office.office.engine.enterOrder({
      ...{ conversation: other.id, service: "parcel_delivery", fields: {} },
    });
    const theirs = sure("order" in entered ? entered.order : undefined).ref;
    const words = { fields: { words: "x y" } };
    for (const body of [
      { service: "complaint" },
      { service: "complaint", about: theirs, ...words },
      { service: "complaint", about: "BR-99999", ...words },
      { service: "parcel_delivery", about: order },
    ])
      expect([body, (await enter(body)).status]).toEqual([body, 422]);
  });

  it("are listed where they are asked for, and tell how they ended", async () => {
    const ref = await noted();
    expect((await asked("/orders")).orders.map((one) => one.ref)).toEqual([order]);
    expect((await asked("/orders?kind=complaint")).orders.map((one) => one.ref)).toEqual([ref]);
    expect((await asked("/orders?service=complaint")).orders.map((one) => one.ref)).toEqual([ref]);
    expect((await asked("/orders?kind=all")).orders.map((one) => one.ref)).toEqual([ref, order]);
    await sara.post(`/orders/${ref}/claim`);
    await answers(sara, ref);
    expect(await asked(`/orders/${ref}`)).toMatchObject({
      stage: "answered",
      outcome: { what: "apology", words: "It comes today.", by: { type: "agent", name: "Sara" } },
    });
    const done = await postJson(office.app, `${api}/orders/${ref}/stage`, { stage: "done" }, withKey);
    expect(done.status).toBe(200);
    expect(await lastWords()).toContain("a message here opens it again");
  });
});
