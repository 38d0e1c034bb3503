/** The store contract: what changes of orders show of partners, added up, and the offers that nobody has answered. */
import { beforeEach, describe, expect, it } from "vitest";
import { offerIdOf, orderRefOf } from "../../src/domain/ids.ts";
import type { Offer } from "../../src/domain/offer.ts";
import type { HistoryRow, Order } from "../../src/domain/order.ts";
import { type Observed, unseen } from "../../src/domain/standing.ts";
import { dayOf } from "../../src/store/standings.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { newOrder, turnOf } from "../store/sample-turns.ts";
import { eachStore, type Opening } from "./each-store.ts";

const day = 24 * 3_600_000;
const [a, b] = [partnerIdOf("a"), partnerIdOf("b")];

export function standingsContract(name: string, open: Opening): void {
  const store = eachStore(open);
  let turns = 0;
  beforeEach(async () => {
    turns = 1;
    const orderChanges = [newOrder("chat", 10_001)];
    await store.engine.commitTurns([turnOf("chat", 1, 1, { orderChanges })], []);
  });

  /** @param expect the version that the change says it was made on; left out: the right one */
  async function change(
    next: Partial<Order>,
    observed: readonly Observed[] = [],
    expect?: number,
    history: readonly HistoryRow[] = [],
  ): Promise<string | undefined> {
    const before = await store.orders.get(orderRefOf(10_001));
    if (!before) throw new Error("no order");
    const order: Order = { ...before, ...next, version: before.version + 1 };
    const made = { order, before, expect: expect ?? before.version, history, observed };
    const turn = turnOf("chat", turns + 1, turns + 1, { orderChanges: [made] });
    const [result] = await store.engine.commitTurns([turn], []);
    if (result?.type === "committed") turns += 1;
    return result?.type;
  }
  const seen = async (from: number) => Object.fromEntries(await store.standings.since(from));

  describe(`${name}: what was seen of partners`, () => {
    it("adds up by days, as far back as is asked for", async () => {
      expect(await seen(0)).toEqual({});
      await change({ changedAt: 3 * day }, [
        { partner: a, counts: { offered: 1, accepted: 1, answered: 1, answerMs: 500 } },
        { partner: b, counts: { offered: 1, answeredLate: 1 } },
      ]);
      await change({ changedAt: 3 * day + 5 }, [{ partner: a, counts: { finished: 1, inTime: 1 } }]);
      await change({ changedAt: 5 * day }, [{ partner: a, counts: { ratings: 1, ratingSum: 4 } }]);
      const last = { ...unseen, ratings: 1, ratingSum: 4 };
      const all = { ...last, offered: 1, accepted: 1, answered: 1, answerMs: 500, finished: 1, inTime: 1 };
      expect(await seen(3)).toEqual({ p_a: all, p_b: { ...unseen, offered: 1, answeredLate: 1 } });
      const earlier = { ...unseen, earlier: 1 };
      expect(await seen(4)).toEqual({ p_a: { ...last, earlier: 1 }, p_b: earlier });
      expect(await seen(6)).toEqual({ p_a: earlier, p_b: earlier });
    });

    it("follows what is committed, and nothing that is not", async () => {
      await seen(0);
      const more = [{ partner: a, counts: { declined: 1 } }];
      await change({ changedAt: day }, more);
      expect(await change({ changedAt: day }, more, 99)).toBe("stale");
      expect(await seen(0)).toEqual({ p_a: { ...unseen, declined: 1 } });
      expect(await seen(1)).toEqual({ p_a: { ...unseen, declined: 1 } });
    });

    it("counts on the day of what happened, also where the order was not changed by it", async () => {
      const by = { type: "partner", id: a } as const;
      const row = { at: 5 * day, from: "placed", to: "placed", by, what: "answered_late" } as const;
      await change({ changedAt: 3 * day }, [{ partner: a, counts: { answeredLate: 1 } }], undefined, [row]);
      expect(await seen(5)).toEqual({ p_a: { ...unseen, answeredLate: 1 } });
      expect(await seen(6)).toEqual({});
    });

    it("goes after its time, but for how much there was", async () => {
      await change({ changedAt: 3 * day }, [{ partner: a, counts: { offered: 2, accepted: 1 } }]);
      await change({ changedAt: 4 * day }, [
        { partner: a, counts: { offered: 1 } },
        { partner: b, counts: { finished: 2, givenBack: 3, offered: 4 } },
      ]);
      await change({ changedAt: 9 * day }, [{ partner: a, counts: { offered: 1 } }]);
      const none = { deliveriesBefore: 0, chatSessionsBefore: 0, agentSessionsBefore: 0 };
      const kept = { p_a: { ...unseen, offered: 1, earlier: 3 }, p_b: { ...unseen, earlier: 5 } };
      for (const before of [4, 9, 9]) {
        await store.purge({ ...none, seenBefore: before * day });
        expect(await seen(9)).toEqual(kept);
      }
      expect(await seen(0)).toEqual(kept);
    });
  });

  describe(`${name}: offers that nobody has answered`, () => {
    const offer = (id: string, partner: typeof a, change: Partial<Offer> = {}): Offer => ({
      id: offerIdOf(orderRefOf(10_001), id.repeat(16)),
      partner: { id: partner, name: { ar: id, en: id } },
      ...{ madeAt: 0, until: 100, state: { type: "open" } },
      ...change,
    });
    const open_ = async (at: number) => Object.fromEntries(await store.standings.openOffers(at));

    it("are counted to another end, where a clock that went back has moved it", async () => {
      await change({ offers: [offer("x", a)] });
      await change({ offers: [offer("x", a, { until: 50 })] });
      expect([await open_(49), await open_(60)]).toEqual([{ p_a: 1 }, {}]);
    });

    it("are counted by partner, until their time has passed, they are answered or taken back", async () => {
      expect(await open_(0)).toEqual({});
      const [one, two, three] = [offer("x", a), offer("y", a, { until: 200 }), offer("z", b)];
      await change({ offers: [one, two, three] });
      expect(await open_(0)).toEqual({ p_a: 2, p_b: 1 });
      expect(await open_(100)).toEqual({ p_a: 1 });
      await change({ offers: [one, { ...two, state: { type: "declined", at: 5, reason: "" } }, three] });
      expect(await open_(0)).toEqual({ p_a: 1, p_b: 1 });
      await change({ promisedBy: 7 });
      expect(await open_(0)).toEqual({ p_a: 1, p_b: 1 });
      await change({ offers: [{ ...one, state: { type: "withdrawn", at: 6, why: "changed" } }] });
      expect(await open_(0)).toEqual({});
    });
  });

  describe(`${name}: dayOf`, () => {
    it("counts whole days", () => {
      expect([dayOf(0), dayOf(day - 1), dayOf(day)]).toEqual([0, 0, 1]);
    });
  });
}
