import { describe, expect, it } from "vitest";
import { findCompanions } from "../../src/language/numbers/companions.ts";

describe("findCompanions", () => {
  it.each([
    ["انا وزوجتي", 2, "انا وزوجتي"],
    ["me and the wife", 2, "me and the wife"],
    ["انا ومراتي وعيلين", 4, "انا ومراتي وعيلين"],
    ["انا وامي واختي", 3, "انا وامي واختي"],
    ["أنا والمدام", 2, "أنا والمدام"],
    ["ana w sadi2i", 2, "ana w sadi2i"],
    ["a room for me and my wife please", 2, "me and my wife"],
    ["my husband and I arrive on Thursday", 2, "my husband and I"],
    ["just me", 1, "just me"],
    ["لوحدي", 1, "لوحدي"],
    ["me, my wife and two kids", 4, "me, my wife and two kids"],
    ["انا وام سالم واليهال ثلاثه", 5, "انا وام سالم واليهال ثلاثه"],
    ["ana w zawjty", 2, "ana w zawjty"],
    ["ana wzawjti wommi", 3, "ana wzawjti wommi"],
    ["جدتي معي", 2, "جدتي معي"],
    ["ana w el 3arousa w 2 bzoran", 4, "ana w el 3arousa w 2 bzoran"],
  ])("counts %s", (text, value, words) => {
    const [found] = findCompanions(text);
    expect(found).toMatchObject({ value, text: words });
    expect(text.slice(found?.start, found?.end)).toBe(words);
  });

  it.each(["انا وعيالي", "me and my family", "انا محتاج فندق", "زوجتي تعبانه", "send it to my brother", ""])(
    "counts nobody in %s",
    (text) => {
      expect(findCompanions(text)).toEqual([]);
    },
  );
});
