/** Keys of integrators: what each opens, what it does not, and its end. */
import { beforeAll, describe, expect, it } from "vitest";
import { type Scope, scopes } from "../../../src/domain/integration.ts";
import { StoreError } from "../../../src/store/engine.ts";
import { hashOfKey } from "../../../src/web/keys.ts";
import { agentId, orderOf } from "../../store/sample-turns.ts";
import { sure, tinyOffice } from "../tiny-office.ts";
import { api, type Chat, keyWith, openChat, postJson, withKey } from "./chat.ts";

type Route = { readonly method: string; readonly path: string; readonly scope: Scope };
type Operation = {
  readonly servers?: readonly { readonly url: string }[];
  readonly security?: readonly { readonly apiKey?: readonly Scope[] }[];
};

let routes: readonly Route[];
beforeAll(async () => {
  const answer = await (await openChat()).app.request(`${api}/openapi.json`);
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, Operation>> };
  routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { security = [], servers }]) => {
      const at = servers ? path : `${api}${path}`;
      return security.flatMap(({ apiKey = [] }) => apiKey.map((scope) => ({ method, path: at, scope })));
    }),
  );
});

const ask = ({ app, conversation }: Chat, { method, path }: Route, headers: Record<string, string>) => {
  const at = path.replace("{ref}", "BR-10001").replace("{conversation}", conversation);
  return method === "post" ? postJson(app, at, {}, headers) : app.request(at, { headers });
};

describe("a key of an integrator", () => {
  it("opens the routes of its scopes, which OpenAPI names, and no other", async () => {
    expect(routes.map(({ path }) => path)).toContain(`${api}/orders/{ref}`);
    for (const route of routes) {
      expect(scopes).toContain(route.scope);
      const chat = await openChat();
      const own = await ask(chat, route, await keyWith(chat.office, route.scope));
      expect([401, 403]).not.toContain(own.status);
      const others = scopes.filter((scope) => scope !== route.scope);
      const other = await ask(chat, route, await keyWith(chat.office, ...others));
      expect([route.path, other.status]).toEqual([route.path, 403]);
      expect(await other.json()).toMatchObject({
        type: "urn:wasit:problem:forbidden",
        detail: expect.stringContaining(route.scope),
      });
      expect([401, 403]).not.toContain((await ask(chat, route, withKey)).status);
    }
  });

  it("reads the metrics, and lifts the limits of a chat, each by a scope of its own", async () => {
    const chat = await openChat();
    const metrics = (headers: Record<string, string>) => chat.app.request("/metrics", { headers });
    expect((await metrics(await keyWith(chat.office, "metrics:read"))).status).toBe(200);
    expect((await metrics(await keyWith(chat.office, "orders:read"))).status).toBe(403);
    const flood = async (headers: Record<string, string>, from: number) => {
      const sent = [];
      for (let n = from; n < from + 25; n += 1)
        sent.push(
          (await postJson(chat.app, `${chat.path}/messages`, { id: `m${n}`, text: "x" }, headers)).status,
        );
      return sent;
    };
    expect(await flood(await keyWith(chat.office, "messages:write"), 0)).not.toContain(429);
    expect(await flood(await keyWith(chat.office, "orders:read"), 100)).toContain(429);
  });

  it("that may move orders but not read them is told of one where it stands, and nothing of its customer", async () => {
    const chat = await openChat();
    chat.office.orderList.push({ ...orderOf("a", 10_001), conversation: chat.conversation });
    const moved = async (...own: readonly Scope[]) => {
      const headers = await keyWith(chat.office, ...own);
      return postJson(chat.app, `${api}/orders/BR-10001/stage`, { stage: "cancelled" }, headers);
    };
    const blind = await moved("orders:write");
    expect(blind.status).toBe(200);
    expect(await blind.json()).toEqual({ ref: "BR-10001", status: "placed" });
    expect(await (await moved("orders:write", "orders:read")).json()).toMatchObject({
      customer: { conversation: chat.conversation },
    });
  });

  it("reads although its last use can't be kept, which the log says", async () => {
    const office = tinyOffice();
    const { integrations } = office;
    const full = () => Promise.reject(new StoreError("disk_full", "database or disk is full"));
    const chat = await openChat({ ...office, integrations: { ...sure(integrations), touchKey: full } });
    const headers = await keyWith(office, "metrics:read", "orders:read");
    expect((await chat.app.request("/metrics", { headers })).status).toBe(200);
    expect((await chat.app.request(`${api}/orders`, { headers })).status).toBe(200);
    expect(office.logged).toContainEqual(
      expect.objectContaining({ level: "warn", message: "a key's last use was not kept" }),
    );
  });

  it("opens nothing once it is taken away, nor by a part of it, nor in an office that has no keys", async () => {
    const chat = await openChat();
    const { integrations } = chat.office;
    const headers = await keyWith(chat.office, "orders:read");
    const list = (authorization: string) => chat.app.request(`${api}/orders`, { headers: { authorization } });
    expect((await list(headers.authorization)).status).toBe(200);
    const [key] = await sure(integrations).listKeys();
    expect(key?.usedAt).toBeDefined();
    for (const wrong of [
      headers.authorization.slice(0, -1),
      `${headers.authorization}A`,
      "Bearer wasit_",
      `Bearer ${hashOfKey(headers.authorization.slice(7))}`,
    ])
      expect((await list(wrong)).status).toBe(401);
    await sure(integrations).revokeKey(sure(key).id, 5, agentId("sara"));
    expect((await list(headers.authorization)).status).toBe(401);
    const { integrations: _, ...without } = tinyOffice();
    const other = await openChat(without as ReturnType<typeof tinyOffice>);
    expect((await other.app.request(`${api}/orders`, { headers })).status).toBe(401);
  });
});
