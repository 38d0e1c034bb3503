/** The store contract: reading orders. */
import { beforeEach, describe, expect, it } from "vitest";
import { type OrderRef, orderNumberOf, orderRefOf } from "../../src/domain/ids.ts";
import type { Claim, Order, OrderStatus } from "../../src/domain/order.ts";
import { countedAtMost, type OrderFilter } from "../../src/store/orders.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { agentId, chatId, conversationOf, customerId, newOrder, turnOf } from "../store/sample-turns.ts";
import { eachStore, type Opening } from "./each-store.ts";

const sara = agentId("sara");
const omar = agentId("omar");
const claimOf = (agent: typeof sara, until?: number): Claim => ({
  agent,
  name: agent === sara ? "سارة" : "عمر",
  since: 1,
  ...(until !== undefined && { until }),
});

export function ordersContract(name: string, open: Opening): void {
  const store = eachStore(open);
  let next = 10_001;

  beforeEach(() => {
    next = 10_001;
  });

  /** One order in a chat of its own, unless `chat` and its turn are given. */
  async function place(change: Partial<Order> = {}, chat = `chat${next}`, turn = 1): Promise<number> {
    const number = next;
    next += 1;
    const change_ = newOrder(chat, number, change);
    const results = await store.engine.commitTurns(
      [turnOf(chat, turn, number, { orderChanges: [change_] })],
      [],
    );
    expect(results).toEqual([{ type: "committed" }]);
    return number;
  }
  /** The order's next version, as a turn of its chat. */
  async function change(number: number, turn: number, next: Partial<Order>): Promise<void> {
    const before = await store.orders.get(orderRefOf(number));
    if (!before) throw new Error(`no order ${number}`);
    const order: Order = { ...before, ...next, version: before.version + 1 };
    const row = { at: turn, to: order.state.status, by: { type: "agent" }, what: "given" } as const;
    const orderChanges = [{ order, expect: before.version, history: [row] }];
    const results = await store.engine.commitTurns(
      [turnOf(`chat${number}`, turn, 20_000 + number * 10 + turn, { orderChanges })],
      [],
    );
    expect(results).toEqual([{ type: "committed" }]);
  }
  const numbers = (found: readonly { readonly ref: OrderRef }[]) =>
    found.map(({ ref }) => orderNumberOf(ref));
  async function listed(filter: OrderFilter, limit = 50, after?: string) {
    const page = await store.orders.list(filter, { limit, ...(after !== undefined && { after }) });
    if (page.type === "bad_cursor") throw new Error("bad cursor");
    return page;
  }
  const all = async (filter: OrderFilter) => numbers((await listed(filter)).orders);

  describe(`${name}: what stands beside a page of orders`, () => {
    it("is each order's history and chat, and nothing of an unknown one", async () => {
      const refs = [await place(), await place(), await place({}, "chat10001", 2)].map(orderRefOf);
      const asked = [...refs, orderRefOf(99_999)];
      const histories = await store.orders.histories(asked);
      expect([...histories.keys()].sort()).toEqual(refs);
      for (const ref of refs) expect(histories.get(ref)).toEqual(await store.orders.history(ref));
      const chats = await store.orders.chatsOf(asked);
      expect([...chats.keys()].sort()).toEqual([chatId("chat10001"), chatId("chat10002")]);
      expect(chats.get(chatId("chat10001"))).toEqual(await store.engine.getConversation(chatId("chat10001")));
      expect((await store.orders.chatsOf([])).size).toBe(0);
    });
  });

  describe(`${name}: orders.list`, () => {
    it("goes through all orders page by page, newest first, none twice", async () => {
      for (let n = 0; n < 7; n += 1) await place();
      const seen: number[] = [];
      let after: string | undefined;
      do {
        const page = await listed({}, 3, after);
        seen.push(...numbers(page.orders));
        after = page.next;
      } while (after !== undefined);
      expect(seen).toEqual([10_007, 10_006, 10_005, 10_004, 10_003, 10_002, 10_001]);
    });

    it("is not led astray by orders that come while it is read", async () => {
      for (let n = 0; n < 4; n += 1) await place();
      const first = await listed({ statuses: ["placed"] }, 2);
      await place();
      const second = await listed({ statuses: ["placed"] }, 2, first.next);
      expect(numbers(second.orders)).toEqual([10_002, 10_001]);
      expect(second.next).toBeUndefined();
    });

    it("refuses a cursor that it never gave", async () => {
      for (const after of ["", "x", "QlItYWJj", "10001"]) {
        expect(await store.orders.list({}, { limit: 5, after })).toEqual({ type: "bad_cursor" });
      }
    });

    it("filters by every combination as a plain walk would", async () => {
      const statuses: OrderStatus[] = [
        { status: "placed", at: 1 },
        { status: "in_progress", at: 1 },
        { status: "done", at: 1 },
      ];
      const claims = [undefined, claimOf(sara), claimOf(omar)];
      const made: Order[] = [];
      for (let n = 0; n < 36; n += 1) {
        const claim = claims[Math.floor(n / 3) % 3];
        const number = await place(
          {
            service: n % 2 === 0 ? "parcel_delivery" : "hotel_booking",
            state: statuses[n % 3] ?? { status: "placed", at: 1 },
            ...(claim && { claim }),
          },
          `c${n % 4}`,
          Math.floor(n / 4) + 1,
        );
        const order = await store.orders.get(`BR-${number}` as OrderRef);
        if (order) made.unshift(order);
      }
      const choices = {
        conversation: [undefined, chatId("c1")],
        customer: [undefined, customerId("c2")],
        statuses: [undefined, ["placed"], ["placed", "done", "placed"], []],
        service: [undefined, "hotel_booking", "unknown"],
        claimedBy: [undefined, "nobody", "somebody", sara],
      } as const;
      for (const conversation of choices.conversation)
        for (const customer of choices.customer)
          for (const wanted of choices.statuses)
            for (const service of choices.service)
              for (const claimedBy of choices.claimedBy) {
                const filter = {
                  ...(conversation && { conversation }),
                  ...(customer && { customer }),
                  ...(wanted && { statuses: wanted }),
                  ...(service && { service }),
                  ...(claimedBy && { claimedBy }),
                };
                const expected = made.filter((order) => fits(order, filter)).map(({ ref }) => ref);
                const page = await listed(filter, 7);
                expect([filter, page.orders.map(({ ref }) => ref)]).toEqual([filter, expected.slice(0, 7)]);
                expect(page.next !== undefined).toBe(expected.length > 7);
              }
    });
  });

  describe(`${name}: orders`, () => {
    it("follow claims and moves", async () => {
      const number = await place({}, "a");
      const order = await store.orders.get(`BR-${number}` as OrderRef);
      if (!order) throw new Error("the order is gone");
      const change = { order: { ...order, version: 2, claim: claimOf(sara, 900) }, expect: 1, history: [] };
      await store.engine.commitTurns([turnOf("a", 2, 99, { orderChanges: [change] })], []);
      expect(await all({ claimedBy: "nobody" })).toEqual([]);
      expect(await all({ claimedBy: sara, statuses: ["placed"] })).toEqual([number]);
      expect(await store.orders.endedLeases(899, 9)).toEqual([]);
      expect(numbers(await store.orders.endedLeases(900, 9))).toEqual([number]);
    });

    it("are unknown where there are none", async () => {
      expect(await store.orders.get("BR-10001" as OrderRef)).toBeUndefined();
      expect(await store.orders.history("BR-10001" as OrderRef)).toEqual([]);
      expect(await all({})).toEqual([]);
    });

    it("give ended leases back, longest ended first, no more than asked for", async () => {
      await place({ claim: claimOf(sara, 300) });
      await place({ claim: claimOf(omar, 200) });
      await place({ claim: claimOf(omar) });
      expect(numbers(await store.orders.endedLeases(1_000, 9))).toEqual([10_002, 10_001]);
      expect(numbers(await store.orders.endedLeases(1_000, 1))).toEqual([10_002]);
    });
  });

  describe(`${name}: orders.counts`, () => {
    it("tells what is open, mine and waiting", async () => {
      await place();
      await place({ state: { status: "done", at: 1 } });
      await place({ claim: claimOf(sara), state: { status: "in_progress", at: 1 } });
      await place({ claim: claimOf(sara), state: { status: "done", at: 1 } });
      await place({ claim: claimOf(omar), kind: "complaint" });
      await place({ kind: "complaint", state: { status: "done", at: 1 } });
      const person = { since: 5, reason: "asked", mutedUntil: 9 } as const;
      await store.engine.commitTurns(
        [turnOf("p", 1, 77, { conversation: conversationOf("p", { person, lastSeq: 2 }) })],
        [],
      );
      expect(await store.orders.counts(sara)).toEqual({ open: 1, mine: 1, complaints: 1, waiting: 1 });
      expect(await store.orders.counts(omar)).toEqual({ open: 1, mine: 1, complaints: 1, waiting: 1 });
    });

    it("stops counting where the number says no more", async () => {
      const turns = Array.from({ length: countedAtMost + 3 }, (_, n) =>
        turnOf(`${20_000 + n}`, 1, n + 1, { orderChanges: [newOrder(`${20_000 + n}`, 20_000 + n)] }),
      );
      await store.engine.commitTurns(turns, []);
      expect((await store.orders.counts(sara)).open).toBe(countedAtMost);
    });
  });

  describe(`${name}: orders.waitingChats`, () => {
    it("gives the chats that want a person, longest waiting first, until they don't", async () => {
      const wants = (chat: string, n: number, since?: number) =>
        turnOf(chat, n, n, {
          inbox: { ...turnOf(chat, n, n).inbox, id: `${chat}${n}` } as never,
          conversation: conversationOf(chat, {
            version: n,
            lastSeq: n * 2,
            ...(since !== undefined && { person: { since, reason: "asked", mutedUntil: 9 } }),
          }),
        });
      const waiting = async (limit = 9) => (await store.orders.waitingChats(limit)).map(({ id }) => id);
      await store.engine.commitTurns([wants("a", 1, 30), wants("b", 1, 10), wants("c", 1)], []);
      expect(await waiting()).toEqual([chatId("b"), chatId("a")]);
      expect(await waiting(1)).toEqual([chatId("b")]);
      await store.engine.commitTurns([wants("b", 2)], []);
      expect(await waiting()).toEqual([chatId("a")]);
    });
  });

  describe(`${name}: a partner's orders`, () => {
    const couriers = { id: partnerIdOf("couriers"), name: { ar: "أ", en: "A" } };
    const hotels = { id: partnerIdOf("hotels"), name: { ar: "ب", en: "B" } };
    const loads = async () => Object.fromEntries(await store.orders.partnerLoads());
    const theirs = async (limit = 9) => numbers(await store.orders.ofPartner(couriers.id, limit));

    it("are those that it was given and that are not over, newest first", async () => {
      const placed = [await place(), await place(), await place(), await place()];
      expect([await loads(), await theirs()]).toEqual([{}, []]);
      for (const number of placed.slice(0, 3)) await change(number, 2, { partner: couriers });
      await change(10_004, 2, { partner: hotels });
      expect(await loads()).toEqual({ p_couriers: 3, p_hotels: 1 });
      expect(await theirs()).toEqual([10_003, 10_002, 10_001]);
      expect(await theirs(2)).toEqual([10_003, 10_002]);
      await change(10_003, 3, { state: { status: "done", at: 3 } });
      await change(10_002, 3, { partner: hotels });
      expect(await loads()).toEqual({ p_couriers: 1, p_hotels: 2 });
      expect(await theirs()).toEqual([10_001]);
    });
  });

  describe(`${name}: complaints`, () => {
    const couriers = { id: partnerIdOf("couriers"), name: { ar: "مناديب", en: "Couriers" } };
    const complaint = (about?: number): Partial<Order> => ({
      service: "complaint",
      kind: "complaint",
      ...(about !== undefined && { about: orderRefOf(about) }),
    });

    it("are found by the order that they are about, newest first", async () => {
      await place();
      await place(complaint(10_001));
      await place(complaint());
      await place(complaint(10_001));
      expect(numbers(await store.orders.about(orderRefOf(10_001), 9))).toEqual([10_004, 10_002]);
      expect(numbers(await store.orders.about(orderRefOf(10_001), 1))).toEqual([10_004]);
      expect(await store.orders.about(orderRefOf(10_003), 9)).toEqual([]);
      await change(10_003, 2, complaint(10_001));
      expect(numbers(await store.orders.about(orderRefOf(10_001), 9))).toEqual([10_004, 10_003, 10_002]);
    });

    it("are listed apart from services", async () => {
      await place();
      await place(complaint(10_001));
      await place({ kind: "internal", service: "repair" });
      expect(await all({ kind: "service" })).toEqual([10_001]);
      expect(await all({ kind: "complaint" })).toEqual([10_002]);
      expect(await all({ kind: "internal", statuses: ["placed"] })).toEqual([10_003]);
      expect(await all({ kind: "complaint", statuses: ["done"] })).toEqual([]);
      expect(await all({})).toEqual([10_003, 10_002, 10_001]);
    });

    it("count for the partner whose doing it was, once that is decided, and no more once it is not", async () => {
      await place();
      await place(complaint(10_001));
      const counted = async (since: number) =>
        Object.fromEntries(await store.orders.partnerComplaints(since));
      const outcome = { what: "refund", words: "x", at: 100, by: { type: "agent" } } as const;
      expect(await counted(0)).toEqual({});
      await change(10_002, 2, {
        ...complaint(10_001),
        complaint: { outcome: { ...outcome, blames: couriers } },
      });
      expect(await counted(0)).toEqual({ p_couriers: 1 });
      expect(await counted(101)).toEqual({});
      await change(10_002, 3, { ...complaint(10_001), complaint: { reopened: { at: 200 } } });
      expect(await counted(0)).toEqual({});
    });
  });

  describe(`${name}: orders.search`, () => {
    const field = (value: string, text = value) => ({
      value,
      evidence: { text, messageId: "m1", start: 0, end: text.length, by: "exact" as const },
    });
    beforeEach(async () => {
      await place({ fields: { contents: field("كُتُب قديمة"), to: field("Jeddah", "جدّة") } });
      await place({ fields: { phone: field("+966501234567", "٠٥٠١٢٣٤٥٦٧"), name: field("أحمد") } });
      await place({ fields: { contents: field("كتب"), name: field("سارة") } });
    });
    const search = async (query: string, limit = 9) => numbers(await store.orders.search(query, limit));

    it("finds words however they are spelt, newest first", async () => {
      expect(await search("كتب")).toEqual([10_003, 10_001]);
      expect(await search("كتب", 1)).toEqual([10_003]);
      expect(await search("احمد")).toEqual([10_002]);
      expect(await search("جده كتب")).toEqual([10_001]);
      expect(await search("JEDDAH")).toEqual([10_001]);
    });

    it("finds a reference and a phone as people write them", async () => {
      for (const query of ["BR-10002", "br-10002", "10002", "١٠٠٠٢"])
        expect(await search(query)).toEqual([10_002]);
      for (const query of ["0501234567", "٠٥٠١٢٣٤٥٦٧", "+966501234567", "1234567"])
        expect(await search(query)).toEqual([10_002]);
    });

    it("finds nothing for nothing", async () => {
      expect(await search("   ")).toEqual([]);
      expect(await search("zebra")).toEqual([]);
      expect(await search("BR-99999")).toEqual([]);
    });
  });
}

function fits(order: Order, { conversation, customer, statuses, service, claimedBy }: OrderFilter): boolean {
  const claimed =
    claimedBy === undefined ||
    (claimedBy === "nobody" && !order.claim) ||
    (claimedBy === "somebody" && order.claim !== undefined) ||
    order.claim?.agent === claimedBy;
  return (
    claimed &&
    (conversation === undefined || order.conversation === conversation) &&
    (customer === undefined || order.customer === customer) &&
    (statuses === undefined || statuses.includes(order.state.status)) &&
    (service === undefined || order.service === service)
  );
}
