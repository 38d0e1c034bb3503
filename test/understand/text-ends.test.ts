/** Free words that take in neither the next clause nor what they stand beside, and names that are none. */
import { describe, expect, it } from "vitest";
import { valuesIn } from "./values-in.ts";

describe("extractFields", () => {
  it.each([
    [
      "storage_rental",
      "need to store a sofa, a fridge and two mattresses in Jeddah",
      "contents",
      "sofa, a fridge and two mattresses",
    ],
    ["storage_rental", "ابي اخزن كنب وثلاجة وغسالة شهرين", "contents", "كنب وثلاجة وغسالة"],
    ["parcel_delivery", "abi arsel 3od w b5oor l omi fe jeddah", "contents", "3od w b5oor"],
  ])("%s takes all things in a row: %s", (service, text, field, expected) => {
    expect(valuesIn(service, text)[field]).toBe(expected);
  });

  it.each([
    [
      "shopping_mediation",
      "Get me the cheapest 55 inch TV you can find at Extra please",
      "item",
      "55 inch TV",
    ],
    ["clinic_booking", "My daughter has a rash, can dr Amal see her on Monday?", "doctor", "Amal"],
    [
      "document_writing",
      "translate my marriage certificate to English please",
      "details",
      "marriage certificate",
    ],
    ["document_writing", "ترجمة كشف درجات من الفرنسي للعربي معتمدة", "details", "كشف درجات"],
    ["telecom_lookup", "زين سحبوا من رصيدي بدون سبب ورقمي 0591112223", "problem", "سحبوا من رصيدي بدون سبب"],
    [
      "telecom_lookup",
      "من لما انتقلنا للبيت الجديد والواي فاي يفصل كل شوي، stc",
      "problem",
      "الواي فاي يفصل كل شوي",
    ],
    ["telecom_lookup", "I paid Mobily twice and they still cut me off", "problem", "they still cut me off"],
    ["b2b_matchmaking", "نبحث عن شركة تورد لنا أجهزة بصمة لعشرة فروع", "product", "أجهزة بصمة"],
  ])("%s ends and begins a text at its own words: %s", (service, text, field, expected) => {
    expect(valuesIn(service, text)[field]).toBe(expected);
  });

  it.each([
    ["legal_consultation", "عايز استشارة قانونية عن شيك من غير رصيد", "topic", "شيك من غير رصيد"],
    [
      "legal_consultation",
      "Can a solicitor look at the non-compete in my offer letter before Thursday?",
      "topic",
      "non-compete in my offer letter",
    ],
    [
      "payment_on_behalf",
      "تدفعولي قسط العربية لشركة عبد اللطيف جميل 1450 ريال",
      "provider",
      "شركة عبد اللطيف جميل",
    ],
  ])("%s leaves nothing out that says which: %s", (service, text, field, expected) => {
    expect(valuesIn(service, text)[field]).toBe(expected);
  });

  it.each([
    [
      "storage_rental",
      "we've got about 40 pallets of tiles that need a roof over them in Dammam",
      "contents",
    ],
    ["shopping_mediation", "the website won't take my card, buy it for me", "item"],
    ["c2c_mediation", "Would you stand between us till I've tried it?", "item"],
    ["b2b_matchmaking", "the mill keeps failing us, find us another supplier", "product"],
    ["b2b_matchmaking", "ندور على شريك للتوزيع", "product"],
    ["payment_on_behalf", "pay my gym 300 riyals", "provider"],
    ["document_writing", "سيرتي الذاتية قديمة من أيام الجامعة", "details"],
  ])("%s reads no name where there is none: %s (%s)", (service, text, field) => {
    expect(valuesIn(service, text)[field]).toBeUndefined();
  });

  it.each([
    [
      "legal_consultation",
      "عندي خلاف مع الكفيل على راتب شهرين وودي بمحامي عمالي",
      "topic",
      "خلاف مع الكفيل على راتب شهرين",
    ],
    [
      "legal_consultation",
      "نحتاج رأي قانوني في لائحة العمل الداخلية للشركة",
      "topic",
      "لائحة العمل الداخلية",
    ],
    [
      "shopping_mediation",
      "My laptop charger died (Dell 65W). Could you grab one from Jarir?",
      "item",
      "laptop charger",
    ],
    ["parcel_delivery", "3ayez 7ad ye3addi ya5od el moftah mn el bawab", "contents", "moftah"],
    [
      "document_writing",
      "pls translate a power of attorney from Arabic to French",
      "language",
      "from Arabic to French",
    ],
    ["parcel_delivery", "ab3ato el dawa le baba, mobile 0566123123", "recipient_phone", "+966566123123"],
    [
      "parcel_delivery",
      "ابعتوا الكرتونة لمحمود 0555111222 في مكة وانا 0555333444",
      "recipient_phone",
      "+966555111222",
    ],
  ])("%s reads what belongs together: %s", (service, text, field, expected) => {
    expect(valuesIn(service, text)[field]).toBe(expected);
  });

  it("reads no occasion as a thing", () => {
    expect(
      valuesIn("storage_rental", "عندنا مؤتمر الشهر الجاي، دبروا لنا مخزن بالخبر").contents,
    ).toBeUndefined();
  });

  it.each([
    ["shopping_mediation", "اشتروا لنا من ساكو 20 كرسي بلاستيك", "store", "ساكو"],
    ["shopping_mediation", "hatoly men centrepoint gazma ma2as 38", "store", "centrepoint"],
    ["shopping_mediation", "abi ashtri ipad mini mn jarir", "item", "ipad mini"],
    ["c2c_mediation", "a guy wants to sell me a piano", "item", "piano"],
    ["c2c_mediation", "3ayza abee3 fostan 5otooba lebseto marra b 700 reyal", "item", "fostan 5otooba"],
    ["parcel_delivery", "عندي كليجا سويتها لبنتي بالرياض", "contents", "كليجا"],
    ["document_writing", "اكتبولي خطاب لمدير التعليم عن زياده الراتب", "details", "زياده الراتب"],
    [
      "telecom_lookup",
      "my Zain line 0597711882 stopped working after we crossed to Najran",
      "problem",
      "stopped working",
    ],
    ["telecom_lookup", "stc says my plan renewed but data's dead - please check", "problem", "data's dead"],
    ["data_report", "ابغى دراسة عن سوق العود والبخور قبل ٢٠ ديسمبر", "subject", "سوق العود والبخور"],
    ["document_writing", "سي في بالانجليزي شيف", "language", "الانجليزي"],
    ["document_writing", "cv in English please", "language", "English"],
    ["hotel_booking", "جناح في أبها باسم الدكتورة هيا السبيعي", "name", "هيا السبيعي"],
    ["hotel_booking", "سويت باسم سامر عبد الغفار", "name", "سامر عبد الغفار"],
    ["government_liaison", "متابعة خطابنا لدى وزارة المالية المتعلق بالميزانية", "to_body", "وزارة المالية"],
  ])("%s takes a text up to what is told beside it: %s", (service, text, field, expected) => {
    expect(valuesIn(service, text)[field]).toBe(expected);
  });

  it.each([
    ["document_writing", "make a cv for my niece, four years experience", "details"],
    ["payment_on_behalf", "my card won't go through, please pay 220 sar", "provider"],
    [
      "telecom_lookup",
      "الجوال ما يرن والبنات يقولون ندق عليك وانتي ما تردين علينا وحنا نبيك ضروري",
      "problem",
    ],
  ])("%s takes no words that say something else: %s", (service, text, field) => {
    expect(valuesIn(service, text)[field]).toBeUndefined();
  });
});
