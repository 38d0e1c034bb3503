/**
 * What was used lately, bounded. Two halves: what is put goes to the young one; when that is full, it becomes the old one and what was
 * still old leaves. So a busy key costs one look-up, where a list in the order of use would be rewritten every time.
 */
export type Recent<K, V> = {
  get(key: K): V | undefined;
  /** Gives back what leaves. */
  put(key: K, value: V): Iterable<V>;
  delete(key: K): void;
};

const none: readonly never[] = [];

/** @param most how many are kept at the most; at least half of them, when there are so many */
export function createRecent<K, V>(most: number): Recent<K, V> {
  let young = new Map<K, V>();
  let old = new Map<K, V>();

  function put(key: K, value: V): Iterable<V> {
    if (!young.has(key)) old.delete(key);
    young.set(key, value);
    if (young.size <= most / 2) return none;
    const left = old.values();
    old = young;
    young = new Map();
    return left;
  }

  return {
    get: (key) => young.get(key) ?? old.get(key),
    put,
    delete(key) {
      if (!young.delete(key)) old.delete(key);
    },
  };
}
