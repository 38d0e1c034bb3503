import { describe, expect, it } from "vitest";
import { partsOf } from "../../src/understand/wishes/clauses.ts";
import { wordsOf } from "../../src/understand/words.ts";

const parts = (text: string) => partsOf(text, wordsOf(text));
/** Clauses that are parted for sure, as written. */
const hard = (text: string) =>
  parts(text)
    .clauses.filter(({ soft }) => !soft)
    .map(({ start, end }) => text.slice(start, end));
const denied = (text: string) => parts(text).denied.map(({ start, end }) => text.slice(start, end));

describe("partsOf", () => {
  it.each([
    ["أبي أرسل طرد وأبي أحجز فندق", ["أبي أرسل طرد", "وأبي أحجز فندق"]],
    ["عايز أوضة في القاهرة وكمان حد يوصل شنطتي", ["عايز أوضة في القاهرة", "حد يوصل شنطتي"]],
    ["أريد إرسال طرد، ثم حجز غرفة", ["أريد إرسال طرد", "حجز غرفة"]],
    ["send a box to Abha and also book a room", ["send a box to Abha", "book a room"]],
    ["where is my order? I need a hotel", ["where is my order", "I need a hotel"]],
    ["ابي فندق بجده", ["ابي فندق بجده"]],
  ])("parts %s", (text, expected) => {
    expect(hard(text)).toEqual(expected);
  });

  it.each([
    ["السلام عليكم، أبي أحجز فندق", true, "أبي أحجز فندق"],
    ["السلام عليكم ورحمة الله وبركاته لو سمحت ابي طرد", true, "ابي طرد"],
    ["صباح الخير ابغى غرفة", false, "ابغى غرفة"],
    ["salam 3alaikom abi a7jez", true, "abi a7jez"],
    ["hello, good morning, I need a room please", false, "I need a room"],
    ["مرحبا كيف الحال عندي طرد", false, "عندي طرد"],
  ])("takes the greeting off %s", (text, salam, rest) => {
    expect(parts(text).greeting).toEqual({ salam });
    expect(hard(text)).toEqual([rest]);
  });

  it("takes the thanks off the end", () => {
    const { thanks, clauses } = parts("ابي غرفة بمكة مشكورين الله يعطيكم العافية");
    expect(thanks).toBe(true);
    expect(clauses).toHaveLength(1);
  });

  it.each(["السلام عليكم", "هلا والله", "hi", "good morning"])(
    "leaves nothing of %s but the greeting",
    (text) => {
      expect(parts(text)).toMatchObject({ clauses: [], greeting: {} });
    },
  );

  it.each([
    ["مو توصيل، أبي أخزنها عندكم", ["مو توصيل"]],
    ["أقصد الجمعة مو الخميس", ["مو الخميس"]],
    ["مش عايز فندق عايز شقة", ["مش عايز فندق"]],
    ["I'm not asking for delivery, I want a hotel", ["I'm not asking for delivery"]],
    ["Friday not Saturday", ["not Saturday"]],
    ["بدل الأحد خلها الاثنين", ["بدل الأحد"]],
    ["ابي فندق بجدة", []],
  ])("sets aside what %s denies", (text, expected) => {
    expect(denied(text)).toEqual(expected);
  });

  it("leaves the fillers of a spoken message out", () => {
    const text = "اممم يعني ابي يعني ارسل طرد";
    expect(parts(text).clauses.flatMap(({ words }) => words.map((word) => word.text))).toEqual([
      "ابي",
      "ارسل",
      "طرد",
    ]);
  });
});
