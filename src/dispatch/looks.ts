/** What choosing looks up, and how seldom: once for orders that are due together, and once for as long as a list of the directory is the same. */

/** Orders that are due together look at the office once: a thousand of them would count it a thousand times. */
export function shared<T>(look: (at: number) => Promise<T>): (at: number) => Promise<T> {
  let last: { readonly at: number; readonly seen: Promise<T> } | undefined;
  return (at) => {
    if (last?.at === at) return last.seen;
    const seen = look(at);
    last = { at, seen };
    setImmediate(() => {
      last = undefined;
    });
    return seen;
  };
}

/** The directory's lists stay the very same until somebody in them changes. */
export function keptFor<List extends object, T>(make: (list: List) => T): (list: List) => T {
  const kept = new WeakMap<List, T>();
  return (list) => {
    const known = kept.get(list) ?? make(list);
    kept.set(list, known);
    return known;
  };
}
