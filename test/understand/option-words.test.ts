/** What people call the options of each service, in five varieties; and which of two that are named is meant. */
import { describe, expect, it } from "vitest";
import { valuesIn } from "./values-in.ts";

type Row = readonly [service: string, field: string, option: string, sayings: readonly string[]];

const rows: readonly Row[] = [
  [
    "hotel_booking",
    "room_type",
    "double",
    ["اوضه دبل", "غرفة بسريرين", "twin room", "oda double", "سرير كنق"],
  ],
  [
    "hotel_booking",
    "room_type",
    "suite",
    ["nbi jna7 bl riyadh", "جناحا", "junior suite", "جناح ملكي", "swit"],
  ],
  ["hotel_booking", "room_type", "apartment", ["شقق مخدومة", "serviced flat", "sha2a mafroosha", "ستديو"]],
  [
    "clinic_booking",
    "speciality",
    "dermatology",
    ["وجهي من كثر الضغط صار حبوب وأبي موعد جلدية", "jldiah", "pimples", "كلف", "dktor jldiah"],
  ],
  ["clinic_booking", "speciality", "orthopedics", ["rkbatha t3oorha", "ركبي", "slipped disc", "أسفل الظهر"]],
  ["clinic_booking", "speciality", "physiotherapy", ["ألم في أسفل الظهر. علاج طبيعي في الرياض"]],
  ["clinic_booking", "speciality", "endocrinology", ["السكري", "hba1c", "ghodda", "الغدة"]],
  ["clinic_booking", "speciality", "dentistry", ["dhrsi thb7ni", "denture", "خلع", "3eyadet asnan"]],
  ["clinic_booking", "doctor_gender", "female", ["doktora", "lady doc", "طبيبة", "تكون ست"]],
  [
    "legal_consultation",
    "kind",
    "labour",
    ["labour lawyer against my company", "فصلوها وهي حامل", "ratbi", "gosi"],
  ],
  ["legal_consultation", "kind", "contract", ["3gd r3ayah", "breach of contract", "فسخ عقد", "3a2di"]],
  ["payment_on_behalf", "what", "subscription", ["eshtrak psn", "اشتراك نتفلكس", "zoom", "عضوية النادي"]],
  [
    "payment_on_behalf",
    "what",
    "bill",
    ["ftort stc", "فاتورة المويه", "electricity bill", "fatooret el net"],
  ],
  [
    "payment_on_behalf",
    "what",
    "clinic",
    ["640 reyal l 3eyadet el basma", "حساب المستشفى", "medical center"],
  ],
  ["storage_rental", "kind", "vehicle", ["a7t fih alcamry", "عربيتي", "his second car", "سيارة أبوي"]],
  ["storage_rental", "kind", "furniture", ["أشيل فيه أوضة نوم", "3afsh", "wardrobes", "أثاث"]],
  ["storage_rental", "kind", "archive", ["دفاتر وروشتات", "vouchers", "dafater", "أوراقنا"]],
  ["virtual_office", "kind", "meeting_room", ["nbi ghrft ejtma3at", "قاعة الاجتماع", "board meeting"]],
  [
    "virtual_office",
    "kind",
    "private_office",
    ["video conferencing in the private office", "mktb 5as", "مكتب خاص"],
  ],
  ["telecom_lookup", "provider", "salam", ["salam sim cannot call", "خط سلام", "شريحة سلام"]],
  [
    "data_report",
    "kind",
    "market_study",
    ["abi drast soog 3n el kafyhat", "derasit soo2", "market assessment"],
  ],
  ["data_report", "kind", "price_survey", ["what competitors charge", "أسعار المنافسين", "mqarnat as3ar"]],
  [
    "document_writing",
    "kind",
    "cv",
    ["كل ما فتحت ملف سكرته، أبي سيرة ذاتية", "cv", "biodata", "sira zateya"],
  ],
  ["document_writing", "kind", "letter", ["56ab shokr", "كتاب للمدير", "a letter to the landlord", "gawab"]],
  ["business_accounts", "kind", "vat_return", ["e8rar dhribt m7al aboy", "eqrar el thareeba", "vat returns"]],
  ["business_accounts", "kind", "payroll", ["مسير الرواتب", "wps file", "rwatb", "يحسب الرواتب"]],
  ["insurance_request", "kind", "health", ["tamin 9i7i", "medical policy", "تأمين طبى", "t2meen 97y"]],
  ["insurance_request", "kind", "malpractice", ["أخطاء طبية", "clinical negligence", "t2meen a5ta2 6biya"]],
  [
    "c2c_mediation",
    "role",
    "buy",
    ["يعرض كاميرا وأريد شراءها منه", "خاطري آخذها منه", "he is offering me a bike"],
  ],
  ["c2c_mediation", "role", "sell", ["abi abee3 ipad", "لقيت مشتري", "found a buyer", "3ayez abee3"]],
  [
    "gov_paperwork",
    "doc_type",
    "passport_renewal",
    ["el passport bta3y hayekhlas", "يوازي بيخلص", "my passport ran out"],
  ],
  [
    "gov_paperwork",
    "doc_type",
    "iqama_renewal",
    ["7 nos. iqamas are pending for renewal", "my iqama runs out on 9 January"],
  ],
  [
    "gov_paperwork",
    "doc_type",
    "driving_licence_renewal",
    ["abi tjdeed leesan el syaga", "ليسني", "ro5set el sewa2a"],
  ],
  ["gov_paperwork", "doc_type", "traffic_fine_objection", ["jatni mkhalfat sor3ah, abi a3tridh"]],
  [
    "gov_paperwork",
    "doc_type",
    "attestation",
    ["شهادتي لازم تتصدق الأول", "shhada + t9deeg", "get my degree attested"],
  ],
  ["b2b_matchmaking", "need", "buyer", ["تدور تاجر جملة يشتري منها تمر", "who buys dates", "يشتري منا"]],
];

describe("options by the words that people have for them", () => {
  const all = rows.flatMap(([service, field, option, sayings]) =>
    sayings.map((text) => [service, field, option, text] as const),
  );
  it.each(all)("%s %s %s: %s", (service, field, option, text) => {
    expect(valuesIn(service, text)[field]).toBe(option);
  });
});

describe("words that are no option", () => {
  it.each([
    ["clinic_booking", "doctor_gender", "dktor 3tham yom el arb3a"],
    ["clinic_booking", "doctor_gender", "موعد الساعة ست ونص"],
    ["storage_rental", "kind", "ما أدري وين أودي"],
    ["payment_on_behalf", "what", "تدفعون لهم بالتلفون"],
    ["parcel_delivery", "urgent", "صحون زجاج تنكسر بسرعة"],
    ["clinic_booking", "urgent", "ابوي قلبه يدق بسرعة ابي له موعد قلب"],
    ["legal_consultation", "kind", "ابي استشير محامي عن تقسيم الميراث"],
    ["data_report", "kind", "نرجو إعداد تقرير عن واقع المكتبات العامة"],
    ["parcel_delivery", "weight_kg", "abi awdi ktb w labcoat mn el 5obar 7g rfeejti"],
    ["b2b_matchmaking", "need", "نبي تاجر جملة"],
  ])("%s %s in «%s»", (service, field, text) => {
    expect(valuesIn(service, text)).not.toHaveProperty(field);
  });
});

describe("traits that are denied", () => {
  it.each([
    ["urgent", "ودوا الأوراق للمدير، مو مستعجلة"],
    ["urgent", "ابعت توابل لزميلي من غير استعجال"],
    ["urgent", "no hurry with the tent, send it to Riyadh"],
    ["fragile", "send my skis to Riyadh, they're not breakable"],
    ["fragile", "60 da3wet fara7 le medina mesh fragile"],
  ])("answer their question with no (%s: %s)", (field, text) => {
    expect(valuesIn("parcel_delivery", text)[field]).toBe(false);
  });
});

describe("findOptions", () => {
  it("believes words that stand together above words around them", () => {
    expect(valuesIn("gov_paperwork", "رخصه العمل تخلص ١٠ ديسمبر ابغى اجددها").doc_type).toBe("work_permit");
  });

  it("takes «لدينا» for no vehicle", () => {
    expect(valuesIn("storage_rental", "لدينا مستندات نريد حفظها في الدمام").kind).toBe("archive");
  });
});
