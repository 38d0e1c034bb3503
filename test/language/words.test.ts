import { describe, expect, it } from "vitest";
import { fold } from "../../src/language/letters/normalise.ts";
import { isCommonWithPrefix, isCommonWord } from "../../src/language/words.ts";

describe("isCommonWord", () => {
  it.each(["الحمام", "اسنان", "media", "bokra", "hotel", "ريال"])("knows an ordinary word (%s)", (word) => {
    expect(isCommonWord(fold(word))).toBe(true);
  });

  it.each(["الدمام", "القحطاني", "dammam", "sara", "نورة"])("does not hold names (%s)", (word) => {
    expect(isCommonWord(fold(word))).toBe(false);
  });
});

describe("isCommonWithPrefix", () => {
  it.each(["وبالفندق", "للموعد", "فالرسوم", "لغرفة", "للحجز"])(
    "sees the noun behind its letters (%s)",
    (word) => {
      expect(isCommonWithPrefix(fold(word))).toBe(true);
    },
  );

  it.each(["بلال", "وليد", "فهد", "كريم", "لينا"])("leaves names whole (%s)", (word) => {
    expect(isCommonWithPrefix(fold(word))).toBe(false);
  });
});
