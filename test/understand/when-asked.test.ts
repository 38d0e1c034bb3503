/** That it is asked when, or how long it takes: of a form, of an order, and where nothing of the kind is asked. */
import { describe, expect, it } from "vitest";
import { asksWhen, asksWhenAtAll } from "../../src/understand/wishes/when-asked.ts";
import { wordsOf } from "../../src/understand/words.ts";
import { asking, gist, holding, read, readingBack } from "./reader.ts";

describe("asksWhen", () => {
  it.each([
    "متى الموعد بالضبط؟",
    "ومتى الرد",
    "امتى التوصيل",
    "هتوصل امتى",
    "كم يوما تستغرق",
    "how long",
    "ok but how long",
    "and how long exactly",
    "when will I get it back?",
    "when do I get an answer",
    "bas kam yom",
  ])("hears it of what is being ordered: %s", (text) => {
    expect(asksWhen(wordsOf(text))).toBe(true);
  });

  it.each([
    "how long is the sofa",
    "as long as you can",
    "when I get back from Dubai",
    "متى طلبي",
    "الموعد بكره",
    "متى نزلتوا الاسعار",
    "كم شخص",
    "كم يوم اجازه عندكم في العيد الكبير والصغير",
  ])("leaves alone: %s", (text) => {
    expect(asksWhen(wordsOf(text))).toBe(false);
  });
});

describe("asksWhenAtAll", () => {
  it.each(["متى بتكلموني؟", "متى تردون علي", "what about my hotel, when do i hear?", "emta hatkalemoni"])(
    "hears it of what was ordered: %s",
    (text) => {
      expect(asksWhenAtAll(wordsOf(text))).toBe(true);
      expect(gist(read(text))).toEqual(["order_status"]);
    },
  );

  it.each(["كلموني", "خلوا احد يكلمني متى ما فضيتوا اليوم او بكره الصبح", "متى تفتحون", "اتصلوا علي"])(
    "leaves alone: %s",
    (text) => {
      expect(asksWhenAtAll(wordsOf(text))).toBe(false);
    },
  );
});

describe("a question beside what the form waits for", () => {
  it("is answered beside the number", () => {
    expect(gist(read("0501112223 ومتى الموعد بالضبط؟", asking("patient_name", "name")))).toContain(
      "office.duration",
    );
  });

  const business = readingBack("business_accounts", { kind: "vat_return", phone: "+966555321654" });
  it.each(["ok but how long", "when will I get it back?"])("is answered under a read-back: %s", (text) => {
    expect(gist(read(text, business))).toEqual(["office.duration"]);
  });
});

describe("a question behind the number", () => {
  const car = holding("insurance_request", "phone", { kind: "vehicle", details: "كامري" });

  it("is heard by its mark, where it says nothing new of the form", () => {
    expect(gist(read("0512349876 السيارة باسم زوجتي عادي؟", car))).toEqual(["answers", "wish"]);
  });

  it("is none without a mark, or where it gives something", () => {
    expect(gist(read("0512349876 السيارة باسم زوجتي", car))).not.toContain("wish");
    expect(gist(read("0512349876 يبدأ بكرة؟", car))).not.toContain("wish");
  });
});
