/** A customer wants their data deleted: every partner that has them hears so, also of what is done, and staff where nothing reaches one. */
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { ChannelError } from "../../src/channels/channel.ts";
import { namePartner } from "../../src/dispatch/reach.ts";
import type { AgentAct } from "../../src/domain/act.ts";
import type { Order } from "../../src/domain/order.ts";
import { databaseName } from "../../src/store/sqlite/store.ts";
import { partnerIdOf, samplePartner } from "../store/sample-partner.ts";
import { noura } from "./bench-office.ts";
import { customerOf, fieldOf, naming, openPartnerOffice as open } from "./partner-office.ts";

const forOrder = /طلب عميل الطلب .*حذف بياناته/;

/** An office whose partners come and go, with a customer's order that was given to one. */
async function withOrder(first: string) {
  const setting = await open();
  const { bench, joins, offer, office, order, says, stored } = setting;
  await joins("a", "courier");
  await joins("b", "other");
  const placed = await order();
  const customer = await customerOf(bench, placed);
  const act = async (what: AgentAct, { ref }: Order = placed) => {
    expect((await office().engine.act(noura, what, { ref })).type).toBe("done");
    await office().idle();
  };
  const gives = async (name: string, chat: string, given: Order = placed) => {
    await offer(given, name);
    await says(chat, "قبول");
    expect((await stored(given)).partner?.id).toBe(partnerIdOf(name));
  };
  await gives(first, first === "a" ? "courier" : "other");
  return {
    ...setting,
    ...{ placed, customer, act, gives },
    takesBack: () => act({ type: "give_back", reason: "سيارتهم تعطلت" }),
    async reports(what: "in_progress" | "done"): Promise<void> {
      const by = (await stored(placed)).partner?.id ?? partnerIdOf(first);
      await office().engine.partnerReports(placed.ref, by, { type: "move", move: { to: what } });
    },
    async wishes(words = "احذفوا بياناتي"): Promise<string> {
      await says(customer, words);
      return says(customer, "نعم");
    },
    /** How often the chat was told of the wish. */
    told: (chat: string) => bench.to(chat).filter(({ text }) => forOrder.test(text ?? "")).length,
    rows: async () => (await office().store.orders.history(placed.ref)).map(({ what }) => what),
  };
}

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

describe("a wish that is repeated", { timeout: 60_000 }, () => {
  it("reaches the partner that got the order after the first one, and no other once more", async () => {
    const { gives, takesBack, told, wishes } = await withOrder("a");
    await wishes();
    expect([told("courier"), told("other")]).toEqual([1, 0]);
    await takesBack();
    await gives("b", "other");
    expect(told("other")).toBe(0);
    expect(await wishes()).toMatch(/شريك b.*شريك a/);
    expect([told("courier"), told("other")]).toEqual([1, 1]);
  });

  it("reaches a partner again that has got the order back since", async () => {
    const { act, partner, takesBack, told, wishes } = await withOrder("a");
    await wishes();
    await takesBack();
    await wishes();
    expect(told("courier")).toBe(1);
    await act({ type: "give", partner: await namePartner(naming, await partner("a")) });
    await wishes();
    expect(told("courier")).toBe(2);
    await wishes();
    expect(told("courier")).toBe(2);
  });

  it("reaches a partner again that has read more of the customer since", async () => {
    const { act, customer, newest, says, told, wishes } = await withOrder("a");
    await wishes();
    const corrected = {
      type: "correct",
      field: "contents",
      value: "كتب",
      text: "كتب",
      reason: "اتصل",
    } as const;
    await act(corrected);
    await wishes();
    expect(told("courier")).toBe(2);
    await says(customer, "للمندوب: الباب الأزرق");
    expect(newest("courier")).toContain("الباب الأزرق");
    await wishes();
    expect(told("courier")).toBe(3);
    await wishes();
    expect(told("courier")).toBe(3);
  });

  it("is tried again with a partner that it did not reach, until it does or staff have called", async () => {
    const { act, bench, office, placed, rows, stored, told, wishes } = await withOrder("a");
    bench.kept.refuse = ({ address, text }) =>
      address === "courier" && forOrder.test(text ?? "")
        ? new ChannelError({ type: "refused" }, "no")
        : undefined;
    await wishes();
    await office().idle();
    expect((await rows()).slice(-2)).toEqual(["data_asked", "untold"]);
    await wishes();
    await office().idle();
    expect((await rows()).slice(-4)).toEqual(["data_asked", "untold", "data_asked", "untold"]);
    const { partner } = await stored(placed);
    if (!partner) throw new Error("nobody has it");
    await act({ type: "partner_told", partner, of: ["customer.data"] });
    bench.kept.refuse = () => undefined;
    await wishes();
    expect(told("courier")).toBe(0);
    expect((await rows()).at(-1)).toBe("partner_told");
  });

  it("tells once who could not be told before and can be now", async () => {
    const { bench, joins, office, order, says, stored } = await open();
    const placed = await order();
    const { id, name } = samplePartner("a");
    await office().engine.act(noura, { type: "give", partner: { id, name } }, { ref: placed.ref });
    const customer = await customerOf(bench, placed);
    const wishes = async () => {
      await says(customer, "احذفوا بياناتي");
      await says(customer, "نعم");
    };
    await wishes();
    expect((await stored(placed)).dataTold).toBeUndefined();
    await joins("a", "courier");
    for (const _twice of [1, 2]) await wishes();
    expect(bench.to("courier").filter(({ text }) => forOrder.test(text ?? ""))).toHaveLength(1);
  });
});

describe("partners that a customer's chat does not know of any more", { timeout: 60_000 }, () => {
  it("hear of an order that is older than the chat remembers", async () => {
    const { bench, customer, office, placed, reports, told, wishes } = await withOrder("a");
    await reports("in_progress");
    await reports("done");
    const { id } = await bench.chat(customer);
    for (let n = 0; n < 12; n += 1)
      await office().engine.enterOrder({ conversation: id, service: "parcel_delivery", fields: {} });
    expect((await bench.chat(customer)).orders.map(({ ref }) => ref)).not.toContain(placed.ref);
    expect(await wishes()).toContain("شريك a");
    expect(told("courier")).toBe(1);
  });

  it("hear of an order of an older version, of whose earlier partners its history alone tells", async () => {
    const { bench, customer, gives, says, takesBack, told } = await withOrder("a");
    await takesBack();
    await gives("b", "other");
    await bench.reopenWith(async (dataDir) => {
      const db = new Database(join(dataDir, databaseName));
      const { changes } = db
        .prepare(
          "UPDATE orders SET body = json_remove(body, '$.earlierPartners') WHERE body LIKE '%earlierPartners%'",
        )
        .run();
      expect(changes).toBe(1);
      db.close();
    });
    await says(customer, "احذفوا بياناتي");
    expect(await says(customer, "نعم")).toMatch(/شريك b.*شريك a/);
    await bench.office().idle();
    expect([told("courier"), told("other")]).toEqual([1, 1]);
  });

  it("hear of it on the phone that they have by now", async () => {
    const { joins, reports, told, wishes } = await withOrder("a");
    await reports("in_progress");
    await reports("done");
    await joins("a", "new phone");
    await wishes();
    expect([told("courier"), told("new phone")]).toEqual([0, 1]);
  });
});

describe("a consent that is taken back again", { timeout: 60_000 }, () => {
  const forClinic = /سحب عميل الطلب .*موافقته/;

  it("reaches the clinic that got the appointment since, and says nothing of nothing having been placed", async () => {
    const { bench, joins, office, order, partner, says } = await open();
    const [first, second] = ["first clinic", "second clinic"] as const;
    await joins("a", first);
    await joins("b", second);
    const placed = await order("clinic_booking", { date: fieldOf("2026-12-01"), time: fieldOf("10:00") });
    const customer = await customerOf(bench, placed);
    const act = async (what: AgentAct) => {
      expect((await office().engine.act(noura, what, { ref: placed.ref })).type).toBe("done");
      await office().idle();
    };
    const gives = async (name: string) =>
      act({ type: "give", partner: await namePartner(naming, await partner(name)) });
    const heard = () =>
      [first, second].map((chat) => bench.to(chat).filter(({ text }) => forClinic.test(text ?? "")).length);
    await gives("a");
    expect(await says(customer, "سحب الموافقة")).toContain("طلبك القائم يراجعه موظف");
    expect(heard()).toEqual([1, 0]);
    await act({ type: "give_back", reason: "أغلقت" });
    await gives("b");
    for (const to of ["in_progress", "done"] as const) await act({ type: "move", move: { to } });
    expect(await says(customer, "سحب الموافقة")).toContain("ما حُفظ من طلباتك السابقة");
    expect(heard()).toEqual([1, 1]);
    expect(await says(customer, "سحب الموافقة")).toContain("لا توجد موافقة مسجّلة");
    expect(heard()).toEqual([1, 1]);
  });
});

describe("an order that is only offered yet", { timeout: 60_000 }, () => {
  it("is called off with a consent that was given in another chat", async () => {
    const { bench, joins, office, order, offer, says, stored } = await open();
    await joins("a", "clinic");
    const placed = await order("clinic_booking", { date: fieldOf("2026-12-01"), time: fieldOf("10:00") });
    await offer(placed, "a");
    const customer = await customerOf(bench, placed);
    expect(await says(customer, "سحب الموافقة")).not.toContain("لا توجد موافقة مسجّلة");
    await office().idle();
    await says("clinic", "قبول");
    expect((await stored(placed)).partner).toBeUndefined();
    expect((await bench.chat(customer)).person?.reason).toBe("privacy");
    expect(await says(customer, "سحب الموافقة")).toContain("لا توجد موافقة مسجّلة");
  });

  it("is called off by a wish to be forgotten, though the chat remembers it no more", async () => {
    const { bench, joins, office, order, offer, says, stored } = await open();
    await joins("a", "courier");
    const placed = await order();
    await offer(placed, "a");
    const customer = await customerOf(bench, placed);
    const { id } = await bench.chat(customer);
    for (let n = 0; n < 12; n += 1)
      await office().engine.enterOrder({ conversation: id, service: "parcel_delivery", fields: {} });
    await says(customer, "احذفوا بياناتي");
    expect(await says(customer, "نعم")).toContain(placed.ref);
    await office().idle();
    await says("courier", "قبول");
    expect((await stored(placed)).partner).toBeUndefined();
  });

  it("reaches those that read the customer's own words in an offer alone, and no other that was asked", async () => {
    const { bench, joins, newest, offer, order, office, says } = await open();
    await joins("a", "courier");
    const customers: string[] = [];
    for (const fields of [{ contents: fieldOf("أوراق طلاقي") }, {}]) {
      const placed = await order("parcel_delivery", fields);
      await offer(placed, "a");
      await says("courier", "اعتذار");
      customers.push(await customerOf(bench, placed));
    }
    const told = () => bench.to("courier").filter(({ text }) => forOrder.test(text ?? "")).length;
    const [written, bare] = customers as [string, string];
    await says(bare, "احذفوا بياناتي");
    await says(bare, "نعم");
    expect(told()).toBe(0);
    await says(written, "احذفوا بياناتي");
    await says(written, "نعم");
    await office().idle();
    expect(newest("courier")).toMatch(forOrder);
    expect(newest(written)).toContain("شريك a");
    await says(written, "احذفوا بياناتي");
    await says(written, "نعم");
    expect(told()).toBe(1);
  });
});
