/** What a partner's words are for: the question that was asked last, while it is fresh, and nothing that an edit or a late word could mean. */
import { describe, expect, it } from "vitest";
import type { Content } from "../../src/domain/message.ts";
import type { Order } from "../../src/domain/order.ts";
import { plain } from "../kit.ts";
import { noura } from "./bench-office.ts";
import { customerOf, openPartnerOffice } from "./partner-office.ts";

const minute = 60_000;

/** A courier's chat, and ways to give it orders that it carries out and things that are no words. */
async function couriers() {
  const office = await openPartnerOffice();
  await office.joins("a", "courier");
  let sent = 0;
  return {
    ...office,
    async carries() {
      const placed = await office.order();
      await office.offer(placed, "a");
      const job = (await office.bench.chat("courier")).partner?.jobs.at(-1);
      await office.says("courier", `قبول ${job?.number}`);
      return { placed, customer: await customerOf(office.bench, placed) };
    },
    async sends(content: Content): Promise<string> {
      sent += 1;
      office.bench.clock.at += 1_000;
      const before = office.bench.to("courier").length;
      await office.bench.receive("courier", `thing ${sent}`, content);
      await office.office().idle();
      return office.bench
        .to("courier")
        .slice(before)
        .map(({ text }) => plain(text))
        .join("\n");
    },
  };
}

const photo = {
  type: "photo",
  document: "d_1",
  name: "a.jpg",
  mediaType: "image/jpeg",
  bytes: 9,
} as unknown as Content;

describe("words of a partner that wait for their order", () => {
  it("go to the order that the list showed at that place, however the list has changed since", async () => {
    const { bench, carries, newest, says } = await couriers();
    const [first, second, third] = [await carries(), await carries(), await carries()];
    expect(await says("courier", "للعميل: أنا تحت")).toContain("أي طلب");
    expect((await bench.chat("courier")).partner?.offered?.values).toHaveLength(3);
    await says(first.customer, "إلغاء الطلب");
    await says(first.customer, "نعم");
    expect(newest("courier")).toContain("أُلغي");
    await says("courier", "2");
    expect(newest(second.customer)).toContain("أنا تحت");
    expect(newest(third.customer)).not.toContain("أنا تحت");
  });
});

describe("what a partner was asked to write", () => {
  it("is no more what it says hours later, nor what is a call to the office", async () => {
    const { bench, carries, newest, says } = await couriers();
    const { customer } = await carries();
    const ask = async () => {
      const values = (await bench.chat("courier")).partner?.offered?.values ?? [];
      const place = values.findIndex((value) => value.startsWith("p:write:")) + 1;
      expect(await says("courier", String(place))).toContain("ما الرسالة");
    };
    await ask();
    const before = bench.to(customer).length;
    expect(await says("courier", "موظف")).toContain("موظف");
    expect(bench.to(customer)).toHaveLength(before);
    await says("courier", "11");
    await ask();
    bench.clock.at += 11 * minute;
    await says("courier", "وصلت");
    expect(bench.to(customer)).toHaveLength(before);
    await ask();
    bench.clock.at += 9 * minute;
    await says("courier", "وصلت");
    expect(newest(customer)).toContain("وصلت");
  });

  it.each<[string, Content]>([
    ["a message taken back", { type: "unsupported", what: "deleted" }],
    ["a sticker", { type: "unsupported", what: "sticker" }],
    ["a place", { type: "location", latitude: 24.7, longitude: 46.7 }],
  ])("is still what it says after %s, which answers nothing", async (_, content) => {
    const { bench, carries, newest, says, sends } = await couriers();
    const { customer } = await carries();
    const values = (await bench.chat("courier")).partner?.offered?.values ?? [];
    const place = values.findIndex((value) => value.startsWith("p:write:")) + 1;
    expect(await says("courier", String(place))).toContain("ما الرسالة");
    await sends(content);
    await says("courier", "وصلت");
    expect(newest(customer)).toContain("وصلت");
  });
});

describe("a problem of one of several orders", () => {
  it("is told with the words that were said at first, once it is known which order has it", async () => {
    const { bench, carries, says } = await couriers();
    const [{ placed: one }, { placed: two }] = [await carries(), await carries()];
    const problemsOf = async ({ ref }: Order) =>
      (await bench.office().store.orders.history(ref)).filter(({ note }) => note?.includes("السيارة عطلانة"))
        .length;
    for (const [choice, placed, other] of [
      ["2", two, one],
      ["11", one, two],
    ] as const) {
      const before = await problemsOf(other);
      expect(await says("courier", "مشكلة: السيارة عطلانة")).toContain("أي طلب");
      expect(await says("courier", choice)).toContain("وصل البلاغ");
      expect([await problemsOf(placed), await problemsOf(other)]).toEqual([1, before]);
    }
  });
});

describe("an edited message of a partner", () => {
  it("takes no offer and is passed on no second time", async () => {
    const { bench, offer, order, carries, sends, stored } = await couriers();
    const { customer } = await carries();
    const next = await order();
    await offer(next, "a");
    expect(await sends({ type: "edit", text: "تم", of: "m1" })).toContain("رسالة جديدة");
    expect((await stored(next)).partner).toBeUndefined();
    const before = bench.to(customer).length;
    await sends({ type: "edit", text: "للعميل: أنا عند الباب", of: "m1" });
    expect(bench.to(customer)).toHaveLength(before);
    expect(await sends({ type: "edit", text: "الجو اليوم حار", of: "m1" })).toBe("");
  });
});

describe("a picture from a partner", () => {
  it("proves the order that was done just before, also beside another one in hand", async () => {
    const { bench, carries, office, says, sends } = await couriers();
    const done = await carries();
    const isProof = async (ref: typeof done.placed.ref) =>
      (await office().store.orders.history(ref)).some(({ what }) => what === "proof");
    const finish = async () => {
      for (let step = 0; step < 9; step += 1) {
        const values = (await bench.chat("courier")).partner?.offered?.values ?? [];
        const at = values.findIndex((value) => value.includes(":done:"));
        if (await says("courier", String(at < 0 ? 1 : at + 1)).then((text) => text.includes("شكرًا"))) return;
      }
    };
    await finish();
    expect(await sends(photo)).toContain("حُفظت الصورة إثباتًا للطلب 11");
    expect(await isProof(done.placed.ref)).toBe(true);
    const other = await carries();
    expect(await sends(photo)).toContain("لأي طلب");
    const values = (await bench.chat("courier")).partner?.offered?.values ?? [];
    const place = values.findIndex((value) => value.endsWith(done.placed.ref)) + 1;
    expect(await says("courier", String(place))).toContain("للطلب 11");
    expect(await isProof(other.placed.ref)).toBe(false);
    bench.clock.at += 25 * 60 * minute;
    expect(await sends(photo)).toContain("للطلب 12");
  });
});

describe("words for a customer who reads no chat", () => {
  it("are passed on by a person, and nobody is told that they arrived", async () => {
    const { offer, office, says } = await couriers();
    const desk = await office().engine.openConversation({
      channel: "desk",
      address: "desk_1",
      language: "ar",
    });
    const acted = await office().engine.enterOrder({
      conversation: desk.id,
      service: "parcel_delivery",
      fields: {},
    });
    const order = acted.type === "done" ? acted.order : undefined;
    if (!order) throw new Error("no order");
    await office().engine.act(noura, { type: "claim" }, { ref: order.ref });
    await offer(order, "a");
    await says("courier", "قبول 11");
    expect(await says("courier", "للعميل: أنا تحت")).toContain("يوصل موظف");
    expect((await office().store.orders.history(order.ref)).at(-1)).toMatchObject({
      what: "reported",
      note: "أنا تحت",
    });
    expect((await office().engine.conversation(desk.id))?.person).toMatchObject({ reason: "partner" });
    expect(await says("courier", "العميل لا يرد")).toContain("يتواصل موظف");
  });
});
