/** What the thing is made up of, a cover that is let be another, a self that a paper is for: told while something else is asked. */
import { describe, expect, it } from "vitest";
import { gist, holding, read, valuesOf } from "./reader.ts";

const storing = (contents: string) =>
  holding("storage_rental", "date", { kind: "furniture", contents, city: "Dammam", duration: "P3M" });

describe("thingListed", () => {
  it.each([
    ["العفش", "العفش غرفتين نوم وكنب وثلاجه", "غرفتين نوم وكنب وثلاجه"],
    ["اثاث", "والاثاث عبارة عن سرير ودولاب", "سرير ودولاب"],
    ["furniture", "the furniture is two beds, a sofa and a fridge", "two beds, a sofa and a fridge"],
    ["3afsh", "el 3afsh kanab w thalaja", "kanab w thalaja"],
  ])("says more of what is stored: %s, %s", (contents, text, rest) => {
    const reading = read(text, storing(contents));
    expect(gist(reading)).toEqual(["correct"]);
    expect(valuesOf(reading, "correct").contents).toContain(rest);
  });

  it.each(["العفش من بكره وبعده", "العفش جاهز عند الباب", "العفش وين توديه ومتى؟"])(
    "is nothing that gives another value, a state or a question: %s",
    (text) => {
      expect(valuesOf(read(text, storing("العفش")), "correct")).not.toHaveProperty("contents");
    },
  );
});

const insuring = holding("insurance_request", "phone", { kind: "vehicle", details: "كامري ٢٠٢١" });

describe("letsInstead", () => {
  it.each([
    ["التأمين ضد الغير... لا خله شامل", "شامل"],
    ["ضد الغير، ولا اقولك خليها شامل", "شامل"],
    ["third party... no make it comprehensive", "comprehensive"],
    ["elta2meen 9'ed el ghair... la khalah shamel", "shamel"],
  ])("takes the cover that is meant: %s", (text, details) => {
    expect(valuesOf(read(text, insuring), "correct")).toMatchObject({ details });
  });
});

describe("isWhose", () => {
  it.each([
    ["salam daer khorooj nihaei leya ana", "leya ana"],
    ["ابي خروج نهائي لي انا", "لي انا"],
    ["عايز خروج نهائي ليا انا", "ليا انا"],
    ["i need a final exit visa for myself", "myself"],
  ])("hears that it is for the writer: %s", (text, beneficiary) => {
    expect(valuesOf(read(text), "request")).toMatchObject({ beneficiary, doc_type: "final_exit_visa" });
  });
});

describe("what was said before", () => {
  it.each([
    ["ما انا قلت يا باشا الشركة مدفعتليش مرتب ٣ شهور", "الشركة مدفعتليش مرتب ٣ شهور"],
    ["قلت لكم يا شباب صاحب الشقه ما رجع التأمين", "صاحب الشقه ما رجع التأمين"],
    ["ana 2olt ya basha el sherka mdf3tsh el morattab", "el sherka mdf3tsh el morattab"],
  ])("is told without the words about the telling: %s", (text, topic) => {
    expect(valuesOf(read(text, holding("legal_consultation", "topic", {})), "answers")).toMatchObject({
      topic,
    });
  });
});
