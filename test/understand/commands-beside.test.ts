/** Who gives an answer and gives up, or wants a person, in the same breath. */
import { describe, expect, it } from "vitest";
import { holding, read, valuesOf } from "./reader.ts";

const held = { city: "Jeddah", checkin: "2026-12-03", nights: 2, guests: 2 };
const phone = holding("hotel_booking", "phone", { ...held, name: "سعد العتيبي" });
const name = holding("hotel_booking", "name", held);
const types = (text: string, open = phone) => read(text, open).understandings.map(({ type }) => type);

describe("a command beside an answer", () => {
  it.each([
    ["0551234567، ابي احد يكلمني", "human_agent"],
    ["0551234567 ابي احد يكلمني", "human_agent"],
    ["0551234567 بس ابي اكلم موظف", "human_agent"],
    ["0551234567, can someone call me please", "human_agent"],
    ["0551234567 w 3ayez akalem 7ad", "human_agent"],
    ["0551234567، وابي الغي", "cancel"],
    ["0551234567 ابي الغي", "cancel"],
    ["0551234567، ما ابي الحجز", "cancel"],
    ["0551234567, i don't want it anymore", "cancel"],
    ["0551234567 والغوا الحجز", "cancel"],
  ])("is heard with it, and is no note: %s", (text, command) => {
    const reading = read(text, phone);
    expect(valuesOf(reading, "answers")).toEqual({ phone: "+966551234567" });
    expect(reading.understandings.map(({ type }) => type)).toEqual(["answers", command]);
  });

  it.each(["سعد العتيبي، لا ابي الغي", "Saad Alotaibi and cancel it please"])(
    "is heard behind a name: %s",
    (text) => {
      expect(types(text, name)).toEqual(["answers", "cancel"]);
    },
  );

  it.each([
    "0551234567، خلاص",
    "0551234567، لا خلاص",
    "0551234567 وشكرا خلاص",
    "0551234567، ما ابي فطور",
    "0551234567، ما ابي شي ثاني",
    "0551234567, call me before you come",
    "0551234567، خلوا المندوب يكلمني",
    "0551234567، الحارس يكلمهم",
    "0551234567، لازم يكون الالغاء مجاني",
  ])("is none in an end, an extra or a call of the courier: %s", (text) => {
    expect(types(text)).not.toContain("cancel");
    expect(types(text)).not.toContain("human_agent");
  });
});

describe("a case beside an answer", () => {
  const wishes = (text: string) =>
    read(text, phone).understandings.flatMap((one) => (one.type === "wish" ? one.text : []));

  it.each([
    ["0551234567 ولو غالي لا تحجزون", "ولو غالي لا تحجزون"],
    ["0551234567, if over 500 don't book", "if over 500 don't book"],
    ["0551234567 اذا ما رديت اتصلوا على زوجتي", "اذا ما رديت اتصلوا على زوجتي"],
  ])("goes along with it: %s", (text, wish) => {
    expect(wishes(text)).toEqual([wish]);
  });

  it.each(["0551234567، لو سمحت", "0551234567 لو سمحتوا بسرعة", "0551234567, if you need anything"])(
    "is none in a courtesy: %s",
    (text) => {
      expect(wishes(text)).toEqual([]);
    },
  );
});

describe("a name in front of a denial", () => {
  it.each([
    ["Saad Alotaibi don't book before i confirm", "Saad Alotaibi", "don't book before i confirm"],
    ["سعد العتيبي لا تحجزون الحين", "سعد العتيبي", "لا تحجزون الحين"],
  ])("ends before it, and the denial stays whole: %s", (text, value, wish) => {
    const reading = read(text, name);
    expect(valuesOf(reading, "answers")).toEqual({ name: value });
    expect(reading.understandings.flatMap((one) => (one.type === "wish" ? one.text : []))).toEqual([wish]);
  });

  it("is no part of who stands in for another", () => {
    expect(valuesOf(read("محمد بدل سعد", name), "answers")).toEqual({ name: "محمد" });
  });
});
