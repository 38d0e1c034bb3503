/** What the office's people ask of each other, on a whole office: asked, carried out, seen by who asked, and by nobody outside. */
import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Agent, Role } from "../../../src/domain/agent.ts";
import type { FileRef } from "../../../src/domain/answer.ts";
import { type OrderRef, parseOrderRef, parsePartnerId } from "../../../src/domain/ids.ts";
import { scopes } from "../../../src/domain/integration.ts";
import { createAgent } from "../../../src/web/auth/agents.ts";
import { freshKey, hashOfKey } from "../../../src/web/keys.ts";
import { departmentsToMake } from "../../../src/web/queue/departments/departments.ts";
import { type RealOffice, realOffice } from "../real-office.ts";
import { sure, testKey } from "../tiny-office.ts";
import { origin, Visitor } from "./visitor.ts";

let office: RealOffice;
let sara: Visitor;
let omar: Visitor;
let layla: Visitor;
let huda: Visitor;
let saraId: Agent["id"];

async function member(
  name: string,
  role: Role = "agent",
): Promise<{ readonly visitor: Visitor; readonly id: Agent["id"] }> {
  const email = `${name}@example.com`;
  const password = "a password of length";
  const made = await createAgent(
    office.office.store.people,
    { name, email, role, language: "en", password },
    { now: Date.now(), randomBytes },
  );
  if (made.type !== "added") throw new Error(made.type);
  const visitor = new Visitor(office.app, "/queue");
  await visitor.logIn(email, password);
  return { visitor, id: made.agent.id };
}

beforeEach(async () => {
  office = await realOffice("http://localhost");
  ({ visitor: sara, id: saraId } = await member("Sara"));
  const inIt = await member("Omar");
  omar = inIt.visitor;
  ({ visitor: layla } = await member("Layla"));
  ({ visitor: huda } = await member("Huda", "head"));
  const { partners, departments } = office.office.store;
  await partners.save(departmentsToMake([...office.office.catalogue().flows.values()], []));
  await departments.put(inIt.id, [sure(parsePartnerId("p_it"))]);
});
afterEach(() => office.stop());

/** Sara's request to IT, as the form sends it. */
async function asked(fields: Record<string, string> = {}): Promise<OrderRef> {
  const answer = await sara.post("/requests/it_request", {
    kind: "fault",
    details: "الطابعة متوقفة",
    ...fields,
  });
  const [, ref = ""] = /sent=(BR-\d+)/.exec(answer.headers.get("hx-redirect") ?? "") ?? [];
  return sure(parseOrderRef(ref));
}
const orderOf = async (ref: OrderRef) => sure(await office.office.store.orders.get(ref));
async function moves(ref: OrderRef, move: string, note = ""): Promise<void> {
  const { version } = await orderOf(ref);
  const { status } = await omar.post(`/orders/${ref}/move`, { version: String(version), move, note });
  expect(status).toBe(200);
}

describe("asking a department", () => {
  it("begins with what can be asked, in the agent's language", async () => {
    const page = await sara.get("/requests/new");
    for (const title of ["IT request", "HR request", "Accounts request", "Legal request"])
      expect(page).toContain(title);
    expect(page).not.toContain("Hotel");
    expect(await sara.get("/requests/new/it_request")).toContain("no passwords or codes");
    expect((await sara.send("GET", "/requests/new/hotel_booking")).status).toBe(404);
    expect((await sara.post("/requests/hotel_booking", { city: "Jeddah" })).status).toBe(404);
  });

  it("makes an order of who asked, with what was said, and a time", async () => {
    const ref = await asked({ urgent: "true" });
    const order = await orderOf(ref);
    expect(order).toMatchObject({ kind: "internal", service: "it_request", state: { status: "placed" } });
    expect(order.fields).toMatchObject({ kind: { value: "fault" }, urgent: { value: true } });
    expect(order.promisedBy).toBeGreaterThan(order.placedAt);
    const [placed] = await office.office.store.orders.history(ref);
    expect(placed).toMatchObject({ what: "placed", by: { type: "agent", name: "Sara" } });
    const list = await omar.get("");
    expect(list).toContain(ref);
    expect(list).toContain("Internal request");
    expect(list).toContain("Sara");
    expect(await omar.get("/search?q=الطابعة")).toContain(ref);
  });

  it("asks once, however often its form is sent", async () => {
    const form = await sara.get("/requests/new/it_request");
    const once = sure(/name="once" value="([^"]+)"/.exec(form)?.[1]);
    const fields = { kind: "fault", details: "x", once };
    const answers = await Promise.all([1, 2].map(() => sara.post("/requests/it_request", fields)));
    answers.push(await sara.post("/requests/it_request", fields));
    expect(new Set(answers.map(({ headers }) => headers.get("hx-redirect"))).size).toBe(1);
    const page = await office.office.store.orders.list({ kind: "internal" }, { limit: 9 });
    expect(page.type === "page" && page.orders.length).toBe(1);
  });

  it("takes files, which the department opens and a stranger to the request does not, and asks once with them", async () => {
    const form = await sara.get("/requests/new/it_request");
    expect(form).toContain("up to 10 files of 20 MB each");
    expect(form).toMatch(/<form[^>]*hx-encoding="multipart\/form-data"[\s\S]*type="file"/);
    const once = sure(/name="once" value="([^"]+)"/.exec(form)?.[1]);
    const send = async (kind: string, contents: readonly (readonly [string, string])[]) => {
      const data = new FormData();
      for (const [name, value] of Object.entries({ once, kind, details: "x" })) data.set(name, value);
      for (const [name, content] of contents) data.append("files", new Blob([content]), name);
      const encoded = new Response(data);
      const type = encoded.headers.get("content-type") ?? "";
      return sara.send("POST", "/requests/it_request", {
        headers: { origin, "hx-request": "true", "x-wasit-csrf": sara.csrf, "content-type": type },
        body: await encoded.text(),
      });
    };
    const pdf = ["خطاب.pdf", "%PDF-1.4\n%%EOF\n"] as const;
    const wrong = await send("rocket", [pdf]);
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining("Choose them again")]);
    const script = await send("fault", [["a.html", "<script>alert(1)</script>"]]);
    expect(await script.text()).toContain("kind that is not taken");
    const many = await send(
      "fault",
      Array.from({ length: 11 }, () => pdf),
    );
    expect([many.status, await many.text()]).toEqual([422, expect.stringContaining("more than 10 files")]);
    expect(
      (
        await send(
          "rocket",
          Array.from({ length: 10 }, () => pdf),
        )
      ).status,
    ).toBe(422);
    const video = ["a.mp4", "\0\0\0\x18ftypmp42\0\0\0\0mp42isom"] as const;
    const film = await send("fault", [pdf, video]);
    expect([film.status, await film.text()]).toEqual([
      422,
      expect.stringContaining("kind that is not taken"),
    ]);
    const answers = [await send("fault", [pdf, ["", ""]]), await send("fault", [pdf])];
    const [ref, ...again] = answers.map((answer) =>
      sure(/BR-\d+/.exec(answer.headers.get("hx-redirect") ?? "")?.[0]),
    );
    expect(again).toEqual([ref]);
    const { fields } = await orderOf(sure(parseOrderRef(sure(ref))));
    const [file] = sure(fields.files).value as readonly FileRef[];
    expect(file).toMatchObject({ name: pdf[0], type: "application/pdf", bytes: pdf[1].length });
    const path = `/documents/${sure(file).id}`;
    expect(await omar.get(`/orders/${ref}`)).toContain(`/queue${path}`);
    for (const [visitor, status] of [
      [omar, 200],
      [sara, 200],
      [huda, 200],
      [layla, 404],
    ] as const)
      expect((await visitor.send("GET", path)).status).toBe(status);
  });

  it("asks anew where the same form comes with other answers, and where the first sending failed", async () => {
    const form = await sara.get("/requests/new/it_request");
    const once = sure(/name="once" value="([^"]+)"/.exec(form)?.[1]);
    const send = async (details: string) =>
      (await sara.post("/requests/it_request", { kind: "fault", details, once })).headers.get("hx-redirect");
    const { engine } = office.office;
    const fails = vi.spyOn(engine, "enterOrder").mockRejectedValueOnce(new Error("the disk is full"));
    expect(await send("x").catch(() => null)).toBeNull();
    fails.mockRestore();
    const first = await send("x");
    expect(first).toContain("sent=BR-");
    expect(await send("x")).toBe(first);
    expect(await send("another thing")).not.toBe(first);
  });

  it("names what is missing, wrong or secret, keeps what was typed, and stores nothing", async () => {
    const answer = await sara.post("/requests/it_request", { kind: "rocket", details: "", where: "Room 4" });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    for (const text of ["This field is needed", "not one of the choices", 'value="Room 4"'])
      expect(html).toContain(text);
    const secret = await sara.post("/requests/it_request", {
      kind: "access",
      details: "كلمة المرور: Abc12345",
    });
    expect(secret.status).toBe(422);
    expect(await sara.get("/requests")).toContain("You have asked nothing");
  });
});

describe("a request that was asked", () => {
  it("is claimed, moved and finished like any order, and whoever asked is shown that on every page until they look", async () => {
    const ref = await asked();
    await omar.post(`/orders/${ref}/claim`);
    const page = await omar.get(`/orders/${ref}`);
    expect([...page.matchAll(/name="move" value="([^"]+)"/g)].map(([, move]) => move)).toEqual([
      ...["in_progress", "in_progress:ordered", "cancelled", "failed"],
    ]);
    await moves(ref, "in_progress:ordered");
    expect(await sara.get(`/orders/${ref}`)).toContain("Waiting for supply");
    expect(await sara.get("")).not.toContain("request-banner");
    await moves(ref, "done");
    expect(await sara.get("")).toContain("One of your requests is finished");
    expect(await omar.get("")).not.toContain("request-banner");
    const later = await asked();
    const list = await sara.get("/requests");
    expect(list.indexOf(ref)).toBeLessThan(list.indexOf(later));
    expect(list.match(/class="pill fresh"/g)).toHaveLength(1);
    expect(await sara.get("")).not.toContain("request-banner");
    expect(await sara.get("/requests")).not.toContain("pill fresh");
  });

  it("is called off by who asked alone, with a reason, whoever holds it", async () => {
    const ref = await asked();
    await omar.post(`/orders/${ref}/claim`);
    expect(await omar.get(`/orders/${ref}`)).not.toContain("withdraw_request");
    expect((await omar.post(`/orders/${ref}/withdraw_request`, { reason: "x" })).status).toBe(409);
    expect((await sara.post(`/orders/${ref}/withdraw_request`, { reason: "" })).status).toBe(422);
    expect((await sara.post(`/orders/${ref}/withdraw_request`, { reason: "Solved" })).status).toBe(200);
    expect((await orderOf(ref)).state).toMatchObject({ status: "cancelled", reason: "Solved" });
    expect(await sara.get("")).not.toContain("request-banner");
  });

  it("takes a note of who asked, and goes to no partner and at no price", async () => {
    const ref = await asked();
    expect((await sara.post(`/orders/${ref}/note`, { text: "Second floor" })).status).toBe(200);
    await omar.post(`/orders/${ref}/claim`);
    const page = await omar.get(`/orders/${ref}`);
    expect(page).toContain("Second floor");
    expect(page).toContain("Asked by Sara");
    for (const gone of ["partners-title", "price-title", 'id="reply"']) expect(page).not.toContain(gone);
    const { version } = await orderOf(ref);
    const priced = await omar.post(`/orders/${ref}/price`, {
      version: String(version),
      office: "10",
      government: "0",
    });
    expect(priced.status).toBe(409);
    expect((await omar.post(`/orders/${ref}/search`)).status).toBe(409);
  });
});

describe("what was asked of a department", () => {
  it("is read by who asked, by that department and by heads, and is not there for anybody else", async () => {
    const ref = await asked();
    const seen = async (who: Visitor) => [
      (await who.get("")).includes(ref),
      (await who.get("/search?q=الطابعة")).includes(`/orders/${ref}`),
      (await who.send("GET", `/orders/${ref}`)).status,
    ];
    for (const who of [sara, omar, huda]) expect(await seen(who)).toEqual([true, true, 200]);
    expect(await seen(layla)).toEqual([false, false, 404]);
    expect((await layla.post(`/orders/${ref}/claim`)).status).toBe(404);
    expect((await layla.post(`/orders/${ref}/note`, { text: "x" })).status).toBe(404);
    expect((await orderOf(ref)).claim).toBeUndefined();
    const { conversation } = await orderOf(ref);
    expect((await layla.send("GET", `/chats/${conversation}`)).status).toBe(404);
    expect((await huda.send("GET", `/chats/${conversation}`)).status).toBe(200);
  });

  it("is claimed, moved and ended by somebody else than who asked, be it a head", async () => {
    const ref = await asked();
    expect(await sara.get(`/orders/${ref}`)).not.toContain(`/orders/${ref}/claim`);
    expect((await sara.post(`/orders/${ref}/claim`)).status).toBe(409);
    const own = await huda.post("/requests/it_request", { kind: "fault", details: "x" });
    const [, text = ""] = /sent=(BR-\d+)/.exec(own.headers.get("hx-redirect") ?? "") ?? [];
    const hudas = sure(parseOrderRef(text));
    for (const act of ["claim", "take"])
      expect((await huda.post(`/orders/${hudas}/${act}`)).status).toBe(409);
    expect((await orderOf(hudas)).claim).toBeUndefined();
    expect((await omar.post(`/orders/${hudas}/claim`)).status).toBe(200);
    expect((await huda.post(`/orders/${hudas}/take`)).status).toBe(409);
  });

  it("has no chat to write into", async () => {
    const ref = await asked();
    expect((await omar.post(`/orders/${ref}/reply`, { text: "x" })).status).toBe(409);
    const chat = await office.office.engine.conversation((await orderOf(ref)).conversation);
    expect(chat?.person).toBeUndefined();
  });
});

describe("requests and the world outside", () => {
  const get = (path: string, key: string) =>
    office.app.request(`/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });

  it("are unknown to keys without their scope, and there for those with it", async () => {
    const ref = await asked();
    const { integrations } = office.office.store;
    const keys = await Promise.all(
      [scopes.filter((scope) => scope !== "internal:read"), scopes].map(async (own, index) => {
        const key = freshKey((length) => randomBytes(length));
        const made = { id: `k_${index}`, name: "x", scopes: own, createdAt: 1, createdBy: saraId };
        await integrations.addKey(made, hashOfKey(key));
        return key;
      }),
    );
    const seen = await Promise.all(
      [...keys, testKey].map(async (key) => {
        const count = async (query: string) =>
          ((await (await get(`/orders${query}`, key)).json()) as { readonly orders: readonly unknown[] })
            .orders.length;
        const counts = ["", "?kind=internal", "?kind=all", "?service=it_request"].map(count);
        return [...(await Promise.all(counts)), (await get(`/orders/${ref}`, key)).status];
      }),
    );
    expect(seen).toEqual([
      [0, 0, 0, 0, 404],
      [0, 1, 1, 1, 200],
      [0, 1, 1, 1, 200],
    ]);
  });

  it("are moved by no program, and their chats are known to none", async () => {
    const ref = await asked();
    const moved = await office.app.request(`/api/v1/orders/${ref}/stage`, {
      method: "POST",
      headers: { authorization: `Bearer ${testKey}`, "content-type": "application/json" },
      body: JSON.stringify({ stage: "in_progress" }),
    });
    expect(moved.status).toBe(403);
    const { conversation, state } = await orderOf(ref);
    expect(state.status).toBe("placed");
    expect((await get(`/conversations/${conversation}`, testKey)).status).toBe(404);
    expect((await get(`/conversations/${conversation}/messages`, testKey)).status).toBe(404);
  });

  it("are begun by no program and in no customer's chat", async () => {
    const { engine } = office.office;
    const answer = await office.app.request("/api/v1/orders", {
      method: "POST",
      headers: { authorization: `Bearer ${testKey}`, "content-type": "application/json" },
      body: JSON.stringify({
        service: "it_request",
        fields: { kind: "fault", details: "x" },
        customer: { name: "x", phone: "0501234567", language: "ar" },
      }),
    });
    expect(answer.status).toBe(422);
    const chat = await engine.openConversation({ channel: "desk", address: "+966501234567", language: "ar" });
    const by = { id: saraId, name: "Sara", role: "agent" } as const;
    const entered = await engine.enterOrder({ conversation: chat.id, service: "it_request", fields: {}, by });
    expect(entered.type).toBe("refused");
    const own = await engine.openConversation({ channel: "staff", address: saraId, language: "ar" });
    expect(
      (await engine.enterOrder({ conversation: own.id, service: "hotel_booking", fields: {}, by })).type,
    ).toBe("refused");
    const { specs, menu } = office.office.catalogue();
    expect([...specs.map(({ id }) => id), ...menu.offer]).not.toContain("it_request");
  });

  it("are told to the office's own systems that chose them, and as no order", async () => {
    const { integrations } = office.office.store;
    const hook = (id: string, ...events: readonly ("order.placed" | "internal.placed")[]) =>
      integrations.addHook(
        { id, name: id, url: "https://hook.example", events, createdAt: 1, createdBy: saraId },
        `whsec_${randomBytes(32).toString("base64")}`,
      );
    await hook("h_orders", "order.placed");
    await hook("h_inside", "internal.placed");
    const ref = await asked();
    expect(await integrations.dueEvents("h_orders", Date.now() + 1e9, 9)).toEqual([]);
    const [told] = await integrations.dueEvents("h_inside", Date.now() + 1e9, 9);
    expect(told?.event).toMatchObject({ type: "internal.placed", order: { ref } });
  });
});
