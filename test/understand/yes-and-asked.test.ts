/** A yes to a read-back with a question behind it: placed, and the question goes along. */
import { describe, expect, it } from "vitest";
import { read, readingBack } from "./reader.ts";

const form = readingBack("c2c_mediation", {
  ...{ role: "sell", item: "camry 2018", city: "Jeddah", phone: "+966501239876" },
  price: { amountMinor: 5_000_000, currency: "SAR" },
});
const meant = (text: string) => read(text, form).understandings;

describe("a yes with a question behind it", () => {
  it.each([
    ["yes place. when buyer pay me?", "when buyer pay me?"],
    ["yes go ahead. do i need to bring the car?", "do i need to bring the car?"],
    ["yes place it. will you send me photos of the offers", "will you send me photos of the offers"],
    ["ايوه اعتمد، هو المشتري هيدفع امتى؟", "هو المشتري هيدفع امتى؟"],
    ["اعتماد. لازم أجي عندكم ولا لا؟", "لازم أجي عندكم ولا لا؟"],
  ])("agrees, and asks: %s", (text, asked) => {
    const [wish, yes, ...more] = meant(text);
    expect(wish).toMatchObject({ type: "wish", text: asked });
    expect([yes, more]).toEqual([{ type: "confirm" }, []]);
  });

  it.each([
    "yes? when buyer pay me?",
    "ok yes but when do I get my money?",
    "before i say yes, when does the buyer pay?",
    "yes place it when the buyer agrees",
    "yes. can you make it 45000 riyals?",
    "نعم إذا السعر أقل من 100",
    "ok place it, and how much is your commission?",
    "yes. can you also renew my passport?",
  ])("is no yes alone where it doubts, asks the price, changes or wants more: %s", (text) => {
    expect(meant(text).map(({ type }) => type)).not.toEqual(["wish", "confirm"]);
  });
});
