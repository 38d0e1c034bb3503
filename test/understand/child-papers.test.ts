/** Two papers of which one is a child's, and the one that is wanted before the other. */
import { describe, expect, it } from "vitest";
import { findAges } from "../../src/language/times/durations.ts";
import { holding, read, valuesOf } from "./reader.ts";

const papersIn = (text: string) =>
  read(text).understandings.map((one) => (one.type === "request" ? one.fields.doc_type?.value : one.type));

describe("a child's passport", () => {
  it.each([
    "جواز صالح حفيدي عمره اثنعش سنة أبي أجدده",
    "جواز صالح عمره اثنعش سنة أبي أجدده",
    "أجدد جواز حفيدي",
    "renew Saleh's passport, he is 9 years old",
    "tajdeed jawaz saleh 3omro 10 seneen",
    "passport for my grandson Saleh 12 years old",
  ])("is told by the age or by whose child it is: %s", (text) => {
    expect(papersIn(text)).toEqual(["passport_children"]);
    expect(valuesOf(read(text), "request")).not.toHaveProperty("duration");
  });

  it.each(["أبي أجدد جواز ابوي عمره سبعين سنة", "renew my passport for 10 years", "أجدد جوازي"])(
    "is none of a grown-up's: %s",
    (text) => {
      expect(papersIn(text)).toEqual(["passport_renewal"]);
    },
  );

  it.each([
    [
      "أجدد جواز حفيدي صالح عمره اثنعش سنة وبعد أبي تأشيرة خروج وعودة للشغالة",
      ["passport_children", "exit_reentry_visa"],
    ],
    [
      "renew passport for my son Omar he is 9 years old, and an exit re-entry visa for my maid",
      ["passport_children", "exit_reentry_visa"],
    ],
    [
      "I want to renew my daughter's passport (7 years) and my own driving licence",
      ["passport_children", "driving_licence_renewal"],
    ],
    ["عايز اجدد جواز بنتي مريم ٦ سنين وكمان إقامة السواق", ["passport_children", "iqama_renewal"]],
    [
      "tajdeed jawaz waladi 3omro 10 seneen w kaman ta2sheera khorooj w 3awda lel khadema",
      ["passport_children", "exit_reentry_visa"],
    ],
  ])("begins beside another paper: %s", (text, papers) => {
    expect(papersIn(text)).toEqual(papers);
  });

  it("knows ages from lengths", () => {
    const days = (text: string) => findAges(text).map(({ value }) => value.days / 365);
    expect(days("بنتي مريم ٦ سنين")).toEqual([6]);
    expect(days("my son Omar 9 years")).toEqual([9]);
    expect(days("تأشيرة لابني لمدة ٦ شهور")).toEqual([]);
    expect(days("لمدة سنتين")).toEqual([]);
  });
});

describe("a paper that is wanted before the one that is open", () => {
  const visa = holding("gov_paperwork", "duration", {
    doc_type: "exit_reentry_visa",
    beneficiary: "الشغالة",
  });

  it.each([
    ["لا يا وليدي الجواز لحفيدي صالح أول شي، والتأشيرة للشغالة", "passport_children"],
    ["لا أول شي جواز حفيدي صالح", "passport_children"],
    ["no, first the passport for my grandson, then the visa", "passport_children"],
    ["no the passport first", "passport_renewal"],
    ["la2 el gawaz el awel", "passport_renewal"],
    ["لا الجواز الأول وبعدين التأشيرة", "passport_renewal"],
    ["first renew my driving licence", "driving_licence_renewal"],
  ])("comes first: %s", (text, doc_type) => {
    const [request, ...more] = read(text, visa).understandings;
    expect(request).toMatchObject({
      type: "request",
      first: true,
      fields: { doc_type: { value: doc_type } },
    });
    expect(more).toEqual([]);
  });

  it.each(["first time she travels", "from the first of december", "لا التأشيرة أول شي", "أول مرة تسافر"])(
    "is none in «%s»",
    (text) => {
      expect(read(text, visa).understandings.some(({ type }) => type === "request")).toBe(false);
    },
  );
});
