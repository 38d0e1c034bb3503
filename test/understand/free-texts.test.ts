/** Free words that a first message tells: where they begin and end, in ways that the rules were not made from. */
import { describe, expect, it } from "vitest";
import { valuesIn } from "./values-in.ts";

describe("what is sent, and to whom", () => {
  it.each([
    ["Running shoes, 2 kg, to Huda Salem in Abha", "contents", "Running shoes"],
    ["Running shoes, 2 kg, to Huda Salem in Abha", "recipient_name", "Huda Salem"],
    ["Three printers, Riyadh to Hail. Collect Thursday 9 am.", "contents", "printers"],
    ["Wedding dress, Jeddah to Tabuk, fragile", "contents", "Wedding dress"],
    ["شوال رز لعمتي بالقصيم وزنه ٢٠ كيلو", "contents", "رز"],
    ["خمس نسخ من الكتالوج الجديد إلى الدمام", "contents", "نسخ من الكتالوج الجديد"],
    ["ستة طابعات، من جدة إلى ينبع", "contents", "طابعات"],
    ["عندي سجادة صوف بس العربية صغيرة، عايز ابعتها لطنطا", "contents", "سجادة صوف"],
    ["abgha arsel 2 kartonat malabes men abha le jubail", "contents", "malabes"],
    [
      "contract papers, keep the parcel with the receptionist, Riyadh to Jubail",
      "contents",
      "contract papers",
    ],
    ["شنطة فيها لابتوب قابل للكسر من مكة لجدة", "contents", "لابتوب"],
    ["ابي احد يوصل ساعة يد ثمينة لاختي بعرعر", "contents", "ساعة يد ثمينة"],
    ["سلموا المفتاح لزوجتي بالخبر", "contents", "المفتاح"],
    ["my passport needs to get to my dad in Hail", "contents", "passport"],
  ])("%s: %s", (text, field, expected) => {
    expect(valuesIn("parcel_delivery", text)[field]).toBe(expected);
  });
});

describe("what a place is wanted for", () => {
  it.each([
    ["مخزن صغير بجده لبضاعة المحل سته شهور", "contents", "بضاعة المحل"],
    ["محتاج مخزن ف جده لكتب الجامعه", "contents", "كتب الجامعه"],
    ["A dry unit in Khobar for garden tools, three months", "contents", "garden tools"],
    ["Office furniture, Riyadh, from 1 March, one year", "contents", "Office furniture"],
    ["محتاج مكان اركن فيه الموتوسيكل شهرين", "contents", "الموتوسيكل"],
    ["نريد مستودعاً لأجهزة المختبر في أبها", "contents", "أجهزة المختبر"],
    ["أريد تخزين أثاث بل وأريد توصيله أيضا", "contents", "أثاث"],
    ["abi mustawda3 a7ot feeh 3afsh el sha2a 4 shohoor", "contents", "3afsh el sha2a"],
  ])("%s: %s", (text, field, expected) => {
    expect(valuesIn("storage_rental", text)[field]).toBe(expected);
  });

  it.each([
    ["مستودع للايجار بالرياض", "contents"],
    ["مستودع لمدة سنة في الدمام", "contents"],
    ["لا أريد توصيلًا بل أريد تخزين بضاعة في جدة", "contents"],
  ])("%s says no %s", (text, field) => {
    expect(valuesIn("storage_rental", text)[field]).toBeUndefined();
  });
});

describe("what is bought, and where", () => {
  it.each([
    ["Six desk lamps, white, from IKEA. Budget 700 riyals.", "item", "desk lamps"],
    ["نسختان من «البخلاء» من مكتبة المتنبي", "item", "البخلاء"],
    ["هل تشترون لي من مكتبة النوري نسخة من «الأم»؟", "store", "مكتبة النوري"],
    ["ابي طاولة من خشب الزان من ايكيا", "item", "طاولة من خشب الزان"],
    ["اشتروا لي كتاب عن النحل من جرير", "item", "كتاب عن النحل"],
    ["Please buy from Jarir one laser printer", "item", "laser printer"],
    ["هاتولي خلاط كهربا يكون قوي من اكسترا", "item", "خلاط كهربا"],
    ["خاطري بعباية كتان من سوق الزل", "store", "سوق الزل"],
    ["jeeboo li samma3at bluetooth mn extra", "item", "samma3at bluetooth"],
  ])("%s: %s", (text, field, expected) => {
    expect(valuesIn("shopping_mediation", text)[field]).toBe(expected);
  });

  it.each([["اطلبوا لي حذاء من موقع ايطالي", "store"]])("%s says no %s", (text, field) => {
    expect(valuesIn("shopping_mediation", text)[field]).toBeUndefined();
  });
});

describe("what changes hands", () => {
  it.each([
    ["ببيع تابلت سامسونج ب 800 ريال", "item", "تابلت سامسونج"],
    ["بايع غساله نص اوتوماتيك ب ٣٠٠ ف مكه", "item", "غساله نص اوتوماتيك"],
    ["ابدل الايباد بجوال مع واحد بالرياض", "item", "الايباد"],
    ["عندي مكتبة من خشب البلوط أود بيعها", "item", "مكتبة من خشب البلوط"],
    ["ابي ابيع كرسي مساج لكن مستعمل", "item", "كرسي مساج"],
  ])("%s: %s", (text, field, expected) => {
    expect(valuesIn("c2c_mediation", text)[field]).toBe(expected);
  });
});

describe("what is supplied", () => {
  it.each([
    ["محتاجين مورد دقيق فاخر ف المنصوره", "product", "دقيق فاخر"],
    ["نبي احد يورد لنا مناديل معطره كل شهر", "product", "مناديل معطره"],
    ["نريد مورد زيوت صناعية، ونحتاجها قبل رمضان", "product", "زيوت صناعية"],
    ["Looking for a supplier of cold rolled steel, just for Jubail", "product", "cold rolled steel"],
    ["me7tageen mowarred kotn tebbi lel mostashfa", "product", "kotn tebbi"],
    ["ابي موزع عسل يكون ثقه", "product", "عسل"],
  ])("%s: %s", (text, field, expected) => {
    expect(valuesIn("b2b_matchmaking", text)[field]).toBe(expected);
  });
});

describe("what a study is about, with the place that limits it", () => {
  it.each([
    ["دراسة سوق عن محلات الورد في الخبر", "subject", "محلات الورد في الخبر"],
    ["تقرير عن سوق الأسمدة في المملكة قبل نهاية الشهر", "subject", "سوق الأسمدة في المملكة"],
    ["market study on schools in Abha, please", "subject", "schools in Abha"],
    ["price survey of dates in Saudi Arabia by 5 January", "subject", "dates in Saudi Arabia"],
    ["derasat soo2 3an el makhabez fi jeddah, abiha abl ramadan", "subject", "el makhabez fi jeddah"],
    ["مسح اسعار للسجاد ويبونه جاهز بكره", "subject", "سجاد"],
    ["ابي دراسة سوق عن مغاسل السيارات بس تكون مختصره", "subject", "مغاسل السيارات"],
    ["عايز بحث عن سوق الخضار ف طنطا وعايزه بسرعه", "subject", "سوق الخضار ف طنطا"],
  ])("%s: %s", (text, field, expected) => {
    expect(valuesIn("data_report", text)[field]).toBe(expected);
  });
});

describe("what a lawyer is asked about", () => {
  it.each([
    ["أريد أن أستشير محامياً في فسخ عقد العمل", "topic", "فسخ عقد العمل"],
    ["ابي راي محامي في عقد الشراكه قبل اوقع", "topic", "عقد الشراكه"],
    ["عايز اسال محامي ف ايجار قديم", "topic", "ايجار قديم"],
    ["abgha as2al mo7ami fi 3aqd el 3amal", "topic", "3aqd el 3amal"],
    ["Half an hour with a lawyer on the non-compete in my contract", "topic", "non-compete in my contract"],
  ])("%s: %s", (text, field, expected) => {
    expect(valuesIn("legal_consultation", text)[field]).toBe(expected);
  });
});

describe("what a letter says", () => {
  it.each([
    ["ابي خطاب شكوى من الجيران بس يكون مختصر", "details", "شكوى من الجيران"],
    ["سوولي سي في محاسب ٥ سنين خبره منهم سنتين بالخليج", "details", "محاسب ٥ سنين خبره"],
    ["خطاب استقاله وابيه جاهز بكره", "details", "استقاله"],
  ])("%s: %s", (text, field, expected) => {
    expect(valuesIn("document_writing", text)[field]).toBe(expected);
  });

  it.each([["I want only objection letter writing", "details"]])("%s says no %s", (text, field) => {
    expect(valuesIn("document_writing", text)[field]).toBeUndefined();
  });
});

describe("who is paid, with the noun of the house", () => {
  it.each([
    ["ادفعوا فاتورة شركة الغاز ٩٠ ريال", "provider", "شركة الغاز"],
    ["سددوا رسوم مدرسة الفيصل ٩٠٠٠ ريال", "provider", "مدرسة الفيصل"],
    ["pay the gas company bill, 120 riyals", "provider", "gas company"],
    ["نرجو سداد فاتورة شركة الكهرباء السعودية بمبلغ 900 ريال", "provider", "شركة الكهرباء السعودية"],
    ["جددوا اشتراك Notion عنا ١٢٠ ريال", "provider", "Notion"],
    ["اشتراك مجلة «العربي» بمبلغ ٢٠٠ ريال", "provider", "مجلة «العربي»"],
  ])("%s: %s", (text, field, expected) => {
    expect(valuesIn("payment_on_behalf", text)[field]).toBe(expected);
  });
});

describe("what is wrong with a line, and no more", () => {
  it.each([
    ["My Zain line 0591112223, I can't make calls. Can you check?", "problem", "can't make calls"],
    ["Mobily number 0541112223 is not sending messages, kindly check", "problem", "not sending messages"],
    ["خط زين ٠٥٩١١١٢٢٢٣ ما يرسل رسايل شيكو وش فيه", "problem", "ما يرسل رسايل"],
    ["رقمي سوا 0501112223 من يومين ما فيه ارسال شوفوا لي", "problem", "ما فيه ارسال"],
    ["النت فاصل من امس شوفوا السبب", "problem", "النت فاصل من امس"],
    ["خط اتصالات 0551112223 مفيش نت خالص", "problem", "مفيش نت"],
    ["راجعوا زين عن رقمي 0591112223، فالرسائل تنقطع كلما سافرت", "problem", "الرسائل تنقطع"],
    ["khatti mobily 0541112223 el net ma2too3 mn embare7", "problem", "el net ma2too3 mn embare7"],
  ])("%s: %s", (text, field, expected) => {
    expect(valuesIn("telecom_lookup", text)[field]).toBe(expected);
  });
});

describe("the body that asks and the one that is addressed", () => {
  it.each([
    ["هيئة المساحة تبي احد يخاطب وزارة النقل عن طريق القريه", "from_body", "هيئة المساحة"],
    ["هيئة المساحة تبي احد يخاطب وزارة النقل عن طريق القريه", "to_body", "وزارة النقل"],
    ["انا متطوع مع جمعية البر ونبي احد يخاطب أمانة الرياض بخصوص الحديقة", "from_body", "جمعية البر"],
    ["بلدية ينبع والدفاع المدني محتاجين تنسيق بخصوص الانذار", "from_body", "بلدية ينبع"],
    ["بلدية ينبع والدفاع المدني محتاجين تنسيق بخصوص الانذار", "to_body", "الدفاع المدني"],
    [
      "tansi2 bein wezaret el se77a w wazarat el ta3leem bkhosoos el ta63eem",
      "from_body",
      "wezaret el se77a",
    ],
    [
      "tansi2 bein wezaret el se77a w wazarat el ta3leem bkhosoos el ta63eem",
      "to_body",
      "wazarat el ta3leem",
    ],
    [
      "We act for Taif Municipality and must coordinate with the Ministry of Culture regarding the fair",
      "from_body",
      "Taif Municipality",
    ],
    [
      "شغالين لحساب الهيئة الملكية بالجبيل وعايزين نخاطب وزارة المالية عن المستخلصات",
      "from_body",
      "الهيئة الملكية بالجبيل",
    ],
    [
      "Could you liaise between the Ministry of Health and the Food Authority on labels?",
      "to_body",
      "Food Authority",
    ],
  ])("%s: %s", (text, field, expected) => {
    expect(valuesIn("government_liaison", text)[field]).toBe(expected);
  });
});

describe("the hotel, what is near, and the guest", () => {
  it.each([
    ["Marriott in Riyadh, two nights from 3 December", "hotel", "Marriott"],
    ["غرفة في فندق قريب من المطار رجولي توجعني", "near", "المطار"],
    ["abgha ghorfa 2areeb men el mall fi riyadh", "near", "el mall"],
    ["فندق قريب من مستشفى الملك فهد في جدة ليلتين", "near", "مستشفى الملك فهد"],
    ["احجزوا باسم ام خالد ليلتين بمكه", "name", "ام خالد"],
  ])("%s: %s", (text, field, expected) => {
    expect(valuesIn("hotel_booking", text)[field]).toBe(expected);
  });

  it.each([
    ["فندق ابيت فيه ليلتين بالرياض", "hotel"],
    ["غرفة باسم ابن خالي بكره بجده", "name"],
    ["احنا ثلاثه انا وزوجتي وولدي نبي غرفه بابها", "name"],
  ])("%s says no %s", (text, field) => {
    expect(valuesIn("hotel_booking", text)[field]).toBeUndefined();
  });
});

describe("the patient", () => {
  it.each([
    ["العجوز ما تسمع ابي لها دكتور اذن ببريده", "patient", "العجوز"],
    ["my little boy has a fever, paediatrician in Khobar today", "patient", "my little boy"],
  ])("%s: %s", (text, field, expected) => {
    expect(valuesIn("clinic_booking", text)[field]).toBe(expected);
  });
});
