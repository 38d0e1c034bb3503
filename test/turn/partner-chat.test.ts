/** A partner's chat in a whole office, on a channel without buttons: joined, told, answered in words and digits, and left again. */
import { describe, expect, it } from "vitest";
import { namePartner } from "../../src/dispatch/reach.ts";
import type { Order } from "../../src/domain/order.ts";
import { partnerCodeMs } from "../../src/turn/partner-codes.ts";
import { noura } from "./bench-office.ts";
import { customerOf, fieldOf, naming, openPartnerOffice as open } from "./partner-office.ts";

describe("a chat that becomes a partner's", () => {
  it("does so by a code that works once, for a day, and that is kept nowhere as it was said", async () => {
    const { bench, code, joins, newest, office, partner, says } = await open();
    const first = await code("a");
    expect(await says("courier", `رمزي ${first}`)).toContain("شريك a");
    const { contacts } = await partner("a");
    expect(contacts).toMatchObject({ chat: { conversation: (await bench.chat("courier")).id } });
    expect(contacts.linkCode).toBeUndefined();
    expect(JSON.stringify(await bench.lines("courier"))).not.toContain(first);
    expect(await says("another", first)).toContain("غير صحيح");
    const old = await code("b");
    bench.clock.at += partnerCodeMs + 1;
    expect(await says("another", old)).toContain("غير صحيح");
    // The same partner from another chat: the old one is no partner's any more, and is told so.
    await says("new phone", await code("a"));
    expect(newest("courier")).toContain("لم تعد هذه المحادثة");
    expect((await bench.chat("courier")).partner).toBeUndefined();
    await joins("b", "third");
    expect(await says("third", await code("a"))).toContain("شريك b");
    await office().engine.partPartner(await partner("a"), (await bench.chat("new phone")).id);
    expect((await partner("a")).contacts.chat).toBeUndefined();
  });

  it("is found as nobody's other chat, whatever phone was shown in it", async () => {
    const { bench, joins, office } = await open();
    const shows = (address: string) =>
      office().receive({
        ...{ channel: "counting", address, id: `card of ${address}` },
        content: { type: "contact", name: "x", phone: "0501234567", own: true },
      });
    await shows("courier");
    await joins("a", "courier");
    await shows("somebody");
    await office().idle();
    expect((await bench.chat("somebody")).found).toBeUndefined();
    expect((await bench.chat("somebody")).open?.type).not.toBe("join_doors");
  });

  it("is refused where a customer's order is open", async () => {
    const { bench, code, order, partner, says } = await open();
    const placed = await order();
    const answer = await says(await customerOf(bench, placed), await code("a"));
    expect(answer).toContain(placed.ref);
    expect((await partner("a")).contacts.linkCode).toBeDefined();
  });
});

describe("offers in a partner's chat", () => {
  it("are taken by a bare word behind the list that names the only one", async () => {
    const { joins, offer, order, says, stored } = await open();
    await joins("a", "courier");
    const placed = await order();
    await offer(placed, "a");
    expect(await says("courier", "كم المسافة؟")).toContain("العروض المفتوحة");
    await says("courier", "ابشر");
    expect((await stored(placed)).partner?.id).toBe("p_a");
  });

  it("become orders whose steps are taken by words that mean one of them, and shown for others", async () => {
    const { bench, joins, newest, offer, order, says, stored } = await open();
    await joins("a", "courier");
    const placed = await order();
    const customer = await customerOf(bench, placed);
    await offer(placed, "a");
    await says("courier", "قبول 11");
    await says("courier", "وصلت");
    expect((await stored(placed)).state.status).toBe("assigned");
    await says("courier", "طيب استلمت");
    expect((await stored(placed)).state).toMatchObject({ status: "in_progress", stage: "picked_up" });
    expect(newest(customer)).toContain("استلم المندوب");
    await says("courier", "تم التسليم ✅");
    expect((await stored(placed)).state).toMatchObject({ stage: "delivered" });
  });

  it("are answered by words, numbers and digits, and where it is not clear which, nothing is taken", async () => {
    const { joins, newest, offer, order, says, stored } = await open();
    await joins("a", "courier");
    const [one, two] = [await order(), await order()];
    await offer(one, "a");
    expect(newest("courier")).toContain("عرض 11");
    await offer(two, "a");
    expect(newest("courier")).toContain("عرض 12");
    // A digit of the list below one of two offers, and a bare word.
    for (const text of ["1", "تمام", "قبول", "تمام؟"]) {
      await says("courier", text);
      expect([(await stored(one)).partner, (await stored(two)).partner]).toEqual([undefined, undefined]);
    }
    expect(await says("courier", "قبول ١٢")).toContain(two.ref);
    expect((await stored(two)).partner?.id).toBe("p_a");
    expect(await says("courier", "11")).toContain("عرض 11");
    expect(await says("courier", "2")).toContain("الاعتذار عن العرض 11");
    expect((await stored(one)).offers?.[0]?.state.type).toBe("declined");
    expect((await stored(one)).partner).toBeUndefined();
    expect(await says("courier", "قبول 11")).toContain("أصبح الطلب 11");
    expect((await stored(one)).partner?.id).toBe("p_a");
  });

  it("go to the first, and the other reads only that somebody was faster", async () => {
    const { joins, newest, offer, order, says, stored } = await open();
    await joins("a", "fast");
    await joins("b", "slow");
    const placed = await order();
    await offer(placed, "a");
    await offer(placed, "b");
    await Promise.all([says("fast", "قبول 11"), says("slow", "قبول 11")]);
    const winner = (await stored(placed)).partner?.id === "p_a" ? "fast" : "slow";
    const loser = winner === "fast" ? "slow" : "fast";
    expect(newest(winner)).toContain("أصبح الطلب 11");
    expect(newest(loser)).toContain("سبقت جهة أخرى");
    expect(newest(loser)).not.toContain("شريك");
  });

  it("stop while the partner is busy or wants no messages, and come back by a word", async () => {
    const { joins, offer, order, partner, says, stored } = await open();
    await joins("a", "courier");
    const placed = await order();
    await offer(placed, "a");
    expect(await says("courier", "مشغول")).toContain("متاح");
    expect((await stored(placed)).offers?.[0]?.state).toMatchObject({
      ...{ type: "declined", reason: "مشغول", busy: true },
    });
    expect((await partner("a")).state.status).toBe("paused_by_itself");
    await says("courier", "متاح");
    expect((await partner("a")).state.status).toBe("active");
    await says("courier", "إيقاف الرسائل");
    expect((await partner("a")).state.status).toBe("paused_by_itself");
    await says("courier", "تفعيل الرسائل");
    expect((await partner("a")).state.status).toBe("active");
  });

  it("are no customers' talk: no greeting, no menu, and what is not understood is said with what is open", async () => {
    const { joins, offer, order, says } = await open();
    await joins("a", "courier");
    expect(await says("courier", "السلام عليكم")).not.toContain("مكتب إنجاز");
    await offer(await order(), "a");
    const asked = await says("courier", "ابي اعرف وين المكان");
    expect(asked).toContain("لم تتضح");
    expect(asked).toContain("11");
    expect(await says("courier", "طلبات اليوم")).toContain("العروض المفتوحة");
    expect(await says("courier", "كلمة المرور hunter2 الرقم السري 4821")).toContain("حذفنا");
  });
});

describe("an order in a partner's chat", () => {
  it("takes words both ways through the office, and blots out what leads past it", async () => {
    const { bench, joins, newest, offer, order, says, stored, office } = await open();
    await joins("a", "seller");
    const placed = await order("c2c_mediation", { item: fieldOf("جوال") });
    const customer = await customerOf(bench, placed);
    await offer(placed, "a");
    await says("seller", "قبول 11");
    expect((await stored(placed)).partner?.id).toBe("p_a");
    expect(await says("seller", "للعميل: كلمني على 0501234567")).toContain("حجبنا");
    expect(newest(customer)).toContain("كلمني على •••");
    expect(newest(customer)).toContain("شريك a");
    expect((await office().store.orders.history(placed.ref)).at(-1)).toMatchObject({ what: "masked" });
    expect(await says(customer, "للمندوب: راسلني على me@example.com")).toContain("شريك a");
    expect(newest("seller")).toContain("راسلني على •••");
    expect((await bench.chat(customer)).person?.reason).toBe("partner");
  });

  it("tells the customer politely that nobody answers, once, and calls staff for a problem", async () => {
    const { bench, joins, newest, offer, order, says, office } = await open();
    await joins("a", "courier");
    const placed = await order();
    const customer = await customerOf(bench, placed);
    await offer(placed, "a");
    await says("courier", "قبول 11");
    await says("courier", "العميل لا يرد");
    expect(newest(customer)).toContain("متى يناسبك التواصل");
    const told = bench.to(customer).length;
    expect(await says("courier", "العميل لا يرد")).toContain("قبل قليل");
    expect(bench.to(customer)).toHaveLength(told);
    expect(await says("courier", "مشكلة: العنوان غلط")).toContain("موظفي المكتب");
    const history = await office().store.orders.history(placed.ref);
    expect(history.at(-1)).toMatchObject({ what: "reported", note: "العنوان غلط" });
  });

  it("is told of when staff give it, change it or take it back, and only while the chat is the partner's", async () => {
    const { bench, joins, newest, office, order, partner, stored } = await open();
    await joins("a", "courier");
    const [one, two] = [await order(), await order()];
    const named = await namePartner(naming, await partner("a"));
    const act = (what: Parameters<ReturnType<typeof office>["engine"]["act"]>[1], { ref }: Order) =>
      office()
        .engine.act(noura, what, { ref })
        .then(() => office().idle());
    await act({ type: "give", partner: named }, one);
    expect(newest("courier")).toContain("أسند إليكم المكتب");
    await act({ type: "give_back", reason: "x" }, one);
    expect(newest("courier")).toContain("لم يعد الطلب");
    await act({ type: "give", partner: named }, two);
    await office().engine.partPartner(await partner("a"), (await bench.chat("courier")).id);
    await office().idle();
    const told = bench.to("courier").length;
    // Whoever changes the order now knows that nobody is told there.
    expect((await stored(two)).partner?.chats).toEqual([]);
    await act({ type: "give_back", reason: "x" }, two);
    expect(bench.to("courier")).toHaveLength(told);
  });
});
