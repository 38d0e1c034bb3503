/**
 * What a message is about, with an honest chance: the linear model over a message's words, its confidence brought to earth on
 * sayings that it was not trained on. Knows labels, not what follows from them.
 */

import { type Keep, makeAnew } from "../../domain/keep.ts";
import { countedOf, vectorOfWords, type Word, wordsOf } from "../words.ts";
import { type Frequencies, frequenciesOf, vectorOf } from "./features.ts";
import {
  generator,
  type LinearModel,
  learnerOf,
  linearModel,
  type Sample,
  shuffle,
  softmax,
  trainLinear,
  type Weights,
} from "./linear.ts";

/** A saying and what it asks for: a service id, or one of the labels that every office knows. */
export type Saying = { readonly text: string; readonly label: string };
/** `chance`: calibrated, 0–1. */
export type Guess = { readonly label: string; readonly chance: number };

export type Intents = {
  readonly labels: readonly string[];
  /** All labels, likeliest first; empty when there are no labels or no words. */
  guess(words: readonly Word[]): readonly Guess[];
  readonly temperature: number;
  readonly bytes: number;
};

/** With fewer sayings than this there is nothing to fit a temperature to. */
const fewestToCalibrate = 60;

/**
 * Trains on sayings, or recalls what was learnt from the same before. `bare` prepares a saying's words as messages are prepared
 * (greeting and thanks taken off).
 */
export function trainIntents(
  sayings: readonly Saying[],
  bare: (text: string, words: readonly Word[]) => readonly Word[],
  keep: Keep = makeAnew,
): Intents {
  const from = `${bare.name}${JSON.stringify(sayings.map(({ text, label }) => [text, label]))}`;
  const { learnt, temperature, frequencies } = keep("intents", from, () => learn(sayings, bare));
  const model = linearModel(learnt);
  return {
    labels: model.labels,
    temperature,
    bytes: model.bytes,
    guess: (words) => (words.length === 0 ? [] : guessesOf({ model, temperature, frequencies }, words)),
  };
}

/** What was learnt, as plain values. */
type Learnt = {
  readonly learnt: Weights;
  readonly temperature: number;
  readonly frequencies: Frequencies;
};

function learn(
  sayings: readonly Saying[],
  bare: (text: string, words: readonly Word[]) => readonly Word[],
): Learnt {
  const counted = sayings.map(({ text }) => countedOf(bare(text, wordsOf(text))));
  const frequencies = frequenciesOf(counted);
  const samples = counted.map((words, n) => ({
    vector: vectorOf(words, frequencies),
    label: sayings[n]?.label ?? "",
  }));
  const { model, temperature } =
    samples.length < fewestToCalibrate
      ? { model: trainLinear(samples), temperature: 1 }
      : trainCalibrated(samples);
  return { learnt: model.learnt, temperature, frequencies };
}

type Trained = {
  readonly model: LinearModel;
  readonly temperature: number;
  readonly frequencies: Frequencies;
};

function guessesOf({ model, temperature, frequencies }: Trained, words: readonly Word[]): Guess[] {
  const chances = softmax(model.scores(vectorOfWords(words, frequencies)), temperature);
  return model.labels
    .map((label, i) => ({ label, chance: chances[i] ?? 0 }))
    .sort((a, b) => b.chance - a.chance);
}

/** Times over the sayings that are not held back, and then over all: going on costs less than learning twice. */
const epochs = { before: 2, after: 5 };
/** One saying in so many is held back to fit the temperature. */
const heldOneIn = 8;

/** Learns from most sayings, measures itself on the rest, and goes on with all. */
function trainCalibrated(samples: readonly Sample[]): {
  readonly model: LinearModel;
  readonly temperature: number;
} {
  const order = Uint32Array.from(samples, (_, i) => i);
  shuffle(order, generator(7));
  const held = [...order].filter((_, i) => i % heldOneIn === 0);
  const { model, learn } = learnerOf(samples);
  learn(
    [...order].filter((_, i) => i % heldOneIn !== 0),
    epochs.before,
  );
  const temperature = temperatureOf(
    model,
    held.map((n) => samples[n] as Sample),
  );
  // Twice for those that it has seen less often.
  learn([...order, ...held], epochs.after);
  return { model, temperature };
}

/** The temperature under which sayings that were held back are least surprising (golden-section search on the log loss). */
function temperatureOf(model: LinearModel, held: readonly Sample[]): number {
  const scored = held.map(({ vector, label }) => ({
    scores: model.scores(vector),
    right: model.labels.indexOf(label),
  }));
  return leastLoss((temperature) =>
    scored.reduce(
      (sum, { scores, right }) =>
        sum - Math.log(Math.max(1e-9, softmax(Float64Array.from(scores), temperature)[right] ?? 0)),
      0,
    ),
  );
}

const golden = (Math.sqrt(5) - 1) / 2;

function leastLoss(loss: (temperature: number) => number): number {
  let [low, high] = [0.02, 2];
  for (let i = 0; i < 20; i++) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}
