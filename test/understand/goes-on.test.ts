/** That something is to go on, or to stay as it is, and what only sounds so. */
import { describe, expect, it } from "vitest";
import { keepsOrder } from "../../src/understand/wishes/keeps.ts";
import { wordsOf } from "../../src/understand/words.ts";
import { asking, read, readBack } from "./reader.ts";

describe("keepsOrder", () => {
  it.each([
    "لا تلغيه",
    "ممكن ما تلغونه",
    "لا تلغي الطلب",
    "لا تلغون الحجز لو سمحتم",
    "لا لا تكنسلها",
    "متلغيش الطلب",
    "ما تلغيهوش",
    "لا ما تلغونه",
    "مش عايز الغيه",
    "ما ابي الغيه",
    "لا أريد أن ألغي الطلب",
    "don't cancel it",
    "please do not cancel my order",
    "I don't want to cancel",
    "la tl3'eh",
    "la telghoon el talab",
    "mesh 3ayez alghi el order",
  ])("leaves it as it is: %s", (text) => {
    expect(keepsOrder(wordsOf(text))).toBe(true);
  });

  it.each([
    "الغيه",
    "لا، الغيه",
    "لا الغه",
    "ابي الغي الطلب",
    "cancel it",
    "no, cancel it",
    "don't send it, cancel it",
    "لا تلغيه بس غير الموعد",
    "why don't you cancel it",
    "لا تتصلون",
    "la, elghi",
    "لا ابي الغيه",
    "لا، أريد إلغاءه",
    "no, I want to cancel",
    "ما ابي الطلب",
  ])("hears no such thing in: %s", (text) => {
    expect(keepsOrder(wordsOf(text))).toBe(false);
  });
});

describe("going on", () => {
  const forms = [undefined, asking("weight_kg"), asking("recipient_name"), readBack("parcel_delivery")];
  it.each(["نكمل", "nkml", "continue", "لا يا وليدي نكمل هنا", "نكمل معكم لو سمحت", "let's continue here"])(
    "goes on with what is open: %s",
    (text) => {
      for (const form of forms) expect(read(text, form).understandings, text).toEqual([{ type: "resume" }]);
    },
  );

  it.each(["كامل", "يا باشا", "هنا", "لا"])("is no going on: %s", (text) => {
    for (const form of forms)
      expect(read(text, form).understandings.map(({ type }) => type)).not.toContain("resume");
  });
});

describe("how long it takes", () => {
  it.each(["وكم تستغرقون", "كم ستستغرق", "طب بتاخدوا قد ايه", "كم راح تطولون", "هتاخدوا وقت قد ايه"])(
    "is asked, and is no answer: %s",
    (text) => {
      for (const form of [asking("recipient_name"), readBack("parcel_delivery")])
        expect(read(text, form).understandings).toEqual([
          { type: "office", topic: "duration", service: "parcel_delivery" },
        ]);
    },
  );
});
