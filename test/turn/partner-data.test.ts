/** A customer wants their data deleted: every partner that has them hears so, also of what is done, and staff where nothing reaches one. */
import { describe, expect, it } from "vitest";
import { partnerIdOf, samplePartner } from "../store/sample-partner.ts";
import { noura } from "./bench-office.ts";
import { customerOf, openPartnerOffice as open } from "./partner-office.ts";

const forOrder = /طلب عميل الطلب .*حذف بياناته/;

describe("a customer's wish to have their data deleted", { timeout: 60_000 }, () => {
  it("reaches the partner that has their order, or has done it, and those that had it before, once each", async () => {
    const { bench, joins, newest, offer, order, says } = await open();
    await joins("a", "courier");
    await joins("b", "earlier");
    const placed = await order();
    const { engine, store } = bench.office();
    await offer(placed, "b");
    await says("earlier", "قبول");
    await engine.act(noura, { type: "give_back", reason: "سيارتهم تعطلت" }, { ref: placed.ref });
    await offer(placed, "a");
    await says("courier", "قبول");
    await engine.partnerReports(placed.ref, partnerIdOf("a"), { type: "move", move: { to: "in_progress" } });
    await engine.partnerReports(placed.ref, partnerIdOf("a"), { type: "move", move: { to: "done" } });
    const customer = await customerOf(bench, placed);
    await says(customer, "احذفوا بياناتي");
    await says(customer, "نعم");
    await bench.office().idle();
    expect(newest("courier")).toMatch(forOrder);
    expect(newest("earlier")).toMatch(forOrder);
    expect(newest(customer)).toMatch(/شريك a.*شريك b/);
    const rows = async () =>
      (await store.orders.history(placed.ref)).filter(({ what }) => what === "data_asked");
    expect(await rows()).toMatchObject([
      { by: { type: "customer" }, partner: { id: partnerIdOf("a") } },
      { by: { type: "customer" }, partner: { id: partnerIdOf("b") } },
    ]);
    await says(customer, "احذفوا بياناتي");
    await says(customer, "نعم");
    await bench.office().idle();
    expect(await rows()).toHaveLength(2);
    expect(bench.to("courier").filter(({ text }) => forOrder.test(text ?? ""))).toHaveLength(1);
  });

  it("is left to staff where nothing reaches the partner", async () => {
    const { bench, order, says } = await open();
    const placed = await order();
    const { engine, store } = bench.office();
    const { id, name } = samplePartner("a");
    await engine.act(noura, { type: "give", partner: { id, name } }, { ref: placed.ref });
    const customer = await customerOf(bench, placed);
    await says(customer, "احذفوا بياناتي");
    await says(customer, "نعم");
    const history = (await store.orders.history(placed.ref)).map(({ what }) => what);
    expect(history.slice(-2)).toEqual(["data_asked", "untold"]);
    expect((await bench.chat(customer)).person).toMatchObject({ order: placed.ref });
  });
});
