/** What customers write to the partner that has their order: passed on, kept for the office, or asked of which order it is. */
import { describe, expect, it } from "vitest";
import { partnerIdOf } from "../store/sample-partner.ts";
import { sure } from "../web/tiny-office.ts";
import { noura } from "./bench-office.ts";
import { customerOf, openPartnerOffice } from "./partner-office.ts";

const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, "");

/** A customer whose parcel is with a partner in a chat of its own. */
async function carried() {
  const office = await openPartnerOffice();
  await office.joins("a", "courier");
  const placed = await office.order();
  const customer = await customerOf(office.bench, placed);
  await office.offer(placed, "a");
  await office.says("courier", "قبول 11");
  return { ...office, placed, customer };
}

describe("words for the partner that has an order", () => {
  it("are heard by the office itself where a life is in danger", async () => {
    const { bench, customer, newest, says } = await carried();
    const before = newest("courier");
    expect(await says(customer, "للعيادة: أبوي ما يتنفس")).toContain("997");
    expect((await bench.chat(customer)).person?.reason).toBe("emergency");
    expect(newest("courier")).toBe(before);
  });

  it("are the office's own where they answer the partner's message with what only the office can do", async () => {
    const { bench, customer, newest, office, says } = await carried();
    bench.kept.numbers = true;
    await says("courier", "للعميل: وين الباب؟");
    const asks = newest("courier");
    const answers = String(bench.sent.findLastIndex(({ address }) => address === customer) + 1);
    let ids = 0;
    const replies = async (text: string) => {
      ids += 1;
      bench.clock.at += 1_000;
      const content = { type: "text", text } as const;
      await office().receive({
        channel: "counting",
        address: customer,
        id: `reply ${ids}`,
        content,
        answers,
      });
      await office().idle();
      return newest(customer);
    };
    expect(await replies("إلغاء الطلب")).toContain("هل نلغي");
    expect(await replies("لا")).toContain("أوصلنا رسالتك");
    expect(newest("courier")).not.toBe(asks);
    expect(await replies("أبي موظف")).toContain("موظف");
    expect((await bench.chat(customer)).person?.reason).toBe("asked");
    expect(newest("courier")).not.toContain("موظف");
  });

  it("go to the one whose order they name, and where it could be several that is asked", async () => {
    const { bench, customer, joins, newest, offer, office, placed, says, stored } = await carried();
    await joins("b", "seller");
    const chat = await bench.chat(customer);
    const acted = await office().engine.enterOrder({
      conversation: chat.id,
      service: "c2c_mediation",
      fields: {},
    });
    const other = sure(acted.type === "done" ? acted.order : undefined);
    await office().engine.act(noura, { type: "claim" }, { ref: other.ref });
    await offer(other, "b");
    await says("seller", "قبول 11");
    expect((await stored(other)).partner?.id).toBe(partnerIdOf("b"));
    const before = [newest("courier"), newest("seller")];
    expect(await says(customer, "للمندوب: الشقة 12")).toContain("بخصوص أي طلب");
    expect([newest("courier"), newest("seller")]).toEqual(before);
    const open = (await bench.chat(customer)).open;
    const refs = open?.type === "which_order" ? open.refs : [];
    expect(await says(customer, String(refs.indexOf(placed.ref) + 1))).toContain("شريك a");
    expect(newest("courier")).toContain("الشقة 12");
    expect(newest("seller")).toBe(before[1]);
    expect((await bench.chat(customer)).open).toBeUndefined();
    await says(customer, `للمندوب: ${other.ref} متى التسليم؟`);
    expect(newest("seller")).toContain("متى التسليم");
    expect(await says(customer, "للمندوب: تأخرتم")).toContain("بخصوص أي طلب");
    expect(plain(await says(customer, "لا"))).toContain("لم نوصل شيئًا");
    expect(newest("courier")).not.toContain("تأخرتم");
  });
});
