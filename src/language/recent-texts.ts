/**
 * One message is read by several finders that stand on the same first look at it (its words, its links, its order numbers); and short ones come
 * again all day: «نعم», «بكرة», "2". What was found depends on nothing but the text, so it is kept for the last text of any length,
 * and for some hundreds of short ones. Not for those with three digits in a row: a phone, a code or an identity is remembered by nobody.
 */

const longestKept = 32;
/** Twice as many at most: the older half is let go whole. */
const mostKept = 256;
const digits = /\p{Nd}{3}/u;

type Kept<T> = { readonly text: string; readonly found: T };

/** The same function, which finds what it found lately without looking again. What it gives belongs to everybody: it is not to be changed. */
export function keepRecent<T>(find: (text: string) => T): (text: string) => T {
  let last: Kept<T> | undefined;
  let young = new Map<string, Kept<T>>();
  let old = new Map<string, Kept<T>>();

  function keep(kept: Kept<T>): Kept<T> {
    if (young.size >= mostKept) {
      old = young;
      young = new Map();
    }
    young.set(kept.text, kept);
    return kept;
  }

  function look(text: string): Kept<T> {
    if (text.length > longestKept) return { text, found: find(text) };
    const kept = young.get(text);
    if (kept) return kept;
    const older = old.get(text);
    if (older) return keep(older);
    const found = { text, found: find(text) };
    return digits.test(text) ? found : keep(found);
  }

  return (text) => {
    if (last?.text !== text) last = look(text);
    return last.found;
  };
}
