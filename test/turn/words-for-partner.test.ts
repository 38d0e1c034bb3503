/** What customers write to the partner that has their order: passed on, kept for the office, or asked of which order it is. */
import { describe, expect, it } from "vitest";
import { plain } from "../kit.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { sure } from "../web/tiny-office.ts";
import { noura } from "./bench-office.ts";
import { customerOf, openPartnerOffice } from "./partner-office.ts";

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

describe("plain words of a customer whose order a partner carries out", () => {
  it.each([
    "قول له يتصل قبل ما يجي",
    "قولوا للمندوب يتصل قبل ما يجي",
    "خله يدق علي قبل",
    "بلغوا السواق اني بالدور الثالث",
    "خليه يكلمني لما يوصل",
    "2ollo yettesel 2abl ma yegi",
    "tell the courier the gate is closed",
  ])("are passed on where they ask for that: «%s»", async (text) => {
    const { bench, customer, newest, says } = await carried();
    expect(plain(await says(customer, text))).toMatch(/أوصلنا رسالتك إلى شريك a|Your message is with/);
    expect(newest("courier")).toContain(text);
    expect((await bench.chat(customer)).open?.type).not.toBe("pass_on");
  });

  it.each(["خلها الأحد", "قولوا لي متى يوصل", "خلي العنوان حي الملقا", "let me know when it arrives"])(
    "are the office's to hear: «%s»",
    async (text) => {
      const { customer, newest, says } = await carried();
      const before = newest("courier");
      await says(customer, text);
      expect(newest("courier")).toBe(before);
    },
  );

  it("are asked about where they may be meant for the partner, in pieces too, and passed on after a yes", async () => {
    const { bench, customer, newest, says } = await carried();
    const before = newest("courier");
    expect(plain(await says(customer, "الحارس عنده خبر يستلم منه"))).toContain(
      "هل نوصل إلى شريك a: «الحارس عنده خبر يستلم منه»؟",
    );
    expect(bench.to(customer).at(-1)?.choices).toHaveLength(2);
    expect(plain(await says(customer, "لا تدقون الجرس الولد نايم"))).toContain("لا تدقون الجرس");
    expect(newest("courier")).toBe(before);
    expect(await says(customer, "نعم")).toContain("أوصلنا رسالتك");
    expect(newest("courier")).toContain("الحارس عنده خبر يستلم منه\nلا تدقون الجرس الولد نايم");
    expect((await bench.chat(customer)).open).toBeUndefined();
  });

  it("stay with the office after a no, and a wish beside the question is heard", async () => {
    const { bench, customer, newest, placed, says } = await carried();
    const before = newest("courier");
    await says(customer, "الشقة 12 الدور الرابع");
    expect(await says(customer, "لا")).toContain("لم نوصل شيئًا");
    await says(customer, "انا مو موجود الا بعد العصر");
    expect(plain(await says(customer, "وين طلبي"))).toContain(placed.ref);
    await says(customer, "انا عند الباب");
    const value = bench.to(customer).at(-1)?.choices?.[0]?.value ?? "";
    expect(newest("courier")).toBe(before);
    bench.clock.at += 1_000;
    await bench.receive(customer, "yes by button", { type: "choice", value });
    await bench.office().idle();
    expect(newest("courier")).toContain("انا عند الباب");
  });

  it("hold nothing by which the two could reach each other where the flow keeps them apart", async () => {
    const { bench, customer, joins, newest, offer, order, says } = await carried();
    await joins("b", "seller");
    const sale = await order("c2c_mediation");
    const buyer = await customerOf(bench, sale);
    await offer(sale, "b");
    await says("seller", "قبول 11");
    expect(await says(buyer, "قولوا له يكلمني على 0551234567")).toContain("حجبنا منها");
    expect(newest("seller")).not.toContain("0551234567");
    expect(newest("seller")).toContain("•••");
    expect(newest("courier")).not.toContain("يكلمني");
    expect(customer).not.toBe(buyer);
  });

  it("are a life's matter first", async () => {
    const { bench, customer, newest, says } = await carried();
    const before = newest("courier");
    expect(await says(customer, "قولوا له أبوي ما يتنفس")).toContain("997");
    expect((await bench.chat(customer)).person?.reason).toBe("emergency");
    expect(newest("courier")).toBe(before);
  });

  it("are a misunderstanding, as ever, where nobody carries anything out", async () => {
    const office = await openPartnerOffice();
    const placed = await office.order();
    const customer = await customerOf(office.bench, placed);
    expect(await office.says(customer, "الحارس عنده خبر يستلم منه")).toContain("لم تتضح لنا");
    expect(await office.says(customer, "قول له يتصل قبل ما يجي")).not.toContain("أوصلنا");
  });
});
