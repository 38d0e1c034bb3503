/** What a partner reads of an order, before and after it accepts. */
import { describe, expect, it } from "vitest";
import type { AnswerValue, Fields } from "../../src/domain/answer.ts";
import { shownFields, withoutContacts } from "../../src/orders/shown-fields.ts";
import { realCatalogue } from "../conversation/real-catalogue.ts";

const evidence = { text: "", messageId: "m1", start: 0, end: 0, by: "exact" } as const;
const all: Readonly<Record<string, readonly [string, AnswerValue]>> = {
  contents: ["text", "books, call 0501234567"],
  weight_kg: ["number", 3],
  from_city: ["place", "Riyadh"],
  pickup: ["address", { text: "حي النرجس", city: "Riyadh" }],
  pin: ["location", { latitude: 24.7, longitude: 46.6 }],
  phone: ["phone", "+966501234567"],
  recipient_name: ["person_name", "نورة"],
  id: ["national_id", "1047382153"],
  cr: ["establishment_number", "7004418829"],
  iban: ["iban", "SA4420000001234567891234"],
  label: ["photo", []],
};
const questions = Object.entries(all).map(([name, [type]]) => ({ name, type }));
const fields: Fields = Object.fromEntries(
  Object.entries(all).map(([name, [, value]]) => [name, { value, evidence }]),
);
const namesOf = (to: Parameters<typeof shownFields>[2]) =>
  shownFields(questions, fields, to).map(({ question }) => question.name);

describe("shownFields", () => {
  it("shows before acceptance what is to be done, and nothing of whom it is for", () => {
    const to = { hasIt: false, contact: "after_acceptance" } as const;
    expect(namesOf(to)).toEqual(["contents", "weight_kg", "from_city"]);
    expect(shownFields(questions, fields, to)[0]?.value).toBe("books, call •••");
  });

  it("shows the customer to whoever has the order, and papers and numbers of identity to nobody", () => {
    const to = { hasIt: true, contact: "after_acceptance" } as const;
    expect(namesOf(to)).toEqual([
      ...["contents", "weight_kg", "from_city", "pickup", "pin", "phone", "recipient_name"],
    ]);
    expect(shownFields(questions, fields, to)[0]?.value).toBe("books, call 0501234567");
  });

  it("shows nothing of the customer where the office passes all on", () => {
    expect(namesOf({ hasIt: true, contact: "relay" })).toEqual(["contents", "weight_kg", "from_city"]);
  });

  it("leaves out what was not answered", () => {
    expect(shownFields(questions, {}, { hasIt: true, contact: "relay" })).toEqual([]);
  });

  it("passes all on for private sales alone", () => {
    const relayed = [...realCatalogue().flows.values()].filter(
      ({ dispatch }) => dispatch.contact === "relay",
    );
    expect(relayed.map(({ id }) => id)).toEqual(["c2c_mediation"]);
  });
});

describe("withoutContacts", () => {
  it.each([
    ["رقمي ٠٥٠١٢٣٤٥٦٧ والثاني 0559876543", "رقمي ••• والثاني •••"],
    ["IBAN SA4420000001234567891234.", "IBAN •••."],
    ["هويتي 1047382153", "هويتي •••"],
    ["three boxes, 40 x 30 x 20 cm, 12 kg", "three boxes, 40 x 30 x 20 cm, 12 kg"],
    ["", ""],
  ])("blots out numbers by which somebody is reached or known: %s", (text, blotted) => {
    expect(withoutContacts(text)).toBe(blotted);
  });
});
