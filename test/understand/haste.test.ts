/** Words that only hurry us, or say that something was said before: no part of an answer. */
import { describe, expect, it } from "vitest";
import { asking, gist, read, valuesOf } from "./reader.ts";

const periodAsked = {
  ...{ service: "business_accounts", asked: "period", awaiting: "answer" as const },
  ...{ filled: ["kind"], values: { kind: { value: "vat_return" } } },
};

describe("isHaste", () => {
  it.each([
    "أرجو السرعة",
    "بسرعه الله يعافيكم",
    "بسرعه السفر قرب",
    "bsor3a law sama7ta elsafar garrab",
    "في أسرع وقت لو سمحتم",
    "hurry up pls",
    "asap please",
  ])("is asked of us and tells how much is left: %s", (text) => {
    expect(gist(read(text, periodAsked))).toEqual(["whats_left"]);
  });

  it.each(["الربع الثالث بسرعه", "third quarter, asap", "el rob3 el talet bsor3a"])(
    "is left out of an answer: %s",
    (text) => {
      expect(valuesOf(read(text, periodAsked), "answers")).toHaveProperty("period");
    },
  );
});

describe("what was said before", () => {
  it.each([
    ["leya ana gulta leek", "leya ana"],
    ["السواق قلت لكم", "السواق"],
    ["لوالدتي زي ما قلت", "لوالدتي"],
    ["my driver, already told", "my driver"],
    ["the maid i told u before", "the maid"],
  ])("is no part of the answer: %s", (text, beneficiary) => {
    const open = { ...asking("beneficiary", "doc_type"), values: { doc_type: { value: "final_exit_visa" } } };
    expect(valuesOf(read(text, open), "answers")).toMatchObject({ beneficiary });
  });
});

describe("a change that the message gives itself", () => {
  it.each([
    "لا ٥ لسه في الشغل، خليها ٧ بالليل",
    "لا لسه بالدوام، خلوها ٧ المغرب",
    "no i am still at work then, make it 7 pm",
  ])("is not asked for once more: %s", (text) => {
    const held = { topic: { value: "راتب" }, phone: { value: "+966537729610" } };
    const read_back = { service: "legal_consultation", awaiting: "read_back" as const };
    const reading = read(text, { ...read_back, filled: Object.keys(held), values: held });
    expect(gist(reading)).toEqual(["answers"]);
    expect(valuesOf(reading, "answers")).toEqual({ preferred_time: "19:00" });
  });
});
