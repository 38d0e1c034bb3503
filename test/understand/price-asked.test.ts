import { describe, expect, it } from "vitest";
import { asksPrice, asksWhetherIncluded } from "../../src/understand/wishes/price-asked.ts";
import { wordsOf } from "../../src/understand/words.ts";

const asks = (text: string): boolean => asksPrice(wordsOf(text));

describe("asksPrice", () => {
  it.each([
    "كم بتاخذون علي",
    "كم تطلبون مقابلها",
    "هتاخدو كام",
    "بتحسبوا كام على التوصيلة",
    "طيب كم المجموع",
    "كم الكشفيه",
    "كم تكلفتها أولًا؟",
    "بكم الحبة",
    "كم بالشهر",
    "hatakhdo kam 3ala keda?",
    "kam bel shahar?",
    "bkam el wa7da",
    "الاستشارة بفلوس؟",
    "هل الخدمة مجانية ولا بفلوس",
    "is it free",
    "طب الدكتور دا بياخد كام",
    "والمحاسب بياخد كام؟",
    "el doctor byakhod kam",
  ])("hears a price asked for in «%s»", (text) => {
    expect(asks(text)).toBe(true);
  });

  it.each([
    "كم المدة",
    "الدكتور بياخد كام يوم",
    "المندوب بياخد وقت كام",
    "كم شخصًا يُسمح في الغرفة؟",
    "كم ليلة اقل شي",
    "كم باقي سؤال",
    "كم تاخذ",
    "عندي كم كرتون وابي ارسلهم بكره للرياض مع واحد يعرف الطريق",
    "the total is 300",
    "kam yom",
    "السعر شامل الفطار؟",
    "الفطار داخل في السعر ولا لأ",
    "الإلغاء مجاني؟",
    "is parking free",
    "دفعت بفلوس ابوي",
  ])("hears none in «%s»", (text) => {
    expect(asks(text)).toBe(false);
  });
});

describe("asksWhetherIncluded", () => {
  it.each(["والسعر شامل الفطار؟", "الفطار داخل في السعر", "is breakfast included in the price"])(
    "hears it in «%s»",
    (text) => {
      expect(asksWhetherIncluded(wordsOf(text))).toBe(true);
    },
  );

  it.each(["كم السعر شامل الفطور", "السعر شامل الضريبة؟", "how much is it including delivery", "كم السعر"])(
    "leaves «%s» a question of price or tax",
    (text) => {
      expect(asksWhetherIncluded(wordsOf(text))).toBe(false);
    },
  );
});
