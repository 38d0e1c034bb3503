/** How well a partner has served: what each observation moves, and what nobody has seen yet. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  rankAtMost,
  rankOf,
  rankParts,
  rankPercent,
  rankValue,
  rankWeights,
} from "../../src/dispatch/rank.ts";
import { type Standing, unseen } from "../../src/domain/standing.ts";

const minute = 60_000;
/** Twenty offers, all accepted after five minutes, all finished in time, well rated. */
const good: Standing = {
  ...unseen,
  ...{ offered: 20, accepted: 20, answered: 20, answerMs: 20 * 5 * minute },
  ...{ finished: 20, inTime: 20, ratings: 10, ratingSum: 48 },
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
    ["is always a little late", { accepted: 0, answeredLate: 20, answerMs: 20 * 12 * minute }],
    ["answers after an hour", { answerMs: 20 * 60 * minute }],
    ["is late with every other order", { inTime: 10 }],
    ["accepts orders and does not do them", { givenBack: 5 }],
    ["is complained about", { complaints: 5 }],
    ["is rated with one star", { ratingSum: 10 }],
  ])("puts a partner that %s behind one that does not", (_, change) => {
    expect(rankOf({ ...good, ...change }).value).toBeLessThan(rankOf(good).value);
  });

  it.each<[string, Partial<Standing>, Record<string, number>]>([
    [
      "nothing: as partners usually are",
      {},
      { acceptance: 70, speed: 70, on_time: 85, complaints: 95, rating: 80, value: 89 },
    ],
    ["one offer, let go by", { offered: 1 }, { acceptance: 58, speed: 58, value: 83 }],
    [
      "eighteen of twenty accepted",
      { offered: 20, accepted: 18, declined: 1 },
      { acceptance: 86, speed: 58, value: 82 },
    ],
    [
      "two hundred, half of them accepted",
      { offered: 200, accepted: 100, declined: 100 },
      { acceptance: 50, value: 73 },
    ],
    ["answers at once", { answered: 20, answerMs: 0 }, { speed: 94, value: 93 }],
    ["answers after an hour", { answered: 20, answerMs: 20 * 60 * minute }, { speed: 19, value: 82 }],
    ["ten done, all in time", { finished: 10, inTime: 10 }, { on_time: 95, complaints: 98, value: 83 }],
    ["ten late", { finished: 10 }, { on_time: 28, complaints: 98, value: 63 }],
    ["ten accepted and given back", { givenBack: 10 }, { on_time: 28, complaints: 98, value: 63 }],
    [
      "ten done, three rightly complained about",
      { finished: 10, inTime: 10, complaints: 3 },
      { complaints: 78, value: 80 },
    ],
    [
      "complaints about orders that never ended",
      { offered: 12, accepted: 12, complaints: 5 },
      { complaints: 48 },
    ],
    ["twenty marks of one star", { ratings: 20, ratingSum: 20 }, { rating: 16, value: 83 }],
    ["twenty marks of five stars", { ratings: 20, ratingSum: 100 }, { rating: 96, value: 91 }],
  ])("shrinks what was seen towards the usual: %s", (_, change, expected) => {
    const { parts, value } = rankOf({ ...unseen, ...change });
    const percents = Object.entries({ ...parts, value }).map(([part, one]) => [part, rankPercent(one)]);
    expect(Object.fromEntries(percents)).toMatchObject(expected);
  });

  it("ranks a yes in time before one that comes too late, and any answer before none", () => {
    const offered = 40;
    const answers = (minutes: number) => ({
      offered,
      answered: offered,
      answerMs: offered * minutes * minute,
    });
    const ranks = [
      { ...answers(2), accepted: offered },
      { ...answers(2), declined: offered },
      { ...answers(12), answeredLate: offered },
      { ...answers(600), answeredLate: offered },
      { offered },
    ].map((seen) => rankValue({ ...unseen, ...seen }));
    expect(ranks).toEqual(ranks.toSorted((one, other) => other - one));
    expect(new Set(ranks.map(rankPercent)).size).toBeGreaterThanOrEqual(4);
    // Who is two minutes late each time never gets an order by itself: far behind who has not been asked yet, too.
    expect(ranks[2]).toBeLessThan(rankValue(unseen) - 0.25);
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

  it("puts newcomers before partners as usual, and lets that lead go with their first offers", () => {
    const usual = { ...unseen, offered: 10_000, accepted: 7_000, declined: 3_000 };
    const lead = (offered: number) =>
      rankValue({ ...unseen, offered, accepted: offered * 0.7, declined: offered * 0.3 }) - rankValue(usual);
    expect([0, 5, 9, 10].map((offered) => rankPercent(lead(offered)))).toEqual([10, 5, 1, 0]);
    expect(
      rankValue({ ...good, offered: 0, accepted: 0, finished: 9_999, inTime: 9_999 }),
    ).toBeLessThanOrEqual(1);
  });

  it("ranks who accepts at once and lets the orders stand below who does honest work", () => {
    const sleeper = { offered: 30, accepted: 30, answered: 30, answerMs: 60 * minute, finished: 30 };
    const honest = {
      ...{ offered: 300, accepted: 270, answered: 300, answerMs: 300 * 4 * minute },
      ...{ finished: 270, inTime: 210, ratings: 50, ratingSum: 220 },
    };
    expect(rankValue({ ...unseen, ...sleeper })).toBeLessThan(rankValue({ ...unseen, ...honest }) - 0.15);
  });

  it.each<[string, Partial<Standing>]>([
    ["got its orders by hand", { finished: 400, inTime: 400 }],
    ["let one stand", { offered: 1, accepted: 1, finished: 1 }],
    ["gave one back", { offered: 1, accepted: 1, givenBack: 1 }],
    ["was complained about", { offered: 1, accepted: 1, complaints: 1 }],
  ])("takes nobody for a newcomer that %s", (_, seen) => {
    const { newcomer, parts, value } = rankOf({ ...unseen, ...seen });
    expect(newcomer).toBe(false);
    expect(value).toBeCloseTo(
      rankParts.reduce((sum, part) => sum + rankWeights[part] * parts[part], 0),
      10,
    );
  });

  it("takes nobody for new again after a quiet time, and gives the lead once", () => {
    const usual = rankOf({ ...unseen, earlier: 40 });
    expect(usual).toMatchObject({ newcomer: false });
    expect(rankOf(unseen).value - usual.value).toBeCloseTo(0.1, 5);
    // Six offers of the ten were long ago.
    expect(rankOf({ ...unseen, earlier: 6 }).value - usual.value).toBeCloseTo(0.04, 5);
    expect(rankOf({ ...unseen, offered: 4, accepted: 4, earlier: 6 })).toMatchObject({ newcomer: false });
  });

  it("gives newcomers a floor, whatever their first offers came to", () => {
    const unlucky = { ...unseen, offered: 9, answered: 9, answerMs: 9 * 60 * minute };
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
            ...unseen,
            givenBack: one.offered - Math.min(one.answered, one.offered),
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
        // Rounding of sums alone may go beyond it.
        expect(rankAtMost(seen)).toBeGreaterThanOrEqual(value - 1e-12);
        expect(rankPercent(rankAtMost(seen))).toBeGreaterThanOrEqual(rankPercent(value));
        for (const one of [value, ...Object.values(parts)]) {
          expect(one).toBeGreaterThanOrEqual(0);
          expect(one).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
