import { describe, expect, it } from "vitest";
import { readPriceText } from "../../src/language/money/price-text.ts";

describe("readPriceText", () => {
  const riyals: readonly (readonly [string, number])[] = [
    ["45", 4_500],
    ["٤٥", 4_500],
    ["٤٥ ريال", 4_500],
    ["٤٥٫٥", 4_550],
    ["45.5", 4_550],
    ["45.50 SAR", 4_550],
    ["SAR 45", 4_500],
    ["1,250.50", 125_050],
    ["1,250", 125_000],
    ["بـ 45 ريال شامل", 4_500],
    ["45 ر.س", 4_500],
    ["خمسين ريال", 5_000],
    ["خمسين", 5_000],
    ["0", 0],
    ["-45", -4_500],
    ["- ٤٥ ريال", -4_500],
    ["1000000000", 100_000_000_000],
  ];
  for (const [text, amountMinor] of riyals)
    it(`reads ${text}`, () => expect(readPriceText(text)).toEqual({ amountMinor, currency: "SAR" }));

  it("keeps another currency as what it is", () => {
    expect(readPriceText("45 دولار")).toEqual({ amountMinor: 4_500, currency: "USD" });
    expect(readPriceText("12.500 KWD")).toEqual({ amountMinor: 12_500, currency: "KWD" });
  });

  it("reads nothing where there is no price, or more than one, or a part of a halala", () => {
    for (const text of ["", "غالي", "45 أو 50 ريال", "45-50", "45 50", "45.555", "1.2.3"])
      expect([text, readPriceText(text)]).toEqual([text, undefined]);
  });
});
