/** What may be spent belongs to what is wanted, and is nobody's year-end books. */
import { describe, expect, it } from "vitest";
import { gist, read } from "./reader.ts";

const wanted = (text: string) => gist(read(text)).filter((one) => one !== "greeting");

describe("givesBudget", () => {
  it.each([
    ["ابي قاعة اجتماعات في الرياض ل10 اشخاص يوم 3 ديسمبر والميزانية مو اكثر من 500", "virtual_office"],
    ["ابي قاعة اجتماعات في الرياض ل10 اشخاص والميزانية ٣ الاف", "virtual_office"],
    ["ابي قاعة اجتماعات في الرياض والميزانية ما تزيد عن ٥٠٠", "virtual_office"],
    ["ابي فندق في جدة يوم 3 ديسمبر والميزانية 400", "hotel_booking"],
    ["عايز فندق في جدة والميزانية مش اكتر من 600 جنيه", "hotel_booking"],
    ["اشتروا لي ايفون والميزانية 3000", "shopping_mediation"],
    ["ابي مكتب في الرياض والميزانية ما تتعدى 2000", "virtual_office"],
    ["الميزانية 500 وابي قاعة اجتماعات في الرياض", "virtual_office"],
    ["اريد قاعة اجتماعات في الدمام لعشرين شخصا، والميزانية لا تتجاوز 900 ريال", "virtual_office"],
    ["abi qa3et ejtima3at fe riyadh w el mizaniya mesh aktar men 600", "virtual_office"],
    ["3ayez otel fe gedda w mizanyti 500", "hotel_booking"],
    ["i need a hotel in jeddah on 3 december and the budget is at most 400", "hotel_booking"],
    ["اشتروا لي ايفون وميزانيتي ثلاثة آلاف ريال", "shopping_mediation"],
    ["محتاج مورد كراتين ١٠٠٠٠ كرتونة كل شهر في جدة والميزانية ٢ ريال للكرتونة", "b2b_matchmaking"],
    ["نبي مورد تمور ٥٠٠ كيلو والميزانية ١٥ ريال لكل كيلو", "b2b_matchmaking"],
    ["we need a supplier of cardboard boxes in Jeddah and our budget is 2 riyals per box", "b2b_matchmaking"],
  ])("begins no second service: %s", (text, service) => {
    expect(wanted(text)).toEqual([service]);
  });

  it.each([
    "ابي فندق في جدة وابي محاسب يعد الميزانية العمومية لشركتي",
    "ابي فندق في جدة وجهزوا لي ميزانية شركتي لسنة 2025",
    "book me a hotel in jeddah and i need an accountant for our financial statements",
    "عايز فندق في جدة وعايز محاسب يقفل الميزانية",
    "ابي فندق في جدة وابي الميزانية ٢٠٢٥ للشركة",
  ])("leaves books alone that are asked for: %s", (text) => {
    expect(wanted(text)).toEqual(["hotel_booking", "business_accounts"]);
  });

  it.each(["ابي محاسب يسوي الميزانية السنوية", "ابي احد يعد لي القوائم المالية والميزانية لشركتي"])(
    "hears them alone, too: %s",
    (text) => {
      expect(wanted(text)).toEqual(["business_accounts"]);
    },
  );
});
