/** Words of a text that a message denies and replaces, and all the messages that deny nothing of it. */
import { describe, expect, it } from "vitest";
import { deniedTexts } from "../../src/conversation/reading/part-corrected.ts";
import type { Fields } from "../../src/domain/answer.ts";
import { realCatalogue } from "./real-catalogue.ts";

const catalogue = realCatalogue();

function denied(service: string, held: Readonly<Record<string, string>>, message: string) {
  const flow = catalogue.flows.get(service);
  if (!flow) throw new Error(`there is no ${service}`);
  const evidence = { text: "", messageId: "m1", start: 0, end: 0, by: "exact" } as const;
  const fields: Fields = Object.fromEntries(
    Object.entries(held).map(([name, value]) => [name, { value, evidence }]),
  );
  const found = deniedTexts(flow, fields, message);
  return Object.fromEntries(Object.entries(found).map(([name, { value }]) => [name, value]));
}

const books = { contents: "كتب" };
const washer = { item: "غسالة سامسونج 7 كيلو" };
const rent = { topic: "فسخ عقد إيجار بقيمة 5000 ريال" };

describe("deniedTexts", () => {
  it.each([
    ["parcel_delivery", books, "لا مو كتب، ملابس", { contents: "ملابس" }],
    ["parcel_delivery", books, "مو كتب قصدي ملابس", { contents: "ملابس" }],
    ["parcel_delivery", books, "ملابس مو كتب", { contents: "ملابس" }],
    ["shopping_mediation", { colour: "black" }, "wait no not black, silver pls", { colour: "silver" }],
    ["gov_paperwork", { beneficiary: "زوجتي" }, "لا مو زوجتي السواق", { beneficiary: "السواق" }],
    ["c2c_mediation", washer, "لا الغسالة 8 كيلو مو 7", { item: "غسالة سامسونج 8 كيلو" }],
    [
      "legal_consultation",
      { topic: "dispute about a deposit of 3000 riyals" },
      "the deposit is 2500 sorry",
      { topic: "dispute about a deposit of 2500 riyals" },
    ],
  ])("takes what is meant instead: %s %j, %s", (service, held, message, after) => {
    expect(denied(service, held, message)).toEqual(after);
  });

  it.each([
    ["parcel_delivery", books, "لا مو كتب بس، فيها ملابس"],
    ["parcel_delivery", books, "مو كتب كلها"],
    ["parcel_delivery", books, "لا مو كتب مدرسية، كتب جامعية"],
    ["parcel_delivery", books, "لا مو كتب، ابغى اعرف السعر"],
    ["parcel_delivery", books, "كم سعر التوصيل مو كتب"],
    ["shopping_mediation", { colour: "black" }, "not black market lol"],
    ["shopping_mediation", { item: "فستان" }, "مو فستان واحد، فستانين"],
    ["c2c_mediation", washer, "الغسالة عمرها 2 سنة"],
    ["legal_consultation", rent, "مدة العقد 3 سنوات"],
    ["legal_consultation", rent, "العقد رقم 77812"],
    ["legal_consultation", { topic: "خلاف مع المؤجر على 3 شهور إيجار" }, "الإيجار 2500 في الشهر"],
  ])("leaves alone: %s %j, %s", (service, held, message) => {
    expect(denied(service, held, message)).toEqual({});
  });
});
