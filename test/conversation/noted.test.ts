/** What is kept as a note of words that nothing else understood, and what is not confirmed as if it were one. */
import { describe, expect, it } from "vitest";
import type { AnswerValue } from "../../src/domain/answer.ts";
import { catalogueWith, madeFlow } from "./made-flows.ts";
import { paperOffice } from "./paper-office.ts";

const stay = madeFlow("stay", [
  { name: "name", type: "person_name" },
  { name: "notes", type: "text", asked: "optional" },
]);
const found = (value: AnswerValue, text: string) => ({ value, text, start: 0, end: text.length });

function opened(filled: boolean) {
  const office = paperOffice({ catalogue: catalogueWith(stay) });
  const fields = filled ? { name: found("محمد العتيبي", "محمد العتيبي") } : {};
  office.says_("x", {
    understandings: [{ type: "request", service: "stay", fields }],
    confidence: 1,
    by: "embedded",
  });
  expect(office.conversation.open?.type).toBe(filled ? "read_back" : "field");
  return office;
}

const notedAt = (filled: boolean, text: string) => {
  const office = opened(filled);
  office.says_(text);
  return office.conversation.drafts[0]?.fields.notes?.value;
};

describe("a note under a question", () => {
  it.each(
    "انا مسافر كمان أسبوعين|احنا مستعجلين مره والله|we arrive late at night|انا هسافر اخر الشهر|ana mesafer bokra el sob7|نحن في الدوام حتى العصر|i'm flying out on friday|انا راجع الجمعه من السفر".split(
      "|",
    ),
  )("is what somebody tells of their going: %s", (text) => {
    expect(notedAt(false, text)).toBe(text);
  });

  it.each(
    "احنا تعبنا منكم والله|ana za3lan menko gedan|انا زعلان منكم مرة|i am very angry with you guys|احنا ناس محترمين يا جماعة|نحن لا نفهم هذا الكلام|ليه المندوب اتأخر عليا كده|ana kbeer fel sen".split(
      "|",
    ),
  )("is no complaint and no remark: %s", (text) => {
    expect(notedAt(false, text)).toBeUndefined();
  });

  it("is left to a person where it blames the office", () => {
    for (const text of ["احنا تعبنا منكم والله", "ana za3lan menko gedan", "ليه المندوب اتأخر عليا كده"]) {
      const office = opened(false);
      office.says_(text);
      expect([text, office.conversation.person?.reason]).toEqual([text, "complaint"]);
    }
  });
});

describe("a note under a read-back", () => {
  it.each("الصفحات ١٢ لا ١٠|عدد الحقائب 4 كبيره|the flat is on floor 12".split("|"))(
    "is what is told with a number: %s",
    (text) => {
      expect(notedAt(true, text)).toBe(text);
    },
  );

  it.each(
    "رسوم 25 ريال كثير|سمعت ان الغرفة 12 مو 9|الغرفة 12 بدل 9|the room is 12 not 9|25 riyals is too much|el oda 12 mesh 9|المبلغ 40 غالي علينا|الشقة ١٢ مش ٩".split(
      "|",
    ),
  )("is no correction and no haggling: %s", (text) => {
    expect(notedAt(true, text)).toBeUndefined();
  });
});

describe("what is told under a read-back", () => {
  it.each([
    "لازم يكون مطبوع عليها شعارنا",
    "فيها رشة بسيطة بالكبوت",
    "معاه الكرتون والشاحن الاصلي",
    "بدون اكواد ولا عروض من فضلكم",
    "must come with the original box",
    "it has a small scratch on the back",
    "lazem yekoon matboo3 3aleha el logo",
    "3aleh 5adsh soghayar fel shasha",
    "محمد يحتاج كرسي عند الباب",
    "الكرتونة فيها زجاج خلوا بالكم",
  ])("goes along where it speaks of the request: %s", (text) => {
    expect(notedAt(true, text)).toBe(text);
  });

  it.each([
    "الجو حر اليوم مرة",
    "فيها مشكلة عندكم والله",
    "لازم اروح الحين",
    "i must go now friends",
    "انتم ما تفهمون شي",
    "it is too expensive",
    "والله تعبنا من الحر",
    "الله يوفقكم ويسعدكم",
    "طيب وش رايكم في المنتخب",
    "فيه غلط في الكلام",
  ])("is left where it is chatter, blame or a trouble: %s", (text) => {
    expect(notedAt(true, text)).toBeUndefined();
  });
});

describe("a question for a discount", () => {
  it("goes to whoever does the work, and is told so", () => {
    const office = opened(true);
    office.says_("عندكم خصم 10 للطلاب");
    expect(office.text()).toContain("نسأل");
    expect(office.conversation.drafts[0]?.fields.notes?.value).toBe("عندكم خصم 10 للطلاب");
  });
});
