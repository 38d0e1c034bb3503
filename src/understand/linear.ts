/**
 * A linear classifier: multinomial logistic regression by AdaGrad over sparse vectors. Own code on purpose (docs/decisions/020):
 * nothing on npm that was tried came near it, and it trains at start from the flow files. Deterministic: the order of the
 * examples is shuffled by a fixed generator, so the same sayings give the same weights.
 */
import { buckets, type Vector } from "./features.ts";

export type Sample = { readonly vector: Vector; readonly label: string };

export type LinearModel = {
  readonly labels: readonly string[];
  /** Raw scores, one a label, in the order of `labels`. */
  scores(vector: Vector): Float64Array;
  /** Bytes of the weights that it keeps. */
  readonly bytes: number;
};

export type TrainingOptions = {
  readonly epochs: number;
  readonly rate: number;
  /** L2 penalty a step, on the features that the step touches. */
  readonly l2: number;
};

/** Errors below this are left alone: most classes are, most of the time, and leaving them makes training half again as fast. */
const negligible = 0.003;

/** Chosen on cross-validated sayings and checked on public sets (docs/understanding.md). */
export const trainingDefaults: TrainingOptions = { epochs: 8, rate: 0.3, l2: 2e-3 };

/** A model in the making: `learn` goes over some of the samples a number of times, and may go on later with others. */
export type Learner = {
  readonly model: LinearModel;
  learn(which: readonly number[], epochs: number): void;
};

/** Learns to tell the labels of `samples` apart. With no sample it gives a model without labels. */
export function trainLinear(samples: readonly Sample[], options = trainingDefaults): LinearModel {
  const { model, learn } = learnerOf(samples, options);
  learn([...samples.keys()], options.epochs);
  return model;
}

/** A learner that has seen nothing yet; its model's scores are those of the moment. */
export function learnerOf(samples: readonly Sample[], options = trainingDefaults): Learner {
  const labels = [...new Set(samples.map(({ label }) => label))].sort();
  const rows = rowsOf(samples);
  const made = {
    rows: rows.of,
    weights: new Float32Array(rows.count * labels.length),
    bias: new Float32Array(labels.length),
  };
  const correct = correction(made, options.rate, options.l2);
  const random = generator(20260101);
  return {
    model: {
      labels,
      bytes: made.weights.byteLength + rows.of.byteLength,
      scores: (vector) => scoresOf(vector, made, new Float64Array(labels.length)),
    },
    learn: (which, epochs) => {
      const order = Uint32Array.from(which);
      for (let epoch = 0; epoch < epochs; epoch++) {
        shuffle(order, random);
        goOver(samples, labels, order, made, correct);
      }
    },
  };
}

/** Only features that were seen get a row of weights: bucket → row, −1 for none. Rare ones are kept: sayings are few. */
function rowsOf(samples: readonly Sample[]): { readonly of: Int32Array; readonly count: number } {
  const of = new Int32Array(buckets).fill(-1);
  let count = 0;
  for (const { vector } of samples) {
    for (const id of vector.ids) if (of[id] === -1) of[id] = count++;
  }
  return { of, count };
}

/** Writes the scores into `scores`: training uses one array for all. */
function scoresOf(
  { ids, weights: values }: Vector,
  { rows, weights, bias }: Weights,
  scores: Float64Array,
): Float64Array {
  const width = bias.length;
  scores.set(bias);
  for (let i = 0; i < ids.length; i++) {
    const row = rows[ids[i] as number] as number;
    if (row < 0) continue;
    const value = values[i] as number;
    const base = row * width;
    for (let c = 0; c < width; c++) scores[c] = (scores[c] as number) + value * (weights[base + c] as number);
  }
  return scores;
}

type Weights = { readonly rows: Int32Array; readonly weights: Float32Array; readonly bias: Float32Array };

function goOver(
  samples: readonly Sample[],
  labels: readonly string[],
  order: Uint32Array,
  made: Weights,
  correct: (vector: Vector, error: Float64Array) => void,
): void {
  const scores = new Float64Array(labels.length);
  const truth = new Map(labels.map((label, n) => [label, n]));
  for (const n of order) {
    const { vector, label } = samples[n] as Sample;
    const error = softmax(scoresOf(vector, made, scores));
    const right = truth.get(label) ?? 0;
    error[right] = (error[right] as number) - 1;
    correct(vector, error);
  }
}

/** One step of AdaGrad: each weight's own rate falls with what it has already been corrected by. */
function correction({ rows, weights, bias }: Weights, rate: number, l2: number) {
  const width = bias.length;
  const seen = new Float32Array(weights.length);
  const biasSeen = new Float32Array(width);
  const active = new Uint16Array(width);
  return ({ ids, weights: values }: Vector, error: Float64Array): void => {
    let live = 0;
    for (let c = 0; c < width; c++) {
      const g = error[c] as number;
      if (Math.abs(g) < negligible) continue;
      active[live++] = c;
      biasSeen[c] = (biasSeen[c] as number) + g * g;
      bias[c] = (bias[c] as number) - (rate * 0.1 * g) / (Math.sqrt(biasSeen[c] as number) + 1e-6);
    }
    for (let i = 0; i < ids.length; i++) {
      const value = values[i] as number;
      const base = (rows[ids[i] as number] as number) * width;
      for (let k = 0; k < live; k++) {
        const at = base + (active[k] as number);
        const g = (error[active[k] as number] as number) * value + l2 * (weights[at] as number);
        const s = (seen[at] as number) + g * g;
        seen[at] = s;
        weights[at] = (weights[at] as number) - (rate * g) / (Math.sqrt(s) + 1e-4);
      }
    }
  };
}

/** Probabilities from scores, in place of the given array; `temperature` above 1 makes them humbler. */
export function softmax(scores: Float64Array, temperature = 1): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const e = Math.exp(((scores[c] as number) - top) / temperature);
    scores[c] = e;
    sum += e;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] as number) / sum;
  return scores;
}

/** Mulberry32: numbers in [0, 1), the same for the same seed on every machine. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Fisher–Yates, in place. */
export function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i] as number;
    order[i] = order[j] as number;
    order[j] = kept;
  }
}
