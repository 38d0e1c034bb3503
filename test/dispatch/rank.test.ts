/** How well a partner has served: what each observation moves, and what nobody has seen yet. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankOf, rankParts, rankValue, rankWeights, type Standing, unseen } from "../../src/dispatch/rank.ts";

const minute = 60_000;
/** Twenty offers, all accepted after five minutes, all finished in time, well rated. */
const good: Standing = {
  ...{ offered: 20, accepted: 20, answered: 20, answerMs: 20 * 5 * minute },
  ...{ finished: 20, inTime: 20, complaints: 0, ratings: 10, ratingSum: 48 },
};

describe("rankOf", () => {
  it("weighs five parts that make one", () => {
    expect(rankParts.reduce((sum, part) => sum + rankWeights[part], 0)).toBeCloseTo(1, 10);
    const { parts, value } = rankOf(good);
    expect(rankParts.reduce((sum, part) => sum + rankWeights[part] * parts[part], 0)).toBeCloseTo(value, 10);
  });

  it.each<[string, Partial<Standing>]>([
    ["declines half of the offers", { accepted: 10 }],
    ["lets offers go by", { answered: 10, answerMs: 10 * 5 * minute, accepted: 10 }],
    ["answers after an hour", { answerMs: 20 * 60 * minute }],
    ["is late with every other order", { inTime: 10 }],
    ["is complained about", { complaints: 5 }],
    ["is rated with one star", { ratingSum: 10 }],
  ])("puts a partner that %s behind one that does not", (_, change) => {
    expect(rankOf({ ...good, ...change }).value).toBeLessThan(rankOf(good).value);
  });

  it("lets one bad day decide nothing: a single refusal moves it by little", () => {
    const refused = { ...good, offered: 21, answered: 21, answerMs: 21 * 5 * minute };
    expect(rankOf(good).value - rankOf(refused).value).toBeLessThan(0.02);
  });

  it("counts an answer after a quarter of an hour half as much as one at once", () => {
    const many = (ms: number) =>
      rankOf({ ...good, offered: 10_000, answered: 10_000, answerMs: 10_000 * ms }).parts.speed;
    expect(many(15 * minute) / many(0)).toBeCloseTo(0.5, 2);
  });

  it("gives newcomers a floor, whatever their first offers came to", () => {
    const unlucky = { ...unseen, offered: 3, answered: 3, answerMs: 3 * 60 * minute };
    expect(rankOf(unseen)).toMatchObject({ newcomer: true });
    expect(rankOf(unlucky).value).toBe(0.7);
    expect(rankOf({ ...unlucky, offered: 10, answered: 10, answerMs: 600 * minute })).toMatchObject({
      newcomer: false,
    });
    expect(rankOf({ ...unlucky, offered: 10, answered: 10, answerMs: 600 * minute }).value).toBeLessThan(0.7);
  });

  it("stays between never and always, whatever was counted", () => {
    const count = fc.nat({ max: 500 });
    const standing = fc
      .record({ offered: count, answered: count, accepted: count, ms: count, finished: count, in: count })
      .chain((one) =>
        fc
          .record({ complaints: count, ratings: count, mark: fc.integer({ min: 1, max: 5 }) })
          .map((more) => ({
            offered: one.offered,
            answered: Math.min(one.answered, one.offered),
            accepted: Math.min(one.accepted, one.offered),
            answerMs: Math.min(one.answered, one.offered) * one.ms * minute,
            finished: one.finished,
            inTime: Math.min(one.in, one.finished),
            complaints: more.complaints,
            ratings: more.ratings,
            ratingSum: more.ratings * more.mark,
          })),
      );
    fc.assert(
      fc.property(standing, (seen) => {
        const { value, parts } = rankOf(seen);
        expect(rankValue(seen)).toBe(value);
        for (const one of [value, ...Object.values(parts)]) {
          expect(one).toBeGreaterThanOrEqual(0);
          expect(one).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
