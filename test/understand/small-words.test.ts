/** Where a thing's words end at what no list holds: Arabizi without vowels, wishes joined by «ف», verbs told by their ending. */
import { describe, expect, it } from "vitest";
import { beginsElse, isEnglishNoun, isSmall } from "../../src/understand/texts/small-words.ts";
import { wordsOf } from "../../src/understand/words.ts";
import { valuesIn } from "./values-in.ts";

const lastOf = (text: string) => {
  const word = wordsOf(text).at(-1);
  if (!word) throw new Error("no word");
  return word;
};

describe("isSmall", () => {
  it.each(["abi kotob fl", "abi kotob mnha", "abi kotob 7gi", "abi kotob bta3o", "abi kotob 3ndhom"])(
    "knows a preposition without its vowels (%s)",
    (text) => {
      expect(isSmall(lastOf(text))).toBe(true);
    },
  );

  it.each(["abi fool", "abi sabon", "abi mobile", "abi 3afsh"])("leaves nouns alone (%s)", (text) => {
    expect(isSmall(lastOf(text))).toBe(false);
  });
});

describe("beginsElse", () => {
  it.each(["كنبة فأبي", "نظارة ومش", "سيكل كبروا", "تمر نبا", "كتب جاهزين", "فرش تخلص"])(
    "sees that something else is said (%s)",
    (text) => {
      expect(beginsElse(lastOf(text))).toBe(true);
    },
  );

  it.each(["عسل وسمن", "كيس حلوى", "علب تمور", "جهاز تكييف", "صندوق تحف"])(
    "sees a thing goes on (%s)",
    (text) => {
      expect(beginsElse(lastOf(text))).toBe(false);
    },
  );
});

describe("isEnglishNoun", () => {
  it('takes "law" for the noun where nobody writes Arabizi', () => {
    expect(isEnglishNoun(lastOf("a book on law"))).toBe(true);
    expect(isEnglishNoun(lastOf("abi a3raf law"))).toBe(false);
  });
});

describe("the bounds of a thing", () => {
  it.each([
    ["storage_rental", "contents", "abi a5zn dolab fl dmam shhrin", "dolab"],
    ["shopping_mediation", "item", "shroli shnta mn nike", "shnta"],
    ["shopping_mediation", "item", "6lbo li fostan mn noon", "fostan"],
    ["c2c_mediation", "item", "abi abee3 el scooter bta3y b 900 ryal", "scooter"],
    ["parcel_delivery", "contents", "عندي ثلاث علب عسل سدر أبا أوصلهن صلالة", "عسل سدر"],
    ["parcel_delivery", "contents", "أبا أطرش حاله خمسة كيلو لبان من صلالة", "لبان"],
    ["storage_rental", "contents", "وين أحط طقم الكنب فأبي لكم مستودع شهر", "طقم الكنب"],
    ["c2c_mediation", "item", "عندي سيكل جبلي كبروا عليه عيالي ودي أبيعه", "سيكل جبلي"],
    ["c2c_mediation", "item", "اتفقت مع جاري أن أشتري منه مكيفًا كبيرًا بـ 400 ريال", "مكيفًا كبيرًا"],
    [
      "c2c_mediation",
      "item",
      "a man in Abha is selling a generator and I want to buy it safely",
      "generator",
    ],
    ["c2c_mediation", "item", "وحدة بالسناب تبيع آيباد وأبي أشتريه منها", "آيباد"],
    ["shopping_mediation", "item", "my boss wants a leather wallet from Montblanc", "leather wallet"],
    ["data_report", "subject", "مسح أسعار عن مضخات المياه – التسليم 15 ديسمبر", "مضخات المياه"],
    [
      "legal_consultation",
      "topic",
      "opinion on the delay clause in our supply contract",
      "delay clause in our supply contract",
    ],
    ["c2c_mediation", "item", "لقيت سيارة بموقع حراج وأبي أشتريها عن طريقكم", "سيارة"],
    ["c2c_mediation", "item", "واحدة بتبيع ماكينة خياطة وخايفة أحول لها", "ماكينة خياطة"],
    ["c2c_mediation", "item", "ابي ابدل ساعتي بجوال مع واحد", "ساعتي"],
    ["shopping_mediation", "item", "ابي سماعة بلوتوث من جرير", "سماعة بلوتوث"],
    ["shopping_mediation", "item", "دوروا لي أرخص سعر طابعة واطلبوها", "طابعة"],
    ["shopping_mediation", "item", "zojti tabi saa3a mn dubai mall", "saa3a"],
    ["storage_rental", "contents", "عندي كنب ومكيفات وين أحطها لين نرجع", "كنب ومكيفات"],
    ["storage_rental", "contents", "going abroad for a year, need somewhere for my furniture", "furniture"],
    ["b2b_matchmaking", "product", "looking for a packaging supplier", "packaging"],
    ["b2b_matchmaking", "product", "نحن مصنع أغذية ونسعى إلى موزعين في الخليج", "أغذية"],
    ["data_report", "subject", "market study about pet food pdf please", "pet food"],
    ["gov_paperwork", "activity", "ابي سجل تجاري لمطعم", "مطعم"],
    [
      "storage_rental",
      "contents",
      "where can I keep our dining set and cots for 8 months in Khobar?",
      "dining set and cots",
    ],
    ["parcel_delivery", "contents", "ابي اطرش لامي قهوة وهيل للقصيم", "قهوة وهيل"],
    ["shopping_mediation", "item", "get me 2 cordless drills bought from Saco", "cordless drills"],
    ["payment_on_behalf", "provider", "ادفعوا رسوم الغرفة التجارية ١٢٠٠", "الغرفة التجارية"],
    ["payment_on_behalf", "provider", "حجزت في فندق الصفوة ويبون ألف ريال، تدفعون عني؟", "فندق الصفوة"],
    ["document_writing", "details", "ابي سيرة ذاتية لمعلم رياضيات", "معلم رياضيات"],
    ["document_writing", "details", "ابي كتاب رسمي موجه لمدير التعليم عن نقل ولدي", "نقل ولدي"],
    ["shopping_mediation", "item", "1 kilo za3faran mn el hofuf, shofo el asli", "za3faran"],
    ["storage_rental", "contents", "العربية هتقعد من غيري سبع شهور", "العربية"],
    ["payment_on_behalf", "provider", "سددوا اشتراك ولدي في نادي الوحدة 300 ريال", "نادي الوحدة"],
    ["payment_on_behalf", "provider", "فاتورة الاتصالات السعودية 200 ريال", "الاتصالات السعودية"],
    ["payment_on_behalf", "provider", "فاتورة السعودية للكهرباء 200 ريال", "السعودية للكهرباء"],
    ["legal_consultation", "topic", "ابي رأي محامي في فسخ عقد العمل قبل مدته", "فسخ عقد العمل قبل مدته"],
    [
      "data_report",
      "subject",
      "abi drast soog 3n el m6a3m fl mstshfyat, el tsleem 20 dec",
      "el m6a3m fl mstshfyat",
    ],
    ["document_writing", "details", "ابي خطاب مرتب عن الحفر قدام المدرسة", "الحفر قدام المدرسة"],
    ["hotel_booking", "near", "غرفة جنب برج الساعة على طول", "برج الساعة"],
    ["telecom_lookup", "problem", "my line 0501234567 with Zain has no data", "no data"],
    ["business_accounts", "period", "مسير الرواتب لشهر ديسمبر", "ديسمبر"],
    ["parcel_delivery", "contents", "شنطة لواحد اسمه ماجد في الخبر", "شنطة"],
  ])("%s %s: %s", (service, field, text, expected) => {
    expect(valuesIn(service, text)[field]).toBe(expected);
  });

  it.each([
    ["b2b_matchmaking", "product", "ابي موزع شاطر في جدة"],
    ["document_writing", "details", "فتحت الوورد سكرته وأبي أحد يكتب لي سيرة ذاتية"],
    ["government_liaison", "subject", "ننسق عن طريقكم مع وزارة التعليم"],
    ["storage_rental", "contents", "فيه عندكم غرف بقفل خاص ومفتاح معي؟"],
    ["storage_rental", "contents", "We're moving abroad for two years, keep it in Riyadh"],
    ["parcel_delivery", "contents", "تقدرون تستلمون طرد من المطار وتجيبونه لي"],
    ["parcel_delivery", "contents", "المطلوب: استلام 3 طرود من المستودع، التسليم في ينبع"],
    ["b2b_matchmaking", "product", "عايزين شركة شحن نتعاقد معاها سنة"],
    ["b2b_matchmaking", "product", "نبي موزع معتمد في المملكة"],
    ["data_report", "subject", "دراسة جدوى معتمدة"],
    ["c2c_mediation", "item", "الراجل عايز عربون قبل ما أشوفها"],
    ["c2c_mediation", "item", "peer to peer sale, I need both sides protected"],
    ["document_writing", "details", "صيغة تظلم لوزارة الموارد"],
    ["document_writing", "details", "ابي شكوى مكتوبة للسكن الجامعي"],
    ["payment_on_behalf", "provider", "حولوا للفندق مباشرة عن ضيفنا"],
    ["payment_on_behalf", "provider", "the bill for the flat is 742 riyals, pay it for me"],
    ["payment_on_behalf", "provider", "حجزت بالتلفون ويبون ألف ريال، تدفعون عني؟"],
    ["clinic_booking", "patient", "بيت ولدي يكفينا، أبي موعد أسنان في الدمام"],
    ["b2b_matchmaking", "product", "المورد القديم سابنا ونبي مورد"],
    ["storage_rental", "contents", "تخزين أرشيف: 15 مترا في الرياض"],
  ])("takes no word that names nothing (%s %s: %s)", (service, field, text) => {
    expect(valuesIn(service, text)[field]).toBeUndefined();
  });
});
