import { describe, expect, it } from "vitest";
import type { MessageJson } from "../../../src/web/api/schemas.ts";
import { blemishesIn } from "./wording.ts";

const line = (text: string, label = "") =>
  ({ seq: 1, from: "office", at: "", text, choices: [{ value: "v", label }] }) satisfies MessageJson;

describe("blemishesIn", () => {
  for (const [what, text, language, found] of [
    ["a place that nobody filled in", "سجّلنا طلبك برقم {ref}.", "ar", ["{", "}", "ref"]],
    ["a value that is missing", "Noted: undefined.", "en", ["undefined"]],
    ["the name of a field", "What is the weight_kg?", "en", ["weight_kg"]],
    ["English in Arabic", "سجّلنا: Riyadh.", "ar", ["Riyadh"]],
    ["Arabic in English", "Noted: الرياض.", "en", ["الرياض"]],
  ] as const) {
    it(`finds ${what}`, () => {
      expect(blemishesIn(line(text), language, [])).toEqual(found);
      expect(blemishesIn(line("", text), language, [])).toEqual(found);
    });
  }

  it("has nothing against references, examples of codes, and the customer's own words", () => {
    const said = ["ابي اشتري iPhone 15 من amazon"];
    expect(blemishesIn(line("سجّلنا طلبك برقم \u2068BR-10001\u2069: iPhone 15."), "ar", said)).toEqual([]);
    expect(blemishesIn(line("ما العنوان الوطني؟ (مثل \u2068RRRD2929\u2069)"), "ar", [])).toEqual([]);
  });
});
