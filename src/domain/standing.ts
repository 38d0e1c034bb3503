/** How a partner has served: counts over a time, and what one change of an order adds to them. */
import type { PartnerId } from "./ids.ts";

/** Counts; `answerMs` is the sum over `answered`, milliseconds. */
export type Standing = {
  /** Offers that ended: accepted, declined, given a price, or let go by though the partner could have answered. */
  readonly offered: number;
  /** Of these accepted, or given a price; declined; and answered, yes or no, within a day after their end, when nothing came of it. The rest was let go by. */
  readonly accepted: number;
  readonly declined: number;
  readonly answeredLate: number;
  /** Of these answered with a yes or no by the partner itself, also late, and the time that it took in all; a price takes as long as it takes. */
  readonly answered: number;
  readonly answerMs: number;
  /** Orders that it ended, or that stood still with it for longer than they may: each once, and of these what it ended in time. */
  readonly finished: number;
  readonly inTime: number;
  /** Orders that it had accepted and that were taken from it, or given back by it, before they stood still. */
  readonly givenBack: number;
  /** Complaints about orders that it had, which the office found right. */
  readonly complaints: number;
  /** Customers' marks from 1 to 5, and their sum. */
  readonly ratings: number;
  readonly ratingSum: number;
  /** Offers, or orders where these are more, that were seen of it before the time that counts: it is nobody new, however quiet it was since. */
  readonly earlier: number;
};

/** Those that only grow, and are added up as they happen; whether a complaint is right may be decided anew. */
export const grownCounts = [
  ...(["offered", "accepted", "declined", "answeredLate", "answered", "answerMs"] as const),
  ...(["finished", "inTime", "givenBack", "ratings", "ratingSum"] as const),
] as const satisfies readonly (keyof Standing)[];
export type Grown = Pick<Standing, (typeof grownCounts)[number]>;

export const unseen: Standing = {
  ...{ offered: 0, accepted: 0, declined: 0, answeredLate: 0, answered: 0, answerMs: 0 },
  ...{ finished: 0, inTime: 0, givenBack: 0, complaints: 0, ratings: 0, ratingSum: 0, earlier: 0 },
};

/** What one change of an order shows of a partner: this much is added to its counts. */
export type Observed = { readonly partner: PartnerId; readonly counts: Partial<Grown> };

/** So much was seen of it by these counts: offers, and orders that staff gave it by hand. */
export const seenIn = ({
  offered,
  finished,
  givenBack,
}: Pick<Standing, "offered" | "finished" | "givenBack">): number => Math.max(offered, finished + givenBack);

/** Offers that it could have answered, and of which it has said nothing, not even late. */
export const letGoBy = ({ offered, accepted, declined, answeredLate }: Standing): number =>
  Math.max(0, offered - accepted - declined - answeredLate);

/** The counts with more added to them. */
export function withSeen(standing: Standing, more: Partial<Grown>): Standing {
  const sums = grownCounts.map((name) => [name, standing[name] + (more[name] ?? 0)] as const);
  return { ...standing, ...Object.fromEntries(sums) };
}
