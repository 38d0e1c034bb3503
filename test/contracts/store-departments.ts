/** The store contract: who belongs to which department, and what is handed between them. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Handoff } from "../../src/domain/handoff.ts";
import { orderNumberOf, orderRefOf } from "../../src/domain/ids.ts";
import type { Order } from "../../src/domain/order.ts";
import type { Insider, OrderFilter } from "../../src/store/orders.ts";
import { partnerIdOf, samplePartner } from "../store/sample-partner.ts";
import { agentId, newOrder, turnOf } from "../store/sample-turns.ts";
import { sure } from "../web/tiny-office.ts";
import { eachStore, type Opening } from "./each-store.ts";

const [it_, hr] = [partnerIdOf("it"), partnerIdOf("hr")];
const named = (id: typeof it_) => ({ id, name: { ar: "قسم", en: "Department" } });
const by = { type: "agent", id: "a_sara", name: "Sara" } as const;
const handoffOf = (from: typeof it_, to: typeof it_, back?: true): Handoff => ({
  ...{ from: named(from), to: named(to), at: 5, by, note: "x", due: 9 },
  ...(back && { back }),
});

export function departmentsContract(name: string, open: Opening): void {
  const store = eachStore(open);
  const [sara, omar] = [agentId("sara"), agentId("omar")];

  beforeEach(async () => {
    await store.partners.save([
      samplePartner("it", { kind: "office" }),
      samplePartner("hr", { kind: "office" }),
    ]);
    for (const [id, email] of [
      [sara, "sara@example.com"],
      [omar, "omar@example.com"],
    ] as const)
      await store.people.addAgent({
        ...{ id, email, name: email, role: "agent", language: "ar", disabled: false, demo: false },
        ...{ createdAt: 1, passwordHash: "x" },
      });
  });

  describe(`${name}: members of departments`, () => {
    it("are in those that were last said, each once", async () => {
      expect(await store.departments.of(sara)).toEqual([]);
      await store.departments.put(sara, [it_, hr, it_]);
      await store.departments.put(omar, [it_]);
      expect(await store.departments.of(sara)).toEqual([hr, it_]);
      expect(await store.departments.members()).toEqual(
        new Map([
          [sara, [hr, it_]],
          [omar, [it_]],
        ]),
      );
      await store.departments.put(sara, []);
      expect(await store.departments.members()).toEqual(new Map([[omar, [it_]]]));
    });

    it("have looked at their requests when they last did", async () => {
      expect(await store.departments.lookedAt(sara)).toBe(0);
      await store.departments.look(sara, 7);
      await store.departments.look(sara, 9);
      expect([await store.departments.lookedAt(sara), await store.departments.lookedAt(omar)]).toEqual([
        9, 0,
      ]);
    });
  });

  describe(`${name}: orders of departments`, () => {
    /** Placed, and changed in a second version, as every hand-off is. */
    async function place(number: number, change: Partial<Order>): Promise<void> {
      const chat = `chat${number}`;
      const placed = newOrder(chat, number, {});
      const order = { ...placed.order, ...change, version: 2 };
      const handed = { order, before: placed.order, expect: 1, history: [] };
      expect(
        await store.engine.commitTurns(
          [
            turnOf(chat, 1, number, { orderChanges: [placed] }),
            turnOf(chat, 2, number + 500, { orderChanges: [handed] }),
          ],
          [],
        ),
      ).toEqual([{ type: "committed" }, { type: "committed" }]);
    }
    async function listed(filter: OrderFilter): Promise<readonly number[]> {
      const page = await store.orders.list(filter, { limit: 10 });
      return page.type === "page" ? page.orders.map(({ ref }) => orderNumberOf(ref)) : [];
    }

    it("are those handed to them, those that they handed on, and those of their services that nobody handed", async () => {
      const { service } = newOrder("c", 1, {}).order;
      await place(10_001, {});
      await place(10_002, { department: named(it_), handoff: handoffOf(hr, it_) });
      await place(10_003, { department: named(hr), handoff: handoffOf(it_, hr) });
      await place(10_004, { department: named(hr), handoff: handoffOf(it_, hr, true) });
      const of = (ids: readonly (typeof it_)[], services: readonly string[] = []) =>
        listed({ ofDepartments: { departments: ids, services }, claimedBy: "nobody" });
      expect(await of([it_])).toEqual([10_003, 10_002]);
      expect(await of([hr])).toEqual([10_004, 10_003, 10_002]);
      expect(await of([it_, hr], [service])).toEqual([10_004, 10_003, 10_002, 10_001]);
      expect(await of([], [service])).toEqual([10_001]);
      expect(await of([], [])).toEqual([]);
      const many = Array.from({ length: 200 }, (_, index) => `service_${index}`);
      expect(await of([it_], [...many, service])).toEqual([10_003, 10_002, 10_001]);
      expect((await store.orders.get(orderRefOf(10_002)))?.department?.id).toBe(it_);
    });

    it("are, where colleagues asked for them, there for who asked, who holds them, and who is in their department", async () => {
      const internal = { kind: "internal" } as const;
      const { service } = newOrder("c", 1, {}).order;
      const claim = { agent: omar, name: "Omar", since: 5 };
      await place(10_001, {});
      await place(10_002, { ...internal, department: named(it_), handoff: handoffOf(hr, it_) });
      await place(10_003, { ...internal, claim });
      const one = { agent: sara, channel: "staff", departments: [], services: [] };
      const seen = async (insider: Partial<Insider>) => {
        const who = { ...one, ...insider };
        const found = await store.orders.search("br", 9, who);
        const counts = await store.orders.counts(sara, who);
        return [await listed({ insider: who }), found.map(({ ref }) => orderNumberOf(ref)), counts.open];
      };
      expect(await seen({})).toEqual([[10_001], [10_001], 1]);
      expect(await seen({ departments: [it_] })).toEqual([[10_002, 10_001], [10_002, 10_001], 2]);
      expect(await seen({ departments: [hr] })).toEqual([[10_002, 10_001], [10_002, 10_001], 2]);
      expect(await seen({ agent: omar })).toEqual([[10_003, 10_001], [10_003, 10_001], 1]);
      const all = [10_003, 10_002, 10_001];
      expect(await seen({ departments: [it_], services: [service] })).toEqual([all, all, 2]);
      const { conversation } = sure(await store.orders.get(orderRefOf(10_002)));
      expect(await seen({ chat: conversation })).toEqual([[10_002, 10_001], [10_002, 10_001], 2]);
      expect(await store.orders.search("BR-10002", 9, one)).toEqual([]);
      expect(await store.orders.search("BR-10002", 9)).toHaveLength(1);
    });
  });
}
