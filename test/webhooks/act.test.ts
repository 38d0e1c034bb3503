import { describe, expect, it } from "vitest";
import { checkAct } from "../../src/webhooks/act.ts";

const accept = { type: "offer.accept", offer: "o_1" } as const;
const stage = { type: "order.stage", order: "BR-10001" } as const;

describe("checkAct", () => {
  it("takes a body that says what its path says", () => {
    expect(checkAct({ type: "offer.accept", offer: "o_1", note: "…" }, accept)).toEqual({ type: "same" });
    expect(checkAct({ type: "order.stage", order: "BR-10001", stage: "done" }, stage)).toEqual({
      type: "same",
    });
  });

  it("names what differs or is missing", () => {
    const fields = (body: unknown) => checkAct(body, accept);
    expect(fields({ type: "offer.decline", offer: "o_1" })).toEqual({ type: "differs", fields: ["type"] });
    expect(fields({ type: "offer.accept", offer: "o_2" })).toEqual({ type: "differs", fields: ["offer"] });
    expect(fields({})).toEqual({ type: "differs", fields: ["type", "offer"] });
    expect(checkAct({ type: "order.stage", offer: "BR-10001" }, stage)).toEqual({
      type: "differs",
      fields: ["order"],
    });
  });

  it("takes no look-alike for the same", () => {
    for (const offer of [["o_1"], { toString: () => "o_1" }, "O_1", "o_1 ", 1, null]) {
      expect(checkAct({ type: "offer.accept", offer }, accept)).toEqual({
        type: "differs",
        fields: ["offer"],
      });
    }
  });

  it("reads no inherited field", () => {
    const inherited: unknown = Object.create({ type: "offer.accept", offer: "o_1" });
    expect(checkAct(inherited, accept).type).toBe("differs");
  });

  it("refuses what is no object", () => {
    for (const body of [null, undefined, "offer.accept", 7, true, [], [accept]]) {
      expect(checkAct(body, accept)).toEqual({ type: "differs", fields: ["body"] });
    }
  });
});
