/** Answers to the question for one address that tell another, or who is there, or something else beside it. */
import { describe, expect, it } from "vitest";
import type { AnswerValue } from "../../src/domain/answer.ts";
import { holding, read, valuesOf } from "./reader.ts";

const held = { from_city: "Khobar", to_city: "Jeddah", contents: "ملابس", weight_kg: 7, quantity: 1 };
const asksPickup = holding("parcel_delivery", "pickup", held);
const asksDropoff = holding("parcel_delivery", "dropoff", { ...held, pickup: { text: "حي النرجس" } });

/** Addresses by their words. */
function said(reading: ReturnType<typeof read>, type: "answers" | "correct"): Record<string, unknown> {
  const words = (value: unknown) =>
    typeof value === "object" ? (value as Extract<AnswerValue, { text: string }>).text : value;
  return Object.fromEntries(
    Object.entries(valuesOf(reading, type)).map(([name, value]) => [name, words(value)]),
  );
}

describe("two addresses in one answer", () => {
  it.each([
    [
      "حي العليا شارع الامير تركي، والتسليم حي الصفا بجدة",
      { pickup: "حي العليا شارع الامير تركي", dropoff: "حي الصفا بجدة" },
    ],
    [
      "الاستلام من حي العليا والتوصيل لحي الصفا شارع ١٢",
      { pickup: "حي العليا", dropoff: "حي الصفا شارع ١٢" },
    ],
    [
      "شارع صاري عمارة ٢٢، والمستلم في حي شهار شارع خالد بن الوليد",
      { pickup: "شارع صاري عمارة ٢٢", dropoff: "حي شهار شارع خالد بن الوليد" },
    ],
    [
      "7ay el 3olaya share3 el amir turki, w el mostalem fahad 0551112233 f 7ay elsafa jeddah",
      {
        ...{ pickup: "7ay el 3olaya share3 el amir turki", dropoff: "7ay elsafa" },
        ...{ recipient_name: "fahad", recipient_phone: "+966551112233" },
      },
    ],
    [
      "Pickup: Al Fanateer behind the corniche. Delivery: Al Malaz Riyadh",
      { pickup: "Al Fanateer behind the corniche", dropoff: "Al Malaz Riyadh" },
    ],
    [
      "Al Fanateer behind the corniche, and deliver to Al Malaz",
      { pickup: "Al Fanateer behind the corniche", dropoff: "Al Malaz" },
    ],
    [
      "العقربية شارع ١٤ الى حي الصفا عند اخوي فهد 0551239988",
      {
        ...{ pickup: "العقربية شارع ١٤", dropoff: "حي الصفا" },
        ...{ recipient_name: "فهد", recipient_phone: "+966551239988" },
      },
    ],
    [
      "حي النرجس شارع انس بن مالك، وتوديها لاختي نورة بحي المنسك جوالها ٠٥٥١٢٣٤٥٦٧",
      {
        ...{ pickup: "حي النرجس شارع انس بن مالك", dropoff: "حي المنسك" },
        ...{ recipient_name: "نورة", recipient_phone: "+966551234567" },
      },
    ],
    ["حي العليا، وتوصلونها لحي الصفا شارع ١٢", { pickup: "حي العليا", dropoff: "حي الصفا شارع ١٢" }],
    ["العقربية شارع ١٤ لحي الصفا", { pickup: "العقربية شارع ١٤", dropoff: "حي الصفا" }],
    ["al aqrabiyah st 14 to al safa district", { pickup: "al aqrabiyah st 14", dropoff: "al safa district" }],
    // One address that has "to" in it.
    ["شارع الملك فهد إلى جانب مسجد النور", { pickup: "شارع الملك فهد إلى جانب مسجد النور" }],
    ["التحلية جنب برج الساعة الى الشمال من البنك", { pickup: "التحلية جنب برج الساعة الى الشمال من البنك" }],
  ])("go each to its question: %s", (text, expected) => {
    expect(said(read(text, asksPickup), "answers")).toEqual(expected);
  });

  it("change the one that is held, and answer the other", () => {
    const reading = read(
      "Al Malaz, and the pickup address is only Al Fanateer behind the corniche",
      asksDropoff,
    );
    expect(said(reading, "answers")).toEqual({ dropoff: "Al Malaz" });
    expect(said(reading, "correct")).toEqual({ pickup: "Al Fanateer behind the corniche" });
  });
});

describe("an address", () => {
  it.each([
    ["حي المنسك، يستلمها اخوي", { dropoff: "حي المنسك" }],
    [
      "ابها حي المنسك، يستلمها اخوي عبدالله 0558811223",
      {
        ...{ dropoff: "ابها حي المنسك", recipient_name: "عبدالله" },
        recipient_phone: "+966558811223",
      },
    ],
    [
      "Al Fanateer, my house behind the corniche. Receiver: Imran Khan 0509998877, national address RMLZ4455",
      {
        ...{ dropoff: "Al Fanateer, my house behind the corniche", recipient_name: "Imran Khan" },
        ...{ recipient_phone: "+966509998877", recipient_national_address: "RMLZ4455" },
      },
    ],
  ])("ends before who receives it: %s", (text, expected) => {
    expect(said(read(text, asksDropoff), "answers")).toEqual(expected);
  });

  it.each([
    "حي العليا، شارع التحلية، عمارة ٥",
    "حي السلامة شارع صاري عمارة ٢٢، جنب مستشفى المستقبل",
    "Olaya, King Fahd Road, near the mall",
    "7ay el safa, share3 el arba3een, 3emara 12",
    "حي الروضة شارع الملك عبدالعزيز، الدور الثاني، شقة ٤",
  ])("goes on past its marks: %s", (text) => {
    expect(said(read(text, asksDropoff), "answers")).toEqual({ dropoff: text });
  });

  it("is taken beside a change", () => {
    const reading = read("حي الشاطئ شارع الخليج، بس خلهم ٥ كراتين كل واحد ٤ كيلو مو واحد", asksDropoff);
    expect(said(reading, "answers")).toEqual({ dropoff: "حي الشاطئ شارع الخليج" });
    expect(said(reading, "correct")).toEqual({ quantity: 5, weight_kg: 20 });
  });

  it("is taken beside a question", () => {
    const reading = read("هتوصل امتى؟ العنوان حي شهار شارع خالد بن الوليد", asksDropoff);
    expect(said(reading, "answers")).toEqual({ dropoff: "حي شهار شارع خالد بن الوليد" });
    expect(reading.understandings.map(({ type }) => type)).toContain("office");
  });
});
