/** «بالإنجليزي» inside the form of a paper is its language, and makes it no translation. */
import { describe, expect, it } from "vitest";
import { gist, holding, read, valuesOf } from "./reader.ts";

const asksDay = holding("document_writing", "deadline", { kind: "cv", details: "مهندس ميكانيكا" });

describe("the language of a paper", () => {
  it.each([
    ["بالإنجليزي مش عربي وعندي سنتين خبرة", { language: "الإنجليزي" }],
    ["أبيها بالانجليزي بعد بكره", { language: "الانجليزي", deadline: "2026-11-24" }],
    ["باللغة الإنجليزية من فضلكم، قبل نهاية الشهر", { deadline: "2026-11-30" }],
    ["bel englizi w 3andi sanatein 5ebra", { language: "bel englizi" }],
    ["in English, by the end of the month", { language: "English", deadline: "2026-11-30" }],
  ])("leaves the kind alone: %s", (text, fields) => {
    const reading = read(text, asksDay);
    expect(gist(reading)).not.toContain("correct");
    expect(valuesOf(reading, "answers")).toMatchObject(fields);
  });

  it.each([
    ["write a CV in Arabic and English", "in Arabic and English"],
    ["3ayez CV 3araby w english", "3araby w english"],
    ["ابي سيرة ذاتية بالعربي والإنجليزي", "بالعربي والإنجليزي"],
    ["I need a CV in English, and a hotel", "English"],
  ])("is both where two are named: %s", (text, language) => {
    expect(valuesOf(read(text), "request")).toMatchObject({ language });
  });

  it.each(["بالانجليزي", "الإنجليزية", "in English", "بالعربي"])(
    "answers the question for it, and changes nothing of the chat: %s",
    (text) => {
      const asked = holding("document_writing", "language", { kind: "cv" });
      expect(valuesOf(read(text, asked), "answers")).toEqual({ language: text });
      expect(gist(read(text))).toEqual([text.includes("عربي") ? "language.ar" : "language.en"]);
    },
  );

  it("is kept beside a day that is not clear yet", () => {
    const [given] = read("in English, two years experience, sometime next week", asksDay).understandings;
    expect(given).toMatchObject({
      type: "answers",
      fields: { language: { value: "English" } },
      bad: { deadline: { reason: "vague_date" } },
    });
  });

  it.each(["خلوها ترجمة للانجليزي", "ترجمة مو سيرة ذاتية", "make it a translation into English"])(
    "still changes the kind by its own word: %s",
    (text) => {
      expect(valuesOf(read(text, asksDay), "correct")).toMatchObject({ kind: "translation" });
    },
  );
});
