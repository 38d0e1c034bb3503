/** Chance that is the same each time for the same seed, so that a dialogue can be played again. */

export type Chance = {
  happens(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** From `least` to `most`, both included. */
  whole(least: number, most: number): number;
  shuffled<Item>(items: readonly Item[]): Item[];
};

export function chanceOf(seed: string): Chance {
  let state = hashed(seed);
  // Mulberry32: small, and good enough to vary words.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    happens: (share) => next() < share,
    pick(items) {
      const item = items[whole(0, items.length - 1)];
      if (item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
    whole,
    shuffled(items) {
      return items
        .map((item) => ({ item, at: next() }))
        .sort((one, other) => one.at - other.at)
        .map(({ item }) => item);
    },
  };
}

/** FNV-1a. */
function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
