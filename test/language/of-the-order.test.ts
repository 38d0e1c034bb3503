import { describe, expect, it } from "vitest";
import { ofTheOrder } from "../../src/language/replies/of-the-order.ts";

describe("a few words about the order at hand", () => {
  it.each([
    "تمام بس ابي ادخل اشوفه قبل",
    "ابي اشوفها قبل ما ادفع",
    "ابغى اعاينها اول",
    "عايز استلمها من عندكم",
    "ودي أوقعه بنفسي",
    "ok but i want to view it before paying",
    "I'd like to see it first",
    "3ayez ashoofo abl",
    "ابي فاتورة",
    "عايز فاتورة ضريبية",
    "i need an invoice",
    "i need a tax invoice please",
    "ابي ضمان",
    "ابغى نسخة منه",
    "ابي رقم السواق",
  ])("are for whoever does the work: %s", (text) => {
    expect(ofTheOrder(text)).toBe("note");
  });

  it.each([
    "ابي تعويض",
    "طيب وابي تعويض عن التأخير",
    "i want compensation for the delay",
    "عايز حقي",
    "i want my money back",
    "3ayez felosi",
  ])("claim something for it: %s", (text) => {
    expect(ofTheOrder(text)).toBe("claim");
  });

  it.each([
    "ابي محامي",
    "ابي فندق",
    "ابي ابيعه",
    "ابي اشحنها لجدة",
    "عندي كنبة ابي ابيعها",
    "ابغى ارفع قضية تعويض",
    "ابي اسدد فاتورة الكهرباء",
    "ابي فاتورة الكهرباء تنسدد",
    "i want to see a doctor",
    "i need a copy of my contract translated",
    "ابي اشوف شقة",
    "ابي عقد إيجار",
    "تمام",
    "قبل",
    "الفاتورة",
  ])("may be something of their own: %s", (text) => {
    expect(ofTheOrder(text)).toBeUndefined();
  });
});
