/** A partner's fixed price becomes the customer's by itself: nobody of the office prices a parcel whose courier's price is agreed. */
import { describe, expect, it } from "vitest";
import { type OrderRef, parseOrderRef } from "../../src/domain/ids.ts";
import { plain } from "../kit.ts";
import { sure } from "../web/tiny-office.ts";
import { openTown } from "./town.ts";

const books = [
  "أبي أرسل طرد كتب وزنه ٣ كيلو من الرياض إلى جدة بكرة",
  ...["حي الملقا شارع 5", "حي الروضة، شارع ساري 5، جدة", "فهد 0555555555", "0512345678", "تخطي"],
];

describe("a parcel whose couriers have a fixed price", () => {
  it("is priced, approved and carried out without a colleague", { timeout: 60_000 }, async () => {
    const town = await openTown({ parcel_delivery: 4_500 });
    const chat = await town.joinsChat();
    const sender = await town.onPage();
    for (const text of books) await sender.says(text);
    const placed = plain(await sender.says("اعتماد"));
    const ref: OrderRef = sure(parseOrderRef(sure(/BR-\d+/.exec(placed)?.[0])));
    expect(placed).toContain("نجهّز لك السعر، ويصلك الرد قبل");
    await town.pass(0);
    const asked = plain(sure((await sender.reads()).at(-1)));
    expect(asked).toBe(
      [
        `عرض السعر لطلبك ${ref} (كتب، من الرياض إلى جدة):`,
        "سعر الجهة، شامل الضريبة: 45.00 ر.س",
        "رسوم المكتب: 10.00 ر.س",
        "ضريبة القيمة المضافة 15%: 1.50 ر.س",
        "الإجمالي: 56.50 ر.س",
        "هل نعتمد هذا السعر ونبدأ؟",
      ].join("\n"),
    );
    expect(chat.reads().join()).not.toContain("توصيل شحنة");
    await sender.says("نعم");
    await town.pass(0);
    expect(chat.reads().join("\n")).toContain("45.00 ر.س");
    await chat.says("قبول 11");
    const order = await town.orderOf(ref);
    expect(order).toMatchObject({ partner: { id: "p_chat" }, price: { total: { amountMinor: 5_650 } } });
    expect(order.offers?.every(({ pays }) => pays?.amountMinor === 4_500)).toBe(true);
    expect(town.systemHeard(ref)[0]?.offer).toMatchObject({ pays: { amountMinor: 4_500, currency: "SAR" } });
  });

  it("is priced once a courier's price is entered, or the customer changes it", {
    timeout: 60_000,
  }, async () => {
    const town = await openTown();
    await town.joinsChat();
    const sender = await town.onPage();
    for (const text of books) await sender.says(text);
    const ref: OrderRef = sure(parseOrderRef(sure(/BR-\d+/.exec(plain(await sender.says("اعتماد")))?.[0])));
    await town.pass(0);
    const looked = async () => sure((await town.orderOf(ref)).clock?.unpriced);
    const first = await looked();
    await sender.says("خلي الوزن 5 كيلو");
    await sender.says("نعم");
    await town.pass(0);
    expect((await town.orderOf(ref)).fields.weight_kg?.value).toBe(5);
    expect(await looked()).toBeGreaterThan(first);
    await town.pays("parcel_delivery", 4_500);
    await town.pass(10);
    expect(plain(sure((await sender.reads()).at(-1)))).toContain("الإجمالي: 56.50 ر.س");
    expect((await town.orderOf(ref)).state.status).toBe("quoted");
  });
});
