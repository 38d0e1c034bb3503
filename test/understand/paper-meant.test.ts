/** Which paper is meant: the number of a person names none, and the one that the form holds is replaced by its bare name. */
import { describe, expect, it } from "vitest";
import { gist, holding, read, valuesOf } from "./reader.ts";

describe("a paper beside the number of a person", () => {
  it.each([
    ["i want renew my driving licens 5 year my iqama 2345678904", "driving_licence_renewal", "2345678904"],
    ["abi ajaded ro5set el sewa2a, iqama 2345678904", "driving_licence_renewal", "2345678904"],
    ["أبي أجدد رخصة القيادة رقم إقامتي 2345678904", "driving_licence_renewal", "2345678904"],
    ["عايز اجدد استمارة العربية ورقم الاقامة 2345678904", "vehicle_registration", "2345678904"],
    ["جدد لي الاستمارة، الاقامة رقمها 2345678904", "vehicle_registration", "2345678904"],
    ["i want to renew my iqama 2345678904", "iqama_renewal", "2345678904"],
    ["أبي أجدد جوازي هويتي 1000000008", "passport_renewal", "1000000008"],
  ])("is not the one that the number stands on: %s", (text, doc_type, national_id) => {
    expect(valuesOf(read(text), "request")).toMatchObject({ doc_type, national_id });
  });

  it("is another where it is asked for itself", () => {
    const { understandings } = read("renew my iqama 2345678904 and my driving licence");
    expect(understandings).toMatchObject([
      { fields: { doc_type: { value: "iqama_renewal" } } },
      { fields: { doc_type: { value: "driving_licence_renewal" } } },
    ]);
  });
});

describe("the paper that the form holds", () => {
  const asked = holding("gov_paperwork", "beneficiary", { doc_type: "iqama_renewal" });

  it.each([
    ["no no driving licens not iqama", "driving_licence_renewal"],
    ["not the iqama, the passport", "passport_renewal"],
    ["no i said driving licence", "driving_licence_renewal"],
    ["مو إقامة جواز سفر", "passport_renewal"],
    ["لا قلت رخصة القيادة", "driving_licence_renewal"],
    ["لا مو الإقامة، الاستمارة", "vehicle_registration"],
    ["la mesh iqama, ro5set el sewa2a", "driving_licence_renewal"],
  ])("is corrected by the name of another: %s", (text, doc_type) => {
    expect(valuesOf(read(text, asked), "correct")).toEqual({ doc_type });
  });

  it.each(["for my driver", "my passport is lost", "no passport"])("stays beside «%s»", (text) => {
    expect(valuesOf(read(text, asked), "correct")).not.toHaveProperty("doc_type");
  });

  it("is left for another where it is cancelled, however that is spelled", () => {
    expect(gist(read("cancle this. i want driving license renew", asked))).toEqual([
      "cancel",
      "gov_paperwork",
    ]);
    expect(gist(read("wat time u close today", asked))).toEqual(["office.hours"]);
  });
});
