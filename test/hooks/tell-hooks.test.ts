/** Hooks against a system that answers as told, on the store in memory. */
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { HookEvent } from "../../src/domain/integration.ts";
import type { HookDeps } from "../../src/hooks/hook-lane.ts";
import { createHooks } from "../../src/hooks/tell-hooks.ts";
import { openMemoryStore } from "../../src/store/memory/store.ts";
import { webhookSecretOf } from "../../src/webhooks/secret.ts";
import { newOrder, turnOf } from "../store/sample-turns.ts";

const soon = { timeout: 10_000, interval: 10 };
const dayMs = 24 * 3_600_000;

/** An office whose system answers with what `answer` gives, and gets news of so many orders. */
async function hooked(answer: () => number, orders: number, over: Partial<HookDeps> = {}) {
  const came: string[] = [];
  const server = createServer((request, response) => {
    came.push(String(request.headers["webhook-id"]));
    // Zero: it says nothing.
    request.resume().on("end", () => {
      const status = answer();
      if (status > 0) response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.address() as AddressInfo;
  const { engine, integrations: store } = openMemoryStore();
  const hook = { id: "h_1", name: "ERP", url: `http://127.0.0.1:${port}/`, createdAt: 1 };
  await store.addHook({ ...hook, events: ["order.placed"] }, webhookSecretOf(randomBytes(32)));
  for (let n = 1; n <= orders; n += 1) {
    const chat = String.fromCharCode(96 + n);
    await engine.commitTurns([turnOf(chat, 1, n, { orderChanges: [newOrder(chat, 10_000 + n)] })], []);
  }
  const errors: string[] = [];
  // Stands still, so that no wait of the hook's ends by itself.
  const at = Date.now();
  let shiftMs = 0;
  const hooks = createHooks({
    ...{ store, allowedHosts: [{ host: "127.0.0.1", port }], chance: () => 0.5 },
    bodyOf: async (event: HookEvent) => event,
    realNow: () => at + shiftMs,
    log: { warn: () => undefined, error: (_: object, message: string) => void errors.push(message) },
    ...over,
  });
  onTestFinished(async () => {
    await hooks.stop();
    server.closeAllConnections();
    server.close();
  });
  const state = () => store.stateOf("h_1");
  return { hooks, store, came, errors, state, later: (ms: number) => (shiftMs += ms) };
}

describe("a hook that refuses everything", () => {
  it.each([401, 404, 503])("is left alone as a whole after %i", async (status) => {
    const { hooks, came, state } = await hooked(() => status, 9);
    hooks.wake();
    await vi.waitFor(async () => expect((await state()).failingSince).toBeDefined(), soon);
    const tried = came.length;
    hooks.wake();
    hooks.wake();
    expect(tried).toBeLessThan(9);
    await hooks.stop();
    expect(came).toHaveLength(tried);
    expect(await state()).toMatchObject({ waiting: 9, failed: 0, problem: `${status}` });
  });

  it("loses, after three days of it, all that is older, and no more", async () => {
    const { hooks, store, state, later, errors } = await hooked(() => 503, 9);
    const at = Date.now();
    for (let times = 0; times < 500; times += 1) await store.failing("h_1", at);
    later(4 * dayMs);
    hooks.wake();
    await vi.waitFor(async () => expect(await state()).toMatchObject({ waiting: 0, failed: 9 }), soon);
    expect(errors).toContain("events are too old to be told");
  });
});

describe("what an administrator has tried again", () => {
  it("is tried at once, however long its system was to be left alone", async () => {
    const statuses = [410, 503];
    const { hooks, store, state } = await hooked(() => statuses.shift() ?? 204, 2);
    const [hook] = await store.listHooks();
    if (!hook) throw new Error("There is no hook.");
    hooks.wake();
    await vi.waitFor(async () => expect((await state()).failingSince).toBeDefined(), soon);
    expect(await state()).toMatchObject({ waiting: 1, failed: 1 });
    await hooks.again(hook);
    await vi.waitFor(async () => expect(await state()).toMatchObject({ waiting: 1, failed: 0 }), soon);
    await vi.waitFor(async () => expect((await state()).deliveredAt).toBeDefined(), soon);
  });
});

describe("a hook that finds fault with every event", () => {
  it("is left alone as a whole after some of them, and told again once it takes one", async () => {
    let status = 400;
    const { hooks, came, state, later } = await hooked(() => status, 20);
    hooks.wake();
    await vi.waitFor(async () => expect((await state()).failingSince).toBeDefined(), soon);
    const tried = came.length;
    expect(tried).toBeLessThan(13);
    for (let times = 0; times < 5; times += 1) hooks.wake();
    expect(await state()).toMatchObject({ waiting: 20, failed: 0, problem: "400" });
    expect(came).toHaveLength(tried);
    status = 204;
    later(3_600_000);
    hooks.wake();
    await vi.waitFor(async () => expect((await state()).waiting).toBe(0), soon);
    expect((await state()).failingSince).toBeUndefined();
  });
});

describe("a stop", () => {
  it("waits for no system that does not answer, and what it was told is told again", async () => {
    const { hooks, came, state } = await hooked(() => 0, 2);
    hooks.wake();
    await vi.waitFor(() => expect(came.length).toBeGreaterThan(0), soon);
    // A system has ten seconds otherwise: longer than a test.
    await hooks.stop();
    expect(await state()).toMatchObject({ waiting: 2, failed: 0 });
    expect((await state()).failingSince).toBeUndefined();
  });
});

describe("an event that the system does not take", () => {
  it("holds up no other", async () => {
    let calls = 0;
    const { hooks, state } = await hooked(() => (++calls === 1 ? 422 : 204), 9);
    hooks.wake();
    await vi.waitFor(async () => expect(await state()).toMatchObject({ waiting: 1, problem: "422" }), soon);
    expect((await state()).failingSince).toBeUndefined();
  });
});

describe("an event that can't be read", () => {
  it("holds up no other, and is tried again", async () => {
    let isBusy = true;
    const { hooks, state, errors, later } = await hooked(() => 204, 9, {
      bodyOf: async (event) => {
        if (isBusy && event.type === "order.placed" && event.order.ref === "BR-10001")
          throw new Error("busy");
        return event;
      },
    });
    hooks.wake();
    await vi.waitFor(
      async () => expect(await state()).toMatchObject({ waiting: 1, problem: "internal" }),
      soon,
    );
    expect(errors).toEqual(["an event could not be read"]);
    isBusy = false;
    later(3_600_000);
    hooks.wake();
    await vi.waitFor(async () => expect((await state()).waiting).toBe(0), soon);
  });
});

describe("a look at the queue that fails", () => {
  it("is made again without anybody asking", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const { hooks, store, errors } = await hooked(() => 204, 1);
    const look = vi.spyOn(store, "dueEvents").mockRejectedValueOnce(new Error("busy"));
    hooks.wake();
    while (errors.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(look.mock.calls.length).toBeGreaterThan(1);
  });
});
