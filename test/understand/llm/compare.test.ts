/** Two readings of one message: what counts, and when nobody guesses. */
import { describe, expect, it } from "vitest";
import type { ReadField, Reading, Understanding } from "../../../src/domain/understanding.ts";
import { compareReadings } from "../../../src/understand/llm/compare.ts";
import { nearestSayings } from "../../../src/understand/llm/near.ts";
import { context } from "../reader.ts";

const at = (value: string | number, start = 0, text = String(value)): ReadField => ({
  value,
  text,
  start,
  end: start + text.length,
});
const hotel = (fields: Record<string, ReadField> = {}): Understanding => ({
  type: "request",
  service: "hotel_booking",
  fields,
});
const parcel = (fields: Record<string, ReadField> = {}): Understanding => ({
  type: "request",
  service: "parcel_delivery",
  fields,
});

function compared(first: readonly Understanding[], model: readonly Understanding[], open?: object) {
  const reading: Reading = { understandings: first, confidence: 0.7, by: "embedded" };
  const against = { ...context, ...(open && { open: open as never }) };
  return compareReadings({ first: reading, model, context: against, promptVersion: "understand-1" });
}
const meanings = (...both: Parameters<typeof compared>) => compared(...both).reading.understandings;

describe("compareReadings", () => {
  it("adds what either reading missed, and trusts two more than one", () => {
    const { reading, disagree } = compared([hotel({ city: at("Jeddah") })], [hotel({ nights: at(2, 20) })]);
    expect(reading.understandings).toEqual([hotel({ city: at("Jeddah"), nights: at(2, 20) })]);
    expect([reading.confidence, reading.by, disagree]).toEqual([0.95, "llm", false]);
  });

  it("leaves a field to be asked that the two read differently from different words", () => {
    const [request] = meanings([hotel({ nights: at(2, 3) })], [hotel({ nights: at(5, 30) })]);
    expect(request).toEqual(hotel());
  });

  it("takes the model's cut of the same words", () => {
    const [request] = meanings(
      [parcel({ contents: at("كتب جديدة", 5) })],
      [parcel({ contents: at("كتب", 5) })],
    );
    expect(request).toEqual(parcel({ contents: at("كتب", 5) }));
  });

  it("gives the same words to one field only, the model's", () => {
    const phone = at("+966559876543", 9, "0559876543");
    const [request] = meanings([parcel({ phone })], [parcel({ recipient_phone: phone })]);
    expect(request).toEqual(parcel({ recipient_phone: phone }));
    const both = { phone, recipient_phone: phone };
    expect(meanings([parcel({ phone })], [parcel(both)])).toEqual([parcel(both)]);
  });

  it("takes no free words for an answer of which the model made others", () => {
    const open = { service: "parcel_delivery", asked: "contents", awaiting: "answer", filled: [] };
    const said = "٣ كيلو، جوالها 0559876543";
    const fields = { weight_kg: at(3, 0, "٣ كيلو"), recipient_phone: at("+966559876543", 15, "0559876543") };
    const answers = (read: Record<string, ReadField>): Understanding => ({ type: "answers", fields: read });
    expect(meanings([answers({ contents: at(said) })], [answers(fields)], open)).toEqual([answers(fields)]);
    const more = { contents: at("كتب ٣ كيلو وجرايد") };
    const weight = { weight_kg: at(3, 4, "٣ كيلو") };
    expect(meanings([answers(more)], [answers(weight)], open)).toEqual([answers({ ...more, ...weight })]);
  });

  it("changes no count by a number in the words of the thing", () => {
    const open = { service: "shopping_mediation", awaiting: "read_back", filled: ["item", "quantity"] };
    const correct = (fields: Record<string, ReadField>): Understanding => ({ type: "correct", fields });
    const item = at("الشاشة ٦٥", 7);
    const counted = correct({ quantity: at(65, 14, "٦٥") });
    expect(meanings([counted], [correct({ item })], open)).toEqual([correct({ item })]);
  });

  it("begins with what a question told of the same service", () => {
    const about = { nights: at(2, 8) };
    const question: Understanding = { type: "office", topic: "price", service: "hotel_booking", about };
    const city = at("Jeddah", 20);
    const asked: Understanding = { type: "office", topic: "price", service: "hotel_booking" };
    expect(meanings([question], [hotel({ city }), asked])).toMatchObject([
      { type: "request", fields: { ...about, city } },
      { type: "office", topic: "price", about },
    ]);
  });

  it("keeps what the whole message tells of words that both read", () => {
    const inTown = { ...at("حي الملقا", 11), value: { text: "حي الملقا", city: "Riyadh" } };
    const alone = { ...inTown, value: { text: "حي الملقا" } };
    expect(meanings([parcel({ pickup: inTown })], [parcel({ pickup: alone })])).toEqual([
      parcel({ pickup: inTown }),
    ]);
  });

  it("asks between two services, with what each reading said of its own", () => {
    const { reading, disagree } = compared(
      [hotel({ city: at("Jeddah") })],
      [parcel({ to_city: at("Jeddah") })],
    );
    expect(disagree).toBe(true);
    expect(reading.understandings).toEqual([
      {
        type: "unclear",
        candidates: ["hotel_booking", "parcel_delivery"],
        fields: { hotel_booking: { city: at("Jeddah") }, parcel_delivery: { to_city: at("Jeddah") } },
      },
    ]);
  });

  it("lets the model settle a doubt of the first reading", () => {
    const doubt: Understanding = {
      type: "unclear",
      candidates: ["hotel_booking", "parcel_delivery"],
      fields: { parcel_delivery: { to_city: at("Jeddah") } },
    };
    expect(meanings([doubt], [parcel()])).toEqual([parcel({ to_city: at("Jeddah") })]);
  });

  it("asks about a second wish that only the first reading heard", () => {
    expect(meanings([hotel(), parcel()], [hotel()])).toMatchObject([
      hotel(),
      { type: "unclear", candidates: ["parcel_delivery"] },
    ]);
  });

  it("asks whether a service is meant where the model finds nothing", () => {
    expect(meanings([hotel()], [{ type: "out_of_scope" }])).toMatchObject([
      { type: "unclear", candidates: ["hotel_booking"] },
    ]);
  });

  it("takes a complaint that names a service for a complaint", () => {
    expect(meanings([hotel()], [{ type: "complaint" }])).toEqual([{ type: "complaint" }]);
  });

  it("takes what only the model understood", () => {
    expect(meanings([{ type: "out_of_scope" }], [parcel({ to_city: at("Jeddah") })])).toEqual([
      parcel({ to_city: at("Jeddah") }),
    ]);
  });

  it("answers a greeting whoever heard it", () => {
    const salam: Understanding = { type: "greeting", salam: true };
    expect(meanings([salam, hotel()], [hotel()])).toEqual([salam, hotel()]);
    expect(meanings([hotel()], [{ type: "greeting" }])).toEqual([hotel()]);
  });

  it("keeps a correction a correction when one of the two hears one", () => {
    const open = { service: "hotel_booking", asked: "guests", awaiting: "answer", filled: ["city"] };
    const fields = { city: at("Riyadh") };
    expect(meanings([{ type: "correct", fields }], [{ type: "answers", fields }], open)).toEqual([
      { type: "correct", fields },
    ]);
  });
});

describe("nearestSayings", () => {
  const sayings = [
    ...["ابغى احجز فندق", "احجز لي فندق", "فندق في جدة"].map((text) => ({ text, label: "hotel_booking" })),
    { text: "ابغى ارسل طرد", label: "parcel_delivery" },
    { text: "صباح الخير", label: "greeting" },
  ];

  const all = () => ["hotel_booking", "parcel_delivery", "greeting"];

  it("looks only among the labels that are likely", () => {
    const near = nearestSayings(sayings, () => ["parcel_delivery"])("ابغى احجز فندق", 4);
    expect(near.map(({ label }) => label)).toEqual(["parcel_delivery"]);
  });

  it("gives the nearest first, and no more than two of one label", () => {
    const near = nearestSayings(sayings, all)("ابغى احجز فندق في جدة", 4);
    expect(near[0]?.label).toBe("hotel_booking");
    expect(near.filter(({ label }) => label === "hotel_booking")).toHaveLength(2);
    expect(near.map(({ label }) => label)).toContain("parcel_delivery");
  });

  it("gives none for words that resemble nothing", () => {
    expect(nearestSayings(sayings, all)("zzzzqqqq", 4)).toEqual([]);
  });
});
