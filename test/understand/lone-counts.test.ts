/** How many, under the question what. */
import { describe, expect, it } from "vitest";
import { holding, read, valuesOf } from "./reader.ts";

const asksItem = holding("shopping_mediation", "item", { store: "jarir" });

describe("under a question for a thing", () => {
  it.each(["wa7ed", "واحد", "وحدة", "one"])("a count names none (%s)", (text) => {
    expect(valuesOf(read(text, asksItem), "answers")).not.toHaveProperty("item");
  });

  it.each(["سماعة", "one piece luffy figure"])("its name does (%s)", (text) => {
    expect(valuesOf(read(text, asksItem), "answers")).toHaveProperty("item");
  });
});
