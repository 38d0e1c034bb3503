import { describe, expect, it } from "vitest";
import { findBodies } from "../../src/language/people/bodies.ts";
import { expectSound, expectSoundOnAnyText } from "./finder.ts";

describe("findBodies", () => {
  it.each([
    ["gulf", "نبي نوصل خطاب من هيئة السياحة الى وزارة الداخلية", ["هيئة السياحة", "وزارة الداخلية"]],
    ["gulf", "تنسيق بين وزارة الصحة وأمانة الرياض", ["وزارة الصحة", "أمانة الرياض"]],
    ["gulf", "خطاب للدفاع المدني والمرور", ["الدفاع المدني", "المرور"]],
    ["english", "a letter to Civil Defence", ["Civil Defence"]],
    ["egyptian", "عايزين نخاطب جامعة الملك سعود", ["جامعة الملك سعود"]],
    [
      "msa",
      "من وزارة البيئة والمياه والزراعة لأمانة منطقة القصيم",
      ["وزارة البيئة والمياه والزراعة", "أمانة منطقة القصيم"],
    ],
    ["arabizi", "men wezaret el se7a le amanet el riyadh", ["wezaret el se7a", "amanet el riyadh"]],
    [
      "english",
      "from the Ministry of Education to Jeddah Municipality about land",
      ["Ministry of Education", "Jeddah Municipality"],
    ],
    ["english", "General Authority for Competition", ["General Authority for Competition"]],
  ])("finds public bodies (%s: %s)", (_, text, names) => {
    const found = findBodies(text);
    expectSound(text, found);
    expect(found.map(({ value }) => value)).toEqual(names);
  });

  it.each(["وزارة", "ابي محكمة", "the court", "my ministry", "إدارة"])("finds none in «%s»", (text) => {
    expect(findBodies(text)).toEqual([]);
  });

  it("is sound on any text", () => {
    expectSoundOnAnyText(findBodies, [
      "وزارة",
      "الصحة",
      "وأمانة",
      "Ministry",
      "of",
      "Health",
      "wezaret",
      "el",
    ]);
  });
});
