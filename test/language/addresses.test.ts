import { describe, expect, it } from "vitest";
import { findAddresses, findShortAddresses } from "../../src/language/places/addresses.ts";
import { expectSound, expectSoundOnAnyText } from "./finder.ts";

describe("findShortAddresses", () => {
  it.each([
    ["gulf", "عنواني RRRD2929", "RRRD2929", "RRRD2929"],
    ["gulf", "العنوان الوطني rrrd ٢٩٢٩", "rrrd ٢٩٢٩", "RRRD2929"],
    ["gulf", "RRRD٢٩٢٩", "RRRD٢٩٢٩", "RRRD2929"],
    ["egyptian", "العنوان المختصر بتاعي JENA 3333", "JENA 3333", "JENA3333"],
    ["egyptian", "ده العنوان jena-3333", "jena-3333", "JENA3333"],
    ["msa", "العنوان المختصر: RRRD2929.", "RRRD2929", "RRRD2929"],
    ["msa", "R R R D 2 9 2 9", "R R R D 2 9 2 9", "RRRD2929"],
    ["msa", "رمز العنوان الوطني هو EEAB 12 34", "EEAB 12 34", "EEAB1234"],
    ["arabizi", "3enwani rrrd2929", "rrrd2929", "RRRD2929"],
    ["arabizi", "el 3enwan el watani rrrd 2929", "rrrd 2929", "RRRD2929"],
    ["english", "RRRD 2929", "RRRD 2929", "RRRD2929"],
    ["english", "send it to MQRA7788 please", "MQRA7788", "MQRA7788"],
    ["english", "short address rrrd_2929", "rrrd_2929", "RRRD2929"],
    ["english", "rrrd2929", "rrrd2929", "RRRD2929"],
  ])("finds one (%s: %s)", (_, text, words, short) => {
    const found = findShortAddresses(text);
    expectSound(text, found);
    expect(found.map(({ value, text: exact }) => [exact, value])).toEqual([[words, short]]);
  });

  it.each([
    "I need 1500 riyals",
    "from 2000 to 3000",
    "book 2026",
    "SALE2024",
    "in june 2026",
    "AB12345678",
    "RRRDD2929",
    "RRRD29290",
    "SA0380000000608010167519",
    "rrrd@2929",
    "ABCD 12:30",
  ])("sees none where there is none (%s)", (text) => {
    expect(findShortAddresses(text)).toEqual([]);
  });

  it("is sound on any text", () => {
    expectSoundOnAnyText(findShortAddresses, [
      "RRRD",
      "2929",
      "rrrd2929",
      "عنوان",
      "R R R D 2 9 2 9",
      "٢٩٢٩",
    ]);
  });
});

describe("findAddresses", () => {
  type Row = readonly [string, string, readonly { text: string; city?: string; short?: string }[]];
  const rows: Row[] = [
    [
      "gulf",
      "من الرياض حي الملقا لجدة حي الشاطئ",
      [
        { text: "حي الملقا", city: "Riyadh" },
        { text: "حي الشاطئ", city: "Jeddah" },
      ],
    ],
    ["gulf", "تعالوا لبيتي بحي النرجس", [{ text: "حي النرجس" }]],
    [
      "gulf",
      "حي الياسمين، شارع 15، فيلا 7، RRRD2929",
      [{ text: "حي الياسمين، شارع 15، فيلا 7، RRRD2929", short: "RRRD2929" }],
    ],
    ["gulf", "شارع التحلية بجدة", [{ text: "شارع التحلية", city: "Jeddah" }]],
    ["gulf", "من حي السلام الى حي النسيم الشرقي بكره", [{ text: "حي السلام" }, { text: "حي النسيم الشرقي" }]],
    ["gulf", "طريق الملك فهد برج المملكة الدور ٥", [{ text: "طريق الملك فهد برج المملكة الدور ٥" }]],
    ["gulf", "الموقع https://maps.app.goo.gl/abc12", [{ text: "https://maps.app.goo.gl/abc12" }]],
    ["egyptian", "15 شارع طلعت حرب القاهرة", [{ text: "15 شارع طلعت حرب", city: "Cairo" }]],
    ["egyptian", "شارع الهرم جنب محطة المترو", [{ text: "شارع الهرم جنب محطة المترو" }]],
    ["egyptian", "عمارة 12 شقة 4 شارع عباس العقاد", [{ text: "عمارة 12 شقة 4 شارع عباس العقاد" }]],
    [
      "msa",
      "شارع الأمير محمد بن عبدالعزيز، حي العليا",
      [{ text: "شارع الأمير محمد بن عبدالعزيز، حي العليا" }],
    ],
    ["msa", "مبنى رقم 12، الدور الثاني", [{ text: "مبنى رقم 12، الدور الثاني" }]],
    [
      "msa",
      "حي النرجس شارع أنس بن مالك مبنى ١٢ الرياض 13321",
      [{ text: "حي النرجس شارع أنس بن مالك مبنى ١٢", city: "Riyadh" }],
    ],
    ["msa", "حي الروضة 12345-6789", [{ text: "حي الروضة 12345-6789" }]],
    ["msa", "العنوان الوطني RRRD2929", [{ text: "RRRD2929", short: "RRRD2929" }]],
    ["arabizi", "hay al malqa share3 el ta7lia", [{ text: "hay al malqa share3 el ta7lia" }]],
    ["arabizi", "7ay el nargis, el riyadh", [{ text: "7ay el nargis", city: "Riyadh" }]],
    ["arabizi", "sha2a 5 fe share3 el haram", [{ text: "sha2a 5 fe share3 el haram" }]],
    ["english", "pick up from Al Malqa district, Riyadh", [{ text: "Al Malqa district", city: "Riyadh" }]],
    [
      "english",
      "King Fahd Road, Olaya district, Riyadh",
      [{ text: "King Fahd Road, Olaya district", city: "Riyadh" }],
    ],
    ["english", "I live at 12 Tahlia St", [{ text: "12 Tahlia St" }]],
    [
      "english",
      "building 12, 2nd floor, Prince Sultan street in Jeddah",
      [{ text: "building 12, 2nd floor, Prince Sultan street", city: "Jeddah" }],
    ],
    ["english", "villa 4 near the mosque", [{ text: "villa 4 near the mosque" }]],
  ];
  const cases = rows.map(([variety, text, expected]) => ({ variety, text, expected }));

  it.each(cases)("finds addresses ($variety: $text)", ({ text, expected }) => {
    const found = findAddresses(text);
    expectSound(text, found);
    expect(found.map(({ value }) => value)).toEqual(expected);
  });

  it.each([
    "حي الله من جانا",
    "عن طريق المطار",
    "برج الحمل اليوم",
    "شقة 3 غرف",
    "شقة مفروشة في جدة",
    "دور لي فندق",
    "I am on my way",
    "flat screen",
    "الرياض",
    "a house in Jeddah",
    "https://noon.com/x",
    "by the street",
  ])("sees none where there is none (%s)", (text) => {
    expect(findAddresses(text)).toEqual([]);
  });

  it.each([
    ["غيروا عنوان التسليم إلى حي السلامة شارع صاري 9", "حي السلامة شارع صاري 9"],
    ["حي النرجس شارع العليا ٤٥ الرياض", "حي النرجس شارع العليا ٤٥"],
    ["شارع صاري رقم 7213، شقة 3", "شارع صاري رقم 7213، شقة 3"],
    ["deliver to King Fahd Road 12, villa 4", "King Fahd Road 12, villa 4"],
  ])("takes the house's number behind its street (%s)", (text, address) => {
    expect(findAddresses(text).map(({ value }) => value.text)).toEqual([address]);
  });

  it.each([
    "شارع صاري 9 كيلو",
    "شارع صاري 9 مساء",
    "شارع صاري 9:30",
    "شارع صاري 9.5",
    "شارع صاري 3000",
    "شارع صاري رقم 0501112222",
    "شارع صاري الساعة 9",
  ])("takes no other number for a house's (%s)", (text) => {
    expect(findAddresses(text).map(({ value }) => value.text)).toEqual(["شارع صاري"]);
  });

  it("is sound on any text", () => {
    const words = [
      "حي",
      "الملقا",
      "شارع",
      "الملك",
      "مبنى 12",
      "الرياض",
      "RRRD2929",
      "street",
      "King Fahd",
      "جنب",
      "https://goo.gl/maps/x",
    ];
    expectSoundOnAnyText(findAddresses, words);
  });
});
