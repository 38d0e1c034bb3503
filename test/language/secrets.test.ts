import { describe, expect, it } from "vitest";
import { findSecrets, redact } from "../../src/language/guarded/secrets.ts";
import { expectSound, expectSoundOnAnyText } from "./finder.ts";

/** [variety, text, kind, the secret's own words] */
const secrets: readonly (readonly [string, string, "code" | "password" | "card", string])[] = [
  ["gulf", "الرمز 4821", "code", "4821"],
  ["gulf", "جاني رمز التحقق 482913", "code", "482913"],
  ["gulf", "هذا رمز نفاذ ٤٧", "code", "٤٧"],
  ["gulf", "نفاذ 47", "code", "47"],
  ["gulf", "الكود اللي وصلني ٥٥٢١", "code", "٥٥٢١"],
  ["gulf", "رمز ابشر هو 9931", "code", "9931"],
  ["gulf", "رمز بوابة ابشر 456789", "code", "456789"],
  ["gulf", "كود ناجز ٤٥٦٧٨٩", "code", "٤٥٦٧٨٩"],
  ["msa", "رمز النفاذ الوطني الموحد 47", "code", "47"],
  ["msa", "رمز البوابة الإلكترونية 456789", "code", "456789"],
  ["english", "the najiz app code is 456789", "code", "456789"],
  ["gulf", "4821 هذا الرمز", "code", "4821"],
  ["gulf", "خذ الكود: 12-34-56", "code", "12-34-56"],
  ["gulf", "رقم نفاذ 83 وافقت", "code", "83"],
  ["gulf", "كلمة السر حق ابشر Ali@1234", "password", "Ali@1234"],
  ["gulf", "الباسورد: khalid2020", "password", "khalid2020"],
  ["gulf", "الرقم السري ١٢٣٤", "password", "١٢٣٤"],
  ["gulf", "باسوردي هو الهلال", "password", "الهلال"],
  ["gulf", "رقم البطاقة 4111 1111 1111 1111", "card", "4111 1111 1111 1111"],
  ["gulf", "بطاقتي مدى ٤٤٠٦٤٧٠٠٠٠٠٠٠٠٠٧", "card", "٤٤٠٦٤٧٠٠٠٠٠٠٠٠٠٧"],
  ["egyptian", "الكود اللي جالي 739201", "code", "739201"],
  ["egyptian", "كود التفعيل بتاعي ٦٦٠١", "code", "٦٦٠١"],
  ["egyptian", "739201 ده الكود", "code", "739201"],
  ["egyptian", "الباسورد بتاعي Ahmed#99", "password", "Ahmed#99"],
  ["egyptian", "كلمة السر هي mama123", "password", "mama123"],
  ["egyptian", "الفيزا بتاعتي 5555 5555 5555 4444", "card", "5555 5555 5555 4444"],
  ["egyptian", "كارت ميزة 5078031111111119", "card", "5078031111111119"],
  ["msa", "رمز التحقق الخاص بك هو 4829", "code", "4829"],
  ["msa", "رمز التحقق: 482913. لا تشاركه مع أحد", "code", "482913"],
  ["msa", "رمز الدخول المؤقت ٩٩٠١٢٣", "code", "٩٩٠١٢٣"],
  ["msa", "كود التأكيد (55217)", "code", "55217"],
  ["msa", "كلمة المرور: Qwerty!23", "password", "Qwerty!23"],
  ["msa", "كلمة المرور هي شمس2020", "password", "شمس2020"],
  ["msa", "الرقم السري للبطاقة هو 4471", "password", "4471"],
  ["msa", "رقم البطاقة الائتمانية: 4012888888881881", "card", "4012888888881881"],
  ["msa", "البطاقة ٣٧٨٢٨٢٢٤٦٣١٠٠٠٥", "card", "٣٧٨٢٨٢٢٤٦٣١٠٠٠٥"],
  ["arabizi", "el code 4821", "code", "4821"],
  ["arabizi", "ramz el ta7a2o2 482913", "code", "482913"],
  ["arabizi", "nafath 47", "code", "47"],
  ["arabizi", "el otp elly wesel 7788", "code", "7788"],
  ["arabizi", "kelmet el ser howa ali1234", "password", "ali1234"],
  ["arabizi", "el password: sara@55", "password", "sara@55"],
  ["arabizi", "el visa 4111-1111-1111-1111", "card", "4111-1111-1111-1111"],
  ["english", "OTP 123456", "code", "123456"],
  ["english", "Your OTP is 771 204. Do not share it.", "code", "771 204"],
  ["english", "my verification code is 4821", "code", "4821"],
  ["english", "123456 is my code", "code", "123456"],
  ["english", "G-482913 is the code", "code", "G-482913"],
  ["english", "code: G-482913", "code", "G-482913"],
  ["english", "the pin is 4471", "code", "4471"],
  ["english", "cvv 123", "code", "123"],
  ["english", "activation code a1b2c3", "code", "a1b2c3"],
  ["english", "nafath number 38", "code", "38"],
  ["english", "my password is hunter2", "password", "hunter2"],
  ["english", "password: correcthorse", "password", "correcthorse"],
  ["english", "user ali pass Abc12345", "password", "Abc12345"],
  ["english", "S3cret!x is my password", "password", "S3cret!x"],
  ["english", "pay with 4111111111111111 exp 12/27", "card", "4111111111111111 exp 12/27"],
  ["english", "4111111111111111, 12/27, cvv 123 thanks", "card", "4111111111111111, 12/27, cvv 123"],
  ["english", "card 6011111111111117", "card", "6011111111111117"],
  ["english", "amex 3782 822463 10005", "card", "3782 822463 10005"],
  ["english", "visa4222222222222", "card", "4222222222222"],
  ["mixed", "الـ OTP حقي 551920 عجلوا", "code", "551920"],
  ["mixed", "password حق ابشر Fahad_77", "password", "Fahad_77"],
  ["gulf", "كلمة السر حقتي في ابشر Ali@12345", "password", "Ali@12345"],
  ["gulf", "كلمة السر اللي في ابشر Ali@12345 جددوا لي", "password", "Ali@12345"],
  ["gulf", "كلمة سر حسابي بابشر Ali@12345", "password", "Ali@12345"],
  ["gulf", "الرقم السري حقي في الراجحي 4471", "password", "4471"],
  ["gulf", "الباسورد حقي على نفاذ ٧٧٣١٠٩", "password", "٧٧٣١٠٩"],
  ["gulf", "خذوا كلمة السر هذي Ali@12345", "password", "Ali@12345"],
  ["gulf", "باسورد الواي فاي: abcd", "password", "abcd"],
  ["gulf", "باسورد الواي فاي حقنا: 12345678", "password", "12345678"],
  ["gulf", "كلمة سر الراوتر 88776655", "password", "88776655"],
  ["msa", "كلمة مرور الخزنة الكبيرة: 9911", "password", "9911"],
  ["arabizi", "el password bta3 el wifi: sala7", "password", "sala7"],
  ["english", "wifi password: hello123", "password", "hello123"],
  ["english", "password for the guest network = welcome", "password", "welcome"],
  ["egyptian", "الباسورد بتاع الايميل بتاعي Ahmed#99", "password", "Ahmed#99"],
  ["egyptian", "كلمة السر بتاعتي على الايميل Mona_2020", "password", "Mona_2020"],
  ["msa", "كلمة المرور الخاصة بي في منصة أبشر هي Ali@12345", "password", "Ali@12345"],
  ["msa", "كلمة المرور لحسابي في نفاذ Sara#2020", "password", "Sara#2020"],
  ["arabizi", "el password bta3i fe absher ali@1234", "password", "ali@1234"],
  ["english", "my password in Absher is Ali@12345", "password", "Ali@12345"],
  ["english", "the password of my account on absher Ali@12345", "password", "Ali@12345"],
];

const innocents: readonly (readonly [string, string])[] = [
  ["gulf", "وين طلبي 20418"],
  ["gulf", "كود الطلب 20418"],
  ["gulf", "نسيت كلمة السر"],
  ["gulf", "نسيت كلمة السر 3 مرات وقفل الحساب"],
  ["gulf", "الرمز ينتهي خلال 5 دقايق"],
  ["gulf", "ما جاني رمز التحقق"],
  ["gulf", "ارسلوا الرمز على 0501234567"],
  ["gulf", "جوالي 0501234567"],
  ["gulf", "سداد رقم المفوتر 901 ورقم الفاتورة 4000000000002"],
  ["gulf", "هويتي 1000000008"],
  ["gulf", "اقامتي 2000000006 ابي اجددها"],
  ["gulf", "ميزانيتي 4500 ريال"],
  ["gulf", "كود الخصم SALE20"],
  ["gulf", "عندي كود خصم AB1234 ينفع؟"],
  ["gulf", "الشقة رقم 1204 برج النخيل"],
  ["gulf", "السر في الشغل الطيب 1000 ريال"],
  ["egyptian", "نسيت الباسورد بتاعي"],
  ["egyptian", "الباسورد مش شغال"],
  ["egyptian", "كود الدولة 20"],
  ["egyptian", "الأوردر رقم 20418 فين"],
  ["egyptian", "رقمي 01012345678"],
  ["egyptian", "عايز 4 اوض من 15 ل 20"],
  ["egyptian", "كلمة السر غلط"],
  ["msa", "الرمز البريدي 12345"],
  ["msa", "رمز بريدي 12345"],
  ["msa", "كود الدولة 966"],
  ["msa", "رمز المنطقة 011"],
  ["msa", "رقم الآيبان SA0380000000608010167519"],
  ["msa", "رقم التتبع 4111111111111111"],
  ["msa", "رقم البوليصة ٤٠١٢٨٨٨٨٨٨٨٨١٨٨١"],
  ["msa", "الرقم الموحد 7001234567"],
  ["msa", "الرقم الضريبي 310122393500003"],
  ["msa", "رمز المنتج 88213"],
  ["msa", "كلمة المرور يجب أن تكون 8 أحرف"],
  ["msa", "ما سياسة كلمات المرور لديكم؟"],
  ["msa", "تغيير كلمة المرور في 2026-11-22"],
  ["msa", "العنوان الوطني RRRD2929"],
  ["msa", "الموعد 15/3/2026 الساعة 4:30"],
  ["arabizi", "code el khasm SALE20"],
  ["arabizi", "nseet el password"],
  ["arabizi", "talabi 20418 wain"],
  ["arabizi", "jawali 0501234567"],
  ["arabizi", "3ayez 2 ghoraf b 500 riyal"],
  ["english", "what is the password policy?"],
  ["english", "I forgot my password"],
  ["english", "the password is wrong"],
  ["english", "password must be 8 characters"],
  ["english", "the code expires in 10 minutes"],
  ["english", "I did not get the code"],
  ["english", "postal code 12345"],
  ["english", "the gate code is 4821"],
  ["gulf", "رمز البوابة ٤٨٢١"],
  ["egyptian", "كود باب العمارة 4821"],
  ["english", "promo code SAVE50"],
  ["english", "country code +966"],
  ["english", "order 20418"],
  ["english", "order number 4111111111111111"],
  ["english", "IMEI 490154203237518"],
  ["english", "AWB 4012888888881881"],
  ["english", "tracking AB4111111111111111"],
  ["english", "4111 1111 1111 1112"],
  ["english", "SADAD 4000000000002"],
  ["english", "drop a pin at building 1204"],
  ["english", "I pass by at 5 pm"],
  ["english", "budget SAR 1500 for 3 nights"],
  ["english", "dress code for 20 guests"],
  ["english", "call +44 20 7946 0958"],
  ["english", "zip 90210"],
  ["gulf", "كلمة السر في ابشر غلط"],
  ["gulf", "كلمة السر حقتي في ابشر ما تشتغل من 2024"],
  ["gulf", "غيرت كلمة السر في 2024"],
  ["gulf", "غيرت كلمة السر في ابشر 3 مرات"],
  ["gulf", "نسيت كلمة السر حقتي في ابشر وجوالي 0501234567"],
  ["gulf", "كلمة السر اللي في ابشر ضاعت وطلبي 20418"],
  ["gulf", "نسيت كلمة السر وطلبي: 20418"],
  ["gulf", "نسيت كلمة السر، رقم الطلب: 20418"],
  ["gulf", "كلمة السر غلط: ما تفتح"],
  ["gulf", "باسورد الواي فاي مو شغال"],
  ["english", "password policy: eight characters"],
  ["egyptian", "الباسورد على الايميل مش راضي"],
  ["english", "my password in Absher expired in 2024"],
  ["english", "I changed the password on 2026-11-22"],
];

describe("findSecrets", () => {
  it.each(secrets)("finds a secret (%s: %s)", (_, text, kind, words) => {
    const found = findSecrets(text, { askedForCode: false });
    expectSound(text, found);
    expect(found.map(({ value, text: exact }) => [value, exact])).toEqual([[kind, words]]);
  });

  it.each(innocents)("lets an innocent message through (%s: %s)", (_, text) => {
    expect(findSecrets(text, { askedForCode: false })).toEqual([]);
  });

  it("is tried on more than a hundred messages", () => {
    expect(secrets.length).toBeGreaterThanOrEqual(50);
    expect(innocents.length).toBeGreaterThanOrEqual(50);
  });

  it.each([
    ["482913", "482913"],
    ["٤٨٢١", "٤٨٢١"],
    ["47", "47"],
    ["هذا هو 4821", "4821"],
    ["wasalni 4821", "4821"],
  ])("takes a bare number for the code when one was asked for (%s)", (text, words) => {
    expect(findSecrets(text, { askedForCode: true }).map(({ value, text: exact }) => [value, exact])).toEqual(
      [["code", words]],
    );
    expect(findSecrets(text, { askedForCode: false })).toEqual([]);
  });

  it.each(["0501234567", "4 ليالي", "طلبي 20418", "ما وصلني شي", "500 ريال", "الرمز البريدي 12345"])(
    "takes other answers for what they are when a code was asked for (%s)",
    (text) => {
      expect(findSecrets(text, { askedForCode: true })).toEqual([]);
    },
  );

  it("finds several kinds in one message", () => {
    const text = "المستخدم ali الباسورد: Abc@123 ورمز التحقق 482913 والبطاقة 4111111111111111";
    const found = findSecrets(text, { askedForCode: false });
    expectSound(text, found);
    expect(found.map(({ value }) => value)).toEqual(["password", "code", "card"]);
  });

  it("is sound on any text", () => {
    const words = [
      "رمز",
      "4111111111111111",
      "password:",
      "OTP",
      "1234",
      "كلمة السر",
      "هو",
      "code is",
      "4111 1111",
    ];
    expectSoundOnAnyText((text) => findSecrets(text, { askedForCode: true }), words);
    expectSoundOnAnyText((text) => findSecrets(text, { askedForCode: false }), words);
  });
});

describe("redact", () => {
  it("leaves the words and takes the secrets away", () => {
    const text = "رمز التحقق 4821 وكلمة السر: Abc@123";
    const found = findSecrets(text, { askedForCode: false });
    expect(redact(text, found)).toBe("رمز التحقق ••• وكلمة السر: •••");
  });

  it("leaves nothing that a second reading still finds", () => {
    for (const [, text] of secrets) {
      const once = redact(text, findSecrets(text, { askedForCode: false }));
      expect(findSecrets(once, { askedForCode: false })).toEqual([]);
    }
  });
});
