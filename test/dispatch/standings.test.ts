/** How partners have served over the days that count, and what they have to do. */
import { describe, expect, it } from "vitest";
import { rankOf } from "../../src/dispatch/rank.ts";
import { loadsAt, standingsAt } from "../../src/dispatch/standings.ts";
import { unseen } from "../../src/domain/standing.ts";
import { partnerIdOf } from "../store/sample-partner.ts";

const day = 24 * 3_600_000;
const [a, b, c] = [partnerIdOf("a"), partnerIdOf("b"), partnerIdOf("c")];

describe("standingsAt", () => {
  it("asks for the days that count, today among them, and knows nothing of who was not seen", async () => {
    const asked: number[] = [];
    const seen = new Map([[a, { ...unseen, ratings: 10, ratingSum: 12 }]]);
    const source = {
      standings: {
        since: async (first: number) => {
          asked.push(first);
          return seen;
        },
      },
      orders: {
        partnerComplaints: async (since: number) => {
          asked.push(since / day);
          return new Map([[c, 2]]);
        },
      },
    };
    const standing = await standingsAt(source, 100 * day + 5);
    expect(asked).toEqual([11, 11]);
    expect(standing(b)).toBeUndefined();
    expect(standing(a)).toBe(seen.get(a));
    expect(standing(c)).toEqual({ ...unseen, complaints: 2 });
    const known = standing(a);
    expect(known && rankOf(known).parts.rating).toBeLessThan(0.4);
  });
});

describe("loadsAt", () => {
  it("tells orders from offers that were not answered, and leaves out who has neither", async () => {
    const asked: number[] = [];
    const source = {
      orders: { partnerLoads: async () => new Map([[a, 2]]) },
      standings: {
        openOffers: async (at: number) => {
          asked.push(at);
          return new Map([
            [a, 1],
            [b, 3],
          ]);
        },
      },
    };
    expect(Object.fromEntries(await loadsAt(source, 7))).toEqual({
      p_a: { orders: 2, offers: 1 },
      p_b: { orders: 0, offers: 3 },
    });
    expect(asked).toEqual([7]);
  });
});
