/** The named rules of flows: what follows from what, and what cannot be true at once. */
import { describe, expect, it } from "vitest";
import { derive, holds } from "../../src/conversation/flow/rules.ts";
import type { Field, Fields } from "../../src/domain/answer.ts";
import { realCatalogue } from "./real-catalogue.ts";

const hotel = () => {
  const flow = realCatalogue().flows.get("hotel_booking");
  if (!flow) throw new Error("hotel_booking is missing");
  return flow;
};
const said = (value: Field["value"]): Field => ({
  value,
  evidence: { text: "x", messageId: "m", start: 0, end: 1, by: "exact" },
});
const derived = (value: Field["value"]): Field => ({
  value,
  evidence: { text: "", messageId: "", start: 0, end: 0, by: "derived" },
});
const values = (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));
const changed = (...names: string[]) => new Set(names);

describe("derive", () => {
  it("makes the departure of arrival and nights", () => {
    const { fields } = derive(
      hotel(),
      { checkin: said("2026-11-26"), nights: said(3) },
      changed("checkin", "nights"),
    );
    expect(fields.checkout).toEqual(derived("2026-11-29"));
  });

  it("makes the nights of arrival and departure, over a month's end", () => {
    const stay = { checkin: said("2026-11-29"), checkout: said("2026-12-02") };
    expect(derive(hotel(), stay, changed("checkin", "checkout")).fields.nights).toEqual(derived(3));
  });

  it("makes the arrival of nights and departure", () => {
    const { fields } = derive(hotel(), { nights: said(2), checkout: said("2026-12-02") }, changed("nights"));
    expect(fields.checkin).toEqual(derived("2026-11-30"));
  });

  it("moves what it had derived when the customer changes one of the others", () => {
    const stay = { checkin: said("2026-11-27"), nights: said(3), checkout: derived("2026-11-29") };
    expect(values(derive(hotel(), stay, changed("checkin")).fields)).toMatchObject({
      nights: 3,
      checkout: "2026-11-30",
    });
  });

  it("lets an older number of nights give way to a departure just said", () => {
    const stay = { checkin: said("2026-11-26"), nights: said(3), checkout: said("2026-12-01") };
    expect(values(derive(hotel(), stay, changed("checkout")).fields)).toMatchObject({
      nights: 5,
      checkout: "2026-12-01",
    });
  });

  it("lets an older departure give way to a number of nights just said", () => {
    const stay = { checkin: said("2026-11-26"), nights: said(2), checkout: said("2026-12-01") };
    expect(values(derive(hotel(), stay, changed("nights")).fields)).toMatchObject({
      nights: 2,
      checkout: "2026-11-28",
    });
  });

  it("names a departure that is not after the arrival", () => {
    const stay = { checkin: said("2026-11-26"), checkout: said("2026-11-26") };
    expect(derive(hotel(), stay, changed("checkin", "checkout"))).toEqual({
      fields: { checkin: said("2026-11-26") },
      contradiction: "checkout",
    });
  });

  it("names three values of one message that cannot all be true", () => {
    const stay = { checkin: said("2026-11-26"), nights: said(2), checkout: said("2026-12-01") };
    expect(derive(hotel(), stay, changed("checkin", "nights", "checkout")).contradiction).toBe("nights");
  });

  it("counts adults and children as guests", () => {
    const { fields } = derive(hotel(), { adults: said(2), children: said(1) }, changed("adults", "children"));
    expect(fields.guests).toEqual(derived(3));
  });

  it("names fewer guests than adults and children", () => {
    const party = { adults: said(4), guests: said(2) };
    expect(derive(hotel(), party, changed("adults", "guests")).contradiction).toBe("guests");
  });

  it("makes how long of a first and a last day, until a length is said", () => {
    const storage = realCatalogue().flows.get("storage_rental") ?? hotel();
    const days = { date: said("2026-12-01"), end_date: said("2026-12-31") };
    expect(values(derive(storage, days, changed("date", "end_date")).fields)).toMatchObject({
      duration: "P30D",
    });
    const longer = { ...days, duration: said("P2M") };
    expect(values(derive(storage, longer, changed("duration")).fields)).toEqual({
      date: "2026-12-01",
      duration: "P2M",
    });
  });

  it("names a last day before the first", () => {
    const storage = realCatalogue().flows.get("storage_rental") ?? hotel();
    const days = { date: said("2026-12-01"), end_date: said("2026-11-30") };
    expect(derive(storage, days, changed("end_date")).contradiction).toBe("end_date");
  });
});

describe("derive for what a budget is for", () => {
  const budget = (text: string): Field => ({
    value: { amountMinor: 30_000, currency: "SAR" },
    evidence: { text, messageId: "m", start: 0, end: text.length, by: "exact" },
  });

  it.each([
    ["٣٠٠ ريال لليلة", "night"],
    ["SAR 300 for the whole stay", "stay"],
  ])("takes it from the words (%s)", (text, basis) => {
    expect(derive(hotel(), { budget: budget(text) }, changed("budget")).fields.budget_basis).toEqual(
      derived(basis),
    );
  });

  it("says nothing where they say nothing, and leaves what was answered", () => {
    const fields = { budget: budget("300 SAR") };
    expect(derive(hotel(), fields, changed("budget")).fields).toEqual(fields);
    const answered = { budget: budget("300 SAR a night"), budget_basis: said("stay") };
    expect(derive(hotel(), answered, changed("budget_basis")).fields).toEqual(answered);
  });
});

describe("derive for the unit of a quantity", () => {
  const trade = realCatalogue().flows.get("b2b_matchmaking") ?? hotel();
  const quantity = (text: string): Field => ({
    value: 500,
    evidence: { text, messageId: "m", start: 0, end: text.length, by: "exact" },
  });

  it.each([
    ["٥٠٠ طن", "ton"],
    ["500 pcs", "piece"],
    ["٥٠٠ كرتون", "carton"],
  ])("takes it from the words (%s)", (text, unit) => {
    const { fields } = derive(trade, { quantity: quantity(text) }, changed("quantity"));
    expect(fields.quantity_unit).toEqual(derived(unit));
  });

  it("drops it with a number that says none, and leaves what was answered", () => {
    const before = { quantity: quantity("500"), quantity_unit: derived("ton") };
    expect(derive(trade, before, changed("quantity")).fields).toEqual({ quantity: quantity("500") });
    const answered = { quantity: quantity("500"), quantity_unit: said("ton") };
    expect(derive(trade, answered, changed("quantity")).fields).toEqual(answered);
  });
});

describe("derive for hours and deadlines", () => {
  const flowOf = (id: string) => {
    const flow = realCatalogue().flows.get(id);
    if (!flow) throw new Error(`${id} is missing`);
    return flow;
  };

  it("makes the end of a beginning and some hours", () => {
    const room = { time: said("14:00"), duration: said("PT2H30M") };
    expect(derive(flowOf("virtual_office"), room, changed("time", "duration")).fields.time_end).toEqual(
      derived("16:30"),
    );
  });

  it("leaves a length of months alone, and an end beyond midnight unsaid", () => {
    const desk = { time: said("09:00"), duration: said("P3M") };
    expect(derive(flowOf("virtual_office"), desk, changed("duration")).fields).toEqual(desk);
    const night = { time: said("22:00"), duration: said("PT4H") };
    expect(derive(flowOf("virtual_office"), night, changed("duration")).fields).toEqual(night);
  });

  it("refuses an end before the beginning", () => {
    const room = { time: said("16:00"), time_end: said("14:00") };
    expect(derive(flowOf("virtual_office"), room, changed("time", "time_end"))).toEqual({
      fields: { time: said("16:00") },
      contradiction: "time_end",
    });
  });

  it("lets an older length give way to an end just said, and the other way round", () => {
    const room = { time: said("14:00"), duration: said("PT2H"), time_end: said("18:00") };
    expect(values(derive(flowOf("virtual_office"), room, changed("time_end")).fields)).toEqual({
      time: "14:00",
      time_end: "18:00",
    });
    expect(values(derive(flowOf("virtual_office"), room, changed("duration")).fields)).toMatchObject({
      time_end: "16:00",
    });
  });

  it("refuses a deadline before the pick-up, the one that was said later", () => {
    const parcel = { pickup_date: said("2026-11-26"), deadline: said("2026-11-25") };
    expect(derive(flowOf("parcel_delivery"), parcel, changed("pickup_date", "deadline"))).toMatchObject({
      contradiction: "deadline",
    });
    expect(derive(flowOf("parcel_delivery"), parcel, changed("deadline"))).toMatchObject({
      contradiction: "pickup_date",
    });
  });
});

describe("holds", () => {
  it.each([
    ["Riyadh", "Jeddah", true],
    ["Riyadh", "Dubai", false],
    ["Cairo", "Jeddah", false],
  ])("tells whether %s to %s is inside the Kingdom: %s", (from, to, inside) => {
    expect(holds("inside_kingdom", { from_city: said(from), to_city: said(to) })).toBe(inside);
  });

  it("waits for both cities", () => {
    expect(holds("inside_kingdom", { from_city: said("Riyadh") })).toBe(false);
  });

  it("asks for the thing only without a link to it", () => {
    expect(holds("without_url", {})).toBe(true);
    expect(holds("without_url", { url: said("https://shop.example/1") })).toBe(false);
  });

  it("asks what is wrong only without the service that is wanted", () => {
    expect(holds("without_service", {})).toBe(true);
    expect(holds("without_service", { service: said("باقات الإنترنت") })).toBe(false);
  });
});
