/** How many of something are wanted, where the number and its thing stand apart; and numbers that count nothing. */
import { describe, expect, it } from "vitest";
import { valuesIn } from "./values-in.ts";

type Row = readonly [text: string, values: Readonly<Record<string, unknown>>];
const reads = (service: string, rows: readonly Row[]): void => {
  it.each(rows)(`are read by ${service} in «%s»`, (text, values) => {
    expect(valuesIn(service, text)).toMatchObject(values);
  });
};

describe("counts behind words of taking", () => {
  reads("shopping_mediation", [
    ["شفت على نون جهاز عليه خصم، اطلبوا لي منه ٣ على الطايف", { quantity: 3 }],
    ["جرير منزلين يد جديدة، خذوا لي 2", { quantity: 2 }],
    ["Jarir has geometry boxes. Purchase 3 for me?", { quantity: 3 }],
    ["jarir mnzlin yd xbox, khtho li 2", { quantity: 2 }],
    ["buy me 3 boxes of Barrys tea off Amazon", { quantity: 3 }],
    ["Kindly purchase 4 nos. Casio calculators from Jarir", { quantity: 4 }],
    ["هاتولي ٥ من جرير", { quantity: 5 }],
  ]);
  reads("b2b_matchmaking", [
    ["محتاجين منها ٣٠٠ كبداية", { quantity: 300 }],
    ["مورد علب زجاج نحتاج خمسمية كبداية", { quantity: 500 }],
    ["supplier of safety shoes, around 600 pairs", { quantity: 600 }],
  ]);
  reads("resale_offer", [["mn el 3roodh elli 3ndkm ba5th 25", { quantity: 25 }]]);
  it.each([
    ["shopping_mediation", "buy it from the shop at exit 14", "quantity"],
    ["shopping_mediation", "اشتروا لي ايفون 15 من جرير", "quantity"],
    ["b2b_matchmaking", "نبي موزع عنده 20 فرع", "quantity"],
    ["b2b_matchmaking", "around 600 pairs of shoes", "budget"],
    ["shopping_mediation", "خذوا وقتكم، معي 3 أيام", "quantity"],
  ])("are not seen by %s in «%s»", (service, text, field) => {
    expect(valuesIn(service, text)).not.toHaveProperty(field);
  });
});

describe("counts of people and papers", () => {
  reads("hotel_booking", [
    ["We have three auditors coming from Manila", { guests: 3 }],
    ["غرف لأربعة مهندسين", { guests: 4 }],
    ["ونحن خمسة", { guests: 5 }],
    ["2 nos. single rooms", { rooms: 2, room_type: "single" }],
  ]);
  reads("virtual_office", [
    ["قاعة لـ 6 تجار", { people: 6 }],
    ["9a3a l 15 wa7ed", { people: 15 }],
  ]);
  reads("insurance_request", [
    ["تأمين سفر حال أربعة يبدا من ١٢ ديسمبر", { quantity: 4 }],
    ["سنسافر ونحن خمسة، بلا تأمين سفر", { quantity: 5 }],
  ]);
  reads("gov_paperwork", [
    ["7 nos. iqamas are pending for renewal", { quantity: 7 }],
    ["4 رخص عمل بكام؟", { quantity: 4 }],
  ]);
  it.each([
    ["hotel_booking", "عرس بنت خالتي بالدمام", "guests"],
    ["hotel_booking", "our client is coming to Riyadh", "guests"],
  ])("are not seen by %s in «%s»", (service, text, field) => {
    expect(valuesIn(service, text)).not.toHaveProperty(field);
  });
});

describe("duals in Arabizi", () => {
  reads("hotel_booking", [
    ["nbi ghrften bl riyadh lelten", { rooms: 2, nights: 2 }],
    ["oodten w laylten", { nights: 2 }],
  ]);
  reads("parcel_delivery", [["krtonain 3bayat lel dmam", { quantity: 2 }]]);
  reads("shopping_mediation", [["abi airpods mn jarir 7bten", { quantity: 2 }]]);
});

describe("bounds", () => {
  reads("shopping_mediation", [
    ["مش أغلى من 1800 ريال", { budget: { amountMinor: 180000, currency: "SAR" } }],
    ["not exceeding SAR 720", { budget: { amountMinor: 72000, currency: "SAR" } }],
  ]);
  reads("payment_on_behalf", [
    [
      "pay the bill, account 10087754321 SAR 2,460",
      { account_or_bill_no: "10087754321", amount: { amountMinor: 246000, currency: "SAR" } },
    ],
  ]);
});

describe("times that are no hours", () => {
  it.each([
    ["clinic_booking", "يؤلمني أسفل الظهر وأريد طبيب عظام يوم الثلاثاء", "time"],
    ["clinic_booking", "عندي ألم في الظهر", "time"],
    ["legal_consultation", "تبكي من الصبح وأبي محامي", "preferred_time"],
    ["insurance_request", "el jam3a tabi t2meen", "start"],
    ["parcel_delivery", "ya gama3a 3ayez ab3at kotob", "pickup_date"],
  ])("are not read by %s in «%s»", (service, text, field) => {
    expect(valuesIn(service, text)).not.toHaveProperty(field);
  });
  reads("clinic_booking", [
    ["بنتي من أمس تبكي، أبي موعد بكرة الساعة خمس العصر", { date: "2026-11-23", time: "17:00" }],
    ["بتوجعها من امبارح، شوفوا لي ميعاد النهارده", { date: "2026-11-22" }],
  ]);
});
