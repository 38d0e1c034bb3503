/** A partner that declined by mistake, in its chat: it has the offer back while nobody else has the order, and reads what has changed. */
import { describe, expect, it } from "vitest";
import type { Fields } from "../../src/domain/answer.ts";
import { noura } from "./bench-office.ts";
import { customerOf, fieldOf, openPartnerOffice, replierIn } from "./partner-office.ts";

async function declined(fields: Fields = { contents: fieldOf("كتب") }) {
  const office = await openPartnerOffice();
  await office.joins("a", "courier");
  const placed = await office.order("parcel_delivery", fields);
  await office.offer(placed, "a");
  expect(await office.says("courier", "اعتذار")).toContain("كلمة «تراجع» تعيد العرض");
  return { ...office, placed };
}

describe("a decline that was a mistake", () => {
  it.each(["تراجعت", "رجعت", "I can after all", "undo 11"])(
    "is taken back by «%s», and then accepted",
    async (text) => {
      const { placed, says, stored } = await declined();
      const again = await says("courier", text);
      expect(again).toMatch(/ألغينا الاعتذار|Your decline is undone/);
      expect(again).toContain("كتب");
      expect((await stored(placed)).offers?.[0]?.state.type).toBe("open");
      await says("courier", "قبول");
      expect((await stored(placed)).partner?.id).toBe("p_a");
    },
  );

  it("is accepted after all by the offer's number, or in an answer to the offer", async () => {
    const { placed, says, stored } = await declined();
    expect(await says("courier", "قبول 11")).toContain("أصبح الطلب 11");
    expect((await stored(placed)).partner?.id).toBe("p_a");
    const other = await openPartnerOffice();
    const reply = replierIn(other);
    await other.joins("a", "courier");
    const second = await other.order();
    await other.offer(second, "a");
    await other.says("courier", "اعتذار");
    expect(await reply("courier", "I can after all", "عرض 11")).toContain("العرض 11 قائم من جديد");
    expect(await reply("courier", "قبول", "عرض 11")).toContain("أصبح الطلب 11");
  });

  it("shows the order anew where it has changed since, and accepts nothing unread", async () => {
    const { office, placed, says, stored } = await declined();
    const act = {
      type: "correct",
      field: "contents",
      value: "دفاتر",
      text: "دفاتر",
      reason: "called",
    } as const;
    expect((await office().engine.act(noura, act, { ref: placed.ref })).type).toBe("done");
    const shown = await says("courier", "قبول 11");
    expect(shown).toContain("تغيّر الطلب بعد الاعتذار عن العرض 11");
    expect(shown).toContain("دفاتر");
    expect((await stored(placed)).partner).toBeUndefined();
    expect(await says("courier", "قبول")).toContain("أصبح الطلب 11");
  });

  it("stays one where another has the order by now", async () => {
    const { joins, offer, placed, says, stored } = await declined();
    await joins("b", "other");
    await offer(placed, "b");
    await says("other", "قبول 11");
    expect(await says("courier", "تراجعت")).toContain("لا عرض مفتوح الآن");
    expect(await says("courier", "تراجعت 11")).toContain("وصلنا الاعتذار عن العرض 11");
    expect((await stored(placed)).partner?.id).toBe("p_b");
  });

  it("stays one where the customer wants nobody asked any more", async () => {
    const { bench, office, placed, says, stored } = await declined({});
    const customer = await customerOf(bench, placed);
    await says(customer, "احذفوا بياناتي");
    await says(customer, "نعم");
    await office().idle();
    expect(await says("courier", "تراجعت 11")).toContain("وصلنا الاعتذار عن العرض 11");
    expect(await says("courier", "قبول 11")).toContain("وصلنا الاعتذار عن العرض 11");
    expect((await stored(placed)).partner).toBeUndefined();
  });

  it("stays one while the office does the order by its own people", async () => {
    const { office, placed, says, stored } = await declined();
    const act = { type: "move", move: { to: "assigned" } } as const;
    expect((await office().engine.act(noura, act, { ref: placed.ref })).type).toBe("done");
    expect(await says("courier", "تراجعت 11")).toContain("وصلنا الاعتذار عن العرض 11");
    await says("courier", "قبول 11");
    expect((await stored(placed)).partner).toBeUndefined();
    expect((await office().engine.act(noura, { type: "release" }, { ref: placed.ref })).type).toBe("done");
    expect(await says("courier", "تراجعت 11")).toContain("تغيّر الطلب بعد الاعتذار عن العرض 11");
  });

  it("is asked about where there are several", async () => {
    const { offer, order, says, stored } = await declined();
    const other = await order();
    await offer(other, "a");
    await says("courier", "اعتذار 12");
    expect(await says("courier", "تراجعت")).toContain("أي عرض تعودون إليه");
    expect(await says("courier", "2")).toContain("العرض 12 قائم من جديد");
    expect((await stored(other)).offers?.[0]?.state.type).toBe("open");
  });
});
