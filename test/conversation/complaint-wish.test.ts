/** Who says outright that they have a complaint, and of what of ours. */
import { describe, expect, it } from "vitest";
import { readComplaintWish } from "../../src/conversation/complaint/complaint-wish.ts";

const outright = [
  "عندي شكوى على BR-10001",
  "عندي شكوى عن BR-10001",
  "عندي شكوى على BR-10001 ما احد رد علي",
  "عندي شكوى على الطلب",
  "عندي شكوى على طلبي",
  "اريد تقديم شكوى بخصوص BR-10001",
  "عندي شكوى",
  "السلام عليكم عندي شكوى",
  "لدي شكوى بخصوص الطلب رقم BR-10001",
  "ابي اقدم شكوى على المندوب",
  "عايز اشتكي على المندوب بتاعكم",
  "عاوز أقدم شكوى في الاوردر BR-10001",
  "بدي اشتكي عليكم",
  "ابغى ارفع شكوى عليكم",
  "شكوى على BR-10001",
  "شكوى بخصوص الطلب BR-10001",
  "I have a complaint about BR-10001",
  "I have a complaint",
  "I want to complain about my order",
  "i'd like to file a complaint about your courier",
  "3andi shakwa 3ala BR-10001",
  "3andi shakwa",
  "عندنا شكوى على خدمتكم",
  "أود تقديم شكوى على خدمتكم",
  "ابي اشتكي على طلبي",
  "I need to make a complaint about order BR-10001",
  "عندي شكوى كبيرة على طلبي",
];

const none = [
  "اكتبوا لي شكوى",
  "ابي اكتب شكوى على شركة الاتصالات",
  "ابي شكوى لشركة الكهرباء",
  "ابي اقدم شكوى على كفيلي",
  "اريد تقديم شكوى عمالية",
  "عندي شكوى على شركة الاتصالات",
  "وين شكواي",
  "ألغوا الشكوى",
  "عندي شكوى وابي اكلم موظف",
  "الغوا الطلب، شكواي محد رد عليها",
  "كم تاخذون على كتابة شكوى",
  "I want to write a complaint letter",
  "شكوى ضد جاري في البلدية",
  "ما عندي شكوى",
  "ليس لدي شكوى",
  "ما عندي شكوى عليكم",
  "صياغة شكوى على صاحب العمل",
  "my complaint BR-10002 status",
];

describe("readComplaintWish", () => {
  it("reads a complaint about something of ours, in every variety", () => {
    expect(outright.filter((text) => !readComplaintWish(text))).toEqual([]);
  });

  it("leaves papers for others, denials and second wishes to the classifier", () => {
    expect(none.filter((text) => readComplaintWish(text))).toEqual([]);
  });

  it("names the order that is named", () => {
    expect(readComplaintWish("عندي شكوى على BR-10001 ما احد رد علي")).toEqual({
      type: "complaint",
      ref: "BR-10001",
    });
  });
});
