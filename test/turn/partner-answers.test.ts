/** What partners write in their chats, as the office answers it: prices, courtesies, pauses. */
import { describe, expect, it } from "vitest";
import type { Offer } from "../../src/domain/offer.ts";
import type { Order } from "../../src/domain/order.ts";
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

describe("a price without its currency", () => {
  it("is read back, and counts with a yes", async () => {
    const { says, stored, placed } = await asked();
    const state = async () => (await stored(placed)).offers?.[0]?.state;
    expect(await says("seller", "350")).toContain("350.00");
    expect((await state())?.type).toBe("open");
    expect(await says("seller", "2")).toContain("كم السعر");
    await says("seller", "350");
    expect(await says("seller", "تم")).toContain("وصلنا سعركم");
    expect(await state()).toMatchObject({ type: "quoted", total: { amountMinor: 35_000, currency: "SAR" } });
  });

  it("is kept while it is asked for which of two offers it is", async () => {
    const { offer, order, placed, says, stored } = await asked();
    const other = await order("c2c_mediation");
    await offer(other, "a", "price");
    expect(await says("seller", "45 ريال بس")).toContain("أي طلب");
    expect(await says("seller", "12")).toContain("45.00");
    expect((await stored(other)).offers?.[0]?.state.type).toBe("quoted");
    expect((await stored(placed)).offers?.[0]?.state.type).toBe("open");
  });

  it("is none where nothing asks for one", async () => {
    const { joins, offer, order, says, stored } = await open();
    await joins("a", "courier");
    const placed = await order();
    await offer(placed, "a");
    expect(await says("courier", "350")).toContain("لا نجد الرقم 350");
    expect((await stored(placed)).offers?.[0]?.state.type).toBe("open");
  });
});

describe("a price where the pay is fixed already", () => {
  it("is answered with the two answers that there are, and a bare word is one of them", async () => {
    const { joins, offer, order, says, stored } = await open();
    await joins("a", "courier");
    const placed = await order();
    await offer(placed, "a");
    expect(await says("courier", "45 ريال")).toContain("الرد هنا قبول أو اعتذار");
    await says("courier", "ابشر");
    expect((await stored(placed)).partner?.id).toBe("p_a");
  });
});

describe("a number in a partner's chat", () => {
  it("gets an answer where nothing is open", async () => {
    const { joins, says } = await open();
    await joins("a", "courier");
    for (const text of ["1", "٧"])
      expect(await says("courier", text)).toBe("لا عرض مفتوح ولا طلب لديكم الآن.");
    expect(await says("courier", "12")).toContain("لا نجد الرقم 12");
  });

  it("of an order that is over says that it is over, and not that it is theirs now", async () => {
    const { joins, offer, office, order, says } = await open();
    await joins("a", "courier");
    const placed = await order();
    await offer(placed, "a");
    await says("courier", "قبول 11");
    for (const to of ["in_progress", "done"] as const)
      await office().engine.act(noura, { type: "move", move: { to } }, placed);
    await office().idle();
    for (const text of ["11", "قبول 11"]) {
      const answer = await says("courier", text);
      expect(answer).toContain("انتهى الطلب 11");
      expect(answer).not.toContain("أصبح");
    }
  });
});

describe("courtesies in a partner's chat", () => {
  it("get their answer, and what was open stays open", async () => {
    const { joins, offer, order, says, stored } = await open();
    await joins("a", "courier");
    const placed = await order();
    await offer(placed, "a");
    expect(await says("courier", "السلام عليكم")).toBe("وعليكم السلام ورحمة الله.");
    expect(await says("courier", "الله يعطيكم العافية")).toBe("حياكم الله.");
    await says("courier", "تم");
    expect((await stored(placed)).partner?.id).toBe("p_a");
  });

  it("are the customer's as an answer to the order's message, and nobody's else", async () => {
    const { bench, joins, newest, offer, office, order, says } = await open();
    bench.kept.numbers = true;
    await joins("a", "courier");
    const placed = await order();
    const customer = await customerOf(bench, placed);
    await offer(placed, "a");
    const thanks = async (id: string) => {
      const answers = String(bench.sent.findLastIndex(({ address }) => address === "courier") + 1);
      const content = { type: "text", text: "شكرا" } as const;
      await office().receive({ channel: "counting", address: "courier", id, content, answers });
      await office().idle();
    };
    await thanks("t1");
    expect(newest("courier")).toBe("حياكم الله.");
    await says("courier", "قبول 11");
    await thanks("t2");
    expect(newest(customer)).toContain("شكرا");
  });
});

describe("messages that a partner stopped", () => {
  it("come again by its word, and offers not, where staff have paused them", async () => {
    const { joins, office, partner, says } = await open();
    await joins("a", "courier");
    await says("courier", "إيقاف الرسائل");
    const by = { id: noura.id, name: noura.name };
    const state = { status: "paused_by_staff", reason: "x", at: 1, by } as const;
    await office().store.partners.save([{ ...(await partner("a")), state }]);
    const answer = await says("courier", "تفعيل الرسائل");
    expect(answer).toContain("عادت الرسائل إلى هذه المحادثة");
    expect(answer).toContain("أوقف المكتب العروض");
    expect((await partner("a")).state.status).toBe("paused_by_staff");
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

describe("an answer to an offer that has run out", () => {
  const late = (order: Order) => order.offers?.map(({ late: { takes } = {} }) => takes);

  it("is noted once, by chat or link, and says that the offer is over", async () => {
    const { bench, joins, offer, office, order, says, stored } = await open();
    await joins("a", "courier");
    const [one, other, third] = [await order(), await order(), await order()];
    for (const placed of [one, other, third]) await offer(placed, "a");
    bench.clock.at += 40 * 60_000;
    await office().engine.tick();
    await office().idle();
    expect(await says("courier", "تمام 11")).toContain("11");
    expect(late(await stored(one))).toEqual([true]);
    await says("courier", "اعتذار 11");
    expect(late(await stored(one))).toEqual([true]);
    const [{ id }] = (await stored(other)).offers as [Offer];
    const acted = await office().engine.answerOffer(other.ref, id, { type: "decline", reason: "" });
    expect(acted).toMatchObject({ type: "refused", refusal: { reason: "offer_over", why: "expired" } });
    expect(late(await stored(other))).toEqual([false]);
    // A bare word is for the one that is left.
    await says("courier", "ما اقدر");
    expect(late(await stored(third))).toEqual([false]);
    const history = await office().store.orders.history(third.ref);
    expect(history.at(-1)).toMatchObject({ what: "answered_late", by: { type: "partner", id: "p_a" } });
  });

  it("is no answer any more after a day", async () => {
    const { bench, joins, offer, office, order, says, stored } = await open();
    await joins("a", "courier");
    const placed = await order();
    await offer(placed, "a");
    bench.clock.at += 26 * 3_600_000;
    await office().engine.tick();
    await says("courier", "تمام 11");
    expect(late(await stored(placed))).toEqual([undefined]);
  });
});
