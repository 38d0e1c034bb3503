/** What a request is about, found by where it stands in the sentence: in all varieties, with verbs that no list holds. */
import { describe, expect, it } from "vitest";
import { reasonsIn, valuesIn } from "./values-in.ts";

describe("objectOf", () => {
  it.each([
    ["gulf", "ابي احد يمرني وياخذ السجاد", "parcel_delivery", "السجاد"],
    ["gulf", "نسيت نظارتي عند خالي بعرعر", "parcel_delivery", "نظارتي"],
    ["gulf", "عندي مكيف لازم يروح حائل", "parcel_delivery", "مكيف"],
    ["gulf", "كفرات ٤٠ كيلو لتبوك", "parcel_delivery", "كفرات"],
    ["gulf", "خذوا من المحل صحن كنافه", "parcel_delivery", "صحن كنافه"],
    ["egyptian", "عايزة أسيب موتوسيكلي عندكم شهرين", "storage_rental", "موتوسيكلي"],
    ["egyptian", "عملت بسبوسة وعايزة ابعتها لاختي", "parcel_delivery", "بسبوسة"],
    ["egyptian", "هاتولي من نون خلاط كهربا", "shopping_mediation", "خلاط كهربا"],
    ["egyptian", "عايز أبيع العجلة بتاعتي ب ٥٠٠ ريال", "c2c_mediation", "العجلة"],
    ["msa", "أرغب في إيداع لوحات فنية لديكم شهرين", "storage_rental", "لوحات فنية"],
    ["msa", "لدي آلة موسيقية أريد إيصالها إلى أختي في أبها", "parcel_delivery", "آلة موسيقية"],
    ["msa", "نأمل نقل خمسة صناديق من الأدوية إلى جدة", "parcel_delivery", "الأدوية"],
    ["arabizi", "hatoli mn extra samma3a bluetooth", "shopping_mediation", "samma3a bluetooth"],
    ["arabizi", "3ayez asib 3arabeyti 3andokom 4 shohoor", "storage_rental", "3arabeyti"],
    ["english", "where can I leave my fridge and bed in Jubail?", "storage_rental", "fridge and bed"],
    ["arabizi", "3ayez 7ad yewadi el mofta7 l a5oya", "parcel_delivery", "mofta7"],
    ["english", "where can I leave a kayak in Jeddah for two months?", "storage_rental", "kayak"],
    ["english", "Could you pick me up a black kettle in Riyadh?", "shopping_mediation", "kettle"],
    ["english", "We left a drone bag behind in Abha", "parcel_delivery", "drone bag"],
    ["english", "my rowing machine is for sale, 900 riyals", "c2c_mediation", "rowing machine"],
    ["english", "she forgot her riding boots here", "parcel_delivery", "riding boots"],
  ])("finds the thing (%s: %s)", (_, text, service, expected) => {
    const values = valuesIn(service, text);
    expect(values.contents ?? values.item).toBe(expected);
  });

  it.each([
    ["parcel_delivery", "ابي اعرف السعر لو سمحت"],
    ["parcel_delivery", "ايه ابي"],
    ["parcel_delivery", "أريد إرسالها إلى جدة"],
    ["parcel_delivery", "I need a box taken from my office to a friend in Yanbu"],
    ["parcel_delivery", "استلام ٣ طرود من المستودع"],
    ["c2c_mediation", "I want a middleman for a sale"],
    ["c2c_mediation", "محتاج حد يضمن البيعة"],
    ["storage_rental", "ابي مستودع للايجار"],
  ])("finds none in what names none (%s: %s)", (service, text) => {
    const values = valuesIn(service, text);
    expect(values.contents ?? values.item).toBeUndefined();
  });
});

describe("textBesideChoice", () => {
  it.each([
    ["gulf", "ندور مورد خيام للمخيمات", "b2b_matchmaking", "خيام"],
    ["gulf", "سوولي سيره ذاتيه طباخ خبره ٦ سنين", "document_writing", "طباخ خبره ٦ سنين"],
    ["egyptian", "محتاج مسح أسعار لأدوات السباكة", "data_report", "أدوات السباكة"],
    ["egyptian", "اكتبولي جواب شكوى من الجيران", "document_writing", "شكوى من الجيران"],
    ["msa", "نحتاج إلى صياغة خطاب تهنئة لشركائنا", "document_writing", "تهنئة لشركائنا"],
    ["msa", "نبحث عن مستثمر بـ ٢ مليون ريال لمشروع دواجن", "b2b_matchmaking", "مشروع دواجن"],
    ["arabizi", "3ayez cv l mo7aseb gedid", "document_writing", "mo7aseb gedid"],
    ["arabizi", "me7tageen mowarred akyas warag", "b2b_matchmaking", "akyas warag"],
    ["english", "latex gloves supplier needed in Jubail", "b2b_matchmaking", "latex gloves"],
    ["english", "CV for a welder 4 years experience", "document_writing", "welder 4 years experience"],
    ["english", "price survey of ceramic tiles", "data_report", "ceramic tiles"],
  ])("reads of what the kind is (%s: %s)", (_, text, service, expected) => {
    const { product, details, subject } = valuesIn(service, text);
    expect(product ?? details ?? subject).toBe(expected);
  });

  it.each([
    ["document_writing", "ابي خطاب رسمي للسفاره", "whom it is for"],
    ["document_writing", "a resignation letter that stays polite", "how it is to be"],
    ["document_writing", "translate two pages", "how much there is"],
    ["b2b_matchmaking", "نبي مستثمر يدخل معنا", "what he does"],
  ])("takes nothing else for it (%s: %s, %s)", (service, text) => {
    const { product, details } = valuesIn(service, text);
    expect(product ?? details).toBeUndefined();
  });
});

describe("findTrouble", () => {
  it.each([
    ["gulf", "شريحة موبايلي حقتي ما تفتح يوتيوب شوفوا وش فيها", "ما تفتح يوتيوب"],
    ["gulf", "زين سحبت مني ٤٠ ريال مدري ليش", "سحبت مني ٤٠ ريال"],
    ["egyptian", "خط زين بتاعي مش راضي يبعت رسايل، رقمه 0591234567", "مش راضي يبعت رسايل"],
    ["msa", "أنا مشترك في فيرجن ولا تصلني الفواتير", "لا تصلني الفواتير"],
    ["msa", "يرجى الاستعلام لدى شركة زين عن الرقم 0581112223 فالخدمة موقوفة عنه", "الخدمة موقوفة"],
    ["arabizi", "khatt zain 0598877665 mafeesh irsal", "mafeesh irsal"],
    ["english", "my stc line keeps losing signal, 0501112233", "keeps losing signal"],
    ["english", "Mobily SIM cannot send messages, please check", "cannot send messages"],
    ["gulf", "النت عندي مقطوع صار له ٣ ايام شوفوا وش السالفة", "النت عندي مقطوع صار له ٣ ايام"],
    ["gulf", "خط موبايلي من امس ما فيه شبكة", "ما فيه شبكة"],
    ["egyptian", "خط زين بتاعي مفصول بقاله اسبوع", "مفصول بقاله اسبوع"],
    ["msa", "خدمة الإنترنت لدى سلام متوقفة منذ يومين، أرجو الاستعلام", "متوقفة منذ يومين"],
    ["arabizi", "khatt stc 0501112233 el net mafsool men yomen shofo", "el net mafsool men yomen"],
    ["english", "my Zain line has been down since last night, please check", "down since last night"],
    [
      "english",
      "my stc line keeps losing signal for the last 3 days, ask them",
      "keeps losing signal for the last 3 days",
    ],
  ])("keeps the words that say what is wrong (%s: %s)", (_, text, problem) => {
    expect(valuesIn("telecom_lookup", text).problem).toBe(problem);
  });

  it.each(["ما أسعار باقات البيانات لدى فيرجن؟", "ابي اعرف اذا فيه عطل بالمنطقه", "كم رقم خدمة عملاء زين"])(
    "finds none in a question (%s)",
    (text) => {
      expect(valuesIn("telecom_lookup", text).problem).toBeUndefined();
    },
  );

  it("takes a word of its own service inside it for no wish", () => {
    const { problem, service } = valuesIn("telecom_lookup", "شريحة زين ما تقبل رصيد");
    expect({ problem, service }).toEqual({ problem: "ما تقبل رصيد", service: undefined });
  });
});

describe("countBehind", () => {
  it.each([
    ["nitrile gloves supplier, 10,000, Jubail", "nitrile gloves", 10000, "Jubail"],
    ["نريد مورد مقاعد مدرسية، 300 مقعد، في أبها", "مقاعد مدرسية", 300, "Abha"],
    ["mowarred akwab warag 5000 kob fel dammam", "akwab warag", 5000, "Dammam"],
    ["ابي مورد علب تغليف ١٠٠٠ علبه بجده", "علب تغليف", 1000, "Jeddah"],
  ])("parts %s into what, how many and where", (text, product, quantity, city) => {
    expect(valuesIn("b2b_matchmaking", text)).toMatchObject({ product, quantity, city });
  });

  it("takes a year for no count", () => {
    expect(valuesIn("b2b_matchmaking", "steel supplier, 2026").quantity).toBeUndefined();
  });
});

describe("a name behind «من» or from", () => {
  it.each([
    ["ابي جزمه من سنتربوينت", "سنتربوينت"],
    ["get me 2 lamps from Danube in Khobar", "Danube"],
    ["نأمل شراء طابعة من مكتبة جرير", "مكتبة جرير"],
  ])("is the shop of %s", (text, store) => {
    expect(valuesIn("shopping_mediation", text).store).toBe(store);
  });

  it.each(["ابي اطلب من برا", "من المواقع الاجنبيه", "buy shoes from a website"])("is none in %s", (text) => {
    expect(valuesIn("shopping_mediation", text).store).toBeUndefined();
  });
});

describe("whose phone and city", () => {
  it.each([
    ["gulf", "ودوا المفاتيح لولدي في تبوك، جواله ٠٥٤٤٤٣٣٢٢١", "Tabuk", "+966544433221"],
    ["msa", "أريد إيصال هدية إلى أختي في تبوك، رقم هاتفها 0532221110", "Tabuk", "+966532221110"],
    ["arabizi", "abi awassel hadiya l okhti fel jubail, ragamha 0551122334", "Jubail", "+966551122334"],
    ["english", "medicine for my brother Ramesh in Riyadh, his mobile 0551000222", "Riyadh", "+966551000222"],
  ])("are the other person's (%s: %s)", (_, text, to_city, recipient_phone) => {
    const values = valuesIn("parcel_delivery", text);
    expect(values).toMatchObject({ to_city, recipient_phone });
    expect(values.phone).toBeUndefined();
  });

  it.each([
    ["جوالي 0112345678", "phone"],
    ["my number is 0138901234", "phone"],
    ["رقم المستلم 0126543210", "recipient_phone"],
  ])("must be a mobile where the flow says so (%s)", (text, field) => {
    expect(reasonsIn("parcel_delivery", text)).toMatchObject({ [field]: "not_mobile" });
  });

  it("may be a landline where it is a line that is asked about", () => {
    expect(valuesIn("telecom_lookup", "الخط 0112345678").line_number).toBe("+966112345678");
  });
});

describe("findKnown", () => {
  it.each([
    ["insurance_request", "ta2meen kia cerato 2019", "details", "kia cerato 2019"],
    ["insurance_request", "car insurance Toyota Corolla 2017", "details", "Toyota Corolla 2017"],
    ["insurance_request", "تأمين شامل على كامري ٢٠٢٠", "details", "كامري ٢٠٢٠"],
    ["gov_paperwork", "renew my maid's residency", "beneficiary", "my maid"],
  ])("reads %s: %s", (service, text, field, expected) => {
    expect(valuesIn(service, text)[field]).toBe(expected);
  });

  it("hears nobody's kin where somebody is spoken to", () => {
    expect(valuesIn("gov_paperwork", "ابي اسوي وكاله يا ولدي").beneficiary).toBeUndefined();
  });
});

describe("words in another form", () => {
  it.each([
    ["hotel_booking", "جناحين في جده", "room_type", "suite"],
    ["virtual_office", "abi qa3et ejtema3at", "kind", "meeting_room"],
    ["gov_paperwork", "الإقامة بتنتهي وعايز أجددها", "doc_type", "iqama_renewal"],
    ["insurance_request", "تأمين صحي ل ٣ يبدأ بكره", "quantity", 3],
    ["parcel_delivery", "كاميرا لـ Abha وزنها 3 kg", "to_city", "Abha"],
    ["hotel_booking", "hotel near the airport in Dammam", "near", "the airport"],
    ["hotel_booking", "three of us need a room", "guests", 3],
    ["shopping_mediation", "عباية مقاس ستين", "size", "ستين"],
    ["resale_offer", "من العرض بكمية قدرها مئة", "quantity", 100],
  ])("are read (%s: %s)", (service, text, field, expected) => {
    expect(valuesIn(service, text)[field]).toBe(expected);
  });
});
