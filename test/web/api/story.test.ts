/** The contract's routes on a whole office: what goes in as words comes out as an order, and every answer has its promised shape. */
import type { z } from "@hono/zod-openapi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrderRef } from "../../../src/domain/ids.ts";
import { conversationSchema } from "../../../src/web/api/conversations.ts";
import { enteredSchema, orderListSchema, orderSchema, sessionSchema } from "../../../src/web/api/schemas.ts";
import { type RealOffice, realOffice } from "../real-office.ts";
import { sure } from "../tiny-office.ts";
import { api, formWith, linesIn, postJson, withKey } from "./chat.ts";

let open: RealOffice;
beforeAll(async () => {
  open = await realOffice();
});
afterAll(() => open.stop());

async function newChat(language: "ar" | "en") {
  const answer = await postJson(open.app, `${api}/chat/sessions`, { language });
  const { session } = sessionSchema.parse(await answer.json());
  const path = `${api}/chat/sessions/${session}`;
  let count = 0;
  return {
    session,
    path,
    async send(content: object) {
      const sent = await postJson(open.app, `${path}/messages`, { id: `m${++count}`, ...content });
      expect(sent.status).toBe(202);
      await open.office.idle();
      return (await linesIn(await open.app.request(`${path}/messages`))).messages;
    },
  };
}

async function asked<Schema extends z.ZodType>(schema: Schema, path: string): Promise<z.infer<Schema>> {
  const answer = await open.app.request(`${api}${path}`, { headers: withKey });
  expect(answer.status).toBe(200);
  return schema.parse(await answer.json());
}

const hotel = "السلام عليكم، أبي أحجز فندق في جدة ليلتين من الخميس لشخصين باسم سارة العتيبي 0501234567";

describe("a hotel asked for in one message", () => {
  it("is a form with evidence, then an order, then news of each stage in the chat", async () => {
    const chat = await newChat("ar");
    const [, readBack] = await chat.send({ text: hotel });
    const draft = sure(
      (await asked(conversationSchema.strict(), `/conversations/${chat.session}`)).drafts[0],
    );
    expect(draft).toMatchObject({
      service: "hotel_booking",
      fields: { city: "Jeddah", nights: 2, guests: 2, checkin: "2026-11-26", phone: "+966501234567" },
      missing: [],
    });
    const { start, end, text } = sure(draft.evidence.city);
    expect(hotel.slice(start, end)).toBe(text);

    const place = sure(readBack?.choices?.[0]);
    const placed = (await chat.send({ choice: place.value })).at(-1);
    const ref = sure(placed?.order);
    const { orders } = await asked(orderListSchema.strict(), `/orders?session=${chat.session}`);
    expect(orders.map((order) => order.ref)).toEqual([ref]);
    expect((await asked(conversationSchema, `/conversations/${chat.session}`)).drafts).toEqual([]);

    const moved = await postJson(open.app, `${api}/orders/${ref}/stage`, { stage: "confirmed" }, withKey);
    expect(orderSchema.strict().parse(await moved.json())).toMatchObject({
      status: "in_progress",
      stage: "confirmed",
    });
    await open.office.idle();
    const { messages } = await linesIn(await open.app.request(`${chat.path}/messages?after=${placed?.seq}`));
    expect(messages.filter(({ order }) => order === ref)).toHaveLength(1);
    const { history } = await asked(orderSchema.strict(), `/orders/${ref}`);
    expect(history.map(({ to }) => to)).toEqual(["placed", "in_progress"]);
  });

  it("is one order however often its messages are sent", async () => {
    const chat = await newChat("en");
    const say = (id: string, content: object) =>
      postJson(open.app, `${chat.path}/messages`, { id, ...content });
    const text = "Hotel room in Riyadh, 3 nights from Thursday, 1 guest, name John Smith, 0507654321";
    await Promise.all([say("a", { text }), say("a", { text }), say("a", { text })]);
    await open.office.idle();
    const { messages } = await linesIn(await open.app.request(`${chat.path}/messages`));
    const value = sure(messages.flatMap(({ choices = [] }) => choices)[0]).value;
    await Promise.all([
      say("b", { choice: value }),
      say("b", { choice: value }),
      say("c", { choice: value }),
    ]);
    await open.office.idle();
    const { orders } = await asked(orderListSchema, `/orders?session=${chat.session}`);
    expect(orders).toHaveLength(1);
  });
});

describe("an order entered by a program", () => {
  it("takes values as people write them, names what is missing, and keeps who called", async () => {
    const body = {
      service: "parcel_delivery",
      fields: { from_city: "الرياض", to_city: "Jeddah", weight_kg: "كيلوين ونص", pickup_date: "بكرة" },
      customer: { name: "Ali Hasan", phone: "٠٥٠٧٦٥٤٣٢١", language: "en" },
    };
    const answer = await postJson(open.app, `${api}/orders`, body, withKey);
    expect(answer.status).toBe(201);
    const { ref, missing } = enteredSchema.strict().parse(await answer.json());
    expect(missing).toContain("recipient_phone");
    const order = await asked(orderSchema.strict(), `/orders/${ref}`);
    expect(order.fields).toMatchObject({ from_city: "Riyadh", weight_kg: 2.5, pickup_date: "2026-11-23" });
    expect(order.customer).toMatchObject({ channel: "desk", name: "Ali Hasan", phone: "+966507654321" });
    expect(sure(order.evidence.weight_kg).by).toBe("api");
  });

  it("is one order however often its entry is sent by the same key, and one complaint of an order", async () => {
    const customer = { name: "Huda Ali", phone: "0507650000", language: "en" };
    const send = async (body: object, key?: string) => {
      const headers = { ...withKey, ...(key !== undefined && { "idempotency-key": key }) };
      const answer = await postJson(open.app, `${api}/orders`, { ...body, customer }, headers);
      expect(answer.status).toBe(201);
      return enteredSchema.parse(await answer.json()).ref;
    };
    const parcel = { service: "parcel_delivery", fields: { to_city: "Jeddah" } };
    const [first, ...again] = await Promise.all(["a", "a", "a"].map((key) => send(parcel, key)));
    expect(again).toEqual([first, first]);
    expect(await send(parcel, "b")).not.toBe(first);
    const other = await postJson(
      open.app,
      `${api}/orders`,
      { ...parcel, customer: { ...customer, name: "Sami Omar" } },
      { ...withKey, "idempotency-key": "a" },
    );
    expect(other.status, "another customer's entry under a key that was used").toBe(422);
    // The answer was lost in a kill: the chat knows the entry, too.
    const { engine, store } = open.office;
    const entered = sure(await store.orders.get(sure(first) as OrderRef));
    const key = "key:settings a";
    const repeated = { conversation: entered.conversation, service: "parcel_delivery", fields: {}, key };
    expect(await engine.enterOrder(repeated)).toMatchObject({
      refusal: { reason: "entered_before", ref: first },
    });
    const complaint = { service: "complaint", about: first, fields: { words: "The box came open." } };
    const opened = await send(complaint);
    expect(await send(complaint)).toBe(opened);
    // An order has one complaint at a time: other words go into it, and the same ones once.
    const more = { ...complaint, fields: { words: "Nobody calls me back." } };
    expect([await send(more), await send(more, "c")]).toEqual([opened, opened]);
    const told = sure(await store.orders.get(opened as OrderRef));
    expect(told.fields.words?.value).toBe("The box came open.\nNobody calls me back.");
    // Of no order they are another matter.
    const { about: _, ...ofNone } = more;
    const unordered = await send(ofNone);
    expect(unordered).not.toBe(opened);
    expect(await send(ofNone)).toBe(unordered);
    const keyless = await postJson(open.app, `${api}/orders`, parcel, {
      ...withKey,
      "idempotency-key": "x".repeat(65),
    });
    expect(keyless.status).toBe(422);
  });

  it("names what its paper needs, and is refused where a permit is missing", async () => {
    const customer = { name: "Ali Hasan", phone: "0507654321", language: "en" };
    const enter = (service: string, fields: object) =>
      postJson(open.app, `${api}/orders`, { service, fields, customer }, withKey);
    const paper = await enter("gov_paperwork", { doc_type: "vehicle_transfer" });
    const { missing } = enteredSchema.parse(await paper.json());
    expect(missing).toEqual(expect.arrayContaining(["person", "national_id"]));
    const refused = await enter("data_report", { kind: "financial_market_data" });
    expect(refused.status).toBe(422);
    const { errors } = (await refused.json()) as { errors: { field: string; code: string }[] };
    expect(errors.map(({ field, code }) => [field, code])).toEqual([["fields.kind", "needs_permit"]]);
  });

  it("keeps no card number, password or code, however deep it lies", async () => {
    const body = {
      service: "parcel_delivery",
      fields: { contents: "بطاقة رقمها 4111 1111 1111 1111", pickup: { text: "كلمة المرور: Qwerty#778" } },
      customer: { name: "Ali Hasan", phone: "0507654321", language: "en" },
    };
    const answer = await postJson(open.app, `${api}/orders`, body, withKey);
    expect(answer.status).toBe(422);
    const { errors } = (await answer.json()) as { errors: { field: string; code: string }[] };
    expect(errors.map(({ field, code }) => `${field} ${code}`)).toEqual(["contents secret", "pickup secret"]);
  });

  it("moves forward only, and each refusal names just the moves that the route makes", async () => {
    const entered = {
      service: "parcel_delivery",
      customer: { name: "Ali", phone: "0507654321", language: "en" },
    };
    const { ref } = enteredSchema.parse(
      await (await postJson(open.app, `${api}/orders`, entered, withKey)).json(),
    );
    const move = (body: object) => postJson(open.app, `${api}/orders/${ref}/stage`, body, withKey);
    const refused = await move({ stage: "done" });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      legal: ["in_progress", "picked_up", "in_transit", "delivered", "cancelled", "failed"],
    });
    expect((await move({ stage: "in_transit" })).status).toBe(200);
    const late = await move({ stage: "picked_up", note: "a report that came late" });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ legal: ["delivered", "done", "cancelled", "failed"] });
  });

  it("ends without a note too, with a reason that the customer can read", async () => {
    const chat = await newChat("en");
    await chat.send({ text: "hello" });
    const entered = { service: "hotel_booking", session: chat.session };
    const { ref } = enteredSchema.parse(
      await (await postJson(open.app, `${api}/orders`, entered, withKey)).json(),
    );
    // Only its partner says until when something lasts.
    const dated = { stage: "cancelled", valid_until: "2027-03-15" };
    expect((await postJson(open.app, `${api}/orders/${ref}/stage`, dated, withKey)).status).toBe(422);
    const ended = await postJson(open.app, `${api}/orders/${ref}/stage`, { stage: "cancelled" }, withKey);
    expect(ended.status).toBe(200);
    expect(orderSchema.parse(await ended.json()).cancelled).toMatchObject({
      reason: "the office's decision",
    });
    await open.office.idle();
    const { messages } = await linesIn(await open.app.request(`${chat.path}/messages`));
    expect(sure(messages.at(-1)).text).toContain("Reason: the office's decision.");
  });

  it("is listed newest first, a page at a time", async () => {
    const first = await asked(orderListSchema.strict(), "/orders?limit=1");
    const rest = await asked(orderListSchema.strict(), `/orders?limit=100&cursor=${sure(first.next)}`);
    const numbers = [...first.orders, ...rest.orders].map(({ ref }) => Number(ref.slice(3)));
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a));
    expect(rest.next).toBeUndefined();
  });
});

describe("a file in a chat", () => {
  it("comes back as it was sent, and a script in a picture's clothes does not get in", async () => {
    const chat = await newChat("ar");
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
      "base64",
    );
    const upload = (id: string, file: Uint8Array) =>
      open.app.request(`${chat.path}/messages`, {
        method: "POST",
        body: formWith(id, new Uint8Array(file), "هوية.png"),
      });
    expect((await upload("f1", png)).status).toBe(202);
    expect((await upload("f2", Buffer.from("<svg onload='alert(1)'/>"))).status).toBe(415);
    await open.office.idle();
    const { messages } = await linesIn(await open.app.request(`${chat.path}/messages`));
    const document = sure(messages[0]?.document);
    expect(document).toMatchObject({ type: "image/png", name: "هوية.png", bytes: png.length });
    const answer = await open.app.request(`${chat.path}/documents/${document.id}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true);
  });
});
