/** A flood of orders for one partner, in the whole office: it is asked as far as it has room, and the rest follows, the oldest first, also over a stop. */
import { describe, expect, it } from "vitest";
import type { Order } from "../../src/domain/order.ts";
import { noura } from "./bench-office.ts";
import { openPartnerOffice } from "./partner-office.ts";

/** Five orders that search, and one partner with a chat that may have three open offers. */
async function flooded() {
  const partners = await openPartnerOffice();
  const { bench, code, office, order, says, stored } = partners;
  await says(
    "courier",
    await code("a", {
      capacity: 1,
      services: ["parcel_delivery"],
      licences: [{ kind: "transport", number: "7001" }],
    }),
  );
  const orders: Order[] = [];
  for (let n = 0; n < 5; n += 1) orders.push(await order());
  // The youngest asks first: age counts, not the moment of the search.
  for (const { ref } of orders.toReversed()) await office().engine.act(noura, { type: "search" }, { ref });
  const tick = async (minutes = 0) => {
    bench.clock.at += minutes * 60_000;
    await office().engine.tick();
    await office().idle();
  };
  /** Of each order, the oldest first. */
  const asked = async () => {
    const now = await Promise.all(orders.map(stored));
    return now.map(({ offers = [], search }) =>
      search?.noRoomSince === undefined ? (offers.at(-1)?.state.type ?? "none") : "waits",
    );
  };
  await tick();
  return { ...partners, tick, asked, orders };
}

describe("more orders than a partner has room for", { timeout: 60_000 }, () => {
  it("wait, and follow one by one as it answers, the oldest first", async () => {
    const { asked, office, orders, says, stored, tick } = await flooded();
    const first = await asked();
    expect(first.toSorted()).toEqual(["open", "open", "open", "waits", "waits"]);
    const [older, younger] = orders.filter((_, n) => first[n] === "waits") as [Order, Order];
    await tick();
    expect(await asked()).toEqual(first);
    await says("courier", "اعتذار 11");
    await tick();
    expect((await stored(older)).offers).toMatchObject([{ state: { type: "open" } }]);
    expect(await stored(younger)).toMatchObject({ search: { asked: [] } });
    expect(await stored(younger)).toHaveProperty("search.noRoomSince");
    await says("courier", "اعتذار 12");
    await tick();
    expect((await stored(younger)).offers).toMatchObject([{ state: { type: "open" } }]);
    const history = await office().store.orders.history(younger.ref);
    expect(history.filter(({ what }) => what === "search_crowded")).toHaveLength(1);
  });

  it("give up their place while a colleague has a look, or once they are over, and have it again after", async () => {
    const { asked, office, orders, says, stored, tick } = await flooded();
    const first = await asked();
    const [older, younger] = orders.filter((_, n) => first[n] === "waits") as [Order, Order];
    const act = async (type: "claim" | "release") =>
      expect((await office().engine.act(noura, { type }, { ref: older.ref })).type).toBe("done");
    await act("release");
    await act("claim");
    await says("courier", "اعتذار 11");
    await tick();
    expect(await stored(younger)).toMatchObject({ offers: [{ state: { type: "open" } }] });
    await says("courier", "اعتذار 12");
    await tick();
    expect(await stored(older)).not.toHaveProperty("offers");
    // Let go as it was: it is asked about at the next tick, not when it would have been looked at again.
    await act("release");
    await tick();
    await tick();
    expect(await stored(older)).toMatchObject({ offers: [{ state: { type: "open" } }] });
  });

  it("come back by themselves after a stop that has forgotten them", async () => {
    const { asked, bench, says, tick } = await flooded();
    await bench.reopen();
    await says("courier", "اعتذار 11");
    await says("courier", "اعتذار 12");
    await tick(9);
    expect((await asked()).filter((state) => state === "waits")).toHaveLength(2);
    await tick(1);
    expect((await asked()).filter((state) => state === "waits")).toHaveLength(0);
  });
});
