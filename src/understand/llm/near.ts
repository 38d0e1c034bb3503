/** The labelled sayings that are nearest to a message, as examples for a model: by the same vectors that the embedded model learns from. */
import type { Vector } from "../learning/features.ts";
import { vectorOfWords, wordsOf } from "../words.ts";

export type Saying = { readonly text: string; readonly label: string };

/** Of one label at most so many: examples that all say the same teach nothing about its neighbours. */
const mostOfOne = 2;

/** Sayings of one label that are looked at: more would cost milliseconds, in which every chat waits, and teach nothing new. */
const mostLookedAt = 200;

/** Finds the nearest sayings of the labels that a message may be about: `likely` names them. A label's vectors are made when first needed. */
export function nearestSayings(
  sayings: readonly Saying[],
  likely: (text: string) => readonly string[],
): (text: string, count: number) => readonly Saying[] {
  const made = new Map<string, readonly (readonly [Saying, Vector])[]>();

  function ofLabel(label: string): readonly (readonly [Saying, Vector])[] {
    const known = made.get(label);
    if (known) return known;
    const own = sayings.filter((saying) => saying.label === label).slice(0, mostLookedAt);
    const vectors = own.map((saying) => [saying, vectorOfWords(wordsOf(saying.text))] as const);
    made.set(label, vectors);
    return vectors;
  }

  return (text, count) => {
    const { ids, weights } = vectorOfWords(wordsOf(text));
    const query = new Map(Array.from(ids, (id, i) => [id, weights[i] ?? 0]));
    const near = likely(text)
      .flatMap(ofLabel)
      .map(([saying, vector]) => ({ saying, score: product(query, vector) }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score);
    return varied(
      near.map(({ saying }) => saying),
      count,
    );
  };
}

function product(query: ReadonlyMap<number, number>, { ids, weights }: Vector): number {
  let sum = 0;
  for (let i = 0; i < ids.length; i += 1) sum += (query.get(ids[i] ?? -1) ?? 0) * (weights[i] ?? 0);
  return sum;
}

function varied(sayings: readonly Saying[], count: number): Saying[] {
  const taken = new Map<string, number>();
  const kept: Saying[] = [];
  for (const saying of sayings) {
    if (kept.length >= count) break;
    const before = taken.get(saying.label) ?? 0;
    if (before >= mostOfOne) continue;
    taken.set(saying.label, before + 1);
    kept.push(saying);
  }
  return kept;
}
