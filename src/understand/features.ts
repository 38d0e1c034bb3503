/**
 * A message as numbers: hashed character 2–5-grams inside words, whole words, neighbouring pairs of words, and concepts (words of
 * five varieties that mean the same). No dictionary is kept: a feature is its hash, so unseen spellings cost no memory.
 */

/** 2^18 buckets: with 2,000 sayings about 120,000 features are seen, so few of them share a bucket. */
export const buckets = 1 << 18;

/** Sparse and of length 1: bucket `ids[i]` has weight `weights[i]`. Ids are distinct. */
export type Vector = { readonly ids: Int32Array; readonly weights: Float32Array };

/** What is counted of a message: its folded words, and the names of the concepts that they stand for. */
export type Words = { readonly words: readonly string[]; readonly concepts: readonly string[] };

/** How much each kind of feature may say; measured on the labelled sayings (docs/understanding.md). */
const share = { char: 1, word: 0.8, pair: 0.5, concept: 1 };
const longest = 5;
/** Words beyond these say little of what is wanted, and bound the time of a message of any length. */
const mostWords = 160;
const mostLetters = 32;

const offset = 0x811c9dc5;
const prime = 0x01000193;
const space = 32;

/** The vector of a message's words; an empty message gives an empty vector. */
export function vectorOf({ words, concepts }: Words): Vector {
  const kept = words.slice(0, mostWords).map((word) => word.slice(0, mostLetters));
  const blocks = [
    block(share.char, (count) => {
      for (const word of kept) countGrams(word, count);
    }),
    block(share.word, (count) => {
      for (const word of kept) count(hash(word, 1));
    }),
    block(share.pair, (count) => {
      for (let i = 0; i <= kept.length; i++) count(hash(`${kept[i - 1] ?? "^"} ${kept[i] ?? "$"}`, 2));
    }),
    block(share.concept, (count) => countConcepts(concepts, count)),
  ];
  return join(blocks);
}

function countConcepts(concepts: readonly string[], count: (id: number) => void): void {
  concepts.forEach((concept, i) => {
    count(hash(concept, 3));
    const next = concepts[i + 1];
    if (next !== undefined && next !== concept) count(hash(`${concept} ${next}`, 4));
  });
}

/** Every 2–5-gram of the word with a space on either side; one pass of the hash serves the four lengths. */
function countGrams(word: string, count: (id: number) => void): void {
  const last = word.length + 1;
  for (let from = 0; from < last; from++) {
    let h = offset;
    for (let at = from; at < from + longest && at <= last; at++) {
      const code = at === 0 || at === last ? space : word.charCodeAt(at - 1);
      h = Math.imul(h ^ code, prime);
      if (at > from) count((h ^ (h >>> 15)) & (buckets - 1));
    }
  }
}

function hash(text: string, seed: number): number {
  let h = Math.imul(offset ^ seed, prime);
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), prime);
  return (h ^ (h >>> 15)) & (buckets - 1);
}

type Block = { readonly counts: Map<number, number>; readonly weight: number };

function block(weight: number, fill: (count: (id: number) => void) => void): Block {
  const counts = new Map<number, number>();
  fill((id) => counts.set(id, (counts.get(id) ?? 0) + 1));
  return { counts, weight };
}

/** Sublinear counts, each block brought to its share, the whole to length 1. */
function join(blocks: readonly Block[]): Vector {
  const sum = new Map<number, number>();
  for (const { counts, weight } of blocks) {
    let square = 0;
    for (const n of counts.values()) square += (1 + Math.log(n)) ** 2;
    const scale = square > 0 ? weight / Math.sqrt(square) : 0;
    for (const [id, n] of counts) sum.set(id, (sum.get(id) ?? 0) + scale * (1 + Math.log(n)));
  }
  let square = 0;
  for (const value of sum.values()) square += value * value;
  const norm = square > 0 ? 1 / Math.sqrt(square) : 0;
  return {
    ids: Int32Array.from(sum.keys()),
    weights: Float32Array.from(sum.values(), (value) => value * norm),
  };
}
