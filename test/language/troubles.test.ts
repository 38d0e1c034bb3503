/** Pain, a death or a wrong that is told beside what is wanted, and what only names such a thing. */
import { describe, expect, it } from "vitest";
import { troubleIn } from "../../src/language/replies/troubles.ts";

describe("troubleIn", () => {
  it.each([
    ["ضرسي بيوجعني موت من امبارح، عندكم دكتور اسنان", "ill"],
    ["ولدي من امس وهو يصيح من اذنه ما نمنا الليل ابغى دكتور", "ill"],
    ["ابني يشتكي من أذنه ولم ينم البارحة", "ill"],
    ["my daughter has a fever, need a doctor today", "ill"],
    ["والدي توفي وابي دكتور يشوف امي", "bereaved"],
  ] as const)("hears it where health is asked for: %s", (text, trouble) => {
    expect(troubleIn(text, true)).toBe(trouble);
  });

  it.each([
    "ابي احجز كشف عام بدون الم ولا شي",
    "موعد تنظيف اسنان بكره",
    "dermatologist in Jeddah tomorrow",
    "كشف دوري لوالدي",
  ])("hears none where health is asked for: %s", (text) => {
    expect(troubleIn(text, true)).toBeUndefined();
  });

  it.each([
    ["كفيلي فصلني من الشغل قبل شهر بدون سبب", "wronged"],
    ["صاحب الشقة بيطردني قبل العقد ما يخلص", "wronged"],
    ["النت حقي من stc طايح له ثلاث ايام", "wronged"],
    ["I was fired without notice and want a lawyer", "wronged"],
    ["my father passed away and I need his papers", "bereaved"],
    ["مات ابوي وابي حصر ورثة", "bereaved"],
  ] as const)("hears it elsewhere: %s", (text, trouble) => {
    expect(troubleIn(text, false)).toBe(trouble);
  });

  it.each([
    "ابي محامي يراجع عقد عمل",
    "البطارية ماتت وابي بطارية جديدة",
    "كم تعويض الفصل التعسفي",
    "تأمين ضد السرقة",
    "شهادة وفاة",
    "الطرد مكسور له غطاء",
    "ابي ارسل طرد لولدي",
    "net from stc for ten days please",
    "sick leave letter for my company",
  ])("hears none elsewhere: %s", (text) => {
    expect(troubleIn(text, false)).toBeUndefined();
  });
});
