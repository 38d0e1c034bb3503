/**
 * A linear classifier: one support vector machine a label against all others (squared hinge), learnt by dual coordinate descent
 * (Hsieh et al., ICML 2008), all labels of a saying in one pass. Own code on purpose (docs/decisions/020): nothing on npm that was
 * tried came near it, and it learns at start from the flow files. Deterministic: samples are shuffled by a fixed generator.
 */
import { buckets, type Vector } from "./features.ts";

export type Sample = { readonly vector: Vector; readonly label: string };

/** What was learnt, as plain values: `weights` holds a row of one weight a label for each bucket of `ids`. */
export type Weights = {
  readonly labels: readonly string[];
  readonly ids: Int32Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
};

export type LinearModel = {
  readonly labels: readonly string[];
  /** Raw scores, one a label, in the order of `labels`: about 1 for what surely is one, −1 for what is not. */
  scores(vector: Vector): Float64Array;
  readonly learnt: Weights;
  /** Bytes that it keeps. */
  readonly bytes: number;
};

export type TrainingOptions = {
  readonly epochs: number;
  /** How much a saying on the wrong side costs, against small weights. */
  readonly cost: number;
};

/** Chosen on cross-validated sayings and checked on public sets (docs/understanding.md). */
const trainingDefaults: TrainingOptions = { epochs: 8, cost: 1 };

/** A feature of one saying alone tells nothing of others, and two features in three are such. With few sayings all are kept. */
const fewestToDropLone = 100;

/** Corrections below this are left out: most labels need none, most of the time. */
const negligible = 1e-2;

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
export function learnerOf(samples: readonly Sample[], { cost } = trainingDefaults): Learner {
  const labels = [...new Set(samples.map(({ label }) => label))].sort();
  const ids = idsOf(samples);
  const learnt: Weights = {
    ...{ labels, ids, bias: new Float32Array(labels.length) },
    weights: new Float32Array(ids.length * labels.length),
  };
  const rows = rowsOf(ids);
  const known = knownOf(samples, labels, rows);
  const random = generator(20260101);
  const room = roomFor(labels.length);
  return {
    model: linearModel(learnt, rows),
    learn: (which, epochs) => {
      const order = Uint32Array.from(which);
      for (let epoch = 0; epoch < epochs; epoch++) {
        shuffle(order, random);
        for (const n of order) correct(known, n, learnt, cost, room);
      }
    },
  };
}

/** The model of what was learnt before. */
export function linearModel(learnt: Weights, rows = rowsOf(learnt.ids)): LinearModel {
  return {
    labels: learnt.labels,
    learnt,
    bytes: learnt.weights.byteLength + learnt.ids.byteLength + rows.byteLength,
    scores: (vector) => {
      const scores = new Float64Array(learnt.bias);
      const seen = seenOf(vector, rows);
      addAll(scores, learnt.weights, seen, 0, seen.count);
      return scores;
    },
  };
}

/** Buckets that get a row of weights, in order. */
function idsOf(samples: readonly Sample[]): Int32Array {
  const seenIn = new Uint16Array(buckets);
  for (const { vector } of samples)
    for (const id of vector.ids) seenIn[id] = Math.min(2, (seenIn[id] as number) + 1);
  const least = samples.length < fewestToDropLone ? 1 : 2;
  const ids: number[] = [];
  for (let id = 0; id < buckets; id++) if ((seenIn[id] as number) >= least) ids.push(id);
  return Int32Array.from(ids);
}

/** Bucket → row, −1 for none. */
function rowsOf(ids: Int32Array): Int32Array {
  const rows = new Int32Array(buckets).fill(-1);
  ids.forEach((id, row) => {
    rows[id] = row;
  });
  return rows;
}

/** Features that have a row of weights, one behind the other. */
type Features = { readonly rows: Int32Array; readonly values: Float32Array };

function seenOf({ ids, weights }: Vector, rows: Int32Array): Features & { readonly count: number } {
  const seen = { rows: new Int32Array(ids.length), values: new Float32Array(ids.length) };
  let count = 0;
  for (let i = 0; i < ids.length; i++) {
    const row = rows[ids[i] as number] as number;
    if (row < 0) continue;
    seen.rows[count] = row;
    seen.values[count++] = weights[i] as number;
  }
  return { ...seen, count };
}

/** All samples while they are learnt from: the features of sample `n` are those from `starts[n]` up to `starts[n + 1]`. */
type Known = Features & {
  readonly starts: Uint32Array;
  readonly right: Int32Array;
  /** The share of each sample in each label's weights. */
  readonly duals: Float32Array;
};

function knownOf(samples: readonly Sample[], labels: readonly string[], rows: Int32Array): Known {
  const most = samples.reduce((sum, { vector }) => sum + vector.ids.length, 0);
  const known = {
    ...{ rows: new Int32Array(most), values: new Float32Array(most) },
    starts: new Uint32Array(samples.length + 1),
    right: Int32Array.from(samples, ({ label }) => labels.indexOf(label)),
    duals: new Float32Array(samples.length * labels.length),
  };
  let end = 0;
  samples.forEach(({ vector }, n) => {
    end = putKnown(known, vector, rows, end);
    known.starts[n + 1] = end;
  });
  return known;
}

/** Puts the vector's known features at `from`, brought to length 1; returns where they end. */
function putKnown(to: Features, { ids, weights }: Vector, rows: Int32Array, from: number): number {
  let [end, square] = [from, 0];
  for (let i = 0; i < ids.length; i++) {
    const row = rows[ids[i] as number] as number;
    if (row < 0) continue;
    const value = weights[i] as number;
    to.rows[end] = row;
    to.values[end++] = value;
    square += value * value;
  }
  const norm = square > 0 ? 1 / Math.sqrt(square) : 0;
  for (let at = from; at < end; at++) to.values[at] = (to.values[at] as number) * norm;
  return end;
}

/** Adds to each label's score what the features give it, four features in one go: it halves the time. */
function addAll(
  scores: Float64Array,
  weights: Float32Array,
  { rows, values }: Features,
  from: number,
  to: number,
): void {
  const width = scores.length;
  const fours = to - ((to - from) % 4);
  for (let i = from; i < fours; i += 4) {
    const [v0, v1] = [values[i] as number, values[i + 1] as number];
    const [v2, v3] = [values[i + 2] as number, values[i + 3] as number];
    let r0 = (rows[i] as number) * width;
    let r1 = (rows[i + 1] as number) * width;
    let r2 = (rows[i + 2] as number) * width;
    let r3 = (rows[i + 3] as number) * width;
    for (let c = 0; c < width; c++) {
      scores[c] =
        (scores[c] as number) +
        v0 * (weights[r0++] as number) +
        v1 * (weights[r1++] as number) +
        v2 * (weights[r2++] as number) +
        v3 * (weights[r3++] as number);
    }
  }
  for (let i = fours; i < to; i++) {
    const base = (rows[i] as number) * width;
    for (let c = 0; c < width; c++)
      scores[c] = (scores[c] as number) + (values[i] as number) * (weights[base + c] as number);
  }
}

/** Room for one step, used again for the next: thousands of steps would leave as many arrays behind. */
type Room = { readonly scores: Float64Array; readonly moves: Float64Array; readonly moved: Int32Array };

const roomFor = (width: number): Room => ({
  scores: new Float64Array(width),
  moves: new Float64Array(width),
  moved: new Int32Array(width),
});

/** One step of the descent: moves each label's weights so that sample `n` is just on its right side, as far as `cost` allows. */
function correct(known: Known, n: number, { weights, bias }: Weights, cost: number, room: Room): void {
  const { rows, values, starts } = known;
  const width = bias.length;
  const [from, to] = [starts[n] as number, starts[n + 1] as number];
  room.scores.set(bias);
  addAll(room.scores, weights, known, from, to);
  const live = movesOf(known, n, bias, cost, room);
  if (live === 0) return;
  const { moves, moved } = room;
  for (let i = from; i < to; i++) {
    const base = (rows[i] as number) * width;
    const value = values[i] as number;
    for (let m = 0; m < live; m++) {
      const at = base + (moved[m] as number);
      weights[at] = (weights[at] as number) + value * (moves[m] as number);
    }
  }
}

/** Which labels' weights move and how far, into `room`; returns how many. */
function movesOf(
  { right, duals }: Known,
  n: number,
  bias: Float32Array,
  cost: number,
  { scores, moves, moved }: Room,
): number {
  // The length of the sample (1) and of the bias (1), and the diagonal of the squared hinge.
  const diagonal = 1 / (2 * cost);
  let live = 0;
  for (let c = 0; c < bias.length; c++) {
    const at = n * bias.length + c;
    const side = c === right[n] ? 1 : -1;
    const dual = duals[at] as number;
    const slope = side * (scores[c] as number) - 1 + dual * diagonal;
    const next = Math.max(0, dual - slope / (2 + diagonal));
    if (Math.abs(next - dual) < negligible) continue;
    duals[at] = next;
    bias[c] = (bias[c] as number) + side * (next - dual);
    moves[live] = side * (next - dual);
    moved[live++] = c;
  }
  return live;
}

/** Probabilities from scores, in place of the given array; a higher `temperature` makes them humbler. */
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
