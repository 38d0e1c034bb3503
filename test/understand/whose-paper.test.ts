/** Kin and staff in a paper's form: its owner beside the paper, behind "for", or where something is wished for them; else named in passing. */
import { describe, expect, it } from "vitest";
import { valuesIn } from "./values-in.ts";

describe("isWhose", () => {
  it.each([
    ["إقامة الشغالة تخلص بعد شهر، جددوها", "الشغالة"],
    ["ابي أجدد جواز لبنتي", "بنتي"],
    ["renew my maid's iqama please", "my maid"],
    ["an exit re-entry visa for my driver", "my driver"],
    ["العامل مسافر الأسبوع الجاي ابي له تأشيرة خروج وعودة", "العامل"],
  ])("takes whom the paper is for (%s)", (text, expected) => {
    expect(valuesIn("gov_paperwork", text).beneficiary).toBe(expected);
  });

  it.each([
    "رخصة القيادة منتهية وأنا كل يوم أودي العيال فيها، جددوها",
    "I travel for my brother's wedding, exit re-entry please",
    "أنا وأخوي نبي نفتح محل ونحتاج سجل تجاري",
    "العمال واقفين من غير رخصة عمل",
  ])("takes nobody who is named in passing (%s)", (text) => {
    expect(valuesIn("gov_paperwork", text).beneficiary).toBeUndefined();
  });
});
