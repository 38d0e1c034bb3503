import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { describe, expect, it } from "vitest";
import { findPhones, isMobile } from "../../src/language/people/phones.ts";
import { expectSound, expectSoundOnAnyText } from "./finder.ts";

const plain = "+966501234567";

/** [variety, text, the words found, the number] */
const good: readonly (readonly [string, string, string, string])[] = [
  ["gulf", "جوالي 0501234567", "0501234567", plain],
  ["gulf", "رقمي ٠٥٠١٢٣٤٥٦٧ كلموني", "٠٥٠١٢٣٤٥٦٧", plain],
  ["gulf", "هذا رقم المستلم 501234567", "501234567", plain],
  ["gulf", "دقوا على 966501234567", "966501234567", plain],
  ["gulf", "رقم اختي ٠٥٠ ١٢٣ ٤٥٦٧ بالرياض", "٠٥٠ ١٢٣ ٤٥٦٧", plain],
  ["gulf", "ارسلوا على00966501234567", "00966501234567", plain],
  ["gulf", "ابي اوصل 3 كراتين والرقم 0501234567", "0501234567", plain],
  ["egyptian", "رقمي 01012345678 في القاهرة", "01012345678", "+201012345678"],
  ["egyptian", "كلموني على ‎+20 100 123 4567‏ بكرة", "+20 100 123 4567", "+201001234567"],
  ["egyptian", "التليفون ٠٠٢٠١٠١٢٣٤٥٦٧٨", "٠٠٢٠١٠١٢٣٤٥٦٧٨", "+201012345678"],
  ["egyptian", "نمرتي في السعودية 050-123-4567", "050-123-4567", plain],
  ["msa", "رقم الجوال: +966 50 123 4567.", "+966 50 123 4567", plain],
  ["msa", "للتواصل: (966+) أو 966-50-123-4567", "966-50-123-4567", plain],
  ["msa", "هاتف المكتب ۰۱۱۲۳۴۵۶۷۸", "۰۱۱۲۳۴۵۶۷۸", "+966112345678"],
  ["msa", "الرقم الموحد هاتف 920012345", "920012345", "+966920012345"],
  ["arabizi", "raqmi 0501234567 shokran", "0501234567", plain],
  ["arabizi", "ana Khalid 0501234567", "0501234567", plain],
  ["english", "Majid 0501234567", "0501234567", plain],
  ["english", "for Abu Jabr 0501234567", "0501234567", plain],
  ["arabizi", "jawali 05 0123 4567", "05 0123 4567", plain],
  ["arabizi", "ra2mi 971501234567", "971501234567", "+971501234567"],
  ["english", "call me at +966 (50) 123-4567", "+966 (50) 123-4567", plain],
  ["english", "my number is +44 20 7946 0958", "+44 20 7946 0958", "+442079460958"],
  ["english", "+9660501234567", "+9660501234567", plain],
  ["english", "phone: 0041 79 123 45 67 thanks", "0041 79 123 45 67", "+41791234567"],
  ["english", "https://wa.me/966501234567", "966501234567", plain],
  ["english", "2 guests, 0501234567, 3 nights", "0501234567", plain],
  ["english", "+٩٦٦٥٠١٢٣٤٥٦٧", "+٩٦٦٥٠١٢٣٤٥٦٧", plain],
  // Whose it is, or where it stands, is no account's number; «سجل» says to write it down.
  ["gulf", "سجل رقم 0501234567", "0501234567", plain],
  ["gulf", "سجل 0501234567", "0501234567", plain],
  ["gulf", "صاحب العقد 0501234567", "0501234567", plain],
  ["english", "my no on the contract 0501234567", "0501234567", plain],
  ["gulf", "رقم صاحب العداد 0501234567", "0501234567", plain],
  ["gulf", "رقم مستلم الطلب 0501234567", "0501234567", plain],
  ["gulf", "البلاغ: 0501234567", "0501234567", plain],
  ["msa", "رقم الجوال المسجل في العقد 0501234567", "0501234567", plain],
  ["arabizi", "rakam sa7eb el 3addad 0501234567", "0501234567", plain],
  // Said digit by digit, or in small groups.
  [
    "gulf",
    "رقمي صفر خمسة صفر واحد اثنين ثلاثة اربعة خمسة ستة سبعة",
    "صفر خمسة صفر واحد اثنين ثلاثة اربعة خمسة ستة سبعة",
    plain,
  ],
  ["gulf", "جوالي صفر خمسة صفر ١٢٣ اربعة ٥٦٧", "صفر خمسة صفر ١٢٣ اربعة ٥٦٧", plain],
  ["gulf", "٠ ٥ ٠ ١ ٢ ٣ ٤ ٥ ٦ ٧", "٠ ٥ ٠ ١ ٢ ٣ ٤ ٥ ٦ ٧", plain],
  [
    "egyptian",
    "نمرتي زيرو خمسه زيرو واحد اتنين تلاته اربعه خمسه سته سبعه",
    "زيرو خمسه زيرو واحد اتنين تلاته اربعه خمسه سته سبعه",
    plain,
  ],
  [
    "msa",
    "الرقم: صفر، خمسة وخمسون، واحد، اثنان، ثلاثة وأربعون، ستة، خمسة، سبعة",
    "صفر، خمسة وخمسون، واحد، اثنان، ثلاثة وأربعون، ستة، خمسة، سبعة",
    "+966551243657",
  ],
  [
    "arabizi",
    "raqmi sefr khamsa sefr wa7ed etnain talata arba3a khamsa sitta sab3a",
    "sefr khamsa sefr wa7ed etnain talata arba3a khamsa sitta sab3a",
    plain,
  ],
  [
    "english",
    "my number is oh five zero, one two three, four five six seven",
    "oh five zero, one two three, four five six seven",
    plain,
  ],
  [
    "english",
    "zero double five one two three four five six seven",
    "zero double five one two three four five six seven",
    "+966551234567",
  ],
];

const bad: readonly (readonly [string, string, string])[] = [
  ["gulf", "جوالي 050123456", "050123456"],
  ["gulf", "رقمي 05012345678", "05012345678"],
  ["egyptian", "تليفوني 0501234", "0501234"],
  ["msa", "رقم الهاتف: ٩٦٦٥٠١٢٣٤٥٦", "٩٦٦٥٠١٢٣٤٥٦"],
  ["arabizi", "jawali 05012345", "05012345"],
  ["english", "+96650123456", "+96650123456"],
  ["english", "call 00123456789012", "00123456789012"],
];

const none: readonly (readonly [string, string])[] = [
  ["gulf", "وين طلبي 20418"],
  ["gulf", "هويتي 1000000008"],
  ["gulf", "رقم الهوية 1012345672"],
  ["gulf", "ابغى فندق بـ 500 ريال من 5-12-2026 الى 8-12-2026"],
  ["egyptian", "طلب رقم 5012345678901"],
  ["msa", "رقم الآيبان SA0380000000608010167519"],
  ["msa", "رقم الآيبان SA03 8000 0000 6080 1016 7519"],
  ["msa", "الرمز البريدي 12345 والرقم الإضافي 6789"],
  ["msa", "سداد 051234567890"],
  ["arabizi", "order 0501234567"],
  ["gulf", "رقم السجل 0501234567"],
  ["gulf", "رقم البلاغ 0501234567"],
  ["msa", "العقد رقم 0501234567"],
  ["english", "contract no 0501234567"],
  ["english", "tracking number 0551234567890"],
  ["english", "card 5111 1111 1111 1118"],
  ["english", "code AB0501234567"],
  ["english", "see https://shop.example.com/p/0501234567"],
  ["english", "in 2026, 300 riyals, 3 rooms"],
  ["english", "1500.00"],
  ["gulf", "واحد اثنين ثلاثة اربعة خمسة ستة سبعة ثمانية تسعة"],
  ["english", "one two three, testing"],
];

describe("isMobile", () => {
  it.each([
    ["+966501234567", true],
    ["+966112345678", false],
    ["+966920012345", false],
    ["+966800123456", false],
    ["+201012345678", true],
    ["+442079460958", true],
  ])("says of %s: %s", (e164, expected) => {
    expect(isMobile(e164)).toBe(expected);
  });
});

describe("findPhones", () => {
  it("takes no Saudi mobile that the library refuses, and reads all that it takes", () => {
    for (let range = 0; range < 1000; range++) {
      const e164 = `+9665${String(range).padStart(3, "0")}12345`;
      const expected = parsePhoneNumberFromString(e164)?.isValid() ? e164 : undefined;
      const [found] = findPhones(e164);
      expect(found?.value.type === "phone" ? found.value.e164 : undefined).toBe(expected);
    }
  });

  it.each(good)("finds a number (%s: %s)", (_, text, words, e164) => {
    const found = findPhones(text);
    expectSound(text, found);
    expect(found.map(({ value, text: exact }) => [exact, value])).toEqual([[words, { type: "phone", e164 }]]);
  });

  it.each(bad)("says that a number cannot be one (%s: %s)", (_, text, words) => {
    const found = findPhones(text);
    expectSound(text, found);
    expect(found.map(({ value, text: exact }) => [exact, value.type])).toEqual([[words, "bad"]]);
  });

  it.each(none)("leaves other numbers alone (%s: %s)", (_, text) => {
    expect(findPhones(text)).toEqual([]);
  });

  it("finds the numbers of two people", () => {
    const text = "المرسل 0501234567 المستلم 0551234567";
    expect(findPhones(text).map(({ value }) => value)).toEqual([
      { type: "phone", e164: plain },
      { type: "phone", e164: "+966551234567" },
    ]);
    expect(findPhones("0501234567-0551234567")).toHaveLength(2);
    expect(findPhones("0501234567/0551234567")).toHaveLength(2);
  });

  it("is sound on any text", () => {
    expectSoundOnAnyText(findPhones, ["0501234567", "+966", "50 123 4567", "00", "جوالي", "wa.me/", "٠٥٠"]);
  });
});
