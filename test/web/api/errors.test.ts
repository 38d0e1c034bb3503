/** Every refusal that OpenAPI names for a route is provoked once, and nothing is refused in a way that it does not name. */
import { beforeAll, describe, expect, it } from "vitest";
import { parseCustomerId, parseDraftId, parseOrderRef } from "../../../src/domain/ids.ts";
import { type Order, statusNames } from "../../../src/domain/order.ts";
import { problemSchema } from "../../../src/web/problem.ts";
import { opaque, sure } from "../tiny-office.ts";
import { api, type Chat, formWith, keyWith, openChat, pictureOf, postJson, withKey } from "./chat.ts";

type Case = {
  /** Method and path as OpenAPI writes them. */
  readonly route: string;
  readonly status: number;
  readonly type: string;
  readonly ask: (chat: Chat) => Promise<Response> | Response;
};

const unknown = "A".repeat(43);
const get = (chat: Chat, path: string, headers: Readonly<Record<string, string>> = {}) =>
  chat.app.request(path, { headers });
const message = (chat: Chat, body: unknown) => postJson(chat.app, `${chat.path}/messages`, body);
const upload = (chat: Chat, form: FormData) =>
  chat.app.request(`${chat.path}/messages`, { method: "POST", body: form });
const full = (chat: Chat) => {
  chat.office.refuse = { type: "not_now", reason: "disk_full" };
  return chat;
};

async function flood(chat: Chat): Promise<Response> {
  for (let n = 0; n < 20; n++) await message(chat, { id: `flood-${n}`, text: "سلام" });
  return message(chat, { id: "one-more", text: "سلام" });
}

async function manyChats(chat: Chat): Promise<Response> {
  for (let n = 0; n < 29; n++) await postJson(chat.app, `${api}/chat/sessions`, {});
  return postJson(chat.app, `${api}/chat/sessions`, {});
}

async function manyStreams(chat: Chat): Promise<Response> {
  for (let n = 0; n < 20; n++) await get(chat, `${chat.path}/events`);
  return get(chat, `${chat.path}/events`);
}

const sessions = "post /chat/sessions";
const post = "post /chat/sessions/{session}/messages";
const read = "get /chat/sessions/{session}/messages";
const events = "get /chat/sessions/{session}/events";
const file = "get /chat/sessions/{session}/documents/{id}";
const qr = "get /chat/sessions/{session}/qr";
const list = "get /orders";
const one = "get /orders/{ref}";
const stage = "post /orders/{ref}/stage";
const entry = "post /orders";
const chatView = "get /conversations/{conversation}";
const said = "get /conversations/{conversation}/messages";
const officeLines = "get /lines";

const cases: readonly Case[] = [
  {
    route: sessions,
    status: 400,
    type: "not_json",
    ask: (c) => postJson(c.app, `${api}/chat/sessions`, "{"),
  },
  {
    route: sessions,
    status: 404,
    type: "not_found",
    ask: (c) => postJson(c.app, `${api}/chat/sessions`, { code: "x" }),
  },
  {
    route: sessions,
    status: 413,
    type: "text_too_long",
    ask: (c) => postJson(c.app, `${api}/chat/sessions`, { code: "x".repeat(20_000) }),
  },
  {
    route: sessions,
    status: 422,
    type: "invalid",
    ask: (c) => postJson(c.app, `${api}/chat/sessions`, { language: "fr" }),
  },
  { route: sessions, status: 429, type: "too_many", ask: manyChats },
  {
    route: sessions,
    status: 503,
    type: "not_now",
    ask: (c) => postJson(full(c).app, `${api}/chat/sessions`, {}),
  },
  { route: post, status: 400, type: "not_json", ask: (c) => message(c, "no json") },
  {
    route: post,
    status: 404,
    type: "not_found",
    ask: (c) => postJson(c.app, `${api}/chat/sessions/${unknown}/messages`, { id: "1", text: "x" }),
  },
  {
    route: post,
    status: 413,
    type: "text_too_long",
    ask: (c) => message(c, { id: "1", text: "س".repeat(4_097) }),
  },
  {
    route: post,
    status: 413,
    type: "file_too_large",
    ask: (c) => upload(c, formWith("1", pictureOf(2_000_000))),
  },
  {
    route: post,
    status: 415,
    type: "file_type",
    ask: (c) => upload(c, formWith("1", new Uint8Array([1, 2, 3]))),
  },
  { route: post, status: 422, type: "invalid", ask: (c) => message(c, { id: "1", text: " \u200b " }) },
  { route: post, status: 429, type: "too_many", ask: flood },
  { route: post, status: 503, type: "not_now", ask: (c) => message(full(c), { id: "1", text: "x" }) },
  { route: read, status: 400, type: "bad_cursor", ask: (c) => get(c, `${c.path}/messages?after=-1`) },
  { route: read, status: 404, type: "not_found", ask: (c) => get(c, `${api}/chat/sessions/x/messages`) },
  { route: read, status: 422, type: "invalid", ask: (c) => get(c, `${c.path}/messages?wait=26`) },
  { route: events, status: 400, type: "bad_cursor", ask: (c) => get(c, `${c.path}/events?after=x`) },
  {
    route: events,
    status: 404,
    type: "not_found",
    ask: (c) => get(c, `${api}/chat/sessions/${unknown}/events`),
  },
  { route: events, status: 429, type: "too_many", ask: manyStreams },
  { route: file, status: 404, type: "not_found", ask: (c) => get(c, `${c.path}/documents/f_${opaque()}`) },
  { route: qr, status: 404, type: "not_found", ask: (c) => get(c, `${api}/chat/sessions/${unknown}/qr`) },
  { route: list, status: 400, type: "bad_cursor", ask: (c) => get(c, `${api}/orders?cursor=zzz`, withKey) },
  { route: list, status: 401, type: "unauthorized", ask: (c) => get(c, `${api}/orders`) },
  {
    route: list,
    status: 404,
    type: "not_found",
    ask: (c) => get(c, `${api}/orders?session=${unknown}`, withKey),
  },
  { route: list, status: 422, type: "invalid", ask: (c) => get(c, `${api}/orders?status=lost`, withKey) },
  {
    route: one,
    status: 401,
    type: "unauthorized",
    ask: (c) => get(c, `${api}/orders/BR-10001`, { authorization: "Bearer wrong" }),
  },
  { route: one, status: 404, type: "not_found", ask: (c) => get(c, `${api}/orders/BR-99999`, withKey) },
  {
    route: stage,
    status: 400,
    type: "not_json",
    ask: (c) => postJson(c.app, `${api}/orders/BR-10001/stage`, "[", withKey),
  },
  {
    route: stage,
    status: 401,
    type: "unauthorized",
    ask: (c) => postJson(c.app, `${api}/orders/BR-10001/stage`, { stage: "done" }),
  },
  {
    route: stage,
    status: 404,
    type: "not_found",
    ask: (c) => postJson(c.app, `${api}/orders/BR-99999/stage`, { stage: "done" }, withKey),
  },
  {
    route: stage,
    status: 409,
    type: "illegal_move",
    ask: (c) => postJson(c.app, `${api}/orders/BR-10001/stage`, { stage: "done" }, withKey),
  },
  {
    route: stage,
    status: 413,
    type: "text_too_long",
    ask: (c) =>
      postJson(c.app, `${api}/orders/BR-10001/stage`, { stage: "done", note: "x".repeat(300_000) }, withKey),
  },
  {
    route: stage,
    status: 422,
    type: "invalid",
    ask: (c) => postJson(c.app, `${api}/orders/BR-10001/stage`, { stage: "flown" }, withKey),
  },
  {
    route: stage,
    status: 503,
    type: "not_now",
    ask: (c) =>
      postJson(full(c).app, `${api}/orders/BR-10001/stage`, { stage: "cancelled", note: "x" }, withKey),
  },
  { route: entry, status: 400, type: "not_json", ask: (c) => postJson(c.app, `${api}/orders`, "'", withKey) },
  { route: entry, status: 401, type: "unauthorized", ask: (c) => postJson(c.app, `${api}/orders`, {}) },
  {
    route: entry,
    status: 404,
    type: "not_found",
    ask: (c) =>
      postJson(
        c.app,
        `${api}/orders`,
        { service: "parcel_delivery", conversation: `c_${opaque()}` },
        withKey,
      ),
  },
  {
    route: entry,
    status: 413,
    type: "text_too_long",
    ask: (c) => postJson(c.app, `${api}/orders`, { service: "x".repeat(300_000) }, withKey),
  },
  {
    route: entry,
    status: 422,
    type: "invalid",
    ask: (c) =>
      postJson(
        c.app,
        `${api}/orders`,
        { service: "parcel_delivery", session: c.session, fields: { weight_kg: -1 } },
        withKey,
      ),
  },
  {
    route: entry,
    status: 503,
    type: "not_now",
    ask: (c) =>
      postJson(full(c).app, `${api}/orders`, { service: "parcel_delivery", session: c.session }, withKey),
  },
  {
    route: chatView,
    status: 401,
    type: "unauthorized",
    ask: (c) => get(c, `${api}/conversations/${c.conversation}`),
  },
  {
    route: chatView,
    status: 404,
    type: "not_found",
    ask: (c) => get(c, `${api}/conversations/c_${opaque()}`, withKey),
  },
  {
    route: said,
    status: 400,
    type: "bad_cursor",
    ask: (c) => get(c, `${api}/conversations/${c.conversation}/messages?after=x`, withKey),
  },
  {
    route: said,
    status: 401,
    type: "unauthorized",
    ask: (c) => get(c, `${api}/conversations/${c.conversation}/messages`),
  },
  {
    route: said,
    status: 404,
    type: "not_found",
    ask: (c) => get(c, `${api}/conversations/c_${opaque()}/messages`, withKey),
  },
  ...[list, one, chatView, said, officeLines].map((route) => ({
    ...{ route, status: 403, type: "forbidden" },
    ask: async (c: Chat) =>
      get(
        c,
        `${api}${route.slice(4).replace("{ref}", "BR-10001").replace("{conversation}", c.conversation)}`,
        await keyWith(c.office),
      ),
  })),
  ...[stage, entry].map((route) => ({
    ...{ route, status: 403, type: "forbidden" },
    ask: async (c: Chat) =>
      postJson(c.app, `${api}${route.slice(5).replace("{ref}", "BR-10001")}`, {}, await keyWith(c.office)),
  })),
  { route: officeLines, status: 401, type: "unauthorized", ask: (c) => get(c, `${api}/lines`) },
];

async function chatWithOrder(): Promise<Chat> {
  const chat = await openChat();
  chat.office.orderList.push({
    ref: sure(parseOrderRef("BR-10001")),
    conversation: chat.conversation,
    customer: sure(parseCustomerId(`u_${opaque()}`)),
    draft: sure(parseDraftId("1.0")),
    service: "parcel_delivery",
    flowHash: "hash-of-parcel_delivery",
    version: 1,
    fields: {},
    state: { status: "placed", at: 0 },
    placedAt: 0,
    changedAt: 0,
  } satisfies Order);
  return chat;
}

type Operation = {
  readonly servers?: readonly object[];
  readonly responses: Record<string, unknown>;
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
};

describe("the API's refusals", () => {
  it.each(cases)("$route answers $status $type", async ({ status, type, ask }) => {
    const answer = await ask(await chatWithOrder());
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({
      type: `urn:wasit:problem:${type}`,
      status,
      title: expect.any(String),
    });
    expect(answer.headers.has("retry-after")).toBe(status === 429 || status === 503);
  });

  let document: { paths: Record<string, Record<string, Operation>> };
  beforeAll(async () => {
    document = (await (await get(await openChat(), `${api}/openapi.json`)).json()) as typeof document;
  });

  it("are all in OpenAPI, and all of OpenAPI's are provoked", () => {
    const named = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { responses, servers }]) =>
        // What is served beside the API has its own tests (health, metrics).
        Object.keys(servers ? {} : responses)
          .filter((status) => Number(status) >= 400 && status !== "500")
          .map((status) => `${method} ${path} ${status}`),
      ),
    );
    const provoked = new Set(cases.map(({ route, status }) => `${route} ${status}`));
    expect([...provoked].sort()).toEqual(named.sort());
  });

  it("stand beside every parameter of their route's path", () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters = [] } of Object.values(methods)) {
        const named = parameters.filter((one) => one.in === "path").map(({ name }) => name);
        expect(named, path).toEqual(wanted);
      }
    }
  });

  it("name the legal moves when an order can't move", async () => {
    const chat = await chatWithOrder();
    const answer = await postJson(chat.app, `${api}/orders/BR-10001/stage`, { stage: "done" }, withKey);
    expect(await answer.json()).toMatchObject({ legal: ["picked_up", "cancelled"] });
  });

  it("name every field of an order that can't be read", async () => {
    const chat = await chatWithOrder();
    const body = {
      service: "parcel_delivery",
      session: chat.session,
      fields: { weight_kg: "heavy", to_city: "Atlantis", wings: 2, contents: "كتب" },
    };
    const answer = await postJson(chat.app, `${api}/orders`, body, withKey);
    const { errors } = problemSchema.parse(await answer.json());
    expect(errors?.map(({ field }) => field)).toEqual(["weight_kg", "to_city", "wings"]);
  });

  it("know every status of an order in a filter", async () => {
    const chat = await chatWithOrder();
    const answer = await get(chat, `${api}/orders?status=${statusNames.join(",")}`, withKey);
    expect(answer.status).toBe(200);
  });
});
