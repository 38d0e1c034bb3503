/** Values that are no free words: whose phone it is, which of two places, account numbers, counts, options; as people put them. */
import { describe, expect, it } from "vitest";
import { valuesIn } from "./values-in.ts";

type Row = readonly [text: string, values: Readonly<Record<string, unknown>>];
const reads = (service: string, rows: readonly Row[]): void => {
  it.each(rows)("are read in «%s»", (text, values) => {
    expect(valuesIn(service, text)).toMatchObject(values);
  });
};

describe("phones of two people", () => {
  reads("parcel_delivery", [
    ["Safety boots to Karim Haddad in Tabuk, 0571239876.", { recipient_phone: "+966571239876" }],
    ["send shoes to my brother in Tabuk 0571239876", { recipient_phone: "+966571239876" }],
    ["ودوا الشنطة لخالتي بالطايف 0571239876", { recipient_phone: "+966571239876" }],
    ["waddooha l o5ti fel dammam ra8amha 0571239876", { recipient_phone: "+966571239876" }],
    ["كلموني على 0571239876", { phone: "+966571239876" }],
    ["sender 0501112223, receiver 0504445556", { phone: "+966501112223", recipient_phone: "+966504445556" }],
  ]);
  reads("c2c_mediation", [
    ["3ayez ashteri 3ajala men wa7ed ra9amo 0509987123", { other_party_phone: "+966509987123" }],
    ["buyer is Ahmed 0551234567 selling my ps5 for 1500", { other_party_phone: "+966551234567" }],
    ["ابيع ايفون 13 بـ 1400 والمشتري 0551234567", { other_party_phone: "+966551234567" }],
    ["the seller, 0551234567, wants 3000 riyals", { other_party_phone: "+966551234567" }],
  ]);
});

describe("names of people", () => {
  reads("parcel_delivery", [
    ["Receiver is Ms. Marites, 0568841207", { recipient_name: "Marites", recipient_phone: "+966568841207" }],
    ["تستلمها منيرة بنت خالتي", { recipient_name: "منيرة" }],
    ["كرتون عسل لجارتنا ام سعد اللي نقلت حايل", { recipient_name: "ام سعد", to_city: "Hail" }],
    ["خذوا من عندي كرتون معمول وسلموه لابو فهد", { recipient_name: "ابو فهد", contents: "معمول" }],
    ["ابي اوصل طرد لام خالد في الدمام", { recipient_name: "ام خالد" }],
    ["send a box to Abu Fahad in Dammam", { recipient_name: "Abu Fahad" }],
    ["wdo hdyat 9di8ti reem 3la riyadh", { recipient_name: "reem" }],
    ["ودوها حق رفيجي خميس المزروعي", { recipient_name: "خميس المزروعي" }],
    ["نفسي يوصلوا لابن عمي محمود في تبوك", { recipient_name: "محمود" }],
    ["لواحد اسمه سامح 0567720914", { recipient_name: "سامح", recipient_phone: "+966567720914" }],
    ["carry it to my aunt. She's called Nadia Rahman", { recipient_name: "Nadia Rahman" }],
    ["ويستلمها الأستاذ يحيى عقيلي", { recipient_name: "يحيى عقيلي" }],
    ["l sa7bi Kareem fel Jubail", { recipient_name: "Kareem" }],
  ]);
  reads("clinic_booking", [
    ["skin doctor in Jeddah, patient name Aisha Siddiqui", { patient: "Aisha Siddiqui" }],
    ["the doctor I want, his name is Sameh Fathy", { doctor: "Sameh Fathy" }],
  ]);
  reads("hotel_booking", [["7jz fndg b esm Noora Al Doseri", { name: "Noora Al Doseri" }]]);
  it.each([
    ["parcel_delivery", "astlmoh mni bkra", "recipient_name"],
    ["parcel_delivery", "ارسل شنطة لامي في جدة", "recipient_name"],
    ["parcel_delivery", "طرد من الرياض لابو عريش", "recipient_name"],
    ["parcel_delivery", "خذ اغراض من ام محمد ووصلها للرياض", "recipient_name"],
    ["parcel_delivery", "send a box to Abu Arish", "recipient_name"],
    ["clinic_booking", "موعد عظام وترى أنا على كرسي متحرك", "name"],
    ["parcel_delivery", "استلموها من أختي منى في جدة", "recipient_name"],
    ["gov_paperwork", "w ana naym bl bait wallah", "name"],
    ["gov_paperwork", "انا نايم بالبيت", "name"],
    ["clinic_booking", "skin doctor, patient name Aisha Siddiqui", "name"],
    ["clinic_booking", "the doctor I want, his name is Sameh Fathy", "name"],
  ])("are not seen by %s in «%s»", (service, text, field) => {
    expect(valuesIn(service, text)).not.toHaveProperty(field);
  });
});

describe("places that are told in passing", () => {
  reads("parcel_delivery", [
    [
      "قرص عقيلي حق بنتي اللي تدرس بالرياض وانا الحين بالخبر وابي احد ياخذه مني",
      { from_city: "Khobar", to_city: "Riyadh" },
    ],
    ["ابي احد يودي شنطتي لبنتي بالجبيل", { to_city: "Jubail" }],
    ["my mum lives in Abha, I'm in Dammam, send her medicine", { from_city: "Dammam", to_city: "Abha" }],
    ["عميلنا في الخبر ينتظر الملفات وهي عندنا بجدة", { from_city: "Jeddah", to_city: "Khobar" }],
    ["طرد من دبي يجي عندنا الدمام", { from_city: "Dubai", to_city: "Dammam" }],
    [
      "ana fel dammam w 3ayez ab3at shanta le akhoya elly fe tanta",
      { from_city: "Dammam", to_city: "Tanta" },
    ],
  ]);
  reads("parcel_delivery", [
    ["my aunt in Hail left her glasses at our place", { to_city: "Hail" }],
    ["خالي رجع بيشة ونسي محفظته عندنا", { to_city: "Bisha" }],
    ["a5ooya safar Najran w nesy el charger 3andy f Jeddah", { from_city: "Jeddah", to_city: "Najran" }],
    [
      "he flew back to Tabuk without his laptop, it is with me in Riyadh",
      { to_city: "Tabuk", from_city: "Riyadh" },
    ],
    ["أمي في الطايف تبي ترسل لي قهوة على الدمام", { from_city: "Taif" }],
    ["خذوا الطرد من اختي في جدة ووصلوه الرياض", { from_city: "Jeddah", to_city: "Riyadh" }],
    ["ابا اوصلهن صلالة", { to_city: "Salalah" }],
    ["kartoon ywsal ll dmam", { to_city: "Dammam" }],
    ["khwi rj3 tabuk, wdoha lh", { to_city: "Tabuk" }],
    ["a client in Yanbu ordered a vase from me", { to_city: "Yanbu" }],
    ["عينات تروح الخبر", { to_city: "Khobar" }],
    ["الزبون ف نجران مستني عبايات ومندوبي رجع مصر", { to_city: "Najran" }],
  ]);
  reads("hotel_booking", [
    ["I live in Jeddah, need a hotel in Makkah", { city: "Makkah" }],
    ["نازلين جدة ومش هنطلع الهدا، عايزين مكان نبات فيه", { city: "Jeddah" }],
    ["ضيف يصلنا من عمّان، ولا سكن له: الرياض، ليلتان", { city: "Riyadh" }],
    ["hanroo7 abha w 3ayzin 7aga 2orayeba men abha mall", { city: "Abha" }],
    ["نزور المدينة لأول مرة", { city: "Medina" }],
  ]);
  reads("b2b_matchmaking", [
    ["مصنعنا في جدة ونبي موزع في الرياض", { city: "Riyadh" }],
    ["مزرعتنا في الجوف تنتج الزيت، ونريد موزعًا في تبوك", { city: "Tabuk" }],
  ]);
  reads("clinic_booking", [["انا في بيشة بس ابي دكتور في ابها", { city: "Abha" }]]);
  reads("virtual_office", [
    ["we are based in London and want a mailing address in Riyadh", { city: "Riyadh" }],
  ]);
});

describe("numbers of accounts and bills", () => {
  reads("payment_on_behalf", [
    ["edf3 3anni fatoora 210 riyal, ra8m el fatoora 55678012", { account_or_bill_no: "55678012" }],
    ["Kindly pay SEC account 10045522871, SAR 3,482.50", { account_or_bill_no: "10045522871" }],
    ["فاتورة المويه 20455667 بـ 300", { account_or_bill_no: "20455667" }],
    ["حساب الكهرباء ٣٠٠١٨٨٤٥ عليه ٤٥٠ ريال", { account_or_bill_no: "٣٠٠١٨٨٤٥" }],
    ["invoice INV-2231, 4,500 SAR", { account_or_bill_no: "INV-2231" }],
    ["sadad number 88776655", { account_or_bill_no: "88776655" }],
  ]);
  it.each(["فاتورة ٢١٠ ريال", "pay the bill, 450000 riyals", "فاتورة جوالي 0551234567"])(
    "are not seen in «%s»",
    (text) => {
      expect(valuesIn("payment_on_behalf", text)).not.toHaveProperty("account_or_bill_no");
    },
  );
});

describe("counts", () => {
  reads("hotel_booking", [
    ["three singles in Dammam", { rooms: 3 }],
    ["2 double rooms", { rooms: 2, room_type: "double" }],
    ["room for 2", { guests: 2 }],
    ["كلنا ثمانية", { guests: 8 }],
  ]);
  reads("virtual_office", [
    ["قاعه نجتمع فيها 12 رجال", { people: 12, kind: "meeting_room" }],
    ["9a3a l 10 ash5a9", { people: 10 }],
    ["seats 30", { people: 30 }],
    ["قاعة تكفي عشرين", { people: 20 }],
  ]);
  reads("insurance_request", [
    ["3 عربيات محتاجين تأمين", { quantity: 3, kind: "vehicle" }],
    ["مسافرين ونبي تأمين سفر حق ستة", { quantity: 6, kind: "travel" }],
  ]);
  reads("gov_paperwork", [["٣ موظفين جدد محتاج لهم رخص عمل", { quantity: 3 }]]);
  reads("parcel_delivery", [
    ["collect 5 bundle of cotton cloth", { quantity: 5 }],
    ["3ndi 40 kartoon 36oor", { quantity: 40 }],
  ]);
  reads("shopping_mediation", [["I'd like two of the blue mugs", { quantity: 2 }]]);
  it("are none of a noun in the plural alone", () => {
    expect(valuesIn("b2b_matchmaking", "مورد أكياس ورقية للمخابز")).not.toHaveProperty("quantity");
  });
});

describe("one hour of several", () => {
  reads("clinic_booking", [
    ["ضرسي ضرب مني ف نص الليل، دكتور اسنان انهارده 8 بليل", { date: "2026-11-22", time: "20:00" }],
  ]);
});

describe("options that an article tells apart", () => {
  reads("c2c_mediation", [
    ["بايع هايلوكس 2014 ف جده", { role: "sell" }],
    ["البايع يطلب 5000", { role: "buy" }],
    ["الشاري ينتظر ردكم", { role: "sell" }],
  ]);
});

describe("ends of a stay", () => {
  reads("hotel_booking", [
    ["checking in December 17 and out on the 20th", { checkin: "2026-12-17", checkout: "2026-12-20" }],
    ["من أربعة ديسمبر لي سبعة ديسمبر", { checkin: "2026-12-04", checkout: "2026-12-07" }],
  ]);
});

describe("days that are only told of", () => {
  it.each([
    ["legal_consultation", "فصلوني يوم 1 نوفمبر", "preferred_date"],
    ["clinic_booking", "I fell on Friday", "date"],
  ])("are none of %s in «%s»", (service, text, field) => {
    expect(valuesIn(service, text)).not.toHaveProperty(field);
  });
  reads("clinic_booking", [
    ["fell on Friday, need an x-ray appointment tomorrow", { date: "2026-11-23" }],
    ["tayy7 mn yom el jom3a w abi maw3ed bukra el 3asr", { date: "2026-11-23", time: "16:00" }],
  ]);
  reads("parcel_delivery", [
    ["خذوها بكرة ووصلوها الخميس", { pickup_date: "2026-11-23", deadline: "2026-11-26" }],
    ["يجب أن يكون بين يديه يوم الخميس على أبعد تقدير", { deadline: "2026-11-26" }],
    ["ودي يوصلها آخر شي الخميس", { deadline: "2026-11-26" }],
    ["lazm tw9lha bl ktheer yom el 5mees", { deadline: "2026-11-26" }],
    ["it must be with him on Thursday at the latest", { deadline: "2026-11-26" }],
    ["يكون عنده بالكتير التلات", { deadline: "2026-11-24" }],
  ]);
});

describe("papers in Arabizi", () => {
  reads("gov_paperwork", [
    ["e9amti tentehi 15 december abgha ajaddedha", { doc_type: "iqama_renewal", expiry: "2026-12-15" }],
    ["jaddedo el e9ama", { doc_type: "iqama_renewal" }],
    ["tagdeed el ekama, betkhlas 5 december", { doc_type: "iqama_renewal", expiry: "2026-12-05" }],
  ]);
});

describe("what only leads to the request", () => {
  reads("clinic_booking", [
    ["وعندي عرس الجمعه ابي جلديه بالخبر باجر الساعه ٧ المسا", { date: "2026-11-23", time: "19:00" }],
    ["child specialist in dammam today evening 6pm", { date: "2026-11-22", time: "18:00" }],
  ]);
  reads("payment_on_behalf", [
    ["ادفعوه عني متين وعشرة ريال", { amount: { amountMinor: 21000, currency: "SAR" } }],
  ]);

  it("is no thing to send («سأرسل»)", () => {
    expect(valuesIn("parcel_delivery", "سأرسل من الرياض إلى دبي ثلاث نسخ مطبوعة").contents).not.toBe("سأرسل");
  });

  it.each(["كرتون متين من جدة للرياض", "كرتون متين وثلاث شنط من جدة للرياض"])(
    "is no number where it says how strong a box is (%s)",
    (text) => {
      expect(Object.values(valuesIn("parcel_delivery", text))).not.toContain(200);
      expect(Object.values(valuesIn("parcel_delivery", text))).not.toContain(203);
    },
  );
});

describe("a price that is wanted for a thing", () => {
  reads("c2c_mediation", [
    ["ببيع سوني ٥ مستعمل وابي فيه ١٦٠٠", { price: { amountMinor: 160_000, currency: "SAR" } }],
    ["ببيع ثلاجة وعايز فيها ٣٠٠٠", { price: { amountMinor: 300_000, currency: "SAR" } }],
    ["أبيع كنبًا وأريد فيه ٥٠٠ ريال", { price: { amountMinor: 50_000, currency: "SAR" } }],
    ["abi3 ps5 w abi feeh 1600", { price: { amountMinor: 160_000, currency: "SAR" } }],
  ]);
});

describe("an end so many months on", () => {
  reads("storage_rental", [
    [
      "تخزين عفش بجدة من اول الشهر الجاي لين ارجع من السفر بعد ٣ شهور",
      { date: "2026-12-01", duration: "P3M" },
    ],
    ["عفش بجدة من اول ديسمبر لين اول مارس", { date: "2026-12-01", end_date: "2027-03-01" }],
    [
      "store my furniture from 1 December until I am back in 3 months",
      { date: "2026-12-01", duration: "P3M" },
    ],
  ]);
});

describe("whose the appointment is", () => {
  reads("clinic_booking", [
    ["بنتي ريم حرارتها ما نزلت، ابي دكتورة اطفال", { patient: "بنتي ريم" }],
    ["عايز دكتور اطفال، ابني يوسف سخن", { patient: "ابني يوسف" }],
    ["أخي محمد يحتاج طبيب عظام", { patient: "أخي محمد" }],
    ["binti sara 6 sneen, abi doctor atfal", { patient: "binti sara", patient_age: 6 }],
    ["My son Omar has ear pain, ENT in Jeddah", { patient: "My son Omar" }],
    ["بنتي طلعت لها حبوب، ابي دكتورة جلدية", { patient: "بنتي" }],
    ["my wife may need a dermatologist", { patient: "my wife" }],
    ["ولدي عمره ٩ سنين، موعد عيون", { patient: "ولدي", patient_age: 9 }],
  ]);
});

describe("parts of the day", () => {
  it.each([
    "ولدي من امس وهو يصيح من اذنه ما نمنا الليل ابغى دكتور اليوم",
    "بنتي سخنت البارح الليل، ابي دكتورة اطفال بالرياض",
    "ابني سخن من امبارح بالليل عايز دكتور اطفال",
    "تكح طول الليل وابي لها دكتور",
    "لم أستطع النوم الليل كله من ألم ضرسي، أريد طبيب أسنان",
    "binti ma namat allail, abi doctor atfal b riyadh",
    "My son was coughing all evening, pediatrician in Jeddah please",
  ])("are no wish where they only tell: %s", (text) => {
    expect(valuesIn("clinic_booking", text)).not.toHaveProperty("time");
  });
  reads("clinic_booking", [
    ["ابي دكتور اسنان بالليل", { time: "21:00" }],
    ["ولدي تعبان، ابي دكتور اطفال العصر", { time: "16:00" }],
    ["عايز دكتور عيون بكرة بالليل", { date: "2026-11-23", time: "21:00" }],
    ["أريد موعدًا لدى طبيب عظام صباح الأربعاء", { time: "09:00" }],
    ["abi doctor atfal bokra bellail", { date: "2026-11-23", time: "21:00" }],
    ["I couldn't sleep, dentist tomorrow morning please", { date: "2026-11-23", time: "09:00" }],
    ["ما نمنا الليل، ابي دكتور الساعة ٨ مساء", { time: "20:00" }],
  ]);
});
