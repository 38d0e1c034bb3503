/** The store contract: keys of integrators, hooks, and what hooks are still to be told. */
import { describe, expect, it } from "vitest";
import type { ApiKey, Hook } from "../../src/domain/integration.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { agentId, chatId, inboxOf, newOrder, orderOf, turnOf } from "../store/sample-turns.ts";
import { eachStore, type Opening } from "./each-store.ts";

const key: ApiKey = {
  ...{ id: "k_one", name: "ERP", scopes: ["orders:read"], createdAt: 1, createdBy: agentId("sara") },
};
const hook = (id: string, ...events: Hook["events"]): Hook => ({
  ...{ id: `h_${id}`, name: id, url: "https://erp.example/hook", events, createdAt: 1 },
});
const all = ["order.placed", "order.changed", "message.received"] as const;

export function integrationsContract(name: string, open: Opening): void {
  const store = eachStore(open);

  const due = async (id: string, now = 100, limit = 10) =>
    (await store.integrations.dueEvents(`h_${id}`, now, limit)).map(({ event }) => event);
  const types = async (id: string, now?: number) => (await due(id, now)).map(({ type }) => type);
  const numbers = async (id: string, now: number) =>
    (await store.integrations.dueEvents(`h_${id}`, now, 10)).map(({ n }) => n);
  const place = (chat: string, number: number) =>
    store.engine.commitTurns([turnOf(chat, 1, number, { orderChanges: [newOrder(chat, number)] })], []);
  const change = (chat: string, number: number, version: number) => {
    const state = { status: "seeking", at: version } as const;
    const row = {
      at: version,
      from: "placed",
      to: "seeking",
      by: { type: "office" },
      what: "moved",
    } as const;
    const order = orderOf(chat, number, { version, state, changedAt: version });
    const orderChanges = [{ order, expect: version - 1, history: [row] }];
    const { inbox: _, ...turn } = turnOf(chat, version, number, { orderChanges, outbox: [] });
    return store.engine.commitTurns([turn], []);
  };

  describe(`${name}: keys`, () => {
    it("are found by their hash until they are taken away, which stays", async () => {
      await store.integrations.addKey(key, "hash");
      expect(await store.integrations.findKey("other")).toBeUndefined();
      expect(await store.integrations.findKey("hash")).toEqual(key);
      await store.integrations.touchKey("k_one", 5);
      expect(await store.integrations.findKey("hash")).toEqual({ ...key, usedAt: 5 });
      await store.integrations.addKey({ ...key, id: "k_two", createdAt: 2 }, "two");
      await store.integrations.revokeKey("k_one", 7, agentId("sara"));
      await store.integrations.revokeKey("k_one", 9, agentId("omar"));
      expect(await store.integrations.findKey("hash")).toBeUndefined();
      expect((await store.integrations.listKeys()).map(({ id, revokedAt }) => [id, revokedAt])).toEqual([
        ["k_two", undefined],
        ["k_one", 7],
      ]);
      expect((await store.integrations.listKeys())[1]).toMatchObject({
        createdBy: agentId("sara"),
        revokedBy: agentId("sara"),
      });
    });
  });

  describe(`${name}: hooks`, () => {
    it("say who made them, where that was kept", async () => {
      const made = { ...hook("all", ...all), createdBy: agentId("sara") };
      await store.integrations.addHook(made, "whsec_1");
      await store.integrations.addHook(hook("old", ...all), "whsec_2");
      expect(await store.integrations.listHooks()).toEqual([made, hook("old", ...all)]);
    });

    it("are told of what they ask for, from the next commit on, and of nothing that was not committed", async () => {
      await place("a", 10_001);
      await store.integrations.addHook(hook("all", ...all), "whsec_1");
      await store.integrations.addHook(hook("new", "order.placed"), "whsec_2");
      await place("b", 10_002);
      await change("b", 10_002, 2);
      await change("b", 10_002, 2);
      expect(await due("all")).toEqual([
        { type: "message.received", at: 1, conversation: chatId("b"), seq: 1 },
        {
          ...{ type: "order.placed", at: 1, what: ["placed"] },
          order: {
            ...{ ref: "BR-10002", service: "parcel_delivery", version: 1, status: "placed" },
            conversation: chatId("b"),
          },
        },
      ]);
      expect(await types("new")).toEqual(["order.placed"]);
      expect(await store.integrations.stateOf("h_all")).toEqual({ waiting: 3, failed: 0 });
      expect([await store.integrations.secretOf("h_all"), await store.integrations.secretOf("h_x")]).toEqual([
        "whsec_1",
        undefined,
      ]);
    });

    it("are told of no mark on an order that leaves no row of its history", async () => {
      await store.integrations.addHook(hook("all", "order.placed", "order.changed"), "whsec_1");
      await place("a", 10_001);
      const { inbox: _, ...quiet } = turnOf("a", 2, 10_001, {
        orderChanges: [{ order: orderOf("a", 10_001, { version: 2 }), expect: 1, history: [] }],
        outbox: [],
      });
      await store.engine.commitTurns([quiet], []);
      await change("a", 10_001, 3);
      expect((await store.integrations.stateOf("h_all")).waiting).toBe(2);
      const [first = 0] = await numbers("all", 10);
      await store.integrations.delivered(first, 10);
      expect(await due("all")).toEqual([expect.objectContaining({ type: "order.changed", what: ["moved"] })]);
    });

    it("are told when it happened, also of what did not change the order itself", async () => {
      await store.integrations.addHook(hook("all", "order.changed"), "whsec_1");
      await place("a", 10_001);
      const by = { type: "partner" } as const;
      const row = { at: 50, from: "placed", to: "placed", by, what: "answered_late" } as const;
      const order = orderOf("a", 10_001, { version: 2, changedAt: 20 });
      const { inbox: _, ...turn } = turnOf("a", 2, 10_001, {
        orderChanges: [{ order, expect: 1, history: [row] }],
        outbox: [],
      });
      await store.engine.commitTurns([turn], []);
      expect(await due("all")).toMatchObject([{ at: 50, what: ["answered_late"] }]);
    });

    it("are told of no line that staff or a partner wrote", async () => {
      await store.integrations.addHook(hook("all", ...all), "whsec_1");
      const partner = { id: partnerIdOf("a"), name: { ar: "أ", en: "A" }, since: 1, lastNumber: 0, jobs: [] };
      const ofPartner = { ...turnOf("p", 1, 1).conversation, partner };
      const inbox = inboxOf("s", 2, { content: { type: "by_staff", text: "x" } });
      const turns = [{ ...turnOf("p", 1, 1), conversation: ofPartner }, turnOf("s", 1, 2, { inbox })];
      await store.engine.commitTurns(turns, []);
      expect(await due("all")).toEqual([]);
      await store.engine.commitTurns([turnOf("c", 1, 3)], []);
      expect(await types("all")).toEqual(["message.received"]);
    });

    it("get each order's events one after the other, and others' meanwhile", async () => {
      await store.integrations.addHook(hook("all", "order.placed", "order.changed"), "whsec_1");
      await place("a", 10_001);
      await change("a", 10_001, 2);
      await place("b", 10_002);
      const [first = 0, other = 0] = await numbers("all", 10);
      await store.integrations.tryLater(first, { at: 10, notBefore: 50, error: "422" });
      expect(await numbers("all", 49)).toEqual([other]);
      expect(await store.integrations.nextEvent("h_all")).toBe(0);
      await store.integrations.delivered(other, 20);
      expect([await numbers("all", 49), await store.integrations.nextEvent("h_all")]).toEqual([[], 50]);
      const [again] = await store.integrations.dueEvents("h_all", 50, 10);
      expect(again).toMatchObject({ n: first, attempts: 1, since: 10 });
      expect(await store.integrations.stateOf("h_all")).toEqual({
        ...{ waiting: 2, failed: 0, deliveredAt: 20, problem: "422" },
      });
      await store.integrations.delivered(first, 60);
      expect(await types("all")).toEqual(["order.changed"]);
    });

    it("keep what was given up until it is asked for again, and hold up nothing by it", async () => {
      await store.integrations.addHook(hook("all", "order.placed", "order.changed"), "whsec_1");
      await place("a", 10_001);
      await change("a", 10_001, 2);
      const [first = 0] = await numbers("all", 10);
      await store.integrations.giveUp(first, 20, "410");
      expect(await types("all")).toEqual(["order.changed"]);
      expect(await store.integrations.stateOf("h_all")).toEqual({ waiting: 1, failed: 1, problem: "410" });
      await store.integrations.tryAgain("h_all");
      expect((await numbers("all", 20))[0]).toBe(first);
      expect(await store.integrations.stateOf("h_all")).toMatchObject({ waiting: 2, failed: 0 });
    });

    it("keep what is too old as given up, and go on with what came behind it", async () => {
      await store.integrations.addHook(hook("all", "order.placed", "order.changed"), "whsec_1");
      await place("a", 10_001);
      const [first = 0] = await numbers("all", 10);
      expect(await store.integrations.giveUpOlder("h_all", 0, 20, "refused")).toBe(0);
      await store.integrations.giveUpOlder("h_other", Number.MAX_SAFE_INTEGER, 20, "refused");
      expect(await numbers("all", 10)).toEqual([first]);
      expect(await store.integrations.giveUpOlder("h_all", Number.MAX_SAFE_INTEGER, 20, "refused")).toBe(1);
      await change("a", 10_001, 2);
      expect(await types("all")).toEqual(["order.changed"]);
      expect(await store.integrations.stateOf("h_all")).toEqual({
        waiting: 1,
        failed: 1,
        problem: "refused",
      });
      await store.integrations.tryAgain("h_all");
      expect(await numbers("all", 20)).toEqual([first]);
    });

    it("are known to fail since a moment, until something is delivered", async () => {
      await store.integrations.addHook(hook("all", "order.placed", "order.changed"), "whsec_1");
      await place("a", 10_001);
      await place("b", 10_002);
      expect(await store.integrations.failing("h_all", 10)).toEqual({ since: 10, times: 1 });
      expect(await store.integrations.failing("h_all", 15)).toEqual({ since: 10, times: 2 });
      const [first = 0, second = 0] = await numbers("all", 10);
      await store.integrations.delivered(first, undefined);
      expect(await store.integrations.stateOf("h_all")).toEqual({ waiting: 1, failed: 0, failingSince: 10 });
      await store.integrations.delivered(second, 20);
      expect(await store.integrations.stateOf("h_all")).toEqual({ waiting: 0, failed: 0, deliveredAt: 20 });
    });

    it("are told first what waits longest for its moment", async () => {
      await store.integrations.addHook(hook("all", "order.placed"), "whsec_1");
      await place("a", 10_001);
      await place("b", 10_002);
      const [first = 0, second = 0] = await numbers("all", 10);
      await store.integrations.tryLater(first, { at: 10, notBefore: 50, error: "422" });
      expect(await numbers("all", 60)).toEqual([second, first]);
    });

    it("are forgotten with all that they were to be told", async () => {
      await store.integrations.addHook(hook("all", ...all), "whsec_1");
      await store.integrations.setSecret("h_all", "whsec_2");
      expect(await store.integrations.secretOf("h_all")).toBe("whsec_2");
      await place("a", 10_001);
      await store.integrations.removeHook("h_all");
      expect([await store.integrations.listHooks(), await due("all")]).toEqual([[], []]);
      await place("b", 10_002);
      expect(await due("all")).toEqual([]);
    });
  });
}
