import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  codeDigits,
  codeLetters,
  findLinkCode,
  readLinkWish,
  shownCode,
} from "../../src/conversation/customer/link-words.ts";
import { findSecrets } from "../../src/language/guarded/secrets.ts";

const letter = fc.constantFrom(...codeLetters);
const digit = fc.constantFrom(...codeDigits);
const anyCode = fc
  .tuple(letter, digit, letter, letter, digit, letter, digit, letter)
  .map((parts) => parts.join(""));

describe("readLinkWish", () => {
  it.each([
    "أنا نفسي اللي على التليجرام",
    "انا نفس الشخص اللي كلمتكم على الواتساب",
    "ترا انا اللي راسلتكم على الواتس",
    "انا كمان على الواتساب",
    "انا نفس الشخص بتاع التليجرام",
    "عندي محادثة ثانية معكم على التلقرام",
    "اربط حسابي",
    "اربطوا حسابي بالواتساب لو سمحتوا",
    "أبغى أربط حساباتي",
    "أريد دمج المحادثتين",
    "رمز الربط",
    "ana nafsi elly 3al telegram",
    "ana elly kalamtokom 3al whatsapp",
    "erbot 7esabi",
    "I am also on WhatsApp",
    "I'm the same person from Telegram",
    "hi, I'm on telegram too",
    "I also write to you on WhatsApp",
    "I have another chat with you on Telegram",
    "link my accounts please",
    "can you merge my chats",
  ])("hears in «%s» that the sender writes elsewhere, too", (text) => {
    expect(readLinkWish(text)).toEqual({ type: "link" });
  });

  it.each([
    "عندكم واتساب؟",
    "كلمتكم على الواتساب وما رديتوا",
    "هل أنتم على التليجرام",
    "ابي رقمكم على الواتساب",
    "are you on WhatsApp?",
    "I wrote to you on WhatsApp and nobody answered",
    "send me the bill on whatsapp",
    "أبي تصميم موقع",
    "ربط السجل التجاري بالتأمينات",
    "أبي أجمع بضاعة من جدة",
    "وين طلبي",
    "رقمي على الواتساب 0501234567",
    "connect my internet",
  ])("leaves «%s» alone", (text) => {
    expect(readLinkWish(text)).toBeUndefined();
  });
});

describe("findLinkCode", () => {
  it("finds every code, however it is typed", () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (const typed of [
          shownCode(code),
          code,
          code.toLowerCase(),
          `الرمز: ${shownCode(code)}`,
          `my code is ${shownCode(code).toLowerCase()}, thanks`,
          `\u2068${shownCode(code)}\u2069`,
        ])
          expect(findLinkCode(typed)).toBe(code);
      }),
    );
  });

  it("is never given as what is taken for a secret", () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (const typed of [
          shownCode(code),
          `رمز الربط: ${shownCode(code)}`,
          `الكود هو ${shownCode(code)}`,
          `my code is ${shownCode(code)}`,
        ])
          expect(findSecrets(typed, { askedForCode: false })).toEqual([]);
      }),
    );
  });

  it.each([
    "RRRD2929",
    "BR-20418",
    "abc 1234",
    "G-123456",
    "SA03 8000",
    "k4m",
    "flight SV 1020",
    "b2c c2b",
    "3ayez a7gez",
  ])("takes «%s» for none", (text) => {
    expect(findLinkCode(text)).toBeUndefined();
  });
});
