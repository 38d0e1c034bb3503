/** Others who are to be called for the customer, and colours in Latin letters. */
import { describe, expect, it } from "vitest";
import { gist, read } from "./reader.ts";
import { valuesIn } from "./values-in.ts";

describe("others who are to be called", () => {
  it.each([
    "stc elfiber wagef 3ndi 3 ayyam, abi tkallmonhom",
    "الانترنت stc فاصل من امس، ابغاكم تكلمونهم",
    "zain fatoortohom ghalat, kallmohom",
  ])("are nobody of ours: %s", (text) => {
    expect(gist(read(text))).toEqual(["telecom_lookup"]);
  });

  it.each(["ابي اكلم موظف", "كلموني لو سمحتوا ابي شخص", "I want to talk to a person"])(
    "are not meant by who wants a person: %s",
    (text) => {
      expect(gist(read(text))).toEqual(["human_agent"]);
    },
  );
});

describe("the thing before its colour in Latin letters", () => {
  it.each([
    ["abgha jazma nike air force bayda mgas 42 mn namshi", "jazma nike air force", "bayda"],
    ["abi shanta 5adra mn amazon", "shanta", "5adra"],
    ["3ayez shanta safra mn noon", "shanta", "safra"],
  ])("is taken: %s", (text, item, colour) => {
    expect(valuesIn("shopping_mediation", text)).toMatchObject({ item, colour });
  });
});
