import { describe, expect, it } from "vitest";
import { consonantsOf } from "../../src/language/letters/consonants.ts";

describe("consonantsOf", () => {
  it.each([
    ["مقاعد", "مقعد"],
    ["akwab", "kob"],
    ["مقاس", "magas"],
    ["حساب", "7esab"],
    ["فاتورة", "fatooret"],
    ["اجتماعات", "ejtema3at"],
    ["شحنة", "sha7na"],
  ])("is the same for «%s» and «%s»", (one, other) => {
    expect(consonantsOf(one)).toBe(consonantsOf(other));
  });

  it.each([
    ["كتاب", "مكتب"],
    ["سيارة", "سعر"],
    ["hotel", "doctor"],
  ])("tells «%s» from «%s»", (one, other) => {
    expect(consonantsOf(one)).not.toBe(consonantsOf(other));
  });
});
