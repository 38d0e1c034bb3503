/** Texts in their own bounds: with what describes them, without what led to them, and none where words only point at something. */
import { describe, expect, it } from "vitest";
import { valuesIn } from "./values-in.ts";

describe("a text with the words that belong to it", () => {
  it.each([
    ["virtual_office", "extras", "قاعة اجتماعات يوم الثلاثاء وعايزين معاها سبورة بيضا", "سبورة بيضا"],
    [
      "virtual_office",
      "extras",
      "Training room on Wednesday. Extras required: coffee breaks",
      "coffee breaks",
    ],
    ["gov_paperwork", "activity", "سجل تجاري جديد، النشاط: بيع عطور وبخور", "بيع عطور وبخور"],
    ["gov_paperwork", "activity", "activity is men's barber shop", "men's barber shop"],
    ["insurance_request", "details", "el 3arabeya kia sportage w 3ayez a2ammen 3aleha", "kia sportage"],
    ["insurance_request", "details", "dad is giving me his car, a 2023 Kia Sportage", "2023 Kia Sportage"],
    ["b2b_matchmaking", "product", "A4 paper supplier riyadh", "A4 paper"],
    ["storage_rental", "contents", "goods storage jeddah 40 sqm, men's perfumes", "men's perfumes"],
    ["storage_rental", "contents", "3andi antreh w sofra, 3ayza a5azzenhom", "antreh w sofra"],
    ["c2c_mediation", "item", "طقم كنب تركي للبيع عن طريقكم في الطايف", "طقم كنب تركي"],
    ["payment_on_behalf", "provider", "pay the National Water Company bill", "National Water Company"],
    ["payment_on_behalf", "provider", "momken tedfa3o fatoret sherket el ghaz? 180 reyal", "sherket el ghaz"],
    ["clinic_booking", "doctor", "موعد عظام عند د. هاني الشمري بالدمام", "هاني الشمري"],
    ["clinic_booking", "doctor", "an appointment with Dr. Hind Bawazir in Jeddah", "Hind Bawazir"],
    ["government_liaison", "from_body", "We are the Food and Drug Authority", "Food and Drug Authority"],
    ["data_report", "subject", "تقرير عن زيوت الطعام في أسواق جدة بصيغة إكسل", "زيوت الطعام في أسواق جدة"],
    ["data_report", "subject", "مسح لأسعار طباعة الكتب لدى مطابع الرياض", "طباعة الكتب لدى مطابع الرياض"],
    ["data_report", "subject", "price survey of face creams in Riyadh shops", "face creams in Riyadh shops"],
    ["data_report", "subject", "تقرير عن واقع المكتبات العامة في المملكة", "واقع المكتبات العامة في المملكة"],
    [
      "data_report",
      "subject",
      "a price survey of car tyres in Riyadh and Jeddah",
      "car tyres in Riyadh and Jeddah",
    ],
    ["data_report", "subject", "دراسة عن المقاهي في الرياض وجدة", "المقاهي في الرياض وجدة"],
    ["data_report", "subject", "دراسة عن المقاهي في الرياض وفي جدة", "المقاهي في الرياض وفي جدة"],
    [
      "data_report",
      "subject",
      "report on gyms in Jeddah, Makkah and Taif",
      "gyms in Jeddah, Makkah and Taif",
    ],
    ["storage_rental", "contents", "نودع فيه الأثاث، وهو طقم مجلس عربي، لمدة سنتين", "طقم مجلس عربي"],
  ])("%s %s: %s", (service, field, text, expected) => {
    expect(valuesIn(service, text)[field]).toBe(expected);
  });

  it.each([
    ["payment_on_behalf", "provider", "pay my Netflix subscription", "Netflix"],
    ["payment_on_behalf", "provider", "رسوم مدرسة الأولاد لمدارس الرواد 3200 ريال", "مدارس الرواد"],
    ["payment_on_behalf", "provider", "ادفعوا عني 700 ريال لمدارس أولادي", undefined],
    ["payment_on_behalf", "provider", "ادفعوا عني 700 ريال لجمعية إنسان", "جمعية إنسان"],
    ["data_report", "subject", "a market study on tea rooms in Tabuk as slides", "tea rooms in Tabuk"],
    ["data_report", "subject", "a study about desert camping as PDF", "desert camping"],
    ["data_report", "subject", "دراسة عن المقاهي في الرياض وأبيها اكسل", "المقاهي في الرياض"],
    ["data_report", "subject", "a study on tea rooms in Tabuk, call me", "tea rooms in Tabuk"],
    ["data_report", "subject", "a study on tea rooms in Tabuk and I want it by Sunday", "tea rooms in Tabuk"],
    [
      "data_report",
      "subject",
      "بيانات عن إيجار المستودعات في الدمام على ملف إكسل",
      "إيجار المستودعات في الدمام",
    ],
    ["telecom_lookup", "problem", "خط موبايلي النت عليه بيفصل، شوفولي المشكلة فين", "النت عليه بيفصل"],
    ["parcel_delivery", "contents", "عندي لابتوب لموظف في جدة", "لابتوب"],
    ["shopping_mediation", "store", "من اكسترا عندهم خصم", "اكسترا"],
    ["storage_rental", "contents", "سأسافر وأريد حفظ دراجة نارية في الخبر", "دراجة نارية"],
  ])("takes no words of something else (%s %s: %s)", (service, field, text, expected) => {
    expect(valuesIn(service, text)[field]).toBe(expected);
  });
});

describe("a text without the words that led to it", () => {
  it.each([
    ["telecom_lookup", "problem", "رقمي 0580001122 على زين، والمشكلة أن الرسائل لا تصل", "الرسائل لا تصل"],
    ["telecom_lookup", "problem", "raqmi 0533219087 stc w ma yorsel rasayel", "ma yorsel rasayel"],
    ["telecom_lookup", "problem", "check my STC fibre, the problem is slow upload", "slow upload"],
    ["data_report", "subject", "we need a market study, its subject being home dialysis", "home dialysis"],
    [
      "government_liaison",
      "from_body",
      "From Jizan Municipality to Ministry of Environment",
      "Jizan Municipality",
    ],
    ["hotel_booking", "near", "غرفة قريبة من مستشفى المانع ندخل 1 ديسمبر", "مستشفى المانع"],
    ["parcel_delivery", "contents", "4 ctns of Sialkot footballs frm Dammam", "Sialkot footballs"],
    ["document_writing", "language", "translate from Arabic to English", "from Arabic to English"],
  ])("%s %s: %s", (service, field, text, expected) => {
    expect(valuesIn(service, text)[field]).toBe(expected);
  });
});

describe("what stands between quotation marks", () => {
  it.each([
    ["data_report", "subject", "دراسة سوقية، موضوعها «سوق القهوة المختصة»", "سوق القهوة المختصة"],
    [
      "document_writing",
      "details",
      "كتابة اعتراض.. على ماذا؟ على «نتيجة المفاضلة الوظيفية»",
      "نتيجة المفاضلة الوظيفية",
    ],
    ["telecom_lookup", "problem", 'line is 0570098812, phone shows "No service" all day', "No service"],
    ["legal_consultation", "topic", 'استشارة قانونية، الموضوع "خروج شريك من الشركة"', "خروج شريك من الشركة"],
  ])("is the whole text (%s %s: %s)", (service, field, text, expected) => {
    expect(valuesIn(service, text)[field]).toBe(expected);
  });
});

describe("words that only point at something", () => {
  it.each([
    ["parcel_delivery", "contents", "Could one of your drivers carry it to her?"],
    ["parcel_delivery", "quantity", "Could one of your drivers carry it to her?"],
    ["parcel_delivery", "contents", "أنا في الرياض مش قادر أسيب الشغل"],
    ["b2b_matchmaking", "product", "شوفولنا مشتري من التجار الكبار"],
    ["b2b_matchmaking", "product", "ndawwer mowazze3 hnak"],
    ["b2b_matchmaking", "period", "el asmant 9ar ghali 3lena marra, nabi mowarred"],
    ["c2c_mediation", "item", "found one guy in Taif"],
    ["storage_rental", "contents", "Need 500 GB of server space from you"],
    ["legal_consultation", "topic", "أبحث عن مستشار قانوني"],
    ["government_liaison", "from_body", "محتاجين تنسيق باسم الجامعة مع الدفاع المدني"],
    ["telecom_lookup", "service", "وأود منكم الاستعلام عن سببه"],
    ["resale_offer", "quantity", "I am having one mini mart near labour camp"],
    ["payment_on_behalf", "due", "They will cut us tonight! pay my electricity bill"],
  ])("give no value (%s %s: %s)", (service, field, text) => {
    expect(valuesIn(service, text)[field]).toBeUndefined();
  });
});

describe("a name behind a word for it in Arabizi", () => {
  it("begins where the name does", () => {
    const text = "abi arsel 3od mn dammam l riyadh w elly beyestelem esmah Fahad Alotaibi";
    expect(valuesIn("parcel_delivery", text).recipient_name).toBe("Fahad Alotaibi");
  });
});

describe("a company that is told of in a case of labour", () => {
  it.each([
    "مدير الشركة قالي لا تداوم وأبغى استشارة قانونية عمالية",
    "صاحب الشركة رافض مكافأة نهاية الخدمة، عايز أستشير محامي",
  ])("does not make it one of companies (%s)", (text) => {
    expect(valuesIn("legal_consultation", text).kind).toBe("labour");
  });
});
