/** What we took to be meant, and is not. */
import { describe, expect, it } from "vitest";
import type { Understanding } from "../../src/domain/understanding.ts";
import { classifier, context, holding } from "./reader.ts";

const asked = (service: string) => ({ service, awaiting: "decision", filled: [], values: {} }) as const;

function shown(one: Understanding): string {
  if (one.type === "not_meant") return `not ${one.services.join(", ")}`;
  return one.type === "request" ? one.service : one.type;
}

describe("what is said not to be meant", () => {
  it.each([
    ["لا مكيف مو فندق، ابي فني يصلحه", ["hotel_booking"], ["not hotel_booking", "out_of_scope"]],
    ["لا مش فندق، شقة سكن بالسنة", ["hotel_booking"], ["not hotel_booking", "out_of_scope"]],
    ["no not a hotel, send me a plumber", ["hotel_booking"], ["not hotel_booking", "out_of_scope"]],
    ["la2 mesh fondo2, 3ayez sabbak", ["hotel_booking"], ["not hotel_booking", "out_of_scope"]],
    ["لا، ابي اجدد اقامة السواق", ["hotel_booking"], ["not hotel_booking", "gov_paperwork"]],
    [
      "لا هذا ولا هذا، ابي سطحة تشيل السيارة",
      ["c2c_mediation", "b2b_matchmaking"],
      ["not c2c_mediation, b2b_matchmaking", "out_of_scope"],
    ],
    [
      "neither, I want to see a dentist",
      ["c2c_mediation", "hotel_booking"],
      ["not c2c_mediation, hotel_booking", "clinic_booking"],
    ],
    ["لا هذا ولا هذا", ["c2c_mediation", "b2b_matchmaking"], ["not c2c_mediation, b2b_matchmaking"]],
    ["ولا واحد منهم يا خوي", ["c2c_mediation", "b2b_matchmaking"], ["not c2c_mediation, b2b_matchmaking"]],
  ])("«%s» under an offer of %j", (text, offered, meant) => {
    const [only, another] = offered;
    const open = only && another === undefined ? { open: asked(only) } : {};
    expect(classifier.read(text, { ...context, ...open, offered }).understandings.map(shown)).toEqual(meant);
  });

  it.each([
    ["يا عم مش عايز فندق خالص، عايز أأجر شقة في الخبر", ["not hotel_booking", "out_of_scope"]],
    ["no not hotel, we need a hall for dinner", ["not hotel_booking", "virtual_office"]],
    ["انا ما ابي فندق، ابي محامي", ["not hotel_booking", "legal_consultation"]],
  ])("«%s» in the middle of a hotel's form", (text, meant) => {
    const open = holding("hotel_booking", "nights", { city: "Khobar" });
    expect(classifier.read(text, { ...context, open }).understandings.map(shown)).toEqual(meant);
  });

  it.each([
    "مو فندق، شقة مفروشة ليومين",
    "I don't want a hotel near the haram, near the station please",
    "ما ابي فندق بعيد عن الحرم",
    "not the Hilton hotel, three nights",
    "مو جدة، الرياض",
    "لا، ثلاث ليالي",
    "ليلتين مو ثلاث",
  ])("«%s» goes on with the hotel", (text) => {
    const open = holding("hotel_booking", "nights", { city: "Jeddah" });
    const meant = classifier.read(text, { ...context, open }).understandings;
    expect(meant.map(({ type }) => type)).not.toContain("not_meant");
  });

  it.each(["لا، الخميس الجاي", "نعم", "ايه فندق", "ابي فندق مو شقة", "لا ادري"])(
    "«%s» under an offer of a hotel says of no service that it is not meant",
    (text) => {
      const open = asked("hotel_booking");
      const meant = classifier.read(text, { ...context, open, offered: ["hotel_booking"] }).understandings;
      expect(meant.map(({ type }) => type)).not.toContain("not_meant");
    },
  );
});
