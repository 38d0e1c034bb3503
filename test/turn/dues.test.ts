/** Orders' due moments in the whole office, by a clock that the test moves. */
import { describe, expect, it } from "vitest";
import { parseOfferId } from "../../src/domain/ids.ts";
import type { Order } from "../../src/domain/order.ts";
import { createDues } from "../../src/turn/dues.ts";
import { catalogueWith, madeFlow } from "../conversation/made-flows.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { orderOf } from "../store/sample-turns.ts";
import { sure } from "../web/tiny-office.ts";
import { type BenchOffice, noura, openWithOrder, orderIn } from "./bench-office.ts";

const minuteMs = 60_000;

async function tickAt(bench: BenchOffice, at: number): Promise<Order> {
  bench.clock.at = at;
  await bench.office().engine.tick();
  await bench.office().idle();
  return orderIn(bench);
}

/** An order that two partners may accept for half an hour. */
async function offered(): Promise<{ bench: BenchOffice; order: Order; end: number }> {
  const { bench, order: placed } = await openWithOrder();
  const { ref } = placed;
  const act = (what: Parameters<ReturnType<BenchOffice["office"]>["engine"]["act"]>[1]) =>
    bench.office().engine.act(noura, what, { ref });
  await act({ type: "claim" });
  for (const name of ["a", "b"]) {
    const acted = await act({
      type: "offer",
      offer: sure(parseOfferId(`of_${ref.slice(3)}_${name.padEnd(16, "x")}`)),
      partner: { id: partnerIdOf(name), name: { ar: `شريك ${name}`, en: `Partner ${name}` } },
      minutes: 30,
    });
    expect(acted.type).toBe("done");
  }
  return { bench, order: await orderIn(bench), end: bench.clock.at + 30 * minuteMs };
}

describe("createDues", () => {
  it("goes on with what is due where those that wait for room can't be looked at", async () => {
    const order = orderOf("a", 10_001, { dueAt: 1 });
    const fired: unknown[] = [];
    const errors: string[] = [];
    const log = { error: (_: unknown, text: string) => void errors.push(text) };
    const dues = createDues(
      {
        store: { nextDue: () => undefined, dueOrders: () => [order], getOrder: () => order },
        happen: async (chat) => {
          fired.push(chat);
          return { type: "not_now" };
        },
        catalogue: () => catalogueWith(madeFlow(order.service, [{ name: "count", type: "number", min: 1 }])),
        search: {
          find: async () => ({ chosen: [], left: {}, reachable: 0 }),
          settled: () => undefined,
          committed: () => undefined,
          roomFor: () => Promise.reject(new Error("locked")),
          forget: () => undefined,
        },
        log: log as Parameters<typeof createDues>[0]["log"],
      },
      1,
    );
    await dues.fire(1);
    expect(fired).toEqual([order.conversation]);
    expect(errors).toEqual(["orders that wait for room could not be looked at; they will be"]);
  });
});

describe("the sweep of due orders", { timeout: 60_000 }, () => {
  it("writes the end of an offer down once, at its moment, and tells live pages", async () => {
    const { bench, order, end } = await offered();
    expect(order.dueAt).toBe(end);
    const seen: unknown[] = [];
    bench
      .office()
      .engine.subscribe((changes) => seen.push(...changes.filter(({ type }) => type === "order")));
    expect((await tickAt(bench, end - 1)).version).toBe(order.version);
    const expired = await tickAt(bench, end);
    expect(expired.offers?.map(({ state }) => state)).toEqual([
      { type: "expired", at: end },
      { type: "expired", at: end },
    ]);
    expect(seen).toHaveLength(1);
    for (const later of [end, end + 1, end - 86_400_000, end + 365 * 86_400_000])
      expect((await tickAt(bench, later)).offers).toEqual(expired.offers);
    const history = await bench.office().store.orders.history(order.ref);
    expect(history.filter(({ what }) => what === "offer_expired")).toHaveLength(2);
  });

  it("makes up after a stop what fell into it", async () => {
    const { bench, end } = await offered();
    bench.clock.at = end + 8 * 60 * minuteMs;
    await bench.reopen();
    const expired = await tickAt(bench, bench.clock.at);
    expect(expired.offers?.map(({ state }) => state.type)).toEqual(["expired", "expired"]);
    expect(expired.dueAt).toBeGreaterThan(bench.clock.at);
  });

  it("gives an order whose moment an older version did not know its right one, without a row of history", async () => {
    const { bench, order, end } = await offered();
    await bench.reopenWith(async (dataDir) => {
      const { default: Database } = await import("better-sqlite3");
      const db = new Database(`${dataDir}/wasit.db`);
      db.exec("UPDATE orders SET due_at = 0, body = json_remove(body, '$.dueAt')");
      db.close();
    });
    const before = await bench.office().store.orders.history(order.ref);
    const seen = await tickAt(bench, end - 5);
    expect(seen).toMatchObject({ dueAt: end, version: order.version, changedAt: order.changedAt });
    expect(await bench.office().store.orders.history(order.ref)).toEqual(before);
    expect((await tickAt(bench, end - 4)).version).toBe(seen.version);
  });
});
