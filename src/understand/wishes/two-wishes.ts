/**
 * How likely a message that may be parted here wants two things rather than one: what each side is sure of alone, how much of it the whole
 * message still speaks of, and how it is put. A story names many things, each of them surely, and the whole speaks of one; of two
 * wishes both are heard in the whole, if faintly. Weights of a logistic regression over the open writers' messages
 * (docs/decisions/028-two-wishes-by-weighed-signs.md). Pure.
 */

/** One side of the place where a message may be parted: what it is likeliest about, alone and in the whole message. */
export type Side = {
  readonly label: string;
  /** That label's chance in these words alone, 0–1. */
  readonly alone: number;
  /** … and in the whole message. */
  readonly inWhole: number;
  /** It asks in so many words. */
  readonly asks: boolean;
};

/** `added`: the right side begins with a word that adds («وكمان», "also"). */
export type Split = { readonly left: Side; readonly right: Side; readonly added: boolean };

const weights = {
  none: -2.09,
  leftAlone: 0.56,
  rightAlone: 0.18,
  lessSure: 0.31,
  leftInWhole: 0.37,
  rightInWhole: 0.86,
  leftAsks: 2.1,
  added: 1.7,
  complaint: -1.64,
};

/** A chance of nothing or of everything says no more than these. */
const least = 1e-4;
/** What the whole message speaks of less than this is not heard in it. */
const unheard = 1e-5;

/** The chance that both sides are wishes, 0–1. */
export function chanceOfTwo(split: Split): number {
  const terms = termsOf(split);
  const sum = Object.entries(weights).reduce(
    (total, [name, weight]) => total + weight * (terms[name as keyof typeof weights] ?? 0),
    0,
  );
  return 1 / (1 + Math.exp(-sum));
}

/** What is weighed, by the names of `weights`. */
function termsOf({ left, right, added }: Split): Readonly<Record<keyof typeof weights, number>> {
  const [leftAlone, rightAlone] = [logOdds(left.alone), logOdds(right.alone)];
  return {
    ...{ none: 1, leftAlone, rightAlone, lessSure: Math.min(leftAlone, rightAlone) },
    ...{ leftInWhole: heard(left.inWhole), rightInWhole: heard(right.inWhole) },
    ...{ leftAsks: Number(left.asks), added: Number(added) },
    complaint: Number(left.label === "complaint" || right.label === "complaint"),
  };
}

function logOdds(chance: number): number {
  const bounded = Math.min(1 - least, Math.max(least, chance));
  return Math.log(bounded / (1 - bounded));
}

const heard = (chance: number): number => Math.log(Math.max(unheard, chance));
