/** What a partner reads of an order, before and after it accepts. */
import { describe, expect, it } from "vitest";
import type { AnswerValue, Fields } from "../../src/domain/answer.ts";
import { mayHideNumber, shownFields, withoutContacts } from "../../src/orders/shown-fields.ts";
import { realCatalogue } from "../conversation/real-catalogue.ts";

const evidence = { text: "", messageId: "m1", start: 0, end: 0, by: "exact" } as const;
const all: Readonly<Record<string, readonly [string, AnswerValue]>> = {
  contents: ["text", "books, call 0501234567, id 1047382153"],
  patient: ["text", "خالد العمري"],
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
    const to = { hasIt: false, contact: "after_acceptance", offerShows: ["contents"] } as const;
    expect(namesOf(to)).toEqual(["contents", "weight_kg", "from_city"]);
    expect(shownFields(questions, fields, to)[0]?.value).toBe("books, call •••, id •••");
  });

  it("shows the customer to whoever has the order, and papers and numbers of identity to nobody", () => {
    const to = { hasIt: true, contact: "after_acceptance", offerShows: [] } as const;
    expect(namesOf(to)).toEqual([
      ...["contents", "patient", "weight_kg", "from_city", "pickup", "pin", "phone", "recipient_name"],
    ]);
    expect(shownFields(questions, fields, to)[0]?.value).toBe("books, call 0501234567, id •••");
  });

  it("shows nothing of the customer where the office passes all on", () => {
    expect(namesOf({ hasIt: true, contact: "relay", offerShows: [] })).toEqual([
      ...["contents", "patient", "weight_kg", "from_city"],
    ]);
  });

  it("leaves out what was not answered", () => {
    expect(shownFields(questions, {}, { hasIt: true, contact: "relay", offerShows: [] })).toEqual([]);
  });

  it("shows of a real order before acceptance nothing in words that a flow has not named for it", () => {
    const words = [...realCatalogue().flows.values()].flatMap(({ id, questions, dispatch }) =>
      questions
        .filter(({ type }) => type === "text" || type === "url")
        .map(({ name }) => `${id}.${name}${dispatch.offer_shows.includes(name) ? "" : " kept"}`),
    );
    for (const kept of [
      ...["clinic_booking.patient", "clinic_booking.insurance", "parcel_delivery.recipient_national_address"],
      ...["gov_paperwork.beneficiary", "gov_paperwork.delegation_no", "payment_on_behalf.account_or_bill_no"],
    ])
      expect(words).toContain(`${kept} kept`);
    expect(words.filter((word) => word.includes(".notes") && !word.endsWith(" kept"))).toEqual([]);
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
    ["راسلني على t.me/khalid_seller", "راسلني على •••"],
    ["khalid@example.com or @khaled_99", "••• or •••"],
    ["سنابي khaled99 وواتس: 0501234567", "••• و•••"],
    ["snap: khaled99", "•••"],
    ["055\u200B1234567", "•••"],
    ["كلمني 05512345\n67 بعد", "كلمني ••• بعد"],
    ["رقمي o551234567", "رقمي •••"],
    ["ali@gmail", "•••"],
    ["ali at gmail dot com", "•••"],
    ["ايميلي ali gmail com", "ايميلي •••"],
    ["سنابي هو ali99", "•••"],
    ["برج 12 شقة 304، good to go", "برج 12 شقة 304، good to go"],
    ["three boxes, 40 x 30 x 20 cm, 12 kg", "three boxes, 40 x 30 x 20 cm, 12 kg"],
    ["", ""],
  ])("blots out numbers by which somebody is reached or known: %s", (text, blotted) => {
    expect(withoutContacts(text)).toBe(blotted);
  });
});

describe("mayHideNumber", () => {
  it.each(["05512 رقم 34567", "055 one 23 45 67", "٠٥ ثم ٥١٢ ثم ٣٤٥"])("suspects «%s»", (text) => {
    expect(mayHideNumber(text)).toBe(true);
  });
  it.each(["الباب 7، الطلب BR-10018 في 2026-11-25 الساعة 10:30 بسعر 4500 ريال", "برج 12 شقة 304"])(
    "suspects nothing in «%s»",
    (text) => {
      expect(mayHideNumber(text)).toBe(false);
    },
  );
});
