/** What an order needs of a partner, by its flow. */
import { describe, expect, it } from "vitest";
import { wantedOf } from "../../src/dispatch/wanted.ts";
import type { AnswerValue, Fields } from "../../src/domain/answer.ts";
import { realCatalogue } from "../conversation/real-catalogue.ts";

const evidence = { text: "", messageId: "m1", start: 0, end: 0, by: "exact" } as const;
const fieldsOf = (values: Readonly<Record<string, AnswerValue>>): Fields =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, evidence }]));

describe("wantedOf", () => {
  const dispatch = { where: ["from_city", "pickup", "to_city"], licences: ["transport"] as const };
  it.each<[string, Readonly<Record<string, AnswerValue>>, readonly string[]]>([
    ["two cities", { from_city: "Riyadh", to_city: "Jeddah" }, ["Riyadh", "Jeddah"]],
    ["one city twice", { from_city: "Riyadh", to_city: "Riyadh" }, ["Riyadh"]],
    [
      "an address with its city",
      { from_city: "Riyadh", pickup: { text: "x", city: "Khobar" } },
      ["Riyadh", "Khobar"],
    ],
    ["an address without one", { pickup: { text: "x" } }, []],
    ["other places", { market: "Dubai" }, []],
  ])("takes the places of %s", (_, values, places) => {
    const order = { service: "parcel_delivery", fields: fieldsOf(values) };
    expect(wantedOf(order, dispatch, 7)).toEqual({
      ...{ service: "parcel_delivery", places, licences: ["transport"], asked: new Set(), at: 7 },
    });
  });
});

describe("the catalogue", () => {
  it("says of every service whose form asks for one city that its partners work there", () => {
    const flows = [...realCatalogue().flows.values()];
    const asking = flows.filter(({ questions }) => questions.some(({ name }) => name === "city"));
    expect(asking.length).toBeGreaterThan(5);
    expect(asking.filter(({ dispatch }) => !dispatch.where.includes("city")).map(({ id }) => id)).toEqual([]);
  });
});
