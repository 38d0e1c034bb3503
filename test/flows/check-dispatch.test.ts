/** What the parts of a service that find its partner must say together. */
import { describe, expect, it } from "vitest";
import { checkDispatch } from "../../src/flows/check-dispatch.ts";
import { madeFlow } from "../conversation/made-flows.ts";

const both = (text: string) => ({ ar: text, en: text });
const fee = { label: both("fee"), amount: { amountMinor: 1_000, currency: "SAR" }, vat: true };
const wrong = (strategy: string, price: object) => {
  const dispatch = { department: "reception", promise_minutes: 60, next: both("next"), strategy };
  const direct = strategy === "direct" ? { direct: "p_one" } : {};
  const rest = { price, dispatch: { ...dispatch, ...direct } };
  return checkDispatch(madeFlow("sent", [{ name: "count", type: "number", min: 1 }], rest)).map(({ path }) =>
    path.join("."),
  );
};

describe("a price from partners' fixed ones", () => {
  it.each(["ring", "broadcast", "direct"])("goes with the strategy %s", (strategy) => {
    expect(wrong(strategy, { propose: true })).toEqual([]);
  });

  it.each(["office", "quotes"])("is refused with the strategy %s, which asks nobody at one", (strategy) => {
    expect(wrong(strategy, { propose: true })).toEqual(["price.propose"]);
    expect(wrong(strategy, {})).toEqual([]);
  });

  it("is refused beside a price that is known", () => {
    expect(wrong("ring", { propose: true, lines: [fee] })).toEqual(["price.propose"]);
  });
});
