/** What customers tell of our work, without a word that asks for something: no service begins of it. */
import { describe, expect, it } from "vitest";
import { conceptsOf } from "../../src/understand/learning/concepts.ts";
import { gist, read } from "./reader.ts";

describe("what tells of our work and asks for nothing", () => {
  it.each([
    "شكراً على المخزن النظيف، السجاد رجع وفيه نمل",
    "ما شاء الله على التأمين طلع لسيارة ثانية",
    "القاعة التي حجزتموها لنا وجدنا فيها عرسًا",
    "يا سلام على الدكتور، نام وانا بحكيله",
    "mashallah el fondo2 elli 7ajaztooh bidoon sareer",
    "you guys booked me a room with no roof",
    "thanks for the express courier, my granny walks faster",
  ])("is a complaint: «%s»", (text) => {
    expect(gist(read(text)).filter((one) => one !== "thanks")).toEqual(["complaint"]);
  });
});

describe("what praises or tells, and asks", () => {
  it.each<[string, string]>([
    ["ما شاء الله بنتي كبرت وابي لها موعد تقويم أسنان", "clinic_booking"],
    ["thanks for last time, now I need a courier to Jeddah", "parcel_delivery"],
    ["لو سمحتوا نقل كفالة سائق", "gov_paperwork"],
    ["هاتولي خلاط من اكسترا", "shopping_mediation"],
  ])("stays a wish: «%s»", (text, wanted) => {
    expect(gist(read(text))).toContain(wanted);
    expect(gist(read(text))).not.toContain("complaint");
  });
});

describe("conceptsOf", () => {
  it.each(["حجزتولي", "أرسلتموه", "you guys lost", "you've sent"])("hears what we did in «%s»", (text) => {
    expect(conceptsOf(text.replace(/[أإ]/g, "ا").split(" "))).toContain("you_did");
  });

  it.each(["سمحتوا", "هاتولي", "تكرمتم", "مهتم", "وانتو", "could you put", "if you took"])(
    "hears nothing of the kind in «%s»",
    (text) => {
      expect(conceptsOf(text.split(" "))).not.toContain("you_did");
    },
  );
});

describe("who never dealt with us", () => {
  it.each(["لا ما حجزت من عندكم", "ما طلبت منكم", "ma 7agazt 3andoko", "no I never booked with you"])(
    "complains of nothing (%s)",
    (text) => {
      expect(read(text).understandings).not.toContainEqual(expect.objectContaining({ type: "complaint" }));
    },
  );

  it("complains where something is wrong, too", () => {
    expect(read("ما طلبت منكم شي وخصمتوا من حسابي ٣٠٠ ريال").understandings).toContainEqual(
      expect.objectContaining({ type: "complaint" }),
    );
  });
});
