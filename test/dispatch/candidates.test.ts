/** Who may be asked about an order: looked up once for orders that are due together, and named only as far as a round asks. */
import { describe, expect, it } from "vitest";
import { type CandidateDeps, createPartnerSearch } from "../../src/dispatch/candidates.ts";
import type { Load } from "../../src/dispatch/rank.ts";
import type { ConversationId, PartnerId } from "../../src/domain/ids.ts";
import type { Order } from "../../src/domain/order.ts";
import { catalogueWith, madeFlow } from "../conversation/made-flows.ts";
import { samplePartner } from "../store/sample-partner.ts";
import { orderOf } from "../store/sample-turns.ts";

const both = (text: string) => ({ ar: text, en: text });
const at = Date.parse("2026-11-22T11:00:00+03:00");
const order = (number: number) => orderOf("a", number, { service: "sent", state: { status: "seeking", at } });

/** Nine partners with a system each; those that `lacks` names have no secret yet. */
function lookUp(
  strategy: "ring" | "broadcast" | "direct",
  lacks: readonly string[] = [],
  {
    open = new Map(),
    capacity,
    failing = { look: false },
  }: {
    readonly open?: Map<PartnerId, Load>;
    readonly capacity?: number;
    readonly failing?: { readonly look: boolean };
  } = {},
) {
  const counts = { loads: 0, standings: 0 };
  const opened: string[] = [];
  const partners = Array.from({ length: 9 }, (_, index) =>
    samplePartner(`p${index}`, {
      services: ["sent"],
      contacts: { webhook: "https://partner.example/hook" },
      ...(capacity !== undefined && { capacity }),
    }),
  );
  const flow = madeFlow("sent", [{ name: "count", type: "number", min: 1 }], {
    dispatch: {
      department: "reception",
      promise_minutes: 60,
      next: both("next"),
      strategy,
      ...(strategy === "direct" && { direct: "p_other" }),
    },
  });
  const deps: CandidateDeps = {
    partners: {
      offering: async () => partners,
      get: async () => samplePartner("other", { contacts: { webhook: "https://other.example/hook" } }),
    },
    catalogue: () => catalogueWith(flow),
    zone: "Asia/Riyadh",
    loads: async () => {
      counts.loads += 1;
      if (failing.look) throw new Error("locked");
      return open;
    },
    standings: async () => {
      counts.standings += 1;
      return () => undefined;
    },
    randomBytes: (length) => new Uint8Array(length),
    mails: false,
    secretOf: async (id) => (lacks.includes(id) ? undefined : "s"),
    openChat: async (_channel, address) => {
      opened.push(address);
      return `c_${address}` as ConversationId;
    },
  };
  const search = createPartnerSearch(deps);
  return { ...search, counts, opened, partners };
}

describe("createPartnerSearch", () => {
  it("counts the office once for orders that are due together, and anew later", async () => {
    const { find, counts } = lookUp("ring");
    await Promise.all([10_001, 10_002, 10_003].map((number) => find(order(number), at)));
    expect(counts).toEqual({ loads: 1, standings: 1 });
    await new Promise((resolve) => setImmediate(resolve));
    await find(order(10_001), at);
    expect(counts).toEqual({ loads: 2, standings: 2 });
  });

  it("says why the one partner that a flow names is not asked", async () => {
    const { chosen, left } = await lookUp("direct").find(order(10_001), at);
    expect([chosen, left]).toEqual([[], { other_service: 1 }]);
  });

  it("opens chats only of those that a round may ask", async () => {
    const ring = lookUp("ring");
    expect((await ring.find(order(10_001), at)).chosen).toHaveLength(3);
    expect(ring.opened).toEqual(["p_p0", "p_p1", "p_p2"]);
    const several = lookUp("broadcast");
    expect((await several.find(order(10_001), at)).chosen).toHaveLength(7);
  });

  it("goes on to the next where one can't be told after all", async () => {
    const { find } = lookUp("ring", ["p_p0", "p_p1", "p_p2", "p_p3"]);
    const { chosen } = await find(order(10_001), at);
    expect(chosen.map(({ partner }) => partner.id)).toEqual(["p_p4", "p_p5", "p_p6"]);
  });

  it("asks nobody beyond their room, whatever is looked at together or not committed yet", async () => {
    // Capacity for one: three offers at a time; nine partners have room for as many times three.
    const { find, settled } = lookUp("broadcast", [], { capacity: 1 });
    const looked = async (number: number) => (await find(order(number), at)).chosen.slice(0, 5).length;
    const together = await Promise.all([10_001, 10_002, 10_003, 10_004].map(looked));
    await new Promise((resolve) => setImmediate(resolve));
    expect([...together, await looked(10_005), await looked(10_006)]).toEqual([5, 5, 5, 5, 5, 2]);
    const { chosen, crowded, left } = await find(order(10_007), at);
    expect([chosen, crowded, left]).toEqual([[], 9, { crowded: 9 }]);
    settled(order(10_001).ref);
    await new Promise((resolve) => setImmediate(resolve));
    expect((await find(order(10_007), at)).chosen).not.toEqual([]);
  });

  it("tells who may go on once there is room, once, and keeps the place from younger orders", async () => {
    const open = new Map<PartnerId, Load>();
    const { find, roomFor, committed, forget, partners } = lookUp("ring", [], { open, capacity: 1 });
    for (const { id } of partners) open.set(id, { orders: 0, offers: 3 });
    const [older, younger, last] = [10_001, 10_002, 10_003].map((number) => order(number)) as [
      Order,
      Order,
      Order,
    ];
    await find(younger, at);
    await find(older, at);
    committed([{ order: order(10_009), expect: 1, history: [] }]);
    expect(await roomFor(at)).toEqual([]);
    open.set("p_p4" as PartnerId, { orders: 0, offers: 2 });
    // Nothing has been committed since: nobody is asked.
    expect(await roomFor(at)).toEqual([]);
    await new Promise((resolve) => setImmediate(resolve));
    expect((await find(last, at)).chosen).toEqual([]);
    committed([{ order: order(10_009), expect: 1, history: [] }]);
    expect(await roomFor(at)).toEqual([older.ref]);
    expect((await find(older, at)).chosen.map(({ partner }) => partner.id)).toEqual(["p_p4"]);
    forget(younger.ref);
  });

  const waiting = (number: number, change: Partial<Order> = {}): Order => ({
    ...order(number),
    search: { since: at, asked: [], noRoomSince: at, waitsUntil: at + 600_000 },
    ...change,
  });
  const changed = (one: Order) => [{ order: one, expect: 1, history: [] }];
  const lookAnew = () => new Promise((resolve) => setImmediate(resolve));
  /** Two orders that wait for whichever of nine partners has room first, and the offers that those have. */
  async function crowded() {
    const open = new Map<PartnerId, Load>();
    const failing = { look: false };
    const search = lookUp("ring", [], { open, capacity: 1, failing });
    for (const { id } of search.partners) open.set(id, { orders: 0, offers: 3 });
    const [older, younger] = [waiting(10_001), waiting(10_002)] as const;
    for (const one of [older, younger]) {
      await search.find(one, at);
      search.settled(one.ref);
    }
    const frees = () => open.set("p_p4" as PartnerId, { orders: 0, offers: 2 });
    return { ...search, failing, older, younger, frees };
  }

  it("lets the next one go on where the first has stopped waiting without a word", async () => {
    const { committed, forget, frees, older, roomFor, younger } = await crowded();
    frees();
    committed(changed(order(10_009)));
    expect(await roomFor(at)).toEqual([older.ref]);
    forget(older.ref);
    expect(await roomFor(at)).toEqual([younger.ref]);
  });

  it.each([
    [
      "a colleague has a look at it",
      { claim: { agent: "a_x", name: "Sara", since: at, until: at + 900_000 } },
    ],
    ["it is cancelled", { state: { status: "cancelled", at, by: { type: "customer" }, reason: "x" } }],
    [
      "its price is open again",
      { state: { status: "quoted", at, total: { amountMinor: 1, currency: "SAR" } } },
    ],
  ] as readonly (readonly [string, Partial<Order>])[])("gives up its place once %s", async (_, change) => {
    const { committed, frees, older, find, roomFor, younger } = await crowded();
    frees();
    committed(changed({ ...older, ...change }));
    expect(await roomFor(at)).toEqual([younger.ref]);
    await lookAnew();
    expect((await find(younger, at)).chosen.map(({ partner }) => partner.id)).toEqual(["p_p4"]);
  });

  it("looks at once at one that waits again", async () => {
    const { committed, older, roomFor } = await crowded();
    committed(
      changed({ ...older, claim: { agent: "a_x", name: "Sara", since: at, until: at + 1 } } as Order),
    );
    expect(await roomFor(at)).toEqual([]);
    committed(changed(older));
    expect(await roomFor(at)).toEqual([older.ref]);
  });

  it("keeps the news that there is room where the look at it fails", async () => {
    const { committed, failing, frees, older, roomFor } = await crowded();
    frees();
    committed(changed(order(10_009)));
    failing.look = true;
    await expect(roomFor(at)).rejects.toThrow("locked");
    failing.look = false;
    expect(await roomFor(at)).toEqual([older.ref]);
  });

  it("keeps an order of whose round nothing came, and tries it again within a minute", async () => {
    const { committed, find, frees, older, roomFor, settled, younger } = await crowded();
    frees();
    committed(changed(order(10_009)));
    expect(await roomFor(at)).toEqual([older.ref]);
    await lookAnew();
    expect((await find(older, at)).chosen).not.toEqual([]);
    settled(older.ref);
    // Meanwhile it holds up nobody.
    expect(await roomFor(at + 1_000)).toEqual([younger.ref]);
    expect(await roomFor(at + 61_000)).toContain(older.ref);
  });

  it("sees room of which nobody told within a minute", async () => {
    const { frees, older, roomFor } = await crowded();
    await roomFor(at);
    frees();
    expect(await roomFor(at + 59_000)).toEqual([]);
    expect(await roomFor(at + 60_000)).toEqual([older.ref]);
  });
});
