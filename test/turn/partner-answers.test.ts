/** What partners write in their chats, as the office answers it: prices, courtesies, pauses. */
import { describe, expect, it } from "vitest";
import { noura } from "./bench-office.ts";
import { customerOf, openPartnerOffice as open } from "./partner-office.ts";

/** A chat that has joined and was asked for the price of one order. */
async function asked() {
  const office = await open();
  await office.joins("a", "seller");
  const order = await office.order("c2c_mediation");
  await office.offer(order, "a", "price");
  return { ...office, placed: order };
}

describe("a price in a partner's chat", () => {
  it("is shown with its offer while it waits, and how it ended is told however often it was looked at", async () => {
    const { bench, joins, newest, offer, office, placed, says, stored } = await asked();
    expect(await says("seller", "450 ريال")).toContain("450");
    for (const text of ["11", "قبول 11"]) {
      const shown = await says("seller", text);
      expect(shown).toContain("450");
      expect((await bench.chat("seller")).partner?.offered?.values).toEqual([
        expect.stringMatching(/^p:decline:/),
      ]);
    }
    await joins("b", "other");
    await offer(placed, "b");
    await says("other", "قبول 11");
    await office().idle();
    expect((await stored(placed)).offers?.[0]?.state.type).toBe("withdrawn");
    expect(newest("seller")).toContain("العرض 11");
    expect(newest("seller")).not.toContain("450");
  });
});

describe("words between customer and partner", () => {
  it("call staff where they may hold a number that is split, though nothing could be blotted out", async () => {
    const { bench, joins, newest, offer, order, says } = await open();
    await joins("a", "seller");
    const placed = await order("c2c_mediation");
    const customer = await customerOf(bench, placed);
    await offer(placed, "a");
    await says("seller", "قبول 11");
    await says("seller", "للعميل: القطعة جاهزة");
    expect((await bench.chat(customer)).person).toBeUndefined();
    await says("seller", "للعميل: 05512 ثم 34567");
    expect(newest(customer)).toContain("05512");
    expect((await bench.chat(customer)).person).toMatchObject({ reason: "partner", order: placed.ref });
  });
});

describe("a chat that was a customer's before it was a partner's", () => {
  it("is asked nothing that a customer is asked", async () => {
    const { bench, joins, office, order, stored } = await open();
    const placed = await order();
    const address = await customerOf(bench, placed);
    for (const to of ["in_progress", "done"] as const)
      await office().engine.act(noura, { type: "move", move: { to } }, placed);
    await office().idle();
    await joins("b", address);
    const told = bench.to(address).length;
    bench.clock.at += 40 * 60_000;
    await office().engine.tick();
    await office().idle();
    expect((await stored(placed)).rating).toEqual({ letGo: true });
    expect(bench.to(address)).toHaveLength(told);
    expect((await bench.chat(address)).open).toBeUndefined();
  });
});
