import { describe, expect, it } from "vitest";
import { rankOf } from "../../src/dispatch/rank.ts";
import { standingsAt } from "../../src/dispatch/standings.ts";
import { partnerIdOf } from "../store/sample-partner.ts";

const day = 24 * 3_600_000;

describe("standingsAt", () => {
  it("counts the marks of the days that count, and knows nothing of who has none", async () => {
    const asked: number[] = [];
    const source = {
      partnerMarks: async (since: number) => {
        asked.push(since);
        return new Map([[partnerIdOf("a"), { ratings: 10, ratingSum: 12 }]]);
      },
    };
    const standing = await standingsAt(source, 100 * day);
    expect(asked).toEqual([10 * day]);
    expect(standing(partnerIdOf("b"))).toBeUndefined();
    const known = standing(partnerIdOf("a"));
    expect(known).toMatchObject({ ratings: 10, ratingSum: 12, offered: 0 });
    expect(known && rankOf(known).parts.rating).toBeLessThan(0.4);
  });
});
