/**
 * How well a partner has served so far, as one number: what it accepts, how soon it answers, what it finishes in time, how few complaints about it were right
 * and how it is rated. Pure.
 *
 * Each part is a share from 0 to 1, shrunk towards what partners usually are: with `n` observations that sum to `s`, a usual share `m` and a weight `k = 5`,
 *
 *     part = (s + k·m) / (n + k)
 *
 * which is the mean of the Beta distribution with parameters k·m + s and k·(1 − m) + n − s (additive smoothing; A. Gelman et al., *Bayesian Data Analysis*, 3rd edition,
 * section 2.4): five imagined observations as usual stand before the first real one, so that one bad day decides nothing and forty good ones do. The rank is the sum of
 * the parts by their weights. Newcomers of whom nothing bad was seen have a floor, and a lead that goes with the first ten offers of their life, however long ago these were: they are asked at all, and who was there first does not
 * get everything for ever. `test/dispatch/rank.test.ts` has a table of cases.
 */
import { letGoBy, type Standing, seenIn } from "../domain/standing.ts";

export const rankParts = ["acceptance", "speed", "on_time", "complaints", "rating"] as const;
export type RankPart = (typeof rankParts)[number];

/** `value` and each part from 0 (never) to 1 (always). `newcomer`: seen too little to be ranked below the floor. */
export type Rank = {
  readonly value: number;
  readonly parts: Readonly<Record<RankPart, number>>;
  readonly newcomer: boolean;
};

/** What a partner has to do at a moment: orders that are its own, and offers that it can still answer. */
export type Load = { readonly orders: number; readonly offers: number };

export const nothingToDo: Load = { orders: 0, offers: 0 };

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
/** With fewer offers and orders than this a partner is a newcomer, and never ranks below the floor; the lead gets smaller with each. */
const newcomerOffers = 10;
const newcomerFloor = 0.7;
const newcomerLead = 0.1;

/** The mean time of its answers, milliseconds; undefined of one that has given none. */
export const meanAnswerMs = ({ answered, answerMs }: Standing): number | undefined =>
  answered === 0 ? undefined : answerMs / answered;

/** Orders that it was to carry out, and did or let stand. What was taken back was not done in time. */
const had = ({ finished, givenBack }: Standing): number => finished + givenBack;

const parts: Readonly<Record<RankPart, (seen: Standing) => number>> = {
  acceptance: ({ accepted, offered }) => mean(accepted, offered, usual.acceptance),
  speed: (seen) => {
    const soon = 2 ** (-(meanAnswerMs(seen) ?? 0) / halfLifeMs);
    // Who says nothing at all is slower than whoever answers, however late.
    return mean(seen.answered * soon, seen.answered + letGoBy(seen), usual.speed);
  },
  on_time: (seen) => mean(seen.inTime, had(seen), usual.on_time),
  complaints: (seen) => {
    // Of orders that were cancelled, or older than what counts, only the complaints are known.
    const all = Math.max(had(seen), seen.complaints);
    return mean(all - seen.complaints, all, usual.complaints);
  },
  rating: ({ ratings, ratingSum }) => mean((ratingSum - ratings) / 4, ratings, usual.rating),
};

/** The mean of `count` observations that sum to `sum`, and of `usualCounts` more that are as usual. */
const mean = (sum: number, count: number, asUsual: number): number =>
  (sum + usualCounts * asUsual) / (count + usualCounts);

/** So much was seen of it, ever: the lead of a newcomer is given once. */
const seenOf = (seen: Standing): number => seenIn(seen) + seen.earlier;

/** Hardly seen, and nothing speaks against it: no order that it let stand or gave back, no complaint that was right. */
function isNewcomer(seen: Standing): boolean {
  const blots = had(seen) - seen.inTime + seen.complaints;
  return seenOf(seen) < newcomerOffers && blots === 0;
}

/** The rank's value alone, for comparing thousands. */
export function rankValue(seen: Standing): number {
  let value = 0;
  for (const part of rankParts) value += rankWeights[part] * parts[part](seen);
  if (!isNewcomer(seen)) return value;
  const lead = newcomerLead * (1 - seenOf(seen) / newcomerOffers);
  return Math.max(newcomerFloor, Math.min(1, value + lead));
}

/** No rank of this standing is above it, by what is cheap to know; of one that may be a newcomer, 1. */
export function rankAtMost(seen: Standing): number {
  if (seenOf(seen) < newcomerOffers) return 1;
  const accepts = mean(seen.accepted, seen.offered, usual.acceptance);
  const isInTime = mean(seen.inTime, had(seen), usual.on_time);
  return 1 - rankWeights.acceptance * (1 - accepts) - rankWeights.on_time * (1 - isInTime);
}

/** As staff read it, and as partners are compared: in whole hundredths. What differs by less is equal, and then who has less to do comes first. */
export const rankPercent = (value: number): number => Math.round(value * 100);

/** The rank of a partner with this standing, as staff read it. */
export function rankOf(seen: Standing): Rank {
  const each = Object.fromEntries(rankParts.map((part) => [part, parts[part](seen)]));
  return {
    value: rankValue(seen),
    parts: each as Record<RankPart, number>,
    newcomer: isNewcomer(seen),
  };
}
