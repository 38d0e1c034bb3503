import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  findEstablishmentNumbers,
  findIbans,
  findNationalIds,
  findOrderRefs,
  findUrls,
  findVatNumbers,
  isLuhn,
} from "../../src/language/people/ids.ts";
import { expectSound, expectSoundOnAnyText } from "./finder.ts";

type Rows = readonly (readonly [variety: string, text: string, words: string, id: string])[];
const wrong = "bad checksum";
const show = (value: { type: string; id?: string }): string => value.id ?? wrong;

describe("isLuhn", () => {
  it("passes the vector of the national id", () => {
    expect(isLuhn("1000000008")).toBe(true);
    expect(isLuhn("4111111111111111")).toBe(true);
  });

  it("catches any one wrong digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = [..."1000000008"];
        digits[at] = String((Number(digits[at]) + by) % 10);
        return !isLuhn(digits.join(""));
      }),
    );
  });
});

describe("findNationalIds", () => {
  const rows: Rows = [
    ["gulf", "هويتي 1000000008", "1000000008", "1000000008"],
    ["gulf", "رقم اقامته ٢٠٠٠٠٠٠٠٠٦ للعامل", "٢٠٠٠٠٠٠٠٠٦", "2000000006"],
    ["gulf", "الهوية 1000 000 008", "1000 000 008", "1000000008"],
    ["gulf", "رقم الاقامه 2000000007", "2000000007", wrong],
    ["egyptian", "رقم الإقامة بتاعي 2000000006", "2000000006", "2000000006"],
    ["egyptian", "ده رقم الهوية ۱۰۰۰۰۰۰۰۰۸", "۱۰۰۰۰۰۰۰۰۸", "1000000008"],
    ["msa", "رقم الهوية الوطنية: 1000000008.", "1000000008", "1000000008"],
    ["msa", "رقم الهوية 1000000009", "1000000009", wrong],
    ["msa", "السجل المدني (1000000008)", "1000000008", "1000000008"],
    ["arabizi", "raqam el iqama 2000000006", "2000000006", "2000000006"],
    ["arabizi", "howeyti 1000000008", "1000000008", "1000000008"],
    ["english", "my iqama is 2000000006", "2000000006", "2000000006"],
    ["english", "ID: 1000000008, thanks", "1000000008", "1000000008"],
    ["english", "id 1000-000-008", "1000-000-008", "1000000008"],
    ["english", "national id 1234567890", "1234567890", wrong],
  ];
  it.each(rows)("finds an id (%s: %s)", (_, text, words, id) => {
    const found = findNationalIds(text);
    expectSound(text, found);
    expect(found.map(({ value, text: exact }) => [exact, show(value)])).toEqual([[words, id]]);
  });

  it.each([
    "جوالي 0501234567",
    "7001234567",
    "BR-1000000008",
    "12345",
    "10000000080",
    "SA0310000000081000000008",
    "1000000008@mail.com",
  ])("leaves other numbers alone (%s)", (text) => {
    expect(findNationalIds(text)).toEqual([]);
  });

  it("is sound on any text", () => {
    expectSoundOnAnyText(findNationalIds, ["1000000008", "1000 000 008", "هوية", "iqama"]);
  });
});

describe("findEstablishmentNumbers", () => {
  const rows: Rows = [
    ["gulf", "رقم المنشأة 7001234567", "7001234567", "7001234567"],
    ["gulf", "الرقم الموحد ٧٠٠١٢٣٤٥٦٧", "٧٠٠١٢٣٤٥٦٧", "7001234567"],
    ["egyptian", "رقم المنشأة بتاعتنا 7009876543", "7009876543", "7009876543"],
    ["msa", "الرقم الموحد للمنشأة: 700 123 4567", "700 123 4567", "7001234567"],
    ["arabizi", "raqam el monsha2a 7001234567", "7001234567", "7001234567"],
    ["english", "unified number 7001234567.", "7001234567", "7001234567"],
  ];
  it.each(rows)("finds a number (%s: %s)", (_, text, words, id) => {
    const found = findEstablishmentNumbers(text);
    expectSound(text, found);
    expect(found.map(({ value, text: exact }) => [exact, show(value)])).toEqual([[words, id]]);
  });

  it("leaves phones and ids alone", () => {
    expect(findEstablishmentNumbers("0701234567 و 1000000008 و 70012345678")).toEqual([]);
  });
});

describe("findVatNumbers", () => {
  it.each([
    ["الرقم الضريبي 310122393500003", "310122393500003"],
    ["VAT no. 310122393500003", "310122393500003"],
    ["الرقم الضريبي ٣١٠١٢٢٣٩٣٥٠٠٠٠٣", "310122393500003"],
  ])("finds a number (%s)", (text, id) => {
    expect(findVatNumbers(text).map(({ value }) => show(value))).toEqual([id]);
  });

  it("asks for a 3 at both ends", () => {
    expect(findVatNumbers("310122393500004 210122393500003")).toEqual([]);
  });
});

describe("findIbans", () => {
  const vector = "SA0380000000608010167519";
  const rows: Rows = [
    ["gulf", "ايباني SA0380000000608010167519", "SA0380000000608010167519", vector],
    ["gulf", "الايبان sa0380000000608010167519 الراجحي", "sa0380000000608010167519", vector],
    ["gulf", "حسابي SA٠٣٨٠٠٠٠٠٠٠٦٠٨٠١٠١٦٧٥١٩", "SA٠٣٨٠٠٠٠٠٠٠٦٠٨٠١٠١٦٧٥١٩", vector],
    ["egyptian", "ده الايبان SA03 8000 0000 6080 1016 7519", "SA03 8000 0000 6080 1016 7519", vector],
    [
      "egyptian",
      "حسابي في مصر EG380019000500000000263180002",
      "EG380019000500000000263180002",
      "EG380019000500000000263180002",
    ],
    ["msa", "رقم الآيبان: SA03-8000-0000-6080-1016-7519.", "SA03-8000-0000-6080-1016-7519", vector],
    ["msa", "رقم الآيبان SA0380000000608010167518", "SA0380000000608010167518", wrong],
    ["msa", "رقم الآيبان SA038000000060801016751", "SA038000000060801016751", wrong],
    ["arabizi", "el iban SA 03 8000 0000 6080 1016 7519", "SA 03 8000 0000 6080 1016 7519", vector],
    ["english", "IBAN AE070331234567890123456", "AE070331234567890123456", "AE070331234567890123456"],
    [
      "english",
      "pay to GB29 NWBK 6016 1331 9268 19 please",
      "GB29 NWBK 6016 1331 9268 19",
      "GB29NWBK60161331926819",
    ],
    ["english", "my iban is SA03800000006080101675190", "SA03800000006080101675190", wrong],
  ];
  it.each(rows)("finds an IBAN (%s: %s)", (_, text, words, id) => {
    const found = findIbans(text);
    expectSound(text, found);
    expect(found.map(({ value, text: exact }) => [exact, show(value)])).toEqual([[words, id]]);
  });

  it.each(["SA 2026", "DE 12 apples", "USA0380000000608010167519", "SAR 45000"])(
    "leaves others alone (%s)",
    (text) => {
      expect(findIbans(text)).toEqual([]);
    },
  );

  it("is sound on any text", () => {
    expectSoundOnAnyText(findIbans, [vector, "SA03", "8000 0000", "GB29", "SA"]);
  });
});

describe("findUrls", () => {
  const rows: Rows = [
    [
      "gulf",
      "اشتروا لي هذا https://www.noon.com/saudi-ar/p/123?o=a1",
      "https://www.noon.com/saudi-ar/p/123?o=a1",
      "https://www.noon.com/saudi-ar/p/123?o=a1",
    ],
    ["gulf", "الرابط amazon.sa/dp/B0123، ابي حبتين", "amazon.sa/dp/B0123", "https://amazon.sa/dp/B0123"],
    [
      "egyptian",
      "عايز ده من jumia.com.eg/phone.html",
      "jumia.com.eg/phone.html",
      "https://jumia.com.eg/phone.html",
    ],
    ["egyptian", "هاتولي ده (https://x.com/a_(b)).", "https://x.com/a_(b)", "https://x.com/a_(b)"],
    ["msa", "المنتج على http://example.org/صفحة", "http://example.org/صفحة", "http://example.org/صفحة"],
    ["msa", "رابط المنتج: noon.com/abc؟", "noon.com/abc", "https://noon.com/abc"],
    ["arabizi", "eshteroli men shein.com law sama7t", "shein.com", "https://shein.com"],
    ["english", "buy this www.ebay.com/itm/1, please", "www.ebay.com/itm/1", "https://www.ebay.com/itm/1"],
    ["english", "it's on bit.ly/3abC.", "bit.ly/3abC", "https://bit.ly/3abC"],
    [
      "english",
      "Location: maps.app.goo.gl/xYz123",
      "maps.app.goo.gl/xYz123",
      "https://maps.app.goo.gl/xYz123",
    ],
  ];
  it.each(rows)("finds a link (%s: %s)", (_, text, words, url) => {
    const found = findUrls(text);
    expectSound(text, found);
    expect(found.map(({ value, text: exact }) => [exact, value])).toEqual([[words, url]]);
  });

  it.each(["me@noon.com", "ok.thanks", "3.5 kg", "hello.me", "e.g. this", "...", "10.5.2026"])(
    "sees none where there is none (%s)",
    (text) => {
      expect(findUrls(text)).toEqual([]);
    },
  );

  it("is sound on any text", () => {
    expectSoundOnAnyText(findUrls, ["https://", "noon.com/", "www.x.sa", "(", ")", "t.me/x", "a@b.com"]);
  });
});

describe("findOrderRefs", () => {
  const rows: Rows = [
    ["gulf", "وين طلبي BR-20418", "BR-20418", "BR-20418"],
    ["gulf", "وين طلبي ٢٠٤١٨", "٢٠٤١٨", "BR-20418"],
    ["gulf", "الغوا الطلب رقم 20418", "20418", "BR-20418"],
    ["gulf", "ب ر 20418 وش صار عليه", "ب ر 20418", "BR-20418"],
    ["gulf", "كنسل حجزي 20418 لو سمحت", "20418", "BR-20418"],
    ["egyptian", "الأوردر 20418 وصل فين", "20418", "BR-20418"],
    ["egyptian", "فين الشحنة رقم ٢٠٤١٨؟", "٢٠٤١٨", "BR-20418"],
    ["egyptian", "بي ار 20418 اتأخر ليه", "بي ار 20418", "BR-20418"],
    ["msa", "ما حالة الطلب (BR-20418)؟", "BR-20418", "BR-20418"],
    ["msa", "أود متابعة المعاملة رقم ٢٠٤١٨", "٢٠٤١٨", "BR-20418"],
    ["msa", "۲۰۴۱۸", "۲۰۴۱۸", "BR-20418"],
    ["msa", "الرقم 20418", "20418", "BR-20418"],
    ["arabizi", "wain talabi 20418", "20418", "BR-20418"],
    ["arabizi", "raqam el talab br20418", "br20418", "BR-20418"],
    ["arabizi", "el order 20418 feen", "20418", "BR-20418"],
    ["english", "br 20418", "br 20418", "BR-20418"],
    ["english", "where is order #20418?", "20418", "BR-20418"],
    ["english", "cancel BR20418 please", "BR20418", "BR-20418"],
    ["english", "track 20418", "20418", "BR-20418"],
    ["english", "#20418", "20418", "BR-20418"],
    ["english", "what about B.R. 20418", "B.R. 20418", "BR-20418"],
    ["english", "BR–20418", "BR–20418", "BR-20418"],
  ];
  it.each(rows)("finds an order (%s: %s)", (_, text, words, ref) => {
    const found = findOrderRefs(text);
    expectSound(text, found);
    expect(found.map(({ value, text: exact }) => [exact, value])).toEqual([[words, ref]]);
  });

  it.each([
    "ميزانيتي 20000 ريال",
    "ابي 15000 كرتون",
    "الرمز البريدي 12345",
    "سداد 123456",
    "طلب بقيمة 20000 ريال",
    "رقم الفاتورة 45678",
    "كود 483920",
    "جوالي 0501234567",
    "order 1234",
    "BR-0123",
    "abr 20418",
    "I need 20000 boxes",
    "SAR 12500",
    "RRRD2929",
    "https://noon.com/20418",
    "tracking number 123456789",
    "10500.50",
    "من 10000 إلى 20000",
  ])("leaves other numbers alone (%s)", (text) => {
    expect(findOrderRefs(text)).toEqual([]);
  });

  it("finds two orders in one message", () => {
    expect(findOrderRefs("الغ BR-20418 و BR-20419").map(({ value }) => value)).toEqual([
      "BR-20418",
      "BR-20419",
    ]);
    expect(findOrderRefs("طلبي 20418 و 20419").map(({ value }) => value)).toEqual(["BR-20418", "BR-20419"]);
  });

  it("is sound on any text", () => {
    expectSoundOnAnyText(findOrderRefs, ["BR-", "20418", "طلب رقم", "ب ر", "br 20418", "ريال", "order"]);
  });
});
