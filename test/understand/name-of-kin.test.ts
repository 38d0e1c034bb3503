/** In whose name it is, told by who of the family it is for. */
import { describe, expect, it } from "vitest";
import { holding, read, valuesOf } from "./reader.ts";

const asksName = holding("clinic_booking", "name", { speciality: "eye", city: "Riyadh" });

describe("the name of one of the family", () => {
  it.each([
    ["باسم ولدي عبدالله", "ولدي عبدالله", "عبدالله"],
    ["لأمي نورة القحطاني", "أمي نورة القحطاني", "نورة القحطاني"],
    ["زوجتي ام خالد", "زوجتي ام خالد", "ام خالد"],
    ["ابني الصغير ياسر", "ابني الصغير ياسر", "ياسر"],
    ["مراتي هدى محمد", "مراتي هدى محمد", "هدى محمد"],
    ["marati Mona Ali", "marati Mona Ali", "Mona Ali"],
    ["for my son Adam", "my son Adam", "Adam"],
    ["my wife Sara Ahmed", "my wife Sara Ahmed", "Sara Ahmed"],
  ])("is both answers of «%s»", (text, patient, name) => {
    expect(valuesOf(read(text, asksName), "answers")).toEqual({ patient, name });
  });

  it.each([
    ["my wife Sara Ahmed 0551234567", { patient: "my wife Sara Ahmed", name: "Sara Ahmed" }],
    ["ولدي سعد وجوالي 0551234567", { patient: "ولدي سعد", name: "سعد", phone: "+966551234567" }],
    ["لولدي عبدالله بكرة", { patient: "ولدي عبدالله", name: "عبدالله", date: "2026-11-23" }],
  ])("leaves what stands beside it: «%s»", (text, values) => {
    expect(valuesOf(read(text, asksName), "answers")).toMatchObject(values);
  });

  it.each([
    ["it's for my son", { patient: "my son" }],
    ["for my wife please", { patient: "my wife" }],
    ["بنتي تعبانة", { patient: "بنتي" }],
    ["my daughter has fever", { patient: "my daughter" }],
    ["for my mother, my name is Ahmed Ali", { patient: "my mother", name: "Ahmed Ali" }],
    ["خالد العمري والموعد لولدي سعد", { patient: "ولدي سعد", name: "خالد العمري" }],
    ["أنا خالد العمري ولدي سعد", { patient: "ولدي سعد", name: "خالد العمري" }],
    ["مراتي، اسمي احمد سعيد", { patient: "مراتي", name: "احمد سعيد" }],
    ["Ahmed Ali for my son Omar", { patient: "my son Omar", name: "Ahmed Ali" }],
  ])("is no other's: «%s»", (text, values) => {
    expect(valuesOf(read(text, asksName), "answers")).toEqual(values);
  });

  it.each(["باسم اخوي سعد", "باسم زوجتي سعد"])("is not the word that leads to it: «%s»", (text) => {
    const asksGuest = holding("hotel_booking", "name", { city: "Riyadh" });
    expect(valuesOf(read(text, asksGuest), "answers")).toEqual({ name: "سعد" });
  });
});
