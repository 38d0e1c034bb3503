/** Texts whose end nothing shows are asked for; lists are taken whole; what is only told of gives no value. */
import { describe, expect, it } from "vitest";
import { read, valuesOf } from "./reader.ts";

const request = (text: string) => valuesOf(read(text), "request");

describe("a text that ends where nothing shows it", () => {
  it.each([
    ["selling my ipad pro 11 ma3 el pencil, shebh jadeed, abi feeh 2100 sar fl khobar", "item"],
    ["We have spare HVAC filters and cable drums lying outside, need a warehouse in Jubail", "contents"],
    ["3ayez server space 500 giga lel backups beta3et el app, sana men bokra", "contents"],
  ])("is not proposed: %s", (text, field) => {
    expect(request(text)).not.toHaveProperty(field);
  });

  it.each([
    ["عندي لانسر 2012 حالتها زي الفل عايز ابيعها ب 14 الف ريال", { item: "لانسر 2012" }],
    ["ابي توصيل اوراق الباص لمدير المدرسه في جدة", { contents: "اوراق الباص" }],
    ["أريد تقرير مسح أسعار زيت الزيتون في الرياض وجدة", { subject: "زيت الزيتون في الرياض وجدة" }],
  ])("leaves one that ends before something else alone: %s", (text, expected) => {
    expect(request(text)).toMatchObject(expected);
  });
});

describe("a row of well-known values", () => {
  it.each([
    ["محتاجه قاعه تدريب ف جده السبت 3 العصر ومعاها بروجيكتور وسبوره", { extras: "بروجيكتور وسبوره" }],
    [
      "ابي قاعة اجتماعات بجده بكره ونبي فيها شاشة عرض وقهوه عربيه عشان عندنا ضيوف",
      { extras: "شاشة عرض وقهوه عربيه" },
    ],
    ["ابغى ترجمه من العربي الى الانجليزي", { language: "من العربي الى الانجليزي" }],
  ])("is taken whole: %s", (text, expected) => {
    expect(request(text)).toMatchObject(expected);
  });

  it("leaves what else is told alone", () => {
    expect(request("مراتي شافت شنطه سودا ف زارا وقلبت دماغي. اشتروها ومتعدوش 250 ريال").store).toBe("زارا");
  });
});

describe("what is only told of", () => {
  it.each([
    [
      "ابي ابيع كرسي قيمنق نظيف، الجديد ب ٢٢٠٠ وانا ابيه ب ١٢٠٠ ريال بالرياض",
      { price: { amountMinor: 120000, currency: "SAR" } },
    ],
    [
      "One room at Intercontinental Jubail, check in 29 Nov, 2 nights. His flight lands in Dammam 6 pm",
      { city: "Jubail" },
    ],
    ["3ayez otel fe eskendereya 5 layaly men 20 december le etnein", { checkin: "2026-12-20" }],
    ["i want to keep my motorbike, start dec 15, 6 weeks", { date: "2026-12-15" }],
  ])("is no value: %s", (text, expected) => {
    const values = request(text);
    expect(values).toMatchObject(expected);
    expect(values).not.toHaveProperty("checkout");
  });

  it("makes a doctor's title no preference", () => {
    const values = request("ابي موعد عند الدكتوره هيفاء الشمري حقت الجلديه بالدمام يوم الثلاثاء");
    expect(values).toMatchObject({ doctor: "هيفاء الشمري" });
    expect(values).not.toHaveProperty("doctor_gender");
    expect(request("ابي دكتورة جلدية في جدة").doctor_gender).toBe("female");
  });

  it("makes what a trouble names no look-up", () => {
    const text = "زين خصموا مني رسوم باقه ما طلبتها، الرقم ٠٥٩٢٢٧٨٨١٠ ابي احد يكلمهم ويطلع لي السبب";
    expect(request(text)).not.toHaveProperty("service");
  });
});
