/** Under the question where to deliver: the address, and who is there with their phone. */
import { describe, expect, it } from "vitest";
import type { AnswerValue } from "../../src/domain/answer.ts";
import { holding, read, valuesOf } from "./reader.ts";

const held: Readonly<Record<string, AnswerValue>> = {
  ...{ from_city: "Riyadh", to_city: "Jeddah", contents: "كتب", weight_kg: 3 },
  ...{ pickup_date: "2026-11-24", pickup: { text: "حي النرجس" } },
};
const asksDelivery = holding("parcel_delivery", "dropoff", held);
const phone = "+966551234567";
const said = (text: string) => {
  const { dropoff, ...others } = valuesOf(read(text, asksDelivery), "answers");
  return { ...others, ...(dropoff !== undefined && { dropoff: (dropoff as { text: string }).text }) };
};

describe("who is at the address", () => {
  it.each([
    ["سعد الحربي 0551234567 حي الصفا", "سعد الحربي", "حي الصفا"],
    ["حي الصفا سعد الحربي 0551234567", "سعد الحربي", "حي الصفا"],
    ["سعد الحربي، 0551234567، حي الصفا", "سعد الحربي", "حي الصفا"],
    ["0551234567 سعد الحربي حي الصفا شارع فلسطين", "سعد الحربي", "حي الصفا شارع فلسطين"],
    ["لاخوي سعد حي الصفا 0551234567", "سعد", "حي الصفا"],
    ["شارع الامير سلطان، عند سعد الحربي 0551234567", "سعد الحربي", "شارع الامير سلطان"],
    ["المستلم سعد 0551234567 العنوان حي الصفا", "سعد", "حي الصفا"],
    ["سعد 0551234567 العنوان حي الصفا", "سعد", "حي الصفا"],
    ["Ahmed Ali 0551234567 Al Safa district", "Ahmed Ali", "Al Safa district"],
    ["receiver Saad 0551234567 address Safa district", "Saad", "Safa district"],
  ])("is told with it: «%s»", (text, recipient_name, dropoff) => {
    expect(said(text)).toEqual({ recipient_name, recipient_phone: phone, dropoff });
  });

  it.each([
    ["حي الصفا 0551234567", { recipient_phone: phone, dropoff: "حي الصفا" }],
    ["mo7amed 3ali 0551234567 7ay el safa", { recipient_phone: phone, dropoff: "7ay el safa" }],
    ["حي الصفا، رقمي 0551234567", { phone, dropoff: "حي الصفا" }],
    ["حي الصفا خالد بن الوليد", { dropoff: "حي الصفا خالد بن الوليد" }],
    ["المستلم سعد حي الصفا", { recipient_name: "سعد", dropoff: "حي الصفا" }],
    ["المستلم سعد والعنوان حي الصفا", { recipient_name: "سعد", dropoff: "حي الصفا" }],
  ])("is told in part, or not: «%s»", (text, values) => {
    expect(said(text)).toEqual(values);
  });

  it.each(["العنوان حي الصفا", "address is Al Safa district", "3enwan 7ay el safa"])(
    "«%s» answers the second of two addresses, and changes nothing of the first",
    (text) => {
      const { understandings } = read(text, asksDelivery);
      expect(understandings.map(({ type }) => type)).toEqual(["answers"]);
      expect(said(text).dropoff).toMatch(/^(?:حي الصفا|Al Safa district|7ay el safa)$/);
    },
  );

  it.each(["غيروا عنوان الاستلام إلى حي الصفا", "عنوان الاستلام حي الورود", "العنوان حي الصفا مو النرجس"])(
    "«%s» changes the first",
    (text) => {
      expect(Object.keys(valuesOf(read(text, asksDelivery), "correct"))).toEqual(["pickup"]);
    },
  );

  it("is nobody, and nowhere, where something else is wanted", () => {
    expect(said("لا مش فندق، ابي سباك")).toEqual({});
  });

  it("leaves the phone the customer's own where it is picked up, and keeps the address", () => {
    const { pickup: _first, ...before } = held;
    const { understandings } = read(
      "سعد الحربي 0551234567 حي الصفا",
      holding("parcel_delivery", "pickup", before),
    );
    expect(understandings[0]).toMatchObject({
      fields: { phone: { value: phone }, pickup: { value: { text: "حي الصفا" } } },
    });
  });
});
