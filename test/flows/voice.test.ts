/** What a word list can hear of the office's voice. */
import { describe, expect, it } from "vitest";
import { listenTo, type Spoken } from "../../src/flows/voice.ts";

function heard(text: string, more: Partial<Spoken> = {}): string[] {
  const language = /[\u0600-\u06ff]/.test(text) ? "ar" : "en";
  return listenTo({ kind: "say", language, mayCelebrate: false, text, ...more }).map(
    ({ problem }) => problem,
  );
}

describe("listenTo", () => {
  for (const text of [
    "أدخل رقم الجوال",
    "هل تريد المتابعة؟",
    "عزيزي العميل، وصل طلبك",
    "أرسل رقمك",
    "تواصل معنا غدًا",
    "واختر موعدًا",
    "هل تودين الإلغاء؟",
  ]) {
    it(`hears a command or a guessed gender in «${text}»`, () => {
      expect(heard(text)).toEqual([expect.stringContaining("commands, or guesses")]);
    });
  }

  for (const text of [
    "ما رقم جوال المستلم؟ (مثل \u20680551234567\u2069)",
    "نحتاج رقم الجوال",
    "أكد الفندق الحجز",
    "أرسل الفندق التأكيد",
    "للمتابعة: «أرسل طلبك»",
    "اتصل المندوب الساعة 5:10 عصرًا",
    "Noted: 3 kg, Riyadh to Jeddah.",
    "Send 'enter' to go on",
  ]) {
    it(`has nothing against «${text}»`, () => {
      expect(heard(text)).toEqual([]);
    });
  }

  it("hears system words in both languages", () => {
    expect(heard("حدث خطأ")).toHaveLength(1);
    expect(heard("Invalid number")).toHaveLength(1);
    expect(heard("يصلك غدًا إن شاء الله")).toHaveLength(1);
  });

  it("counts lines and characters", () => {
    expect(heard("أ\nب\nج\nد\nه")).toEqual(["it has 5 lines"]);
    expect(heard("كلمة ".repeat(80))).toEqual(["it has 400 characters"]);
    expect(heard("أ\nب\nج\nد")).toEqual([]);
  });

  it("wants one question in a question", () => {
    expect(heard("المدينة", { kind: "ask" })).toEqual(["a question without a question mark"]);
    expect(heard("ما المدينة؟ وما الحي؟", { kind: "ask" })).toEqual(["it asks 2 questions at once"]);
    expect(heard("ما المدينة؟ (مثل جدة)", { kind: "ask" })).toEqual([]);
  });

  it("grants one ✅ where an order is placed or done, and nothing else", () => {
    expect(heard("سجّلنا طلبك ✅", { mayCelebrate: true })).toEqual([]);
    expect(heard("سجّلنا طلبك ✅")).toEqual(["it has ✅"]);
    expect(heard("سجّلنا طلبك ✅✅", { mayCelebrate: true })).toEqual(["it has ✅ ✅"]);
    expect(heard("أهلًا 🌹", { mayCelebrate: true })).toEqual(["it has 🌹"]);
  });

  it("wants Latin digits, and codes in isolates inside Arabic", () => {
    expect(heard("الساعة ٥")).toEqual(["it has Arabic-Indic digits"]);
    expect(heard("العنوان RRRD2929 مسجل")).toEqual(['"RRRD2929" would be torn apart inside Arabic text']);
    expect(heard("The address RRRD2929 is noted")).toEqual([]);
  });
});
