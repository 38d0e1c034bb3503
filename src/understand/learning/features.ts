/**
 * A message as numbers: hashed character 2–5-grams inside words, stems, pairs of neighbouring words and of stems near each other,
 * and concepts (words of five varieties that mean the same). A word that many sayings have counts little, one that few have much.
 */
import { stemOf } from "./stems.ts";

/** 2^20 buckets: with 4,000 sayings about 250,000 features are seen, so one in eight shares its bucket. */
export const buckets = 1 << 20;

/** Sparse and of length 1: bucket `ids[i]` has weight `weights[i]`. Ids are distinct. */
export type Vector = { readonly ids: Int32Array; readonly weights: Float32Array };

/** What is counted of a message: its folded words as written, the same as rules compare them (Arabizi in Arabic letters), and the
 *  names of the concepts that they stand for. */
export type Words = {
  readonly words: readonly string[];
  readonly keys?: readonly string[];
  readonly concepts: readonly string[];
};

/** In how many of `of` sayings a stem was seen. */
export type Frequencies = { readonly of: number; readonly counts: ReadonlyMap<string, number> };

/** Nothing was counted yet: every word weighs the same. */
const noFrequencies: Frequencies = { of: 0, counts: new Map() };

/** How much each kind of feature may say; chosen on public sets and cross-validated sayings (docs/understanding.md). */
const shares = { char: 1, stem: 0.8, pair: 0.3, near: 0.5, concept: 1.2 };

/** A rare word's letters weigh the more: exponent of its rarity. */
const letterRarity = 1.5;
const longest = 5;
/** Words beyond these say little of what is wanted, and bound the time of a message of any length. */
const mostWords = 160;
const mostLetters = 32;
/** Two stems are near each other up to this many words apart. */
const mostApart = 3;

const offset = 0x811c9dc5;
const prime = 0x01000193;
const space = 32;

/** Counts in how many sayings each stem and concept stands. */
export function frequenciesOf(sayings: readonly Words[]): Frequencies {
  const counts = new Map<string, number>();
  for (const { words, keys = words, concepts } of sayings) {
    const seen = new Set([...words.map(stemOf), ...keys.map(stemOf), ...concepts.map(named)]);
    for (const one of seen) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return { of: sayings.length, counts };
}

/** A concept's name among the stems. */
const named = (concept: string): string => `#${concept}`;

/** The vector of a message's words; an empty message gives an empty vector. */
export function vectorOf(
  { words, keys = words, concepts }: Words,
  frequencies = noFrequencies,
  share = shares,
): Vector {
  const written = shorten(words);
  const compared = shorten(keys);
  const stems = compared.map(stemOf);
  const rarity = rarityIn(frequencies);
  const rare = stems.map(rarity);
  const blocks: Block[] = [
    {
      weight: share.char,
      fill(count) {
        written.forEach((word, i) => {
          const key = compared[i] ?? word;
          countGrams(key, (rare[i] ?? 1) ** letterRarity, count);
          if (key !== word) countGrams(word, rarity(stemOf(word)) ** letterRarity, count);
        });
      },
    },
    {
      weight: share.stem,
      fill(count) {
        stems.forEach((stem, i) => {
          count(hash(stem, 1), rare[i] ?? 1);
        });
      },
    },
    { weight: share.pair, fill: (count) => countPairs(compared, rare, count) },
    { weight: share.near, fill: (count) => countNear(stems, rare, count) },
    {
      weight: share.concept * covered(concepts, words),
      fill: (count) => countConcepts(concepts, rarity, count),
    },
  ];
  return join(blocks);
}

/** Concepts may say as much as they cover: in sayings of another trade few words have one. */
const covered = (concepts: readonly string[], words: readonly string[]): number =>
  words.length === 0 ? 0 : Math.min(1, concepts.length / words.length);

const shorten = (words: readonly string[]): string[] =>
  words.slice(0, mostWords).map((word) => word.slice(0, mostLetters));

/** 1 for what every saying has, and the more, the fewer have it (inverse document frequency). */
function rarityIn({ of, counts }: Frequencies): (stem: string) => number {
  return (stem) => Math.log((of + 1) / ((counts.get(stem) ?? 0) + 1)) + 1;
}

type Count = (id: number, weight: number) => void;

function countPairs(words: readonly string[], rare: readonly number[], count: Count): void {
  for (let i = 0; i <= words.length; i++) {
    const weight = Math.sqrt((rare[i - 1] ?? 1) * (rare[i] ?? 1));
    count(hash(`${words[i - 1] ?? "^"} ${words[i] ?? "$"}`, 2), weight);
  }
}

function countNear(stems: readonly string[], rare: readonly number[], count: Count): void {
  for (let i = 0; i < stems.length; i++) {
    for (let j = i + 1; j <= i + mostApart && j < stems.length; j++)
      count(hash(`${stems[i]} ${stems[j]}`, 5), Math.sqrt((rare[i] ?? 1) * (rare[j] ?? 1)));
  }
}

function countConcepts(concepts: readonly string[], rarity: (stem: string) => number, count: Count): void {
  concepts.forEach((concept, i) => {
    count(hash(concept, 3), rarity(named(concept)));
    const next = concepts[i + 1];
    if (next !== undefined && next !== concept) count(hash(`${concept} ${next}`, 4), 1);
  });
}

/** Every 2–5-gram of the word with a space on either side; one pass of the hash serves the four lengths. */
function countGrams(word: string, weight: number, count: Count): void {
  const last = word.length + 1;
  for (let from = 0; from < last; from++) {
    let h = offset;
    for (let at = from; at < from + longest && at <= last; at++) {
      const code = at === 0 || at === last ? space : word.charCodeAt(at - 1);
      h = Math.imul(h ^ code, prime);
      if (at > from) count((h ^ (h >>> 15)) & (buckets - 1), weight);
    }
  }
}

function hash(text: string, seed: number): number {
  let h = Math.imul(offset ^ seed, prime);
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), prime);
  return (h ^ (h >>> 15)) & (buckets - 1);
}

type Block = { readonly weight: number; fill(count: Count): void };

/**
 * Sums by bucket, in a table of open addresses that the next message uses again: a map made anew for each costs five times as much,
 * and a cell for every bucket never fits the processor's cache.
 */
type Sheet = {
  /** `id + 1`, 0 where a cell is free. */
  keys: Int32Array;
  values: Float64Array;
  /** The cells that are taken, in order. */
  taken: Int32Array;
  count: number;
};

const sheet = (cells: number): Sheet => ({
  ...{ keys: new Int32Array(cells), values: new Float64Array(cells) },
  ...{ taken: new Int32Array(cells >> 1), count: 0 },
});

/** One for the block at hand and one for all: every message finds them empty and leaves them so. */
const sums = sheet(1 << 12);
const joined = sheet(1 << 12);

function put(to: Sheet, id: number, value: number): void {
  const cell = cellOf(to, id);
  to.values[cell] = (to.values[cell] as number) + value;
}

function cellOf(to: Sheet, id: number): number {
  const last = to.keys.length - 1;
  let cell = id & last;
  for (;;) {
    const key = to.keys[cell];
    if (key === id + 1) return cell;
    if (key === 0) break;
    cell = (cell + 1) & last;
  }
  if (to.count === to.taken.length) {
    grow(to);
    return cellOf(to, id);
  }
  to.keys[cell] = id + 1;
  to.taken[to.count++] = cell;
  return cell;
}

function grow(one: Sheet): void {
  const more = sheet(one.keys.length * 2);
  for (let i = 0; i < one.count; i++) {
    const cell = one.taken[i] as number;
    put(more, (one.keys[cell] as number) - 1, one.values[cell] as number);
  }
  Object.assign(one, more);
}

/** Roots of the sums (a word said twice is not twice as much), each block brought to its share, the whole to length 1. */
function join(blocks: readonly Block[]): Vector {
  for (const { weight, fill } of blocks) {
    fill((id, value) => put(sums, id, value));
    moveInto(joined, sums, weight);
  }
  const ids = new Int32Array(joined.count);
  const weights = new Float32Array(joined.count);
  let square = 0;
  for (let i = 0; i < ids.length; i++) {
    const cell = joined.taken[i] as number;
    ids[i] = (joined.keys[cell] as number) - 1;
    square += (joined.values[cell] as number) ** 2;
  }
  const norm = square > 0 ? 1 / Math.sqrt(square) : 0;
  for (let i = 0; i < ids.length; i++)
    weights[i] = (joined.values[joined.taken[i] as number] as number) * norm;
  wipe(joined);
  return { ids, weights };
}

function moveInto(to: Sheet, from: Sheet, weight: number): void {
  let square = 0;
  for (let i = 0; i < from.count; i++) square += from.values[from.taken[i] as number] as number;
  const scale = square > 0 ? weight / Math.sqrt(square) : 0;
  for (let i = 0; i < from.count; i++) {
    const cell = from.taken[i] as number;
    put(to, (from.keys[cell] as number) - 1, scale * Math.sqrt(from.values[cell] as number));
  }
  wipe(from);
}

function wipe(one: Sheet): void {
  for (let i = 0; i < one.count; i++) {
    const cell = one.taken[i] as number;
    one.keys[cell] = 0;
    one.values[cell] = 0;
  }
  one.count = 0;
}
