/**
 * How well a partner has served so far, as one number: what it accepts, how soon it answers, what it finishes in time, how few complain
 * and how it is rated. Pure. Each part is a mean that begins at what partners usually are and moves with what is seen (additive
 * smoothing), so that one bad day decides nothing; and newcomers have a floor, so that they are asked at all.
 */

/** What was seen of a partner over the time that counts (the last 90 days). Counts; `answerMs` is the sum over `answered`. */
export type Standing = {
  /** Offers that ended: accepted, declined, quoted, or let go by. */
  readonly offered: number;
  /** Of these accepted, or quoted. */
  readonly accepted: number;
  /** Of these answered at all, and the time that it took in all, milliseconds. */
  readonly answered: number;
  readonly answerMs: number;
  /** Orders that it ended, and of these by the promised time. */
  readonly finished: number;
  readonly inTime: number;
  /** Complaints about orders that it had. */
  readonly complaints: number;
  /** Customers' marks from 1 to 5. */
  readonly ratings: number;
  readonly ratingSum: number;
};

export const unseen: Standing = {
  ...{ offered: 0, accepted: 0, answered: 0, answerMs: 0, finished: 0, inTime: 0 },
  ...{ complaints: 0, ratings: 0, ratingSum: 0 },
};

export const rankParts = ["acceptance", "speed", "on_time", "complaints", "rating"] as const;
export type RankPart = (typeof rankParts)[number];

/** `value` and each part from 0 (never) to 1 (always). `newcomer`: seen too little to be ranked below the floor. */
export type Rank = {
  readonly value: number;
  readonly parts: Readonly<Record<RankPart, number>>;
  readonly newcomer: boolean;
};

/** What each part counts for; together 1. */
export const rankWeights: Readonly<Record<RankPart, number>> = {
  acceptance: 0.3,
  speed: 0.15,
  on_time: 0.3,
  complaints: 0.15,
  rating: 0.1,
};

/** What a partner of whom nothing is known is taken for, and how many observations that is worth. */
const usual = { acceptance: 0.7, speed: 0.7, on_time: 0.85, complaints: 0.95, rating: 0.8 } as const;
const usualCounts = 5;
/** An answer after this time counts half. */
const halfLifeMs = 15 * 60_000;
/** With fewer offers than this a partner is a newcomer, and never ranks below the floor. */
const newcomerOffers = 10;
const newcomerFloor = 0.7;

const answerMs = ({ answered, answerMs }: Standing): number => (answered === 0 ? 0 : answerMs / answered);

const parts: Readonly<Record<RankPart, (seen: Standing) => number>> = {
  acceptance: ({ accepted, offered }) => mean(accepted, offered, usual.acceptance),
  speed: (seen) => mean(seen.answered * 2 ** (-answerMs(seen) / halfLifeMs), seen.answered, usual.speed),
  on_time: ({ inTime, finished }) => mean(inTime, finished, usual.on_time),
  complaints: ({ complaints, finished }) =>
    mean(Math.max(0, finished - complaints), finished, usual.complaints),
  rating: ({ ratings, ratingSum }) => mean((ratingSum - ratings) / 4, ratings, usual.rating),
};

/** The mean of `count` observations that sum to `sum`, and of `usualCounts` more that are as usual. */
const mean = (sum: number, count: number, asUsual: number): number =>
  (sum + usualCounts * asUsual) / (count + usualCounts);

const isNewcomer = ({ offered }: Standing): boolean => offered < newcomerOffers;

/** The rank's value alone, for comparing thousands. */
export function rankValue(seen: Standing): number {
  let value = 0;
  for (const part of rankParts) value += rankWeights[part] * parts[part](seen);
  return isNewcomer(seen) ? Math.max(newcomerFloor, value) : value;
}

/** The rank of a partner with this standing, as staff read it. */
export function rankOf(seen: Standing): Rank {
  const each = Object.fromEntries(rankParts.map((part) => [part, parts[part](seen)]));
  return {
    value: rankValue(seen),
    parts: each as Record<RankPart, number>,
    newcomer: isNewcomer(seen),
  };
}
