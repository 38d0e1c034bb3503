/** A second thing, bill or extra that «و» or "and" joins: told at once, behind where it goes, or beside another question. */
import { describe, expect, it } from "vitest";
import { gist, holding, read, valuesOf } from "./reader.ts";

const sending = (asked: string) => holding("parcel_delivery", asked, { contents: "كنبة كبيرة" });

describe("several things of one request", () => {
  it.each([
    ["ابي مندوب ينقل كنبة كبيرة من الخبر للدمام", { contents: "كنبة كبيرة" }],
    ["ابي مندوب ينقل كنبة كبيرة وطاولة صغيرة من الخبر للدمام", { contents: "كنبة كبيرة وطاولة صغيرة" }],
    ["ابي اشحن كنبة من الخبر للدمام وطاولة صغيرة", { contents: "كنبة وطاولة صغيرة" }],
    ["ship a big sofa and a small table from khobar to dammam", { contents: "big sofa and a small table" }],
    ["ابي اسدد فاتورة الكهرباء والموية", { provider: "الكهرباء والموية" }],
    ["ابي حذاء نايك اسود وابيض مقاس 42 من نون", { colour: "اسود وابيض" }],
    ["meeting room with projector and coffee in Jeddah", { extras: "projector and coffee" }],
    ["قاعة اجتماعات فيها بروجكتر وسبورة وقهوة بالخبر", { extras: "بروجكتر وسبورة وقهوة" }],
  ])("are all in its value: %s", (text, fields) => {
    expect(valuesOf(read(text), "request")).toMatchObject(fields);
  });

  it.each([
    ["ابي اشحن كنبة من الخبر للدمام ووزنها 30 كيلو", "كنبة"],
    ["ابي اشحن كتب من الخبر للدمام واسم المستلم محمد", "كتب"],
  ])("are not made of what is told of it: %s", (text, contents) => {
    expect(valuesOf(read(text), "request")).toMatchObject({ contents });
  });
});

describe("thingAdded", () => {
  it.each([
    ["وطاولة صغيرة", "كنبة كبيرة وطاولة صغيرة"],
    ["وكرسي بعد", "كنبة كبيرة وكرسي"],
    ["وثلاث كراسي", "كنبة كبيرة وثلاث كراسي"],
    ["and a chair too", "كنبة كبيرة and chair"],
  ])("adds to what is sent while something else is asked: %s", (text, contents) => {
    for (const asked of ["weight_kg", "from_address"])
      expect(valuesOf(read(text, sending(asked)), "correct")).toMatchObject({ contents });
  });

  it.each(["والله مدري", "وفندق بعد", "وابي محامي بعد", "ومستعجل", "وكرسي؟", "and insurance too"])(
    "leaves «%s» alone",
    (text) => {
      const reading = read(text, sending("weight_kg"));
      expect(gist(reading)).not.toContain("correct");
    },
  );
});
