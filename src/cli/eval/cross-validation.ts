/**
 * The model alone, without rules, on the sayings that it learns from: each is read by a model that has seen neither it nor its near
 * neighbours. Paraphrases of one another go into the same fold, else the figure would be a memory test.
 */
import { frequenciesOf, type Vector, vectorOf } from "../../understand/learning/features.ts";
import { type Saying, trainIntents } from "../../understand/learning/intents.ts";
import { generator, shuffle } from "../../understand/learning/linear.ts";
import type { Share } from "../../understand/measuring/measures.ts";
import { countedOf, type Word, wordsOf } from "../../understand/words.ts";

const folds = 4;
/** Sayings whose vectors are as near as this say the same in nearly the same words. */
const near = 0.6;

type Bare = (text: string, words: readonly Word[]) => readonly Word[];

/** How many of the sayings get their own label. */
export function crossValidated(sayings: readonly Saying[], bare: Bare): Share {
  const fold = foldsOf(sayings);
  let right = 0;
  for (let n = 0; n < folds; n++) {
    const intents = trainIntents(
      sayings.filter((_, i) => fold[i] !== n),
      bare,
    );
    sayings.forEach(({ text, label }, i) => {
      if (fold[i] === n && intents.guess(bare(text, wordsOf(text)))[0]?.label === label) right++;
    });
  }
  return { right, of: sayings.length };
}

function foldsOf(sayings: readonly Saying[]): number[] {
  const group = groupsOf(sayings);
  const order = Uint32Array.from(new Set(group));
  shuffle(order, generator(3));
  const foldOfGroup = new Map([...order].map((one, n) => [one, n % folds]));
  return group.map((one) => foldOfGroup.get(one) ?? 0);
}

/** The first of its neighbours' neighbours, for each saying. */
function groupsOf(sayings: readonly Saying[]): number[] {
  const counted = sayings.map(({ text }) => countedOf(wordsOf(text)));
  const frequencies = frequenciesOf(counted);
  const likeness = likenessTo(counted.map((words) => vectorOf(words, frequencies)));
  const parent = sayings.map((_, i) => i);
  const rootOf = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  for (let i = 0; i < sayings.length; i++) for (const j of likeness(i)) parent[rootOf(i)] = rootOf(j);
  return sayings.map((_, i) => rootOf(i));
}

/** Earlier sayings that are near one, found through the features that they share. */
function likenessTo(vectors: readonly Vector[]): (i: number) => readonly number[] {
  const having = new Map<number, [number, number][]>();
  return (i) => {
    const { ids, weights } = vectors[i] as Vector;
    const sums = new Float64Array(i);
    ids.forEach((id, n) => {
      const weight = weights[n] ?? 0;
      const before = having.get(id) ?? [];
      for (const [j, other] of before) sums[j] = (sums[j] ?? 0) + weight * other;
      before.push([i, weight]);
      having.set(id, before);
    });
    return [...sums.keys()].filter((j) => (sums[j] ?? 0) > near);
  };
}
