/** Numbers and options that tell of another value, read against an open form. */
import { describe, expect, it } from "vitest";
import { asking, holding, read } from "./reader.ts";

const values = (reading: ReturnType<typeof read>) =>
  reading.understandings.flatMap((one) => ("fields" in one && one.fields ? Object.keys(one.fields) : []));

describe("a number or an option beside another value", () => {
  it.each(["i7 رام 16", "iphone 15", "بلايستيشن 5"])("counts no pieces (%s)", (text) => {
    expect(values(read(text, asking("quantity")))).not.toContain("quantity");
  });

  it("says how a sum is meant, and changes no option that is held", () => {
    const open = holding("b2b_matchmaking", "phone", { period: "weekly", kind: "service_provider" });
    expect(values(read("ميزانيتنا ٢٠٠٠ بالشهر", open))).toEqual(["budget"]);
  });

  it("changes the option where it is said alone", () => {
    const open = holding("b2b_matchmaking", "phone", { period: "weekly", kind: "service_provider" });
    expect(values(read("خلوها بالشهر", open))).toEqual(["period"]);
  });

  it("is the answer where a unit follows, whatever word leads to it", () => {
    expect(values(read("note 5 kg please", asking("weight_kg")))).toContain("weight_kg");
  });

  it.each(["انا ابو فهد 0533221100", "انا ام خالد 0533221100"])(
    "is who writes, and nobody else (%s)",
    (text) => {
      expect(values(read(text, asking("weight_kg")))).toEqual(["phone"]);
    },
  );

  it('is whom it goes to, though "I\'m" stands before it', () => {
    const text = "I'm sending it to my brother Ahmed Ali 0533221100";
    expect(values(read(text, asking("weight_kg")))).toEqual(["recipient_phone", "recipient_name"]);
  });
});
