/** What is denied, forbidden, told of before or only introduces the writer starts nothing; what is joined or listed is found apart. */
import { describe, expect, it } from "vitest";
import { requestsOf } from "../../src/understand/as-requests.ts";
import { classifier, context } from "./reader.ts";

const now = Date.parse("2026-11-22T10:00:00+03:00");
const intentsOf = (text: string) =>
  requestsOf(text, classifier.read(text, { ...context, now })).map(({ intent }) => intent);

describe("a denial", () => {
  it.each([
    ["مو توصيل، ابي اخزنها عندكم", "storage_rental"],
    ["انا ما اسأل عن شحن، اسأل عن غرفه بمكه الليله", "hotel_booking"],
    ["مش عايز أخزن، عايز أشحن العفش للدمام", "parcel_delivery"],
    ["مش محتاج شحن، محتاج مخزن بس", "storage_rental"],
    ["لست بحاجة إلى حجز فندق، أحتاج قاعة اجتماعات في الرياض", "virtual_office"],
    ["لست أشتكي، أريد فقط سداد فاتورة المياه", "payment_on_behalf"],
    ["mesh 3ayez fondo2, 3ayez maktab yom wa7ed", "virtual_office"],
    ["I don't want a hotel, I want a courier", "parcel_delivery"],
    ["I'm not asking for a hotel, I just want to know where my parcel is", "order_status"],
  ])("starts nothing in «%s»", (text, intent) => {
    expect(intentsOf(text)).toEqual([intent]);
  });

  it.each(["انا ما اطلب توصيل الحين", "مش عايز فندق", "I don't need a courier today"])(
    "of all that is asked for begins nothing: «%s»",
    (text) => {
      // Who has such an order may mean to cancel it; that is asked.
      expect(["out_of_scope", "cancel_order"]).toContain(intentsOf(text).join());
    },
  );
});

describe("what is forbidden", () => {
  it.each([
    ["لا تشترون شي، بس قولوا لي وين شحنتي", "order_status"],
    ["متلغوش حاجة أنا بسأل بس هييجي امتى", "order_status"],
    ["no insurance, no packing, just take the box to Taif", "parcel_delivery"],
  ])("is not asked for in «%s»", (text, intent) => {
    expect(intentsOf(text)).toEqual([intent]);
  });

  it("is what is wanted where nothing else is", () => {
    expect(intentsOf("لا عاد ترسلون المندوب")).toEqual(["cancel_order"]);
  });
});

describe("who writes, and what was before", () => {
  it.each([
    ["I run a hotel and need a linen supplier", "b2b_matchmaking"],
    ["احنا شركة توصيل ومحتاجين مورد كراتين", "b2b_matchmaking"],
    ["نحن مكتب محاماة ونرغب في تجديد رخصة البلدية", "gov_paperwork"],
    ["the hotel was fine, but now I need a doctor for my son", "clinic_booking"],
  ])("is no wish in «%s»", (text, intent) => {
    expect(intentsOf(text)).toEqual([intent]);
  });
});

describe("two wishes", () => {
  it.each([
    ["احجزوا لي موعد اسنان الخميس وجددوا جواز ولدي", ["clinic_booking", "gov_paperwork"]],
    ["الغوا موعد الدكتور واحجزوا لي غرفه بالخبر", ["cancel_order", "hotel_booking"]],
    ["محتاج أوضة في مكة، وبالمرة شوفولي الطرد وصل فين", ["hotel_booking", "order_status"]],
    ["يرجى سداد رسوم الجامعة نيابة عني وتجديد رخصة القيادة", ["payment_on_behalf", "gov_paperwork"]],
    ["wain talabi w abi akallem mowazaf", ["order_status", "human_agent"]],
    ["1) where is order 20999 2) cancel order 20998", ["order_status", "cancel_order"]],
    ["a room in Istanbul for the 5th plus travel insurance", ["hotel_booking", "insurance_request"]],
  ])("are both found in «%s»", (text, intents) => {
    expect(intentsOf(text)).toEqual(intents);
  });
});

describe("a complaint", () => {
  it.each([
    "حجزتوا لي فندق وطلع مقفول للصيانه",
    "المحامي اللي رشحتوه مابيردش على تليفوني خالص",
    "التقرير الذي أعددتموه مليء بالأخطاء ولا يصلح للعرض",
    "the meeting room had no projector although we paid for one",
    "we reached the hotel and they had never heard of us",
  ])("begins no service that it names: «%s»", (text) => {
    expect(intentsOf(text)[0]).toBe("complaint");
  });
});
