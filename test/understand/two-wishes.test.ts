/** Messages with two wishes, and those that only seem to have two. */
import { describe, expect, it } from "vitest";
import { commandsAt } from "../../src/understand/wishes/asking.ts";
import { chanceOfTwo, type Side, type Split } from "../../src/understand/wishes/two-wishes.ts";
import { wordsOf } from "../../src/understand/words.ts";
import { gist, read } from "./reader.ts";

const side = (label: string, more: Partial<Side> = {}): Side => ({
  ...{ label, alone: 0.95, inWhole: 0.3, asks: false },
  ...more,
});

const split = (more: Partial<Split> = {}): Split => ({
  ...{ left: side("hotel_booking"), right: side("clinic_booking"), added: false },
  ...more,
});

describe("chanceOfTwo", () => {
  const plain = chanceOfTwo(split());

  it("is a chance", () => {
    const sure = side("hotel_booking", { alone: 1, inWhole: 1, asks: true });
    const unsure = side("clinic_booking", { alone: 0, inWhole: 0 });
    for (const chance of [
      chanceOfTwo(split({ left: sure, right: sure, added: true })),
      chanceOfTwo(split({ left: unsure, right: unsure })),
    ]) {
      expect(chance).toBeGreaterThan(0);
      expect(chance).toBeLessThan(1);
    }
  });

  it.each<[string, Split]>([
    ["the first side asks", split({ left: side("hotel_booking", { asks: true }) })],
    ["the second begins with a word that adds", split({ added: true })],
    ["the whole speaks more of the second", split({ right: side("clinic_booking", { inWhole: 0.6 }) })],
    ["the first is surer alone", split({ left: side("hotel_booking", { alone: 0.99 }) })],
  ])("grows where %s", (_, signs) => {
    expect(chanceOfTwo(signs)).toBeGreaterThan(plain);
  });

  it("is less where what is told is a complaint", () => {
    expect(chanceOfTwo(split({ left: side("complaint") }))).toBeLessThan(plain);
  });
});

describe("commandsAt", () => {
  it.each([
    "جددوا الإقامة",
    "ابعتولي الشنطة",
    "طلعوا لي جواز",
    "وصلوهالي البيت",
    "get me a kettle",
    "jaddedo el iqama",
  ])("finds the command of «%s»", (text) => {
    expect(commandsAt(wordsOf(text), 0)).toBe(true);
  });

  it.each(["دفعوا كل شي أمس", "وصلوا الضيوف", "الجواز خلص", "my parcel", "a book on law"])(
    "finds none in «%s»",
    (text) => {
      expect(commandsAt(wordsOf(text), 0)).toBe(false);
    },
  );
});

describe("a message with two wishes", () => {
  it.each<[string, readonly string[]]>([
    ["ابي محاسب يسوي رواتب الشهر ومستودع صغير بالدمام", ["business_accounts", "storage_rental"]],
    ["محتاجة دكتورة جلدية بكرة وشوفولي فندق ليلتين", ["clinic_booking", "hotel_booking"]],
    ["نحتاج إلى قاعة اجتماعات يوم الاثنين، ونبحث عن فندق للضيوف", ["virtual_office", "hotel_booking"]],
    ["سدد عني فاتورة الكهرباء و جدد استمارة السيارة", ["payment_on_behalf", "gov_paperwork"]],
    ["ترجموا لي العقد، وبعدها ارسلوه للمحامي في دبي", ["document_writing", "parcel_delivery"]],
    ["اكتبوا لي خطاب للجامعة ان ولدي كان مسافر وجددوا اقامة السواق", ["document_writing", "gov_paperwork"]],
    ["book me a dentist for Sunday and insure the van", ["clinic_booking", "insurance_request"]],
    ["a7jezooli fondo2 fi abha w jaddedo el iqama", ["hotel_booking", "gov_paperwork"]],
  ])("is read as both: «%s»", (text, wanted) => {
    expect(gist(read(text))).toEqual(wanted);
  });
});

describe("a message with one wish", () => {
  it.each<[string, string]>([
    ["ابوي تقاعد من شركة التأمين، اشتروا له ساعة من نون", "shopping_mediation"],
    ["اشتروا لي طابعة من جرير ووصلوها لمكتبنا في الخبر", "shopping_mediation"],
    ["my dentist moved and left her bag here, can somebody run it over to her in Khobar", "parcel_delivery"],
    ["جاوا ضيوف من الرياض وابي لهم فندق", "hotel_booking"],
  ])("stays one: «%s»", (text, wanted) => {
    expect(gist(read(text))).toEqual([wanted]);
  });
});

describe("a request that is told in several parts", () => {
  it.each([
    // What one has already.
    ["عندي بقالة ومسجل ضريبة، عايز حد يعملي اقرار القيمة المضافة", ["business_accounts"]],
    ["انا مسجل في الضريبة وعايز اعمل اقرار", ["business_accounts"]],
    ["عندي محل وفاتح سجل تجاري، ابي محاسب يمسك الحسابات", ["business_accounts"]],
    // How it is to be, and what for.
    ["translate my degree from arabic to english, certified, for embassy", ["document_writing"]],
    ["ترجمة شهادتي من العربي للانجليزي، معتمدة، للسفارة", ["document_writing"]],
    // The end of a month is no other thing.
    ["عايز دراسة عن سوق التمور في الرياض والقصيم على اكسل قبل اخر الشهر", ["data_report"]],
  ])("is one: %s", (text, services) => {
    expect(gist(read(text))).toEqual(services);
  });

  it.each([
    ["ابي تقرير عن الكافيهات وتقرير اخر عن المطاعم", ["data_report", "data_report"]],
    ["send a parcel to jeddah, hotel in makkah", ["parcel_delivery", "hotel_booking"]],
    ["عندي محل وابي سجل تجاري، وابي محاسب يمسك الحسابات", ["gov_paperwork", "business_accounts"]],
    ["ابي اسجل في الضريبة وعايز محاسب يمسك الحسابات", ["gov_paperwork", "business_accounts"]],
  ])("is two: %s", (text, services) => {
    expect(gist(read(text))).toEqual(services);
  });
});

describe("a paper that nobody named", () => {
  it.each(["can we get a car from the airport", "cheers. can we also get a car from the airport?"])(
    "is asked about, not begun: %s",
    (text) => {
      expect(gist(read(text))).not.toContain("gov_paperwork");
    },
  );

  it.each(["ابي احد يخلص لي معاملة", "عندي معاملة في الجوازات", "I need to transfer my car ownership"])(
    "is begun where one is surely meant: %s",
    (text) => {
      expect(gist(read(text))).toEqual(["gov_paperwork"]);
    },
  );
});
